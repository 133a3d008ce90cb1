import Statistics
import Testing

/// Data that say little: a result with a flag, or a reason why there is none; never NaN, never a hang.
@Suite struct DegenerateFitTests {
  struct Data: Sendable, CustomStringConvertible {
    let description: String
    let x: [Double]
    let tx: [Double]
    let age: [Double]

    init(_ description: String, _ rows: Int, _ row: (Double) -> (Double, Double, Double)) {
      self.description = description
      let made = (0..<rows).map { row(Double($0)) }
      x = made.map(\.0)
      tx = made.map(\.1)
      age = made.map(\.2)
    }
  }

  /// Purchases that go round 0 … `most`, the last of each at `last` where there is one.
  private static func round(
    _ row: Double, most: Double, last: Double, age: Double
  ) -> (Double, Double, Double) {
    let x = row.truncatingRemainder(dividingBy: most + 1)
    return (x, x > 0 ? last : 0, age)
  }

  static let enough = [
    Data("all x equal", 40) { (2, 5 + $0, 60) },
    Data("one history many times", 200) { _ in (3, 20, 30) },
    Data("equal ages", 60) { round($0, most: 4, last: 10 + $0, age: 90) },
    Data("all bought on the last day", 30) { ($0.truncatingRemainder(dividingBy: 4) + 1, 90, 90) },
    Data("all bought once more at once", 50) { (1, 1, 100 + $0) },
    Data("a customer of 10,000 purchases", 80) { row in
      row == 0 ? (10_000, 364, 365) : round(row, most: 2, last: row, age: 365)
    },
    Data("no time at all", 30) { round($0, most: 2, last: 0, age: 0) },
    Data("a few repeaters of many", 5000) { $0 < 5 ? (1, 30, 400) : (0, 0, 400) },
    Data("five customers", 5) { row in
      let x = row == 2 ? 0.0 : row + 1
      return (x, x > 0 ? 3 + 1.5 * row : 0, 10 + row)
    },
    Data("tiny times", 50) { round($0, most: 3, last: 1e-6, age: 2e-6) },
    Data("huge times", 50) { round($0, most: 3, last: 1e9, age: 2e9) },
  ]

  @Test(arguments: enough, [PurchaseModel.bgNBD, .mbgNBD, .paretoNBD, .nbd])
  func `input checks: data that say little give numbers`(
    data: Data, model: PurchaseModel
  ) throws {
    let histories = try PurchaseHistories(x: data.x, tx: data.tx, age: data.age)
    let card: FitCard
    do {
      card = try model.fit(histories)
    } catch {
      // Without time there is no rate.
      #expect(data.description == "no time at all" || error == .noMaximum)
      return
    }
    #expect(card.logLikelihood.isFinite && card.gradientNorm.isFinite)
    for parameter in card.parameters {
      #expect(parameter.estimate.isFinite && parameter.estimate > 0)
      if let interval = parameter.interval() {
        #expect(interval.low > 0 && interval.high.isFinite)
        #expect(interval.contains(parameter.estimate))
      } else if parameter.standardError == nil {
        // There is always a word for it.
        var told = !card.isPositiveDefinite
        if case .boundary(let names) = card.state { told = names.contains(parameter.name) || told }
        #expect(told, "\(parameter) \(card.state)")
      }
    }
    if case .boundary(let names) = card.state { #expect(!names.isEmpty) }
    let horizon = max(1e-6, data.age[0])
    let forecast = histories.forecast(
      card.processes,
      ForecastSchedule(steps: [horizon, 2 * horizon], factors: [1, 0.9], horizons: [1, 2]))
    for values in forecast.expected + forecast.discounted + [forecast.alive] {
      #expect(values.allSatisfy { $0.isFinite && $0 >= 0 })
    }
    #expect(forecast.alive.allSatisfy { $0 <= 1 })
    let intervals = histories.purchaseIntervals(card.processes, within: horizon)
    for c in 0..<histories.classCount {
      #expect(intervals.low[c] >= 0 && intervals.low[c] <= intervals.high[c])
      #expect(intervals.mean[c].isFinite && intervals.variance[c].isFinite)
    }
    for draw in card.draws(5, seed: 1) {
      #expect(draw[0].expectedPurchases(histories.history(0), within: horizon).isFinite)
    }
  }

  @Test(arguments: PurchaseModel.allCases)
  func `input checks: too few repeat purchases are not enough data`(model: PurchaseModel) throws {
    for (x, tx, customers) in [
      ([0.0], [0.0], 1), ([2], [3], 1), (Array(repeating: 0, count: 500), nil, 500),
      ([0, 0, 1], [0, 0, 2], 3), ([], [], 0),
    ] as [([Double], [Double]?, Int)] {
      let histories = try PurchaseHistories(
        x: x, tx: tx ?? x, age: x.map { _ in 6 })
      #expect(
        throws: FitFailure.notEnoughData(
          customers: customers, repeaters: histories.repeaters, needed: model.repeatersNeeded)
      ) { try model.fit(histories) }
    }
  }

