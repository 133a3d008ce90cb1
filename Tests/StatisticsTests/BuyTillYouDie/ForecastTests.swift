import RealModule
import Statistics
import Testing

@Suite struct ForecastTests {
  // Values of methods that were recomputed by an independent programme: Fader, Hardie & Lee,
  // Marketing Science 24(2), 2005, and the tests of the Python package lifetimes.
  @Test(
    arguments: [
      (0.1429, 0.0078), (1, 0.0532), (3, 0.1506), (31.8571, 1.0405), (32, 1.0437), (78, 1.8576),
    ])
  func `correctness: expected purchases of a newcomer under BG-NBD`(t: Double, expected: Double) {
    let process = PurchaseModel.bgNBD.process([0.24259, 4.41360, 0.79292, 2.42591])
    #expect(abs(process.expectedPurchases(ofNewcomerWithin: t) - expected) < 1e-3)
  }

  @Test(
    arguments: [
      (2.0, 30.43, 38.86, 0.8691, 6.5004), (0, 0, 38.86, 0.2951, 0.4783),
      (10, 35, 38.86, 0.9273, 28.666),
    ])
  func `correctness: probability alive and discounted purchases under Pareto-NBD`(
    x: Double, tx: Double, age: Double, alive: Double, discounted: Double
  ) throws {
    let process = PurchaseModel.paretoNBD.process([0.5533, 10.5776, 0.6062, 11.6679])
    let history = PurchaseHistory(x: x, tx: tx, age: age)
    #expect(abs(process.probabilityAlive(history) - alive) < 1e-4)
    let value = try #require(process.discountedPurchases(history, rate: .log(1.15) / 52))
    #expect(abs(value / discounted - 1) < 1e-4)
  }

  @Test func `correctness: expected purchases under Pareto-NBD`() {
    let process = PurchaseModel.paretoNBD.process([0.5533, 10.5776, 0.6062, 11.6679])
    #expect(abs(process.expectedPurchases(ofNewcomerWithin: 39) - 1.2135) < 2e-4)
    let history = PurchaseHistory(x: 2, tx: 30.43, age: 38.86)
    #expect(abs(process.expectedPurchases(history, within: 39) - 1.4551) < 1e-4)
  }

  /// Histories of all kinds, for each model.
  private static func histories(_ model: ModelCase) -> [PurchaseHistory] {
    model.isDiscrete
      ? [(0, 0, 6), (3, 4, 6), (6, 6, 6), (1, 2, 9)].map {
        PurchaseHistory(x: $0, tx: $1, age: $2)
      }
      : [(0, 0, 0), (0, 0, 200), (1, 5, 90), (4, 88, 90), (30, 300, 365), (9, 20, 400)].map {
        PurchaseHistory(x: $0, tx: $1, age: $2)
      }
  }

  private static func horizons(_ model: ModelCase) -> [Double] {
    model.isDiscrete ? [1, 4, 25] : [1, 30, 365, 3650]
  }

