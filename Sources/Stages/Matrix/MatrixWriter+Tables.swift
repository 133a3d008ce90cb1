import Pipeline
import Report
import Values

private typealias P = MatrixPhrases
private typealias Column = ReportTable.Column
private typealias Cell = ReportTable.Cell

extension MatrixWriter {
  /// The most customers that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  var fieldsTable: ReportTable {
    let rows = MatrixField.ordered.map { field -> [Cell] in
      let sum = output.sum(field)
      let action = output.meaning(field).action.map { wording($0) } ?? ""
      return row(
        name(field), sum, isTold: output.tells(field), hasRevenue: output.tellsRevenue(field),
        action)
    }
    let all = MatrixField.allCases
    let total = output.sums.reduce(into: MatrixOutput.Sum()) {
      $0.customers += $1.customers
      $0.revenue += $1.revenue
      $0.orders += $1.orders
      $0.potential += $1.potential
    }
    return ReportTable(
      id: "\(step)_fields", title: wording(P.fieldsTable), columns: columns,
      rows: rows + [
        row(
          wording(P.total), total, isTold: all.allSatisfy(output.tells),
          hasRevenue: all.allSatisfy(output.tellsRevenue), "")
      ], hasTotal: true)
  }

  private var columns: [Column] {
    var columns = [
      Column(wording(P.field), .text), Column(wording(P.customers), .count),
      Column(wording(P.customerShare), .share, shading: .bar), Column(wording(P.revenue), money),
      Column(wording(P.revenueShare), .share, shading: .bar), Column(wording(P.orders), .count),
    ]
    if output.input.potential != nil { columns.append(Column(wording(P.potential), money)) }
    return columns + [Column(wording(P.action), .text)]
  }

  private func row(
    _ name: String, _ sum: MatrixOutput.Sum, isTold: Bool, hasRevenue: Bool, _ action: String
  ) -> [Cell] {
    let currency = output.input.currency
    let hidden = Cell.missing(hiddenReason)
    let none = Cell.missing(wording(P.noCustomers))
    var cells: [Cell] = [
      .text(name), isTold ? .number(Double(sum.customers)) : hidden,
      isTold ? output.customerShare(sum).map { .number($0) } ?? none : hidden,
      hasRevenue ? .number(currency.major(sum.revenue)) : hidden,
      hasRevenue
        ? output.revenueShare(sum).map { .number($0) } ?? .missing(wording(P.noShare)) : hidden,
      hasRevenue ? .number(Double(sum.orders)) : hidden,
    ]
    if output.input.potential != nil {
      cells.append(hasRevenue ? .number(currency.major(sum.potential)) : hidden)
    }
    return cells + [.text(action)]
  }

  /// All customers with their field, to be filtered; by revenue, greatest first, then by id.
  var listPage: Page? {
    guard output.mayList, output.placed > 0 else { return nil }
    let revenue = output.input.revenue
    let order = output.field.indices.filter { output.field[$0] >= 0 }
      .sorted { (-revenue[$0], $0) < (-revenue[$1], $1) }
    let names = MatrixField.allCases.map(name)
    // Revenue stands apart where no axis is it.
    let hasOwnRevenue = output.x != .value && output.y != .value
    let rows = order.prefix(Self.listed).map { customer -> [Cell] in
      [
        .text(wording.person(output.input.customers[customer], .customer)),
        .text(names[Int(output.field[customer])]), .number(output.xValues[customer]),
        .number(output.yValues[customer]),
      ]
        + (hasOwnRevenue
          ? [.number(output.input.currency.major(revenue[customer]))] : [])
    }
    let table = ReportTable(
      id: "\(step)_customers", title: wording(P.listTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.field), .text),
        Column(title(output.x), unit(output.x)), Column(title(output.y), unit(output.y)),
      ] + (hasOwnRevenue ? [Column(wording(P.revenue), money)] : []), rows: rows,
      totalRows: order.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(order.count)]),
      blocks: [.table(table)])
  }

  // MARK: Notes

  /// What the figures rest on, below the tables.
  var notes: [Note] {
    let day = Wording.Argument.day(output.input.asOf)
    var notes: [Note] = []
    for (axis, cut, rule) in [
      (output.x, output.xCut, output.settings.xCut), (output.y, output.yCut, output.settings.yCut),
    ] {
      guard let cut, axis != .satisfaction || output.tellsCuts else { continue }
      notes.append(
        Note(
          .method,
          wording(
            P.noteAxis,
            [
              "axis": .text(title(axis)), "cut": .value(cut, unit(axis)),
              "rule": .text(words(rule)),
            ])))
    }
    notes.append(
      Note(
        .policy,
        output.settings.months.map {
          wording(P.noteMonths, ["months": .count($0), "day": day])
        } ?? wording(P.noteAll, ["day": day])))
    let unplaced = output.field.count { $0 < 0 }
    if unplaced > 0, !output.hasAnswers {
      notes.append(Note(.policy, wording(P.noteUnplaced, ["customers": .count(unplaced)])))
    }
    if output.hasAnswers {
      notes.append(
        Note(.policy, wording(P.noteSatisfaction, ["item": .text(output.settings.item)])))
      if !output.mayList {
        notes.append(Note(.policy, wording(P.noteAnswers, ["min": .count(output.input.minCell)])))
      }
    } else if output.placed > 1 {
      let picture = MatrixPlane(output)
      notes.append(
        Note(
          .method,
          wording(
            picture.undrawn > 0 ? P.noteDots : P.noteDotsLinear,
            [
              "named": .count(picture.named.count), "crowd": .count(picture.crowd.count),
              "undrawn": .count(picture.undrawn),
            ])))
    }
    if Set([output.x, output.y]) == [.frequency, .basket],
      output.settings.xCut != .mean || output.settings.yCut != .mean
    {
      notes.append(Note(.caution, wording(P.noteMean)))
    }
    notes += warnings.map { Note(.caution, $0) }
    return notes + Matrix.method.sourceNotes
  }

  private func words(_ rule: MatrixCut) -> String {
    switch rule {
    case .median: wording(P.ruleMedian)
    case .mean: wording(P.ruleMean)
    case .quantile(let share): wording(P.ruleQuantile, ["share": .share(share)])
    case .at: wording(P.ruleGiven)
    }
  }
}
