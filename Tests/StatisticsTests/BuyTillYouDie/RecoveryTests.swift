import RealModule
import Statistics
import Testing

/// Simulated data give their parameters back, and intervals hold what they say.
@Suite struct RecoveryTests {
  /// Of the interval of 95 %: in how many of 20 seeds it holds the truth, for each parameter.
  private func held(
    _ truth: [Double], seeds: ClosedRange<UInt64>, fit: (UInt64) throws -> [FittedParameter]
  ) throws -> [Int] {
    var held = truth.map { _ in 0 }
    for seed in seeds {
      for (index, parameter) in try fit(seed).enumerated() {
        let interval = try #require(parameter.interval())
        if interval.contains(truth[index]) { held[index] += 1 }
      }
    }
    return held
  }

  // Over 200 seeds each: 0.955 0.955 0.92 0.94 (BG), 0.945 0.955 0.965 0.95 (MBG), 0.94 0.95 0.93 0.935
  // (Pareto), 0.97 0.97 (NBD), 0.96 0.955 0.94 0.94 (BG/BB).
  @Test(arguments: ModelCase.ordinary)
  func `correctness: the truth lies in the interval in 17 to 20 of 20 samples`(
    model: ModelCase
  ) throws {
    let held = try held(model.parameters, seeds: 21...40) { seed in
      let customers = model.model == .nbd ? 2000 : model.isDiscrete ? 4000 : 3000
      let base = SimulatedBase(model.process, customers, seed: seed, age: model.age)
      let card = try model.model.fit(try base.grouped())
      #expect(card.state == .converged && card.isPositiveDefinite)
      return card.parameters
    }
    #expect(held.allSatisfy { (17...20).contains($0) }, "\(held)")
  }

  private static func spend(
    _ truth: GammaGamma, customers: Int, seed: UInt64
  ) -> (x: [Int32], mean: [Double]) {
    var result: (x: [Int32], mean: [Double]) = ([], [])
    for customer in 0..<customers {
      var generator = CounterGenerator(seed: seed, stream: UInt64(customer))
      let purchases = 1 + customer % 5
      let rate = generator.gamma(shape: truth.q) / truth.gamma
      let sum = (0..<purchases).reduce(0.0) { sum, _ in
        sum + generator.gamma(shape: truth.p) / rate
      }
      result.x.append(Int32(purchases))
      result.mean.append(sum / Double(purchases))
    }
    return result
  }

  @Test(arguments: [GammaGamma(p: 6, q: 4, gamma: 150), GammaGamma(p: 0.8, q: 1.6, gamma: 40)])
  func `correctness: spend gives its parameters back in 17 to 20 of 20 samples`(
    truth: GammaGamma
  ) throws {
    let held = try held([truth.p, truth.q, truth.gamma], seeds: 1...20) { seed in
      let (x, mean) = Self.spend(truth, customers: 3000, seed: seed)
      return try GammaGamma.fit(x: x, mean: mean).parameters
    }
    #expect(held.allSatisfy { (17...20).contains($0) }, "\(held)")
  }

  /// Customers of which a third are of another kind; the plain model and coefficients.
  @Test(
    arguments: [
      (PurchaseModel.paretoNBD, [0.8, 15, 0.9, 40], [0.5, 0.7]),
      (.bgNBD, [0.8, 15, 0.9, 3], [0.5, 0.4, -0.3]),
    ])
  func `correctness: covariates give their coefficients back in 17 to 20 of 20 samples`(
    model: PurchaseModel, own: [Double], gammas: [Double]
  ) throws {
    let design = CovariateDesign(
      purchase: (["new"], [[0], [1]]), dropout: (["new"], [[0], [1]]))
    var other = own
    other[1] *= .exp(-gammas[0])
    if model == .paretoNBD {
      other[3] *= .exp(-gammas[1])
    } else {
      other[2] *= .exp(gammas[1])
      other[3] *= .exp(gammas[2])
    }
    let processes = [model.process(own), model.process(other)]
    let names =
      model == .paretoNBD
      ? ["purchase.new", "dropout.new"]
      : ["purchase.new", "dropout.a.new", "dropout.b.new"]
    let held = try held(own + gammas, seeds: 1...20) { seed in
      var base = SimulatedBase(processes[0], 2000, seed: seed) { 100 + Double($0 % 100) }
      let second = SimulatedBase(processes[1], 1000, seed: seed + 1000) { 100 + Double($0 % 100) }
      base.histories += second.histories
      let patterns = (0..<3000).map { Int32($0 < 2000 ? 0 : 1) }
      let card = try model.fit(try base.grouped(patterns: patterns), covariates: design)
      #expect(card.parameters.suffix(names.count).map(\.name) == names)
      #expect(card.processes.count == 2)
      return card.parameters
    }
    #expect(held.allSatisfy { (17...20).contains($0) }, "\(held)")
  }

