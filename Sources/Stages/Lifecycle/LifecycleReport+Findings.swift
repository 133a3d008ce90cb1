import Report
import Values

extension LifecycleReport {
  /// From this share of a year's amount of those who bought then on a loss is an alarm.
  private static let alarmShare = 0.1

  /// Who left, who came back, whom to win: gravest first.
  var findings: [Finding] {
    (losses + [backFinding, targetFinding].compactMap(\.self)).sorted {
      ($0.severity, $0.weight) > ($1.severity, $1.weight)
    }
  }

  /// One a class that customers fell into since the earlier date.
  private var losses: [Finding] {
    guard hasEarlier else { return [] }
    let whole = output.sums.reduce(0.0) { $0 + Double(max(0, $1.year)) }
    return output.classes.indices.compactMap { index in
      let item = output.classes[index]
      let fallen = output.worse.filter { output.classIndex($0) == index }
      guard !fallen.isEmpty else { return nil }
      let year = fallen.reduce(Int64(0)) { $0 + max(0, output.row($1)?.year ?? 0) }
      let isLarge = whole > 0 && Double(year) >= Self.alarmShare * whole
      let names = fallen.prefix(3).map {
        wording.person(output.input.customers[$0], .customer)
      }.joined(separator: wording(Phrase(", ", "、")))
      return Finding(
        id: "\(step).to-\(item.id)", severity: isLarge ? .alarm : .warning, weight: major(year),
        sentence: wording(
          P.findingWorse,
          [
            "customers": .count(fallen.count), "day": .day(output.input.before),
            "class": .text(wording(item.name).lowercased()), "amount": .money(year),
          ]),
        page: step,
        action: item.action.map {
          wording(
            P.findingLargest,
            ["names": .text(names), "action": .text(lowered(wording($0)))])
        }, owner: item.owner.map { wording($0) })
    }
  }

  private func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private var backFinding: Finding? {
    guard hasEarlier, let index = output.index(of: "won_back") else { return nil }
    let item = output.classes[index]
    let back = (0..<output.count).filter {
      output.classIndex($0) == index && output.classBefore($0) != index
    }
    guard !back.isEmpty else { return nil }
    let year = back.reduce(Int64(0)) { $0 + max(0, output.row($1)?.year ?? 0) }
    return Finding(
      id: "\(step).won-back", severity: .good, weight: major(year),
      sentence: wording(
        P.findingBack,
        [
          "customers": .count(back.count), "day": .day(output.input.before),
          "amount": .money(year),
        ]),
      page: step, action: item.action.map { wording($0) }, owner: item.owner.map { wording($0) })
  }

  private var targetFinding: Finding? {
    guard let index = output.index(of: "target"), output.sums[index].customers > 0 else {
      return nil
    }
    let item = output.classes[index]
    return Finding(
      id: "\(step).target", severity: .note,
      sentence: wording(
        P.findingTarget, ["customers": .count(output.sums[index].customers)]),
      page: step, action: item.action.map { wording($0) }, owner: item.owner.map { wording($0) })
  }
}
