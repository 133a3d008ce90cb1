import RealModule
import Statistics
import Testing

@Suite struct LikelihoodTests {
  /// All kinds of histories, with some customers twice.
  private static func histories(_ discrete: Bool) throws -> PurchaseHistories {
    if discrete {
      return try PurchaseHistories(
        x: [0, 1, 1, 2, 5, 6, 0], tx: [0, 1, 4, 6, 6, 6, 0], age: [6, 6, 6, 6, 6, 6, 0],
        counts: [9, 2, 3, 1, 1, 4, 2])
    }
    return try PurchaseHistories(
      x: [0, 0, 1, 1, 3, 40, 40, 2, 1, 0], tx: [0, 0, 3, 80, 9.5, 300, 5, 60, 60, 0],
      age: [10, 250, 90, 90, 365, 310, 320, 60, 60, 0], counts: [2, 1, 1, 3, 1, 1, 1, 1, 1, 1])
  }

  static let cases =
    ModelCase.ordinary + [
      ModelCase(model: .bgNBD, parameters: [0.2, 3, 0.3, 0.4]),
      ModelCase(model: .mbgNBD, parameters: [4, 90, 2.5, 30]),
      // α above and below β.
      ModelCase(model: .paretoNBD, parameters: [0.3, 120, 2, 6]),
      ModelCase(model: .paretoNBD, parameters: [5, 2, 0.1, 300]),
      ModelCase(model: .bgBB, parameters: [0.3, 4, 2, 0.4]),
    ]

