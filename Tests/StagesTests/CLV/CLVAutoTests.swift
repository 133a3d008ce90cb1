import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// The model that `auto` takes predicts what follows about as well as the best of all.
@Suite struct CLVAutoTests {
  /// What a set of customers did up to the as-of date, and how often each bought after it.
  struct Future {
    let source: Source
    /// By customer of the source's order.
    let later: [Double]
    let length: Double
  }

  /// The error of a model fitted up to the as-of date over what followed: root mean square of the
  /// purchases of a customer.
  private static func error(_ choice: CLVModelChoice, _ future: Future) throws -> Double {
    let settings = CLVSettings.with {
      $0.model = choice
      $0.holdout = CLVHorizon(13, .week)
    }
    let input = try CLVInput(from: future.source, settings)
    let result = try ModelFitting(settings: settings, input: input).run()
    let card = try #require(result.ladder.rung?.card)
    let expected = result.histories.forecast(
      card.processes, ForecastSchedule(steps: [future.length], factors: [1], horizons: [1])
    ).expected[0]
    let squares = future.later.indices.reduce(0.0) { sum, row in
      let difference = expected[Int(result.histories.classOf[row])] - future.later[row]
      return sum + difference * difference
    }
    return (squares / Double(future.later.count)).squareRoot()
  }

  private static func worst(_ future: Future) throws -> Double {
    let single = try [CLVModelChoice.mbgNBD, .bgNBD, .paretoNBD, .nbd].map {
      try error($0, future)
    }
    return try error(.auto, future) / (single.min() ?? .nan) - 1
  }

  /// 39 weeks known, 39 weeks to come, as with CDNOW.
  private static func simulated(_ model: PurchaseModel, seed: UInt64) -> Future {
    let buyers = SimulatedBuyers(
      model, SimulatedBuyers.lively(model), customers: 400, arrivals: 84, length: 546, seed: seed)
    let maker = buyers.maker()
    return Future(
      source: Source(
        asOf: SimulatedBuyers.start.adding(days: 272), currency: .cny,
        purchaseDays: maker.days(from: SimulatedBuyers.start)),
      later: maker.customers.map { customer in
        Double(customer.lines.count { $0.day > 272 && $0.day <= 545 })
      }, length: 273)
  }

  @Test(arguments: [PurchaseModel.mbgNBD, .bgNBD, .paretoNBD, .nbd])
  func `auto is at most two per cent above the best model on ten simulated sets`(
    model: PurchaseModel
  ) throws {
    for seed in 1...10 {
      let above = try Self.worst(Self.simulated(model, seed: UInt64(seed)))
      #expect(above <= 0.02, "seed \(seed): \(above)")
    }
  }

  @Test(
    .enabled(
      if: ReferenceLog.cdnow != nil, "the reference data lie beside the repository or not at all"))
  func `auto on CDNOW: fitted on weeks 1 to 26, compared on 27 to 39, scored on 40 to 78`() throws {
    let all = try #require(ReferenceLog.cdnow)
    let asOf = try #require(Day(iso: "1997-09-30"))
    var later: [Double] = []
    for customer in 0..<all.customerCount {
      later.append(
        Double(
          all.days(of: customer).count { all[$0].day > asOf.number && all[$0].isPurchase }))
    }
    let future = Future(
      source: Source(asOf: asOf, currency: .cny, purchaseDays: all), later: later, length: 273)
    #expect(try Self.worst(future) <= 0.02)
  }

  // MARK: The rule

  private static func rung(
    _ model: PurchaseModel, error: Double?, likelihood: Double, state: FitState = .converged
  ) throws -> ModelLadder.Rung {
    let names = model.parameterNames
    let card = try #require(
      FitCard(
        model: model, estimates: names.map { _ in 1 },
        covariance: names.map { one in names.map { $0 == one ? 1 : 0 } },
        logLikelihood: likelihood, state: state, customers: 100, distinct: 50))
    return ModelLadder.Rung(
      model: model, card: card, backTest: error.map { BackTest(card: card, error: $0) })
  }

  @Test(
    arguments: [
      ([1.0, 1.5, 1.2], [-100.0, -90, -90], 0, ModelLadder.Reason.leastError),
      ([1.0, 1.005, 1.2], [-100, -90, -80], 1, .leastBIC),
      ([nil, nil, nil], [-100, -90, -95], 1, .leastBICWithoutHoldout),
    ] as [([Double?], [Double], Int, ModelLadder.Reason)])
  func `the least error stands, within one per cent the least criterion`(
    errors: [Double?], likelihoods: [Double], chosen: Int, reason: ModelLadder.Reason
  ) throws {
    var ladder = ModelLadder()
    let models: [PurchaseModel] = [.mbgNBD, .bgNBD, .paretoNBD]
    ladder.rungs = try models.indices.map {
      try Self.rung(models[$0], error: errors[$0], likelihood: likelihoods[$0])
    }
    ladder.choose()
    #expect(ladder.chosen == chosen)
    #expect(ladder.reason == reason)
  }

  @Test func `fits that did not converge come last, and none leaves the mean`() throws {
    var ladder = ModelLadder()
    ladder.rungs = [
      try Self.rung(.mbgNBD, error: 1, likelihood: -10, state: .stalled),
      try Self.rung(.nbd, error: 2, likelihood: -20),
    ]
    ladder.choose()
    #expect(ladder.chosen == 1)
    ladder.rungs = [.init(model: .nbd, failure: .noVariation)]
    ladder.choose()
    #expect(ladder.chosen == nil)
    #expect(ladder.reason == .cohortMean)
  }
}
