import Report
import Statistics
import Values

extension RetentionWriter {
  /// From this p-value down a difference is told.
  private static let significance = 0.05
  /// Smaller changes are not told: among very many customers chance alone explains next to nothing.
  private static let leastChange = 0.02
  /// Groups smaller than this are not named.
  private static let fewestCustomers = 30
  /// A group is named from this pace of losses on.
  private static let muchFaster = 1.2
  /// How many names a list to call begins with.
  private static let firstCalls = 20

  var findings: [Finding] {
    let bought = output.purchases.map { purchases in
      [
        periodFinding(purchases), cohortFinding(purchases), groupFinding(purchases),
        dueFinding(purchases),
      ]
    }
    return ((bought ?? []) + [renewalFinding, revenueFinding]).compactMap(\.self)
  }

  /// The last full period against the same one a year before, or else the one before it.
  private func periodFinding(_ purchases: PurchaseRetention) -> Finding? {
    let calendar = purchases.triangle.calendar
    guard let latest = purchases.latestPeriod, let now = purchases.retention(latest) else {
      return nil
    }
    let year =
      switch settings.period {
      case .week: 52
      case .month: 12
      case .quarter: 4
      }
    let earlier = [latest - year, latest - 1].first { $0 >= 1 }
    guard let earlier, let then = purchases.retention(earlier),
      let difference = now.difference(from: then), difference.pValue < Self.significance,
      abs(difference.value) >= Self.leastChange
    else { return nil }
    let isFall = difference.value < 0
    let base = purchases.flows[latest - 1]
    let flow = purchases.flows[latest]
    let perCustomer = flow.active > 0 ? major(flow.revenue) / Double(flow.active) : 0
    let interval = now.wilson()
    let names: KeyValuePairs<String, Wording.Argument> = [
      "now": .text(calendar.label(latest)), "before": .text(calendar.label(latest - 1)),
      "earlier": .text(calendar.label(earlier)), "share": .share(now.share),
      "low": .share(interval.low), "high": .share(interval.high), "then": .share(then.share),
      "lost": .count(base.active - flow.retained),
    ]
    return Finding(
      id: "retention.change", severity: isFall ? .warning : .good,
      weight: max(0, abs(difference.value) * Double(base.active) * perCustomer),
      sentence: wording(isFall ? P.fell : P.rose, names), page: step,
      action: wording(isFall ? P.fellAction : P.roseAction, names),
      owner: wording(P.ownerSales), isLead: isFall)
  }

  /// The newest cohort that was seen for one period after its first, against all before it.
  private func cohortFinding(_ purchases: PurchaseRetention) -> Finding? {
    let triangle = purchases.triangle
    let seen = triangle.cohorts.filter { triangle.retained($0, 1, .classic) != nil }
    guard let newest = seen.last, let count = triangle.retained(newest, 1, .classic),
      newest.size >= Self.fewestCustomers, let now = Proportion(count, of: newest.size)
    else { return nil }
    var before = CohortTriangle.Mean()
    for cohort in seen.dropLast() {
      if let kept = triangle.retained(cohort, 1, .classic) { before.add(cohort, kept) }
    }
    guard let then = Proportion(before.retained, of: before.customers),
      let difference = now.difference(from: then), difference.pValue < Self.significance,
      abs(difference.value) >= Self.leastChange
    else { return nil }
    let isWorse = difference.value < 0
    let interval = now.wilson()
    let names: KeyValuePairs<String, Wording.Argument> = [
      "cohort": .text(triangle.calendar.label(newest.index)), "share": .share(now.share),
      "low": .share(interval.low), "high": .share(interval.high), "then": .share(then.share),
      "lost": .count(newest.size - count),
    ]
    let spent = major(newest.cells[0].revenue) / Double(newest.size)
    return Finding(
      id: "retention.cohort", severity: isWorse ? .warning : .good,
      weight: max(0, abs(difference.value) * Double(newest.size) * spent),
      sentence: wording(isWorse ? P.cohortWorse : P.cohortBetter, names), page: step,
      action: wording(isWorse ? P.cohortWorseAction : P.cohortBetterAction, names),
      owner: wording(P.ownerSales))
  }