  @Test(arguments: LikelihoodTests.cases)
  func `consistency: expectation, none and presence are those of the distribution`(
    model: ModelCase
  ) {
    let process = model.process
    for history in Self.histories(model) {
      for t in Self.horizons(model) {
        let distribution = process.distribution(history, within: t)
        let total = distribution.probabilities.reduce(0, +)
        #expect(abs(total - 1) < 1e-7)
        #expect(distribution.probabilities.allSatisfy { $0 >= 0 })
        let expected = process.expectedPurchases(history, within: t)
        #expect(abs(distribution.mean - expected) < 1e-5 * max(1, expected), "\(history) \(t)")
        let none = process.probabilityOfNone(history, within: t)
        #expect(abs(distribution.probabilities[0] - none) < 1e-8)
      }
    }
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: the probability of a history is that of purchases and then of none`(
    model: ModelCase
  ) {
    // P(x, tx, T + t | ...) = P(x, tx, T) P(no purchase in t | x, tx, T).
    for history in Self.histories(model) {
      for t in Self.horizons(model) {
        let longer = PurchaseHistory(x: history.x, tx: history.tx, age: history.age + t)
        let ratio = Double.exp(
          model.process.logLikelihood(longer) - model.process.logLikelihood(history))
        #expect(abs(ratio - model.process.probabilityOfNone(history, within: t)) < 1e-9)
      }
    }
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: simulated customers do what the forecasts say`(model: ModelCase) throws {
    let t = model.isDiscrete ? 5.0 : 120
    let age = model.isDiscrete ? 6.0 : 80
    let n = 60_000
    let base = SimulatedBase(model.process, n, seed: 5, within: t, age: { _ in age })
    var sums = (expected: 0.0, none: 0.0, alive: 0.0, variance: 0.0)
    var seen = (purchases: 0.0, none: 0.0, present: 0.0)
    let grouped = try base.grouped()
    let forecast = grouped.forecast(
      [model.process], ForecastSchedule(steps: [t], factors: [1], horizons: [1]))
    let none = grouped.probabilityOfNone([model.process], within: t)
    let intervals = grouped.purchaseIntervals([model.process], within: t)
    for customer in 0..<n {
      let c = Int(grouped.classOf[customer])
      sums.expected += forecast.expected[0][c]
      sums.variance += intervals.variance[c]
      sums.none += none[c]
      sums.alive += model.process.probabilityPresent(base.histories[customer])
      seen.purchases += Double(base.later[customer].count)
      seen.none += base.later[customer].isEmpty ? 1 : 0
      seen.present += base.present[customer] ? 1 : 0
    }
    // Within four standard errors of the simulation.
    let size = Double(n)
    #expect(abs(seen.purchases - sums.expected) < 4 * .sqrt(sums.variance))
    #expect(abs(seen.none - sums.none) < 4 * 0.5 * .sqrt(size))
    #expect(abs(seen.present - sums.alive) < 4 * 0.5 * .sqrt(size))
    // And of all customers at the start.
    let fromStart = Double(base.histories.reduce(0) { $0 + $1.x }) / size
    let expected = model.process.expectedPurchases(ofNewcomerWithin: age)
    let spread = model.process.distribution(model.process.newcomer, within: age).variance
    #expect(abs(fromStart - expected) < 4 * .sqrt(spread / size))
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: all classes at once are each customer by itself, on any threads`(
    model: ModelCase
  ) throws {
    let base = SimulatedBase(model.process, 3000, seed: 9, age: model.age)
    let grouped = try base.grouped()
    let steps = model.isDiscrete ? [1.0, 2, 5, 9, 30] : [30.0, 61, 91, 182, 365]
    let schedule = ForecastSchedule(
      steps: steps, factors: [0.99, 0.98, 0.96, 0.9, 0.8], horizons: [2, 5])
    let one = grouped.forecast([model.process], schedule, threads: 1)
    #expect(one == grouped.forecast([model.process], schedule, threads: 3))
    #expect(
      grouped.purchaseIntervals([model.process], within: steps[2], threads: 1)
        == grouped.purchaseIntervals([model.process], within: steps[2], threads: 3))
    for c in stride(from: 0, to: grouped.classCount, by: 17) {
      let history = grouped.history(c)
      let values = steps.map { model.process.expectedPurchases(history, within: $0) }
      #expect(abs(one.alive[c] - model.process.probabilityAlive(history)) < 1e-14)
      #expect(abs(one.expected[0][c] - values[1]) < 1e-11 * max(1, values[1]))
      #expect(abs(one.expected[1][c] - values[4]) < 1e-11 * max(1, values[4]))
      var worth = 0.0
      for k in steps.indices {
        worth += schedule.factors[k] * (values[k] - (k > 0 ? values[k - 1] : 0))
      }
      #expect(abs(one.discounted[1][c] - worth) < 1e-10 * max(1, worth))
      let interval = model.process.distribution(history, within: steps[2]).interval()
      let tabled = grouped.purchaseIntervals([model.process], within: steps[2])
      #expect(Int(tabled.low[c]) == interval.low && Int(tabled.high[c]) == interval.high)
      if c > 200 { break }
    }
  }

  @Test(
    arguments: [
      // a on both sides of 1 and at it, a + b of 1, very large b, very late horizons.
      (0.8, 15.0, 0.9, 3.0), (0.8, 15, 1, 3), (0.8, 15, 1.0000001, 3), (0.5, 5, 0.25, 0.75),
      (2, 30, 3, 2e5), (0.3, 0.1, 0.5, 0.2), (0.02, 8, 6, 0.5), (12, 100, 0.01, 20),
    ])
  func `consistency: expected purchases are the integral of their rate`(
    r: Double, alpha: Double, a: Double, b: Double
  ) {
    // E[Y(t)] = ∫₀ᵗ Σ_k P(k purchases by u) P(still there) · rate: by small differences of the mean of
    // the closed-form distribution, which is another formula.
    for model in [PurchaseModel.bgNBD, .mbgNBD] {
      let process = model.process([r, alpha, a, b])
      for (x, tx, age) in [(0.0, 0.0, 0.0), (0, 0, 50), (1, 40, 41), (25, 90, 200)] {
        let history = PurchaseHistory(x: x, tx: tx, age: age)
        for t in [0.5, 20, 400] {
          let direct = process.expectedPurchases(history, within: t)
          let mean = process.distribution(history, within: t).mean
          #expect(abs(direct - mean) < 2e-6 * max(1e-3, mean), "\(model) \(history) \(t)")
        }
      }
    }
  }

  @Test(arguments: ModelCase.ordinary)
  func `consistency: forecasts rise with time and fall with silence`(model: ModelCase) {
    let times = model.isDiscrete ? [1.0, 2, 3, 10, 40] : [0.1, 1, 30, 365, 10_000]
    for history in Self.histories(model) {
      let values = times.map { model.process.expectedPurchases(history, within: $0) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
      let none = times.map { model.process.probabilityOfNone(history, within: $0) }
      #expect(zip(none, none.dropFirst()).allSatisfy { $0 >= $1 })
      let alive = times.map { model.process.probabilityAlive(history, after: $0) }
      #expect(zip(alive, alive.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(alive[0] <= model.process.probabilityAlive(history))
    }
  }

  @Test func `correctness: discounted purchases are the sum of those of each time`() throws {
    for (model, rate) in [(ModelCase.ordinary[2], 0.002), (ModelCase.ordinary[4], 0.1)] {
      let history = Self.histories(model)[1]
      let closed = try #require(model.process.discountedPurchases(history, rate: rate))
      var sum = 0.0
      var before = 0.0
      let step = 1.0
      for k in 1...(model.isDiscrete ? 400 : 12_000) {
        let t = step * Double(k)
        let value = model.process.expectedPurchases(history, within: t)
        let factor =
          model.isDiscrete ? .pow(1 + rate, -t) : Double.exp(-rate * (t - step / 2))
        sum += factor * (value - before)
        before = value
      }
      #expect(abs(closed / sum - 1) < 1e-5)
      // Less discount is worth more.
      let more = try #require(model.process.discountedPurchases(history, rate: rate / 2))
      #expect(more > closed)
    }
  }

  @Test(arguments: [GammaGamma(p: 6, q: 4, gamma: 150), GammaGamma(p: 0.6, q: 1.3, gamma: 9)])
  func `consistency: the ends of spend intervals are the quantiles of their mixture`(
    spend: GammaGamma
  ) throws {
    let process = ModelCase.ordinary[0].process
    let histories = try PurchaseHistories(
      x: [0, 1, 3, 3, 60, 60, 2500], tx: [0, 20, 50, 98, 95, 99.9, 99.99],
      age: Array(repeating: 100, count: 7))
    for confidence in [0.8, 0.95] {
      let intervals = histories.spendIntervals(
        [process], spend, within: 365, confidence: confidence)
      for c in 0..<histories.classCount {
        let history = histories.history(c)
        let counts = process.distribution(history, within: 365).probabilities
        let shape = spend.p * history.x + spend.q
        func share(below w: Double) -> Double {
          counts.enumerated().reduce(0.0) { sum, entry in
            let (k, p) = (Double(entry.offset), entry.element)
            return sum
              + (k == 0 ? p : p * IncompleteBeta.regularised(w / (1 + w), k * spend.p, shape))
          }
        }
        let tail = (1 - confidence) / 2
        let isBounded = counts[0] <= tail
        let high = isBounded ? 1 - tail : confidence
        if counts[0] >= high {
          #expect(intervals.high[c] == 0)
        } else {
          #expect(abs(share(below: intervals.high[c]) - high) < 2e-3, "\(history)")
        }
        if isBounded {
          #expect(abs(share(below: intervals.low[c]) - tail) < 2e-3, "\(history)")
        } else {
          #expect(intervals.low[c] == 0)
        }
        let mean = process.distribution(history, within: 365).mean * spend.p / (shape - 1)
        #expect(abs(intervals.mean[c] - mean) < 1e-9 * mean)
      }
    }
  }

  @Test func `input checks: without a rate there is no endless sum, and none for BG-NBD`() {
    let history = PurchaseHistory(x: 1, tx: 2, age: 4)
    for model in [ModelCase.ordinary[2], ModelCase.ordinary[4]] {
      #expect(model.process.discountedPurchases(history, rate: 0) == nil)
      #expect(model.process.discountedPurchases(history, rate: -1) == nil)
    }
    #expect(ModelCase.ordinary[0].process.discountedPurchases(history, rate: 0.1) == nil)
  }
}
