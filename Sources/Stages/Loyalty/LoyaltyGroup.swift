import Statistics

/// Customers who gave one answer, or one of several: whether they came back, and for how much.
struct LoyaltyGroup: Sendable {
  /// The level of the scale as answered, or `promoter`, `passive`, `detractor`; `all` for everyone.
  let id: String
  /// Positions on the scale.
  let positions: ClosedRange<Int>
  let n: Int
  let bought: Int
  private(set) var figures: Figures?
  private(set) var visibility: GroupVisibility

  struct Figures: Sendable {
    /// Share of the customers who bought again.
    let rate: Proportion
    /// Revenue of a customer in the days after the answer, major units; nil where it would be the
    /// revenue of a few.
    let spend: MeanEstimate?
    /// Value to come of those that have one, major units; nil where too few of a group have.
    let clv: MeanEstimate?
    let clvN: Int
    /// Whether anybody brought back more than was bought.
    let hasReturns: Bool

    /// Of the mean revenue; not below 0 where no customer's is.
    func spendInterval(_ confidence: Double) -> Interval? {
      spend?.interval(confidence: confidence).map { hasReturns ? $0 : Self.positive($0) }
    }

    /// Of the mean value to come, which is never below 0.
    func clvInterval(_ confidence: Double) -> Interval? {
      clv?.interval(confidence: confidence).map(Self.positive)
    }

    private static func positive(_ interval: Interval) -> Interval {
      Interval(low: max(0, interval.low), high: max(0, interval.high))
    }
  }

  /// - Parameters:
  ///   - rows: of the outcomes whose answer lies in the positions.
  ///   - minor: minor units of a major one.
  ///   - tellsSpend: whether the mean revenue may be told.
  ///   - tellsFuture: whether the mean of the value to come may be told.
  init(
    _ id: String, _ positions: ClosedRange<Int>, _ outcomes: AnswerOutcomes, rows: [Int],
    minor: Double, tellsSpend: Bool, tellsFuture: Bool
  ) {
    self.id = id
    self.positions = positions
    n = rows.count
    bought = rows.count { outcomes.bought[$0] }
    visibility = .empty
    guard let rate = Proportion(bought, of: n) else { return }
    visibility = .shown
    let clv = outcomes.clv.map { all in
      Self.sorted(rows.filter { all[$0] != .min }.map { Double(all[$0]) / minor })
    }
    figures = Figures(
      rate: rate,
      spend: tellsSpend
        ? MeanEstimate(Self.sorted(rows.map { Double(outcomes.spend[$0]) / minor })) : nil,
      clv: tellsFuture ? clv.flatMap { MeanEstimate($0) } : nil,
      clvN: tellsFuture ? clv?.count ?? 0 : 0,
      hasReturns: rows.contains { outcomes.spend[$0] < 0 })
  }

  /// Ascending, so that the order of customers leaves no trace in sums.
  static func sorted(_ values: [Double]) -> [Double] { values.sorted() }

  func hiding() -> LoyaltyGroup {
    guard visibility == .shown else { return self }
    var copy = self
    copy.figures = nil
    copy.visibility = .hidden
    return copy
  }
}
