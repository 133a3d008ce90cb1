import Exports
import Report
import Statistics
import Values

extension LedgerWriter {
  var findings: [Finding] {
    guard let change = output.change else { return [] }
    return [revenueFinding(change), lossFinding(change), retentionFinding(change)]
      .compactMap(\.self)
  }

  /// The last full quarter against the earlier one, from a change of one per cent on.
  private func revenueFinding(_ change: QuarterChange) -> Finding? {
    let all = change.total.all
    guard let relative = all.relativeChange, abs(relative) >= 0.01 else { return nil }
    let isFall = relative < 0
    return Finding(
      id: "ledger.revenue", severity: isFall ? .warning : .good, weight: abs(major(all.change)),
      sentence: wording(
        isFall ? P.revenueFell : P.revenueRose,
        [
          "now": .text(change.now.label), "before": .text(change.before.label),
          "revenue": .money(all.now), "share": .share(abs(relative)),
        ]),
      page: step, action: wording(isFall ? P.revenueFellAction : P.revenueRoseAction), isLead: true)
  }

  /// The group that lost most, where it holds half of its dimension's losses and fell at least five
  /// points more than the rest.
  private func lossFinding(_ change: QuarterChange) -> Finding? {
    var worst: (kind: CustomerDimension, group: QuarterChange.Group, rest: Double)?
    for (kind, groups) in change.dimensions {
      let losses = groups.reduce(Int64(0)) { $0 + max(0, -$1.all.change) }
      for group in groups where !group.label.isEmpty {
        let cell = group.all
        let others = groups.filter { $0.label != group.label }
          .reduce(QuarterChange.Cell()) { $0 + $1.all }
        guard cell.change < 0, -cell.change * 2 >= losses, let own = cell.relativeChange,
          let rest = others.relativeChange, own <= rest - 0.05,
          cell.change < worst?.group.all.change ?? 0
        else { continue }
        worst = (kind, group, rest)
      }
    }
    guard let worst else { return nil }
    let cell = worst.group.all
    // The first of equal losses, new customers before others.
    let experience =
      QuarterChange.Experience.allCases.min {
        worst.group.cells[$0.rawValue].change < worst.group.cells[$1.rawValue].change
      } ?? .several
    return Finding(
      id: "ledger.loss", severity: .warning, weight: major(-cell.change),
      sentence: wording(
        P.loss,
        [
          "dimension": .text(wording(worst.kind.title).lowercased()),
          "group": .text(worst.group.label), "loss": .money(-cell.change),
          "before": .text(change.before.label), "share": .text(signed(cell.relativeChange ?? 0)),
          "rest": .text(signed(worst.rest)), "experience": .phrase(words(experience)),
        ]),
      page: step, action: wording(P.lossAction, ["group": .text(worst.group.label)]))
  }

  /// The group whose buyers came back least, where a test against the rest gives p < 0.01.
  private func retentionFinding(_ change: QuarterChange) -> Finding? {
    var worst:
      (
        kind: CustomerDimension, group: QuarterChange.Group, own: Proportion, rest: Proportion,
        z: Double
      )?
    for (kind, groups) in change.dimensions {
      for group in groups where !group.label.isEmpty {
        let cell = group.all
        let others = groups.filter { $0.label != group.label }
          .reduce(QuarterChange.Cell()) { $0 + $1.all }
        guard cell.baseNow >= 30, others.baseNow >= 30,
          let own = Proportion(cell.keptNow, of: cell.baseNow),
          let rest = Proportion(others.keptNow, of: others.baseNow),
          let difference = own.difference(from: rest), difference.value < 0,
          difference.pValue < 0.01, difference.z < worst?.z ?? 0
        else { continue }
        worst = (kind, group, own, rest, difference.z)
      }
    }
    guard let worst else { return nil }
    let interval = worst.own.wilson()
    let earlier = change.hasEarlierRetention ? worst.group.all.retentionBefore : nil
    return Finding(
      id: "ledger.retention", severity: .warning,
      sentence: wording(
        earlier == nil ? P.retentionLow : P.retentionLowBefore,
        [
          "dimension": .text(wording(worst.kind.title).lowercased()),
          "group": .text(worst.group.label), "share": .share(worst.own.share),
          "low": .share(interval.low), "high": .share(interval.high),
          "rest": .share(worst.rest.share), "before": .text(change.before.label),
          "earlier": .share(earlier ?? 0),
        ]),
      page: step, action: wording(P.retentionAction, ["group": .text(worst.group.label)]))
  }

  private func signed(_ share: Double) -> String {
    NumberStyle(.share, decimals: 1, showsSign: true).text(share, wording.language)
  }
}
