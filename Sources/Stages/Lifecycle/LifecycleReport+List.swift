import Pipeline
import Report
import Values

extension LifecycleReport {
  /// The most customers that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  /// All customers, to be filtered; by a year's amount, greatest first, then by id.
  var listPage: Page? {
    guard output.count > 0 else { return nil }
    let years = (0..<output.count).map { output.row($0)?.year ?? .min }
    let order = StableOrder(descending: years).positions.prefix(Self.listed).map(Int.init)
    let none = ReportTable.Cell.missing(wording(P.none))
    let reasons = output.rules.map(reason)
    let rows = order.map { index -> [ReportTable.Cell] in
      let state = output.states[index]
      return [
        .text(wording.person(output.input.customers[index], .customer)),
        .text(name(output.classIndex(index))),
        .text(hasEarlier ? output.classBefore(index).map(name) ?? "" : ""),
        .text(reasons[Int(output.rule[index])]),
        state.bought ? .number(Double(state.wait)) : none,
        state.gap.isFinite ? .number(state.gap) : none,
        output.silentFrom(index).map { .day($0) } ?? none,
        state.bought ? .number(major(years[index])) : none,
      ]
    }
    let table = ReportTable(
      id: "\(step)_customers", title: wording(P.listTitle),
      columns: [
        .init(wording(P.customer), .text), .init(wording(P.isNow), .text),
        .init(wording(P.was), .text), .init(wording(P.because), .text),
        .init(wording(P.wait), .days), .init(wording(P.gap), .days),
        .init(wording(P.silentFrom), .day), .init(wording(P.year), money),
      ], rows: rows, totalRows: output.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(output.count)]),
      blocks: [.table(table)])
  }

  /// Method, policy and source, below the tables.
  var notes: [Note] {
    let settings = output.settings
    let input = output.input
    let rules = output.rules.enumerated().map { index, rule in
      wording(
        P.noteRule,
        ["class": .text(name(output.classOf[index])), "reason": .text(reason(rule))])
    }.joined(separator: wording(P.noteJoin))
    var notes = [
      Note(.method, wording(P.noteFirst, ["rules": .text(rules)])),
      Note(
        .method,
        wording(
          P.noteGap,
          [
            "gaps": .count(settings.minGaps),
            "least": .value(Double(settings.leastGapDays), .days),
          ])),
      Note(.policy, wording(P.noteYear)),
      Note(
        .policy,
        wording(
          input.alive == nil ? P.noteNoStake : P.noteStake, ["step": .text(settings.clvStep)])),
      Note(.policy, wording(input.hasExport ? P.noteFlags : P.noteNoExport)),
    ]
    if output.rules.contains(where: { $0.cameBack != nil }) {
      notes.append(
        Note(
          .policy,
          wording(P.noteWonBack, ["days": .value(Double(settings.wonBackDays), .days)])))
    }
    if input.withoutPurchase > 0 {
      notes.append(
        Note(.policy, wording(P.noteWithout, ["customers": .count(input.withoutPurchase)])))
    }
    notes += warnings.map { Note(.caution, $0) }
    return notes + Lifecycle.method.sourceNotes
  }
}
