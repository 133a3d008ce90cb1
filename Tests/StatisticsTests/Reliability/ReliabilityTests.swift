import Statistics
import Testing

@Suite struct CovarianceTests {
  @Test func `consistency: variances are those of single means, missing rows leave all items`()
    throws
  {
    let columns: [[Double]] = [[4, 3, .nan, 5, 2], [5, 3, 1, 5, 3], [4, 4, 2, 5, 2]]
    let covariance = try #require(Covariance(columns: columns))
    #expect(covariance.n == 4)
    for (item, column) in columns.enumerated() {
      let complete = try #require(
        MeanEstimate(column.indices.filter { $0 != 2 }.map { column[$0] }))
      #expect(abs(covariance.means[item] - complete.mean) < 1e-14)
      #expect(abs(covariance.matrix[item][item] - complete.variance) < 1e-14)
    }
    let codes = columns.map { $0.map { $0.isNaN ? Int8(-1) : Int8($0) } }
    #expect(Covariance(codes: codes) == covariance)
  }

  @Test func `consistency: weights of 2 are rows twice, up to n; order does not show in one bit`()
    throws
  {
    let columns: [[Double]] = [[0.1, 0.7, 0.4, 0.35], [9.3, 1.2, 4.4, 2.2]]
    let weights = [0.3, 1.7, 0.9, 2.4]
    let one = try #require(Covariance(columns: columns, weights: weights))
    let order = [2, 0, 3, 1]
    let other = try #require(
      Covariance(
        columns: columns.map { column in order.map { column[$0] } },
        weights: order.map { weights[$0] }))
    #expect(one == other)
    let mean = try #require(MeanEstimate(columns[1], weights: weights))
    #expect(abs(one.matrix[1][1] - mean.variance) < 1e-12)
    #expect(abs(one.effectiveN - mean.effectiveN) < 1e-12)
    let doubled = try #require(Covariance(columns: columns, weights: weights.map { 2 * $0 }))
    #expect(abs(doubled.matrix[0][1] - one.matrix[0][1]) < 1e-15)
  }

  @Test func `consistency: an offset of a million takes no digits`() throws {
    let small = try #require(Covariance(columns: [[1, 2, 4, 3], [2, 1, 5, 5]]))
    let large = try #require(
      Covariance(columns: [[1_000_001, 1_000_002, 1_000_004, 1_000_003], [2, 1, 5, 5]]))
    #expect(small.matrix == large.matrix)
    let fraction = try Given.covariance([[0.25, 0.5, 1.25], [1e9 + 0.5, 1e9, 1e9 + 2]])
    #expect(abs(fraction.matrix[1][1] - 13.0 / 12) < 1e-12)
  }

  @Test func `input checks: too few rows, items that do not vary, weights of zero`() throws {
    #expect(Covariance(columns: []) == nil)
    #expect(Covariance(columns: [[1], [2]]) == nil)
    #expect(Covariance(columns: [[1, .nan], [2, 3]]) == nil)
    #expect(Covariance(columns: [[1, 2], [2, 3]], weights: [1, 0]) == nil)
    let flat = try #require(Covariance(columns: [[0.1, 0.1, 0.1], [1, 2, 3]]))
    #expect(flat.varying == [1])
    let fine = try Given.covariance([[1e6 + 0.01, 1e6, 1e6 - 0.01], [1e6, 1e6, 1e6]])
    #expect(fine.varying == [0])
  }
}

@Suite struct CronbachAlphaTests {
  private func columns(_ rows: [[Double]]) -> [[Double]] {
    rows[0].indices.map { item in rows.map { $0[item] } }
  }

  private let six: [[Double]] = [
    [4, 5, 4], [3, 3, 4], [5, 5, 5], [2, 3, 2], [4, 4, 5], [3, 2, 3],
  ]

  @Test func `correctness: six rows of three items`() throws {
    // methods.md 4.15: 0.91; the rest from numpy and scipy.stats.f.
    let alpha = try Given.alpha(columns(six))
    #expect(abs(alpha.value - 0.91) < 1e-12)
    let interval = try #require(alpha.interval())
    #expect(abs(interval.low - 0.6187522898630229) < 1e-9)
    #expect(abs(interval.high - 0.9864030969073017) < 1e-9)
    let rest = [0.9235789439804393, 0.738988427584557, 0.8139123213641841]
    let without = [0.7943262411347516, 0.9428571428571428, 0.8759124087591239]
    for (item, wanted) in zip(alpha.items, zip(rest, without)) {
      #expect(abs((item.itemRest ?? 9) - wanted.0) < 1e-12)
      #expect(abs((item.alphaIfDeleted ?? 9) - wanted.1) < 1e-12)
    }
    #expect(alpha.reversed == [])
  }

  @Test func `consistency: a split in halves of equal spread is Spearman and Brown`() throws {
    let alpha = try #require(CronbachAlpha(Covariance([[2, 1.2], [1.2, 2]], n: 30)))
    #expect(abs(alpha.value - 2 * 0.6 / 1.6) < 1e-14)
    #expect(abs((alpha.standardised ?? 9) - alpha.value) < 1e-14)
    #expect(alpha.items[0].alphaIfDeleted == nil)
  }

  @Test func `consistency: every row twice and other units change nothing`() throws {
    let alpha = try Given.alpha(columns(six))
    let twice = try Given.alpha(columns(six + six))
    #expect(abs(alpha.value - twice.value) < 1e-12)
    let scaled = try Given.alpha(columns(six.map { $0.map { 10 * $0 + 3 } }))
    #expect(abs(alpha.value - scaled.value) < 1e-12)
  }