  /// The group that is lost fastest, where the log-rank test finds the groups to differ.
  private func groupFinding(_ purchases: PurchaseRetention) -> Finding? {
    var worst: (kind: CustomerDimension, group: SurvivalComparison.Group, factor: Double)?
    for comparison in purchases.comparisons {
      guard let test = comparison.test, test.pValue < Self.significance else { continue }
      for group in comparison.groups where !group.label.isEmpty {
        guard let factor = group.relativeLoss, factor >= Self.muchFaster,
          group.curve.table.lives >= Self.fewestCustomers, factor > worst?.factor ?? 0
        else { continue }
        worst = (comparison.kind, group, factor)
      }
    }
    guard let worst else { return nil }
    let curve = worst.group.curve
    let horizon = settings.horizon
    func share(_ curve: KaplanMeier) -> Wording.Argument {
      curve.survival(at: horizon).map { .share($0) } ?? .phrase(P.noValue)
    }
    return Finding(
      id: "retention.group", severity: .warning,
      sentence: wording(
        P.groupLoses,
        [
          "dimension": .text(wording(worst.kind.title)), "group": .text(worst.group.label),
          "factor": .value(worst.factor, .ratio), "lost": .count(curve.table.events),
          "customers": .count(curve.table.lives), "share": share(curve),
          "rest": share(purchases.overall), "horizon": days(horizon),
        ]),
      page: "\(step)-survival",
      action: wording(
        P.groupAction,
        ["group": .text(worst.group.label), "days": days(purchases.rule.days)]),
      owner: wording(P.ownerAccounts))
  }

  private func dueFinding(_ purchases: PurchaseRetention) -> Finding? {
    let amounts = due.map { purchases.lives.revenue[$0] }
    let revenue = amounts.reduce(0, +)
    guard !due.isEmpty, revenue > 0 else { return nil }
    let shown = min(Self.firstCalls, due.count)
    let first = amounts.prefix(shown).reduce(0, +)
    return Finding(
      id: "retention.due", severity: .warning, weight: major(revenue),
      sentence: wording(
        P.due,
        [
          "customers": .count(due.count), "revenue": .money(revenue),
          "days": days(settings.dueWithin),
        ]),
      page: "\(step)-survival",
      action: wording(
        P.dueAction,
        ["shown": .count(shown), "share": .share(min(1, Double(first) / Double(revenue)))]),
      owner: wording(P.ownerService))
  }

  private var renewalFinding: Finding? {
    let soon = dueContracts
    guard !soon.isEmpty else { return nil }
    let revenue = soon.reduce(Int64(0)) { $0 + (outlooks[$1.index]?.termRevenue ?? 0) }
    return Finding(
      id: "retention.renewals", severity: .warning, weight: major(revenue),
      sentence: wording(
        revenue > 0 ? P.renewalsSoon : P.renewalsSoonPlain,
        [
          "contracts": .count(soon.count), "days": days(settings.renewalsWithin),
          "revenue": .money(revenue),
        ]),
      page: "\(step)-contracts", action: wording(P.renewalsAction),
      owner: wording(P.ownerAccounts))
  }

  private var revenueFinding: Finding? {
    guard let revenue = output.revenue, let month = revenue.latest,
      let net = month.netRetention, let interval = net.interval()
    else { return nil }
    let shrank = net.value < 1
    // An interval that holds 1 tells of no change.
    let severity: Finding.Severity =
      interval.contains(1) ? .note : shrank ? .warning : .good
    let names: KeyValuePairs<String, Wording.Argument> = [
      "before": .text(Self.label(month.month.adding(months: -revenue.over))),
      "now": .text(Self.label(month.month)), "net": .share(net.value),
      "low": .share(interval.low), "high": .share(interval.high),
      "churned": .money(month.churned), "contraction": .money(month.contraction),
      "expansion": .money(month.expansion), "lost": .count(month.lostCustomers),
    ]
    return Finding(
      id: "retention.revenue", severity: severity,
      weight: abs(major(month.expansion - month.contraction - month.churned)),
      sentence: wording(shrank ? P.revenueShrank : P.revenueGrew, names),
      page: "\(step)-contracts",
      action: wording(shrank ? P.revenueShrankAction : P.revenueGrewAction, names),
      owner: wording(P.ownerAccounts))
  }
}
