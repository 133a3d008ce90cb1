package import Diagnostics
import Pipeline
import Statistics
package import Values

/// What the texts say, held against our own data.
package struct Claims: Stage {
  package static let name = "claims"
  package static let summary = Phrase(
    "The texts' sentences with a figure in them, each against our own figure with its interval and a verdict",
    "将文献中的数字论断与本企业数据逐条对照，给出区间与结论")
  package static let example = """
    - stage: claims
      settings:
        months: 12
        wide: 0.5
        leaving_kinds: [cancellation]
        care_reasons: [no contact, unfriendly]
    """

  private let settings: ClaimsSettings

  /// Fails where reasons are named and no kind of case that has them, or the other way round.
  package init(_ settings: ClaimsSettings) throws(Diagnostic) {
    guard settings.leavingKinds.isEmpty == settings.careReasons.isEmpty else {
      let (given, missing) =
        settings.careReasons.isEmpty
        ? ("leaving_kinds", "care_reasons") : ("care_reasons", "leaving_kinds")
      throw Diagnostic(
        .configuration, "half-a-reason", "'\(given)' is set and '\(missing)' is not",
        help: "set both: the kinds of cases in which customers leave, and the categories of these "
          + "that mean want of care")
    }
    self.settings = settings
  }

  package func run(_ input: ClaimsInput) throws(Diagnostic) -> ClaimsOutput {
    let revenue = concentration(input.revenue)
    let margin = concentration(input.margin ?? [])
    let results = Claim.allCases.map { claim -> ClaimResult in
      switch claim {
      case .paretoRevenue: held(claim, revenue, 0.2, or: .noRevenue)
      case .paretoMargin: held(claim, margin, 0.2, or: .noMargin)
      case .topTenth: held(claim, revenue, 0.1, or: .noRevenue)
      case .sixTimes: sixTimes(input.earlier)
      case .lackOfCare: lackOfCare(input)
      case .noContact: noContact(input)
      case .acquisitionCost: acquisitionCost(input.earlier)
      }
    }
    var output = ClaimsOutput(
      asOf: input.asOf, currency: input.currency, scope: input.scope, minCell: input.minCell,
      settings: settings, results: results, repurchase: input.earlier.repurchase,
      reasons: input.reasons, draws: draws(input.revenue.count))
    output.unknown = input.unknown
    return output
  }

  // MARK: Concentration

  private struct Held {
    let amounts: Concentration
    /// Of the greatest tenth and fifth.
    let intervals: [Double: Interval]
  }

  /// So many that a million customers take seconds.
  private func draws(_ customers: Int) -> Int {
    min(settings.draws, max(200, 200_000_000 / max(1, customers)))
  }

  private func concentration(_ ascending: [Int64]) -> Held? {
    guard let amounts = Concentration(ascending: ascending) else { return nil }
    let shares = [0.1, 0.2]
    let intervals = amounts.bootstrap(
      ofGreatest: shares, draws: draws(amounts.count), seed: UInt64(settings.seed),
      confidence: settings.confidence)
    return Held(
      amounts: amounts,
      intervals: intervals.map { Dictionary(uniqueKeysWithValues: zip(shares, $0)) } ?? [:])
  }

  private func held(
    _ claim: Claim, _ held: Held?, _ share: Double, or gap: ClaimGap
  ) -> ClaimResult {
    guard let held, let interval = held.intervals[share] else { return ClaimResult(claim, gap) }
    let amounts = held.amounts
    return ClaimResult(
      claim, amounts.held(byGreatest: amounts.customers(in: share)), interval, n: amounts.count,
      wide: settings.wide)
  }

  // MARK: Earlier steps

  private func sixTimes(_ earlier: EarlierFigures) -> ClaimResult {
    guard earlier.hasLoyalty else { return ClaimResult(.sixTimes, .noLoyalty) }
    guard let groups = earlier.repurchase?.groups, groups.count > 1,
      let (upper, lower) = Self.best(groups),
      let ratio = RiskRatio(upper, to: lower)
    else { return ClaimResult(.sixTimes, .noLevels) }
    return ClaimResult(
      .sixTimes, ratio.value, ratio.interval(confidence: settings.confidence),
      n: Int(upper.n + lower.n), wide: settings.wide)
  }

  /// Rates of the best level and the next; nil where nobody chose one of them.
  static func best(
    _ groups: [(id: String, no: Int, yes: Int)]
  ) -> (upper: Proportion, lower: Proportion)? {
    let rates = groups.suffix(2).map { Proportion($0.yes, of: $0.no + $0.yes) }
    guard rates.count == 2, let lower = rates[0], let upper = rates[1] else { return nil }
    return (upper, lower)
  }

  /// Costs are as given; how many customers came and stayed is counted, and counts vary.
  private func acquisitionCost(_ earlier: EarlierFigures) -> ClaimResult {
    guard earlier.hasAcquisition else { return ClaimResult(.acquisitionCost, .noAcquisition) }
    guard let cost = earlier.cost else { return ClaimResult(.acquisitionCost, .noKeeping) }
    // (a / new) / (k / kept), a and k the costs, is a multiple of kept / new.
    let interval = CountRatio(cost.kept, to: cost.new).map { counts in
      let own = counts.interval(confidence: settings.confidence)
      let scale = cost.ratio / counts.value
      return Interval(low: own.low * scale, high: own.high * scale)
    }
    return ClaimResult(
      .acquisitionCost, cost.ratio, interval, n: cost.new + cost.kept, wide: settings.wide)
  }

  // MARK: Why customers leave

  private func share(_ claim: Claim, _ part: ClaimsInput.Part, or gap: ClaimGap) -> ClaimResult {
    guard let share = Proportion(part.count, of: part.n) else { return ClaimResult(claim, gap) }
    return ClaimResult(
      claim, share.share, share.wilson(confidence: settings.confidence), n: part.n,
      wide: settings.wide)
  }

  private func lackOfCare(_ input: ClaimsInput) -> ClaimResult {
    guard !settings.leavingKinds.isEmpty else { return ClaimResult(.lackOfCare, .noReasons) }
    if let unknown = input.unknown { return ClaimResult(.lackOfCare, unknown.gap) }
    guard let reasons = input.reasons else { return ClaimResult(.lackOfCare, .noLeaving) }
    return share(.lackOfCare, reasons, or: .noLeaving)
  }

  private func noContact(_ input: ClaimsInput) -> ClaimResult {
    guard input.earlier.lost != nil else { return ClaimResult(.noContact, .noLifecycle) }
    guard input.hasCases else { return ClaimResult(.noContact, .noCases) }
    guard let part = input.withoutContact else { return ClaimResult(.noContact, .noLost) }
    return share(.noContact, part, or: .noLost)
  }
}
