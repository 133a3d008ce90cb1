import Report
import Statistics
import Values

extension TiersReport {
  /// From this share of one customer on dependence is a warning, from the other an alarm.
  private static let warningShare = 0.1
  private static let alarmShare = 0.25

  /// Who must act on what, gravest first.
  var findings: [Finding] {
    [oneFinding, riskFinding, fallenFinding, topFinding, nearFinding, asideFinding]
      .compactMap(\.self).sorted { ($0.severity, $0.weight) > ($1.severity, $1.weight) }
  }

  private var topFinding: Finding? {
    guard let held = output.concentration, let figure = output.figure("top_10_share"),
      let share = figure.value, let interval = figure.interval
    else { return nil }
    return Finding(
      id: "\(step).top", severity: .note, weight: share * major(held.total),
      sentence: wording(
        P.findingTop,
        [
          "customers": .count(figure.customers ?? 0), "share": .share(share),
          "low": .share(interval.low), "high": .share(interval.high),
        ]),
      page: step,
      action: wording(P.findingTopAction, ["customers": .count(held.needed(for: 0.8))]),
      owner: wording(RFMSegmentMap.keyAccounts))
  }

  private var oneFinding: Finding? {
    guard let held = output.concentration, held.count > 1,
      let row = output.amounts.indices.max(by: { output.amounts[$0] < output.amounts[$1] })
    else { return nil }
    let amount = output.amounts[row]
    let share = Double(amount) / Double(held.total)
    guard share >= Self.warningShare else { return nil }
    return Finding(
      id: "\(step).one", severity: share >= Self.alarmShare ? .alarm : .warning,
      weight: major(amount),
      sentence: wording(
        P.findingOne,
        [
          "customer": .person(output.input.months.customers[row], .customer),
          "share": .share(share), "amount": .money(amount),
        ]),
      page: step, action: wording(P.findingOneAction), owner: wording(RFMSegmentMap.keyAccounts))
  }

  private var riskFinding: Finding? {
    guard !output.atRisk.isEmpty else { return nil }
    let spent = window(output.atRisk)
    let end = output.input.asOf.adding(days: 1).firstOfMonth.adding(months: 1)
    return Finding(
      id: "\(step).stars-at-risk", severity: .warning, weight: major(spent),
      sentence: wording(
        P.findingRisk,
        [
          "customers": .count(output.atRisk.count), "amount": .money(spent),
          "months": .count(output.ladder.months),
        ]),
      page: starsAnchor, action: wording(P.findingRiskAction, ["day": .day(end)]),
      owner: wording(RFMSegmentMap.keyAccounts))
  }

  private var fallenFinding: Finding? {
    guard !output.fallen.isEmpty else { return nil }
    return Finding(
      id: "\(step).stars-lost", severity: .warning, weight: major(window(output.fallen)),
      sentence: wording(
        P.findingFallen,
        ["customers": .count(output.fallen.count), "risen": .count(output.risen)]),
      page: starsAnchor, action: wording(P.findingFallenAction), owner: wording(RFMSegmentMap.sales)
    )
  }

  private var nearFinding: Finding? {
    guard !output.nearNext.isEmpty else { return nil }
    return Finding(
      id: "\(step).stars-near", severity: .note, weight: major(window(output.nearNext)),
      sentence: wording(P.findingNear, ["customers": .count(output.nearNext.count)]),
      page: starsAnchor, action: wording(P.findingNearAction), owner: wording(RFMSegmentMap.sales))
  }

  private var asideFinding: Finding? {
    guard let sum = output.aside[.negative], sum.customers > 0 else { return nil }
    return Finding(
      id: "\(step).below-zero", severity: .note, weight: major(-sum.amount),
      sentence: wording(
        P.findingAside, ["customers": .count(sum.customers), "amount": .money(sum.amount)]),
      page: step, action: wording(P.findingAsideAction), owner: wording(RFMSegmentMap.service))
  }

  private func window(_ rows: [Int]) -> Int64 {
    rows.reduce(0) { $0 + max(0, output.input.months.standing[$1].window) }
  }

  /// What a reader must know before trusting the figures.
  var warnings: [String] {
    var all: [String] = []
    if output.count == 0 {
      all.append(wording(P.headlineNobody, ["day": .day(output.input.asOf)]))
    }
    if !output.input.unknown.isEmpty {
      let segments = output.input.unknown.joined(separator: wording(P.comma))
      all.append(wording(P.unknownKeys, ["segments": .text(segments)]))
    }
    return all
  }
}