  @Test(arguments: cases)
  func `consistency: the likelihood of grouped customers is that of each, added`(
    model: ModelCase
  ) throws {
    let histories = try Self.histories(model.isDiscrete)
    let evaluation = try #require(
      model.model.evaluation(histories, at: model.parameters))
    let sum = histories.logLikelihood([model.process])
    #expect(abs(evaluation.value - sum) < 1e-10 * abs(sum))
  }

  @Test(arguments: cases)
  func `consistency: gradients are those of finite differences`(model: ModelCase) throws {
    let histories = try Self.histories(model.isDiscrete)
    func evaluation(_ logs: [Double]) throws -> TrustRegion.Evaluation {
      try #require(model.model.evaluation(histories, at: logs.map { .exp($0) }))
    }
    let point = model.parameters.map { Double.log($0) }
    let here = try evaluation(point)
    let h = 1e-4
    for i in point.indices {
      func moved(_ times: Double) throws -> TrustRegion.Evaluation {
        var other = point
        other[i] += times * h
        return try evaluation(other)
      }
      let (up, down, twiceUp, twiceDown) = (
        try moved(1), try moved(-1), try moved(2), try moved(-2)
      )
      let slope =
        (8 * (up.value - down.value) - (twiceUp.value - twiceDown.value)) / (12 * h)
      #expect(abs(here.gradient[i] - slope) < 1e-7 * max(1, abs(slope)))
      for j in point.indices {
        let second =
          (8 * (up.gradient[j] - down.gradient[j])
            - (twiceUp.gradient[j] - twiceDown.gradient[j])) / (12 * h)
        #expect(abs(here.hessian[i, j] - second) < 1e-7 * max(1, abs(second)))
      }
    }
  }

  @Test func `consistency: covariates move the parameters of their customers`() throws {
    let plain = try Self.histories(false)
    var rows: (x: [Double], tx: [Double], age: [Double]) = ([], [], [])
    var patterns: [Int32] = []
    for c in 0..<plain.classCount {
      rows.x.append(plain.history(c).x)
      rows.tx.append(plain.history(c).tx)
      rows.age.append(plain.history(c).age)
      patterns.append(Int32(c % 2))
    }
    let histories = try PurchaseHistories(
      x: rows.x, tx: rows.tx, age: rows.age, patterns: patterns)
    let design = CovariateDesign(
      purchase: (["new"], [[0], [1]]), dropout: (["new", "age"], [[0, 1], [1, 0.5]]))
    for (model, own, gammas) in [
      (PurchaseModel.paretoNBD, [0.5, 10, 0.6, 12], [0.3, -0.4, 0.2]),
      (.bgNBD, [0.5, 10, 0.6, 3], [0.3, -0.4, 0.2, 0.1, 0.5]),
    ] {
      let here = try #require(
        model.evaluation(histories, at: own + gammas, covariates: design))
      var sum = 0.0
      for c in 0..<histories.classCount {
        let pattern = histories.pattern(c)
        var p = own
        p[1] *= .exp(-gammas[0] * design.purchase[pattern][0])
        let z = design.dropout[pattern]
        if model == .paretoNBD {
          p[3] *= .exp(-(gammas[1] * z[0] + gammas[2] * z[1]))
        } else {
          p[2] *= .exp(gammas[1] * z[0] + gammas[2] * z[1])
          p[3] *= .exp(gammas[3] * z[0] + gammas[4] * z[1])
        }
        sum += Double(histories.count(c)) * model.process(p).logLikelihood(histories.history(c))
      }
      #expect(abs(here.value - sum) < 1e-11 * abs(sum))
      // The derivative by each coefficient.
      for k in gammas.indices {
        func value(_ step: Double) throws -> TrustRegion.Evaluation {
          var moved = gammas
          moved[k] += step
          return try #require(
            model.evaluation(histories, at: own + moved, covariates: design))
        }
        let (up, down) = (try value(1e-4), try value(-1e-4))
        #expect(abs(here.gradient[4 + k] - (up.value - down.value) / 2e-4) < 1e-6)
        for j in 0..<here.gradient.count {
          let second = (up.gradient[j] - down.gradient[j]) / 2e-4
          #expect(abs(here.hessian[4 + k, j] - second) < 1e-5)
        }
      }
    }
  }

  @Test(arguments: [(1.3, 20.0, 0.7, 9.0), (0.4, 9, 1.8, 40), (6, 15, 0.2, 15.5)])
  func `consistency: the integral over deaths is the closed form with two 2F1`(
    r: Double, alpha: Double, s: Double, beta: Double
  ) {
    // Fader & Hardie (2005), with the Gauss series, which converges for these arguments.
    func hypergeometric(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
      var sum = 1.0
      var term = 1.0
      for j in 0..<5000 {
        let k = Double(j)
        term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z
        sum += term
      }
      return sum
    }
    let process = PurchaseModel.paretoNBD.process([r, alpha, s, beta])
    for (x, tx, age) in [(0.0, 0.0, 30.0), (3, 12, 30), (1, 29, 30), (12, 8, 50)] {
      let whole = r + s + x
      let (least, most) = (min(alpha, beta), max(alpha, beta))
      let second = alpha >= beta ? s + 1 : r + x
      func part(_ time: Double) -> Double {
        hypergeometric(whole, second, whole + 1, (most - least) / (most + time))
          / .pow(most + time, whole)
      }
      let alive = .pow(alpha + age, -(r + x)) * Double.pow(beta + age, -s)
      let bracket = alive + s / whole * (part(tx) - part(age))
      let front = Double.exp(logGamma(r + x) - logGamma(r)) * .pow(alpha, r) * .pow(beta, s)
      let history = PurchaseHistory(x: x, tx: tx, age: age)
      #expect(abs(process.logLikelihood(history) - .log(front * bracket)) < 1e-9)
      #expect(abs(process.probabilityAlive(history) - alive / bracket) < 1e-9)
    }
  }

  @Test func `consistency: the integral over deaths keeps its digits far out`() {
    // By a rule of 40 nodes on each of 400 panels.
    let rule = GaussLegendre(40)
    for seed in 0..<300 {
      var generator = CounterGenerator(seed: 11, stream: UInt64(seed))
      func between(_ low: Double, _ high: Double) -> Double {
        .exp(.log(low) + (.log(high) - .log(low)) * generator.uniform())
      }
      let (r, alpha, s, beta) = (
        between(0.02, 20), between(0.5, 2000), between(0.02, 20), between(0.5, 2000)
      )
      let x = Double(Int(between(1, 300))) - 1
      let tx = x == 0 ? 0 : between(1, 500)
      let t = between(0.5, 1500)
      let process = PurchaseModel.paretoNBD.process([r, alpha, s, beta])
      let history = PurchaseHistory(x: x, tx: tx, age: tx + t)
      let (A, B, R) = (alpha + tx, beta + tx, r + x)
      let reach = Double.log(onePlus: t / min(A, B))
      var dead = 0.0
      for panel in 0..<400 {
        for (node, weight) in zip(rule.nodes, rule.weights) {
          let v = reach / 400 * (Double(panel) + 0.5 + 0.5 * node)
          let y = min(A, B) * .expMinusOne(v)
          let density =
            s * (min(A, B) + y) / (B + y)
            * .exp(-R * .log(onePlus: y / A) - s * .log(onePlus: y / B))
          dead += reach / 800 * weight * density
        }
      }
      let alive = Double.exp(-R * .log(onePlus: t / A) - s * .log(onePlus: t / B))
      let expected = alive / (alive + dead)
      #expect(abs(process.probabilityAlive(history) - expected) < 1e-9 * max(expected, 1e-3))
    }
  }
}
