import Statistics

/// What purchases are expected by: a fitted model, or the mean rate of all customers.
struct PurchaseBasis: Sendable {
  enum Kind: Sendable {
    case model(FitCard)
    case cohortMean(CohortMean)
  }

  let kind: Kind
  /// One a covariate pattern.
  let processes: [any PurchaseProcess]

  init(_ card: FitCard, patterns: Int) {
    kind = .model(card)
    // A model without covariates is the same for every pattern.
    processes = Self.spread(card.processes, patterns)
  }

  init(_ mean: CohortMean, patterns: Int) {
    kind = .cohortMean(mean)
    processes = Self.spread([mean.process(rate: mean.rate)], patterns)
  }

  private static func spread(
    _ processes: [any PurchaseProcess], _ patterns: Int
  ) -> [any PurchaseProcess] {
    guard processes.count == 1, let only = processes.first else { return processes }
    return Array(repeating: only, count: max(1, patterns))
  }

  var card: FitCard? {
    if case .model(let card) = kind { card } else { nil }
  }

  /// Whether customers can be gone: the cohort mean and NBD know no end.
  var knowsDropout: Bool { card.map { $0.model != .nbd } ?? false }

  /// Processes by pattern for each draw of the parameters.
  func draws(_ count: Int, seed: Int) -> [[any PurchaseProcess]] {
    let drawn: [[any PurchaseProcess]] =
      switch kind {
      case .model(let card): card.draws(count, seed: UInt64(seed))
      case .cohortMean(let mean): mean.draws(count, seed: UInt64(seed)).map { [$0] }
      }
    return drawn.map { Self.spread($0, processes.count) }
  }
}

/// One purchase rate for all customers: purchases over time, with Jeffreys' prior.
///
/// λ = (Σ x + ½) / Σ T, its uncertainty Gamma(Σ x + ½, Σ T). Nobody is known to be gone.
/// Source: Jeffreys, *Theory of probability*, 1961, section 3.1, for the prior of a Poisson rate.
struct CohortMean: Sendable {
  let purchases: Double
  let time: Double

  var rate: Double { (purchases + 0.5) / time }

  /// nil where no time has passed.
  init?(_ columns: PurchaseHistoryColumns) {
    var purchases = 0.0
    var time = 0.0
    for row in 0..<columns.count {
      let history = columns.history(row)
      purchases += history.x * Double(columns.customers(row))
      time += history.age * Double(columns.customers(row))
    }
    guard time > 0 else { return nil }
    self.purchases = purchases
    self.time = time
  }

  /// NBD in the limit of customers who are all alike: their own past moves nothing.
  func process(rate: Double) -> any PurchaseProcess {
    let weight = 1e7 * max(1, 1 / rate)
    return PurchaseModel.nbd.process([rate * weight, weight])
  }

  func draws(_ count: Int, seed: UInt64) -> [any PurchaseProcess] {
    (0..<count).map { number in
      var random = CounterGenerator(seed: seed, stream: UInt64(number))
      return process(rate: random.gamma(shape: purchases + 0.5) / time)
    }
  }
}