  /// Most customers come back, so that whole numbers do not make intervals much wider than they say.
  private static let lively = [
    ModelCase(model: .bgNBD, parameters: [2, 20, 0.8, 9]),
    ModelCase(model: .mbgNBD, parameters: [2, 20, 0.8, 9]),
    ModelCase(model: .paretoNBD, parameters: [2, 20, 0.9, 400]),
    ModelCase(model: .nbd, parameters: [2, 20]),
    ModelCase(model: .bgBB, parameters: [1.5, 1.2, 0.8, 9]),
  ]

  @Test(arguments: lively)
  func `correctness: predictive intervals hold 93 to 97 of 100 customers`(model: ModelCase) throws {
    let (age, t) = model.isDiscrete ? (12.0, 40.0) : (200.0, 365.0)
    let n = 20_000
    let spend = GammaGamma(p: 6, q: 4, gamma: 150)
    let base = SimulatedBase(model.process, n, seed: 31, within: t, age: { _ in age })
    // As one would: parameters from these very customers.
    let grouped = try base.grouped()
    let card = try model.model.fit(grouped)
    let counts = grouped.purchaseIntervals(card.processes, within: t)
    let amounts = grouped.spendIntervals(card.processes, spend, within: t)
    let variance = try #require(amounts.variance)
    var held = (counts: 0, amounts: 0)
    var total = (seen: 0.0, expected: 0.0, variance: 0.0)
    for customer in 0..<n {
      let c = Int(grouped.classOf[customer])
      let later = base.later[customer].count
      if (Int(counts.low[c])...Int(counts.high[c])).contains(later) { held.counts += 1 }
      var generator = CounterGenerator(seed: 77, stream: UInt64(customer))
      let rate = generator.gamma(shape: spend.q) / spend.gamma
      let x = base.histories[customer].x
      let before = x > 0 ? generator.gamma(shape: spend.p * x) / rate / x : 0
      let after =
        later > 0 ? generator.gamma(shape: spend.p * Double(later)) / rate : 0
      let scale = spend.spendScale(x: x, mean: before)
      if amounts.low[c] * scale <= after, after <= amounts.high[c] * scale { held.amounts += 1 }
      total.seen += after
      total.expected += amounts.mean[c] * scale
      total.variance += variance[c] * scale * scale
    }
    #expect((0.93...0.97).contains(Double(held.counts) / Double(n)), "\(held)")
    #expect((0.93...0.97).contains(Double(held.amounts) / Double(n)), "\(held)")
    #expect(abs(total.seen - total.expected) < 4 * .sqrt(total.variance))
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: every customer twice doubles the likelihood and leaves the estimates`(
    model: ModelCase
  ) throws {
    let base = SimulatedBase(model.process, 1500, seed: 2, age: model.age)
    var twice = base
    twice.histories = base.histories.reversed() + base.histories
    let one = try model.model.fit(try base.grouped())
    let two = try model.model.fit(try twice.grouped())
    #expect(abs(two.logLikelihood / one.logLikelihood - 2) < 1e-9)
    for (left, right) in zip(one.parameters, two.parameters) {
      #expect(abs(left.estimate / right.estimate - 1) < 1e-5)
      let (before, after) = (try #require(left.standardError), try #require(right.standardError))
      #expect(abs(before / after / .sqrt(2) - 1) < 1e-4)
    }
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: a fit has the same bits for any order of rows and number of threads`(
    model: ModelCase
  ) throws {
    let base = SimulatedBase(model.process, 9000, seed: 4, age: model.age)
    var mixed = base
    mixed.histories = base.histories.reversed()
    let one = try model.model.fit(try base.grouped(), threads: 1)
    #expect(one == (try model.model.fit(try mixed.grouped(), threads: 4)))
  }

  @Test func `consistency: money times k multiplies gamma by k`() throws {
    let (x, mean) = Self.spend(GammaGamma(p: 6, q: 4, gamma: 150), customers: 2000, seed: 3)
    let one = try GammaGamma.fit(x: x, mean: mean)
    for k in [0.01, 1000.0] {
      let other = try GammaGamma.fit(x: x, mean: mean.map { $0 * k })
      #expect(abs(other.estimates.p / one.estimates.p - 1) < 1e-6)
      #expect(abs(other.estimates.q / one.estimates.q - 1) < 1e-6)
      #expect(abs(other.estimates.gamma / one.estimates.gamma / k - 1) < 1e-6)
      #expect(abs(other.logLikelihood + 2000 * .log(k) - one.logLikelihood) < 1e-5)
    }
    #expect(one == (try GammaGamma.fit(x: x, mean: mean, threads: 3)))
  }

  @Test func `consistency: the spend likelihood is that of each customer, added, at its maximum`()
    throws
  {
    let (x, mean) = Self.spend(GammaGamma(p: 2, q: 3, gamma: 20), customers: 800, seed: 8)
    let card = try GammaGamma.fit(
      x: x + [0, 3], mean: mean + [5, 0], counts: x.map { _ in 1 } + [4, 2])
    #expect(card.customers == 800 && card.skipped == 6)
    func value(_ model: GammaGamma) -> Double {
      zip(x, mean).reduce(0) { $0 + model.logLikelihood(x: Double($1.0), mean: $1.1) }
    }
    let best = value(card.estimates)
    #expect(abs(best - card.logLikelihood) < 1e-8 * abs(best))
    let e = card.estimates
    for (dp, dq, dg) in [(1.02, 1, 1), (0.98, 1, 1), (1, 1.02, 1), (1, 0.98, 1), (1, 1, 1.02)] {
      #expect(value(GammaGamma(p: e.p * dp, q: e.q * dq, gamma: e.gamma * dg)) < best)
    }
  }

  @Test func `correctness: draws have the mean and covariance of the estimates`() throws {
    let model = ModelCase.ordinary[0]
    let base = SimulatedBase(model.process, 2000, seed: 6, age: model.age)
    let card = try model.model.fit(try base.grouped())
    let draws = NormalDraws(mean: [1, -2], covariance: [[0.5, 0.3], [0.3, 0.4]])
      .draws(20_000, seed: 12)
    let n = Double(draws.count)
    let mean = (0..<2).map { k in draws.reduce(0) { $0 + $1[k] } / n }
    #expect(abs(mean[0] - 1) < 0.02 && abs(mean[1] + 2) < 0.02)
    for i in 0..<2 {
      for j in 0..<2 {
        let covariance =
          draws.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / n
        #expect(abs(covariance - [[0.5, 0.3], [0.3, 0.4]][i][j]) < 0.02)
      }
    }
    // Draws of a card: forecasts scatter around that of the estimate, and more begin with fewer.
    let forecasts = card.draws(400, seed: 1).map {
      $0[0].expectedPurchases(ofNewcomerWithin: 100)
    }
    let centre = card.processes[0].expectedPurchases(ofNewcomerWithin: 100)
    let middle = forecasts.sorted()[200]
    #expect(abs(middle / centre - 1) < 0.02)
    #expect(
      card.draws(3, seed: 1).map { $0[0].expectedPurchases(ofNewcomerWithin: 100) }
        == Array(forecasts.prefix(3)))
  }
}