  @Test(arguments: [[0], [3], [1, 4]])
  func `runs: reversed items are named, though the others' correlations fall too`(turned: [Int])
    throws
  {
    var generator = CounterGenerator(seed: 11)
    let rows = (0..<200).map { _ in
      let common = generator.normal()
      return (0..<5).map { item in
        let answer = common + 0.8 * generator.normal()
        return turned.contains(item) ? 6 - answer : answer
      }
    }
    let alpha = try Given.alpha(columns(rows))
    #expect(alpha.reversed == turned)
    for item in turned { #expect((alpha.items[item].itemRest ?? 9) < 0) }
  }

  @Test func `runs: of three items the reversed one is named where item-rest correlations tie`()
    throws
  {
    let covariance = Covariance([[1, 0.6, -0.6], [0.6, 1, -0.6], [-0.6, -0.6, 1]], n: 50)
    let alpha = try #require(CronbachAlpha(covariance))
    #expect(alpha.reversed == [2])
    #expect(abs(alpha.items[0].itemRest ?? 9) < 1e-12)
  }

  @Test func `input checks: one item, items that do not vary, two that cancel out`() throws {
    #expect(CronbachAlpha(Covariance([[1]], n: 9)) == nil)
    #expect(CronbachAlpha(Covariance([[1, -1], [-1, 1]], n: 9)) == nil)
    #expect(CronbachAlpha(Covariance([[0, 0], [0, 0]], n: 9)) == nil)
    let flat = try Given.alpha([[1, 2, 4], [3, 3, 3], [2, 2, 5]])
    #expect(flat.items[1].itemRest == nil && flat.items[1].loading == nil)
    #expect(flat.standardised == nil && flat.value.isFinite)
    let opposed = try #require(CronbachAlpha(Covariance([[1, -0.4], [-0.4, 1]], n: 9)))
    #expect(opposed.value < 0 && opposed.reversed == [])
  }
}

@Suite struct McDonaldOmegaTests {
  @Test func `correctness: loadings that made the correlations come back`() throws {
    let loadings = [0.9, 0.8, 0.7, 0.6, 0.5]
    let r = loadings.indices.map { i in
      loadings.indices.map { j in i == j ? 1 : loadings[i] * loadings[j] }
    }
    let omega = try #require(McDonaldOmega(Covariance(r, n: 100)))
    for (found, wanted) in zip(omega.factor.loadings, loadings) {
      #expect(abs(found - wanted) < 1e-9)
    }
    let sum = 3.5 * 3.5
    let own = loadings.reduce(0) { $0 + 1 - $1 * $1 }
    #expect(abs(omega.value - sum / (sum + own)) < 1e-9)
    #expect(!omega.isHeywood && omega.factor.rootMeanSquareResidual < 1e-9)
  }

  @Test func `correctness: ten answers to five items, by a general minimiser`() throws {
    // scipy.optimize.minimize of the squared residuals, ω from the printed equation.
    let columns: [[Double]] = [
      [4, 3, 5, 2, 4, 3, 5, 1, 4, 2], [5, 3, 5, 3, 4, 2, 4, 2, 4, 2],
      [4, 4, 5, 2, 5, 3, 4, 2, 3, 3],
      [3, 2, 4, 2, 5, 3, 4, 3, 4, 1], [5, 3, 4, 1, 4, 2, 5, 2, 3, 3],
    ]
    let covariance = try #require(Covariance(columns: columns))
    let omega = try #require(McDonaldOmega(covariance))
    let wanted = [0.96061841, 0.86454353, 0.85740798, 0.65917119, 0.83509177]
    for (found, wanted) in zip(omega.factor.loadings, wanted) {
      #expect(abs(found - wanted) < 1e-6)
    }
    #expect(abs(omega.value - 0.9246930918884019) < 1e-7)
    #expect(abs(omega.factor.rootMeanSquareResidual - 0.037862852494836105) < 1e-8)
    #expect(omega.value >= (CronbachAlpha(covariance)?.value ?? 9))
  }

  @Test func `consistency: items that measure equally well have omega equal to alpha`() throws {
    let r = (0..<4).map { i in (0..<4).map { $0 == i ? 1 : 0.45 } }
    let covariance = Covariance(r, n: 80)
    let omega = try #require(McDonaldOmega(covariance))
    let alpha = try #require(CronbachAlpha(covariance))
    #expect(abs(omega.value - alpha.value) < 1e-10)
  }

  @Test func `runs: a loading beyond 1 is stopped there and told`() throws {
    // Unbounded, λ₁² would be 0.9 · 0.9 / 0.5 = 1.62; bounded minimum from scipy.optimize.
    let omega = try #require(
      McDonaldOmega(Covariance([[1, 0.9, 0.9], [0.9, 1, 0.5], [0.9, 0.5, 1]], n: 40)))
    #expect(omega.factor.heywood == [0] && omega.isHeywood)
    #expect(abs(omega.factor.loadings[1] - 0.79501674) < 1e-6)
    #expect(omega.value <= 1)
  }

  @Test func `input checks: two items, one that does not vary, none that goes together`() throws {
    #expect(McDonaldOmega(Covariance([[1, 0.5], [0.5, 1]], n: 9)) == nil)
    let flat = Covariance(
      [[1, 0.5, 0, 0.5], [0.5, 1, 0, 0.5], [0, 0, 0, 0], [0.5, 0.5, 0, 1]], n: 9)
    #expect(McDonaldOmega(flat)?.items == [0, 1, 3])
    let apart = try #require(McDonaldOmega(Covariance([[1, 0, 0], [0, 1, 0], [0, 0, 1]], n: 9)))
    #expect(apart.value >= 0 && apart.value <= 1)
  }
}
