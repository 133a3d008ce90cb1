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
      sentence: sentence(P.findingDown, schemes, amount),
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
      sentence: sentence(P.findingUp, schemes, 0),
      page: step, action: wording(P.findingUpAction), owner: wording(RFMSegmentMap.marketing))
  }

  /// The scheme that changed most, and the names of the others.
  private func sentence(
    _ phrase: Phrase, _ schemes: [MigrationMoves], _ amount: Int64
  ) -> String {
    func balance(_ moves: MigrationMoves) -> Double {
      Double(abs(moves.down.customers - moves.up.customers)) / Double(max(1, moves.known))
    }
    // Of equal ones the first of the settings.
    guard
      let first = schemes.indices.max(by: {
        (balance(schemes[$0]), -$0) < (balance(schemes[$1]), -$1)
      })
    else { return "" }
    let most = schemes[first]
    let others = schemes.indices.filter { $0 != first }
      .map { lowered(name(schemes[$0].states.scheme)) }.joined(separator: wording(P.findingJoin))
    return wording(
      phrase,
      [
        "before": .day(input.before), "scheme": .text(lowered(name(most.states.scheme))),
        "down": .count(most.down.customers), "up": .count(most.up.customers),
        "known": .count(most.known), "p": .text(most.margins.map(text) ?? ""),
        "others": .text(
          others.isEmpty ? "" : wording(P.findingOthers, ["schemes": .text(others)])),
        "amount": .money(amount),
      ])
  }
}
