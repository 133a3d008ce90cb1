import Report
import Values

extension LifecycleReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  var classTable: ReportTable {
    let none = Cell.missing(wording(P.none))
    let unknown = Cell.missing(wording(P.unknown))
    let total = output.sums.reduce(into: LifecycleOutput.Sum()) { total, sum in
      total.customers += sum.customers
      total.year += sum.year
      total.wait += sum.wait
      total.buyers += sum.buyers
    }
    func row(
      _ name: String, _ sum: LifecycleOutput.Sum, before: Int, action: String
    ) -> [Cell] {
      [
        .text(name), .number(Double(sum.customers)),
        output.count > 0 ? .number(Double(sum.customers) / Double(output.count)) : none,
        hasEarlier ? .number(Double(before)) : unknown,
        hasEarlier ? .number(Double(sum.customers - before)) : unknown,
        sum.buyers > 0 ? .number(major(sum.year)) : none,
        sum.buyers > 0 ? .number(Double(sum.wait) / Double(sum.buyers)) : none, .text(action),
      ]
    }
    var rows = zip(output.classes, output.sums).enumerated().map { index, pair in
      row(
        wording(pair.0.name), pair.1, before: output.before[index],
        action: pair.0.action.map { wording($0) } ?? "")
    }
    rows.append(
      row(
        wording(P.total), total, before: output.before.dropLast().reduce(0, +), action: ""))
    return ReportTable(
      id: "\(step)_classes", title: wording(P.classTable),
      columns: [
        Column(wording(P.classTitle), .text), Column(wording(P.customerCount), .count),
        Column(wording(P.share), .share, shading: .bar),
        Column(wording(P.before, ["day": .day(output.input.before)]), .count),
        Column(wording(P.change), NumberStyle(.count, decimals: 0, showsSign: true)),
        Column(wording(P.year), money), Column(wording(P.meanWait), .days),
        Column(wording(P.action), .text),
      ], rows: rows, hasTotal: true)
  }

  /// The most customers of the list of whom to call; the CSV of customers has all.
  private static let listedWorse = 20

  var worseTable: ReportTable {
    let hasAlive = output.input.alive != nil
    let rows = output.worse.prefix(Self.listedWorse).map { index -> [Cell] in
      let state = output.states[index]
      let row = Int(output.input.row[index])
      let owner = row < 0 ? "" : output.input.flags.owner?.text(row) ?? ""
      var cells: [Cell] = [
        .text(wording.person(output.input.customers[index], .customer)), .text(owner),
        .text(output.classBefore(index).map(name) ?? ""), .text(name(output.classIndex(index))),
        .text(reason(output.rules[Int(output.rule[index])])),
        .number(major(output.row(index)?.year ?? 0)),
        output.row(index)?.bought == true
          ? .number(Double(state.wait)) : .missing(wording(P.none)),
        state.gap.isFinite ? .number(state.gap) : .missing(wording(P.unknown)),
      ]
      if hasAlive {
        let alive = output.input.alive?[index] ?? .nan
        cells.append(alive.isFinite ? .number(alive) : .missing(wording(P.unknown)))
      }
      return cells
    }
    return ReportTable(
      id: "\(step)_worse", title: wording(P.worseTitle, ["day": .day(output.input.before)]),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.owner), .text),
        Column(wording(P.was), .text), Column(wording(P.isNow), .text),
        Column(wording(P.because), .text), Column(wording(P.year), money, shading: .bar),
        Column(wording(P.wait), .days), Column(wording(P.gap), .days),
      ] + (hasAlive ? [Column(wording(P.alive), .share)] : []), rows: rows,
      totalRows: output.worse.count)
  }

  /// The conditions of a rule in words, those that say more than that the customer bought.
  func reason(_ rule: LifecycleRule) -> String {
    func flag(_ wanted: Bool?, _ yes: Phrase, _ no: Phrase) -> String? {
      wanted.map { wording($0 ? yes : no) }
    }
    let more = [
      flag(rule.lead, P.reasonLead, P.reasonNotLead),
      flag(rule.intent, P.reasonIntent, P.reasonNoIntent),
      flag(rule.competitor, P.reasonCompetitor, P.reasonNoCompetitor),
      flag(rule.cameBack, P.reasonCameBack, P.reasonNotBack),
      rule.waitsOver.map {
        wording(
          P.reasonWaits,
          [
            "times": .text(
              NumberStyle(.ratio, decimals: $0 == $0.rounded() ? 0 : 1).text($0, wording.language))
          ])
      },
      rule.daysOver.map { wording(P.reasonDays, ["days": .value(Double($0), .days)]) },
    ].compactMap(\.self)
    if !more.isEmpty { return more.joined(separator: wording(P.partComma)) }
    return flag(rule.bought, P.reasonBought, P.reasonNotBought) ?? wording(P.reasonAny)
  }
}
