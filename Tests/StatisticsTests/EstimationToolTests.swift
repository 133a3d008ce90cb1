import RealModule
import Statistics
import Testing

/// Polygamma functions, quadrature, matrices, the optimiser and the generator.
@Suite struct EstimationToolTests {
  @Test(
    arguments: [
      // Abramowitz & Stegun, 6.3.2, 6.3.3, 6.4.2, 6.4.4; large and small by the leading terms.
      (1.0, -0.5772156649015329, 1.6449340668482264),
      (0.5, -1.9635100260214235, 4.934802200544679),
      (2, 0.42278433509846713, 0.6449340668482264),
      (10, 2.251752589066721, 0.10516633568168575),
      (1e6, 13.815510057964191, 1.0000005000001667e-6),
    ])
  func `correctness: polygamma functions at known points`(x: Double, first: Double, second: Double)
  {
    #expect(abs(Polygamma.digamma(x) - first) < 2e-15 * max(1, abs(first)))
    #expect(abs(Polygamma.trigamma(x) / second - 1) < 2e-14)
  }

  @Test func `consistency: polygamma functions go up by their recurrence`() {
    for x in [1e-9, 0.003, 0.4, 3.9, 7.999, 8.001, 55, 1e5] {
      let step = Polygamma.digamma(x + 1) - Polygamma.digamma(x)
      #expect(abs(step * x - 1) < 1e-14 * max(1, x * abs(Polygamma.digamma(x)) * 4))
      let second = Polygamma.trigamma(x) - Polygamma.trigamma(x + 1)
      #expect(abs(second * x * x - 1) < 1e-14 * max(1, 4 * x))
    }
    #expect(Polygamma.digamma(0) == -.infinity && Polygamma.trigamma(0) == .infinity)
    #expect(Polygamma.digamma(-1).isNaN && Polygamma.trigamma(-1).isNaN)
  }

  @Test func `correctness: Gauss's rules integrate polynomials exactly`() {
    for n in [1, 2, 5, 8, 16, 32, 40] {
      let rule = GaussLegendre(n)
      for degree in [0, n - n % 2, 2 * n - 2] where degree < 2 * n {
        let sum = zip(rule.nodes, rule.weights).reduce(0) {
          $0 + $1.1 * .pow($1.0, degree)
        }
        #expect(abs(sum - 2 / Double(degree + 1)) < 1e-14)
      }
    }
    // Abramowitz & Stegun, table 25.4, n = 5.
    let five = GaussLegendre(5)
    #expect(abs(five.nodes[4] - 0.906179845938664) < 1e-15)
    #expect(abs(five.weights[4] - 0.236926885056189) < 1e-15)
  }

  @Test(
    arguments: [
      // e^z E_s(z), Abramowitz & Stegun, table 5.1 (E₁) and by recurrence (E₂); 1/z for s = 0.
      (1.0, 1.0, 0.5963473623231940), (1.0, 0.5, 0.9229106324837304),
      (0.0, 4.0, 0.25), (2.0, 1.0, 0.4036526376768060),
    ] as [(Double, Double, Double)])
  func `correctness: Tricomi's function at known points`(s: Double, z: Double, expected: Double) {
    #expect(abs(TricomiPsi.ofOne(s, z) / expected - 1) < 1e-12)
  }

  @Test func `consistency: Tricomi's function obeys its recurrence for any size`() {
    // s e^z E_{s+1}(z) = 1 − z e^z E_s(z): Abramowitz & Stegun, 5.1.14.
    for z in [1e-6, 1e-3, 0.07, 1, 12, 300, 1e5] {
      for s in [0.01, 0.6, 1.0, 3.7, 25] {
        let left = s * TricomiPsi.ofOne(s + 1, z)
        let right = 1 - z * TricomiPsi.ofOne(s, z)
        #expect(abs(left - right) < 1e-11, "\(s) \(z)")
      }
    }
  }

  @Test func `consistency: eigenvectors rebuild a matrix, and its inverse inverts`() throws {
    let rows: [[Double]] = [
      [4, 1, -2, 0.5], [1, 3, 0, 0.001], [-2, 0, 9, 2], [0.5, 0.001, 2, 2.01],
    ]
    let matrix = try #require(SymmetricMatrix(rows: rows))
    let (values, vectors) = matrix.eigen
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    let (inverse, definite) = matrix.inverse()
    #expect(definite)
    for i in 0..<4 {
      for j in 0..<4 {
        let rebuilt = (0..<4).reduce(0.0) { $0 + values[$1] * vectors[$1][i] * vectors[$1][j] }
        #expect(abs(rebuilt - rows[i][j]) < 1e-13)
        let unit = (0..<4).reduce(0.0) { $0 + rows[i][$1] * inverse[$1, j] }
        #expect(abs(unit - (i == j ? 1 : 0)) < 1e-12)
      }
    }
    #expect(SymmetricMatrix(rows: [[1, 2], [3, 1]]) == nil)
    #expect(SymmetricMatrix(rows: [[1, 2]]) == nil)
  }

