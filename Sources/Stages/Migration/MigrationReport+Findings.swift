import Report
import Statistics
import Values

extension MigrationReport {
  /// What has changed as a whole, beyond chance: one finding for losses and one for gains.
  var findings: [Finding] {
    let changed = output.moves.filter { moves in moves.margins.map(isReal) ?? false }
    return [
      losses(changed.filter { $0.down.customers > $0.up.customers }),
      gains(changed.filter { $0.up.customers > $0.down.customers }),
    ].compactMap(\.self)
  }

  private func losses(_ schemes: [MigrationMoves]) -> Finding? {
    guard !schemes.isEmpty else { return nil }
    let fallen = output.fallen.filter { customer in
      schemes.contains { $0.move(customer) == .down }
    }
    let amount = fallen.reduce(Int64(0)) { $0 + max(0, input.amount[$1]) }
    let names = fallen.prefix(3).map { wording.person(input.customers[$0], .customer) }
    return Finding(
      id: "\(step).down", severity: .warning, weight: major(amount),
      sentence: wording(
        P.findingDown,
        [
          "before": .day(input.before), "parts": .text(parts(schemes)), "amount": .money(amount),
        ]),
      page: step,
      action: wording(
        P.findingDownAction,
        ["names": .text(names.joined(separator: wording(Phrase(", ", "、"))))]),
      owner: wording(RFMSegmentMap.sales))
  }

  private func gains(_ schemes: [MigrationMoves]) -> Finding? {
    guard !schemes.isEmpty else { return nil }
    return Finding(
      id: "\(step).up", severity: .good,
      sentence: wording(
        P.findingUp, ["before": .day(input.before), "parts": .text(parts(schemes))]),
      page: step, action: wording(P.findingUpAction), owner: wording(RFMSegmentMap.marketing))
  }

  private func parts(_ schemes: [MigrationMoves]) -> String {
    schemes.map { moves in
      wording(
        P.findingPart,
        [
          "scheme": .text(lowered(name(moves.states.scheme))),
          "down": .count(moves.down.customers), "up": .count(moves.up.customers),
          "known": .count(moves.known), "p": .text(moves.margins.map(text) ?? ""),
        ])
    }.joined(separator: wording(P.findingJoin))
  }
}
