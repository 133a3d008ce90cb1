import Statistics

/// How far a customer's overall score goes with the scores at each touchpoint.
struct CustomerImportance: Sendable {
  enum Basis: Sendable, Equatable {
    case weights
    case correlation
  }

  struct Figure: Sendable {
    let value: Double
    let interval: Interval?
    /// Customers it rests on.
    let n: Int
    /// Whether it is surely above 0.
    let isSure: Bool
  }

  let basis: Basis
  /// By touchpoint in the order of the journey; nil for those that too few customers met.
  var figures: [Figure?]
  /// Share of the overall score's variance that all touchpoints explain; for weights.
  var rSquared: Double?
  /// Customers with every touchpoint; for weights.
  var n: Int?

  /// Draws of the intervals of the weights.
  private static let draws = 500
  private static let seed: UInt64 = 5_0414

  /// Mean scores by touchpoint and customer, of the moments before the overall answer.
  private struct Means {
    var overall: [Double] = []
    var columns: [[Double]]
    var isSeveral: [Bool] = []

    init(_ moments: CustomerMoments, _ overall: OverallAnswers) {
      columns = moments.touchpoints.labels.map { _ in [] }
      for customer in 0..<moments.customers.count where overall.row[customer] >= 0 {
        let rows = moments.rows(customer, before: overall)
        guard !rows.isEmpty else { continue }
        self.overall.append(overall.value(customer))
        isSeveral.append(moments.areSeveral(moments.rows(customer)))
        var sums = [Double](repeating: 0, count: columns.count)
        var counts = sums
        for row in rows {
          sums[moments.touchpoint(row)] += moments.score(row)
          counts[moments.touchpoint(row)] += 1
        }
        for place in columns.indices {
          columns[place].append(counts[place] > 0 ? sums[place] / counts[place] : .nan)
        }
      }
    }
  }

  /// nil where the data are enough for neither, or another way is wanted.
  ///
  /// - Parameter isCandidate: touchpoints with answers enough to be compared at all.
  init?(
    _ moments: CustomerMoments, _ overall: OverallAnswers, _ isCandidate: [Bool],
    _ settings: JourneySettings
  ) {
    guard settings.importance != .variance else { return nil }
    let means = Means(moments, overall)
    let candidates = isCandidate.indices.filter { isCandidate[$0] }
    guard candidates.count > 1 else { return nil }
    if settings.importance != .correlation,
      let weights = CustomerImportance(weights: means, candidates, settings)
    {
      self = weights
      return
    }
    guard settings.importance != .weights else { return nil }
    let figures = means.columns.indices.map { place in
      isCandidate[place] ? Self.correlation(means, place, settings) : nil
    }
    let isEnough =
      settings.importance == .auto
      ? candidates.allSatisfy { figures[$0] != nil } : figures.contains { $0 != nil }
    guard isEnough else { return nil }
    basis = .correlation
    self.figures = figures
  }

  private init?(weights means: Means, _ candidates: [Int], _ settings: JourneySettings) {
    let columns = [means.overall] + candidates.map { means.columns[$0] }
    guard let rows = CompleteRows(columns: columns),
      rows.covariance.n >= max(settings.leastCustomers, 10 * candidates.count)
    else { return nil }
    let items = Array(1...candidates.count)
    guard let fit = DriverImportance(rows.covariance, response: 0, items: items) else {
      return nil
    }
    let bootstrap = DriverBootstrap(
      rows, response: 0, items: items, draws: Self.draws, seed: Self.seed,
      confidence: settings.survey.confidence)
    let p = Double(candidates.count)
    let f = (fit.rSquared / p) / ((1 - fit.rSquared) / (fit.n - p - 1))
    let isSure = !f.isFinite || FisherF(p, fit.n - p - 1).upperTail(f) < settings.level
    var figures = [Figure?](repeating: nil, count: means.columns.count)
    for (index, place) in candidates.enumerated() {
      figures[place] = Figure(
        value: fit.relativeWeights[index], interval: bootstrap?.relativeWeights[index],
        n: rows.covariance.n, isSure: isSure)
    }
    basis = .weights
    self.figures = figures
    rSquared = fit.rSquared
    n = rows.covariance.n
  }

  /// Over customers who met several touchpoints.
  private static func correlation(
    _ means: Means, _ place: Int, _ settings: JourneySettings
  ) -> Figure? {
    let column = means.columns[place].indices.map {
      means.isSeveral[$0] ? means.columns[place][$0] : .nan
    }
    guard let covariance = Covariance(columns: [means.overall, column]),
      covariance.n >= settings.leastCustomers, covariance.varying.count == 2
    else { return nil }
    let r = covariance.correlation(0, 1)
    let interval = Correlation.interval(
      r, n: Double(covariance.n), confidence: settings.survey.confidence)
    return Figure(
      value: r, interval: interval, n: covariance.n, isSure: (interval?.low ?? -1) > 0)
  }
}

extension JourneySettings {
  /// Chance of error of the tests.
  var level: Double { 1 - survey.confidence }
}