  @Test func `input checks: the discrete model asks for whole opportunities`() throws {
    let weeks = try PurchaseHistories(
      x: [1, 2, 1, 3, 1], tx: [1, 2.5, 3, 4, 2], age: [6, 6, 6, 6, 6])
    #expect(throws: FitFailure.notSupported) { try PurchaseModel.bgBB.fit(weeks) }
    let early = try PurchaseHistories(
      x: [1, 3, 1, 3, 1], tx: [1, 2, 3, 4, 2], age: [6, 6, 6, 6, 6])
    #expect(throws: FitFailure.notSupported) { try PurchaseModel.bgBB.fit(early) }
    let design = CovariateDesign(purchase: (["a"], [[1]]), dropout: ([], [[]]))
    let plain = try PurchaseHistories(
      x: [1, 2, 1, 3, 1], tx: [1, 2, 3, 4, 2], age: [6, 6, 6, 6, 6])
    #expect(throws: FitFailure.notSupported) {
      try PurchaseModel.bgBB.fit(plain, covariates: design)
    }
    #expect(throws: FitFailure.notSupported) {
      try PurchaseModel.nbd.fit(
        plain, covariates: CovariateDesign(purchase: ([], [[]]), dropout: (["a"], [[1]])))
    }
  }

  @Test func `input checks: customers who all purchase alike have no spread of rates`() throws {
    // Less variation than chance gives: r and alpha go to infinity together, the rate stays.
    let histories = try PurchaseHistories(
      x: Array(repeating: 4, count: 300), tx: Array(repeating: 90, count: 300),
      age: Array(repeating: 100, count: 300))
    let card = try PurchaseModel.nbd.fit(histories)
    #expect(card.state == .boundary(["r", "alpha"]))
    #expect(card.parameters.allSatisfy { $0.standardError == nil })
    let expected = card.processes[0].expectedPurchases(histories.history(0), within: 50)
    #expect(abs(expected - 2) < 1e-3)
  }

  @Test func `input checks: spend without variation, or of too few`() throws {
    #expect(throws: FitFailure.noVariation) {
      try GammaGamma.fit(x: [1, 2, 3, 1], mean: [9, 9, 9, 9])
    }
    #expect(throws: FitFailure.notEnoughData(customers: 4, repeaters: 2, needed: 3)) {
      try GammaGamma.fit(x: [0, 2, 3, 1], mean: [9, 9, 9, 0])
    }
    let card = try GammaGamma.fit(x: [1, 1, 2, 9, 10_000], mean: [1e-3, 5, 8, 1e6, 12])
    #expect(card.logLikelihood.isFinite)
    #expect(card.parameters.allSatisfy { $0.estimate.isFinite && $0.estimate > 0 })
  }

  @Test func `input checks: spend without an expectation tells the estimate and the constraint`()
    throws
  {
    // ν of shape ½: means of means do not exist.
    var x: [Int32] = []
    var mean: [Double] = []
    for customer in 0..<3000 {
      var generator = CounterGenerator(seed: 21, stream: UInt64(customer))
      let rate = generator.gamma(shape: 0.5) / 10
      x.append(Int32(1 + customer % 3))
      mean.append(generator.gamma(shape: 3 * Double(x[customer])) / rate / Double(x[customer]))
    }
    let card = try GammaGamma.fit(x: x, mean: mean)
    #expect(abs(card.estimates.q - 0.5) < 0.05)
    #expect(card.estimates.meanOfNewcomer == nil)
    let constrained = try #require(card.constrained)
    #expect(constrained.estimates.q == GammaGammaCard.leastQ)
    #expect(constrained.logLikelihood < card.logLikelihood)
    #expect(card.usable == constrained.estimates)
    #expect(card.draws(50, seed: 2).allSatisfy { $0.q >= GammaGammaCard.leastQ })
  }
}