  @Test func `consistency: of a singular matrix what can be told is inverted`() throws {
    let matrix = try #require(SymmetricMatrix(rows: [[2, 2, 0], [2, 2, 0], [0, 0, 5]]))
    let (inverse, definite) = matrix.inverse()
    #expect(!definite)
    // Moore–Penrose: [[1/8, 1/8], [1/8, 1/8]] and 1/5.
    #expect(abs(inverse[0, 1] - 0.125) < 1e-15 && abs(inverse[2, 2] - 0.2) < 1e-15)
    let saddle = try #require(SymmetricMatrix(rows: [[1, 0], [0, -1]]))
    #expect(!saddle.inverse().isPositiveDefinite)
  }

  /// Rosenbrock's valley upside down: the maximum is 0 at (1, 1).
  private func valley(_ p: [Double]) -> TrustRegion.Evaluation {
    let (x, y) = (p[0], p[1])
    let gap = y - x * x
    var hessian = SymmetricMatrix(zeros: 2)
    hessian[0, 0] = -(1200 * x * x - 400 * y + 2)
    hessian[0, 1] = 400 * x
    hessian[1, 1] = -200
    return TrustRegion.Evaluation(
      value: -(100 * gap * gap + (1 - x) * (1 - x)),
      gradient: [400 * x * gap + 2 * (1 - x), -200 * gap], hessian: hessian)
  }

  @Test(arguments: [[-1.2, 1.0], [3, -4], [0, 0]])
  func `correctness: the optimiser follows a bent valley to its end`(start: [Double]) throws {
    let box = TrustRegion(lower: [-5, -5], upper: [5, 5])
    let result = try #require(box.maximise(from: start, valley))
    #expect(result.end == .converged && result.held.isEmpty)
    // What another step promises is below 1e-10: 2e-5 along the valley.
    #expect(abs(result.point[0] - 1) < 3e-5 && abs(result.point[1] - 1) < 6e-5)
    #expect(result.iterations < 60)
  }

  @Test func `correctness: at an edge the optimiser holds what leads out`() throws {
    let box = TrustRegion(lower: [-5, -5], upper: [0.5, 5])
    let result = try #require(box.maximise(from: [-1, 2], valley))
    #expect(result.held == [0])
    #expect(abs(result.point[0] - 0.5) < 1e-12 && abs(result.point[1] - 0.25) < 1e-6)
    let nowhere = box.maximise(from: [0, 0]) { point in
      var evaluation = valley(point)
      evaluation.value = .nan
      return evaluation
    }
    #expect(nowhere == nil)
  }

  @Test func `correctness: Philox gives the numbers of its authors`() {
    // Known answers of the library Random123 (Salmon et al.), philox4x32 10.
    #expect(
      CounterGenerator.philox(SIMD4(0, 0, 0, 0), SIMD2(0, 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let all = UInt32.max
    #expect(
      CounterGenerator.philox(SIMD4(all, all, all, all), SIMD2(all, all))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      CounterGenerator.philox(
        SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test(arguments: [0.05, 0.7, 1, 4.5, 300])
  func `correctness: gamma numbers have their moments`(shape: Double) {
    var generator = CounterGenerator(seed: 17, stream: UInt64(shape * 100))
    let n = 40_000.0
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<Int(n) {
      let value = generator.gamma(shape: shape)
      sum += value
      squares += (value - shape) * (value - shape)
    }
    // Mean and variance are the shape; errors of both within four standard errors.
    #expect(abs(sum / n - shape) < 4 * .sqrt(shape / n))
    #expect(abs(squares / n - shape) < 4 * .sqrt((2 * shape * shape + 6 * shape) / n))
  }

  @Test func `correctness: beta, normal and uniform numbers have their moments`() {
    var generator = CounterGenerator(seed: 18)
    let n = 40_000.0
    var beta = 0.0
    var normal = (sum: 0.0, squares: 0.0)
    var uniform = 0.0
    for _ in 0..<Int(n) {
      beta += generator.beta(0.4, 1.6)
      let z = generator.normal()
      normal.sum += z
      normal.squares += z * z
      uniform += generator.uniform()
    }
    #expect(abs(beta / n - 0.2) < 4 * .sqrt(0.16 / 3 / n))
    #expect(abs(normal.sum / n) < 4 / .sqrt(n))
    #expect(abs(normal.squares / n - 1) < 4 * .sqrt(2 / n))
    #expect(abs(uniform / n - 0.5) < 4 * .sqrt(1 / 12 / n))
  }

  @Test func `consistency: a stream is what it is alone, and streams differ`() {
    var first = CounterGenerator(seed: 5, stream: 1)
    var again = CounterGenerator(seed: 5, stream: 1)
    var second = CounterGenerator(seed: 5, stream: 2)
    var other = CounterGenerator(seed: 6, stream: 1)
    let numbers = (0..<50).map { _ in first.next() }
    #expect(numbers == (0..<50).map { _ in again.next() })
    #expect(Set(numbers + (0..<50).map { _ in second.next() }).count == 100)
    #expect(numbers != (0..<50).map { _ in other.next() })
  }
}
