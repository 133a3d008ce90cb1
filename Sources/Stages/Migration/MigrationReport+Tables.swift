import Report
import Statistics
import Values

extension MigrationReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  var summaryTable: ReportTable {
    let none = Cell.missing(wording(P.none))
    let rows = output.moves.map { moves -> [Cell] in
      let known = Double(moves.known)
      func share(_ count: Int) -> Cell { known > 0 ? .number(Double(count) / known) : none }
      return [
        .text(name(moves.states.scheme)), .number(known),
        .number(Double(moves.stayed.customers)), .number(Double(moves.up.customers)),
        share(moves.up.customers), .number(Double(moves.down.customers)),
        share(moves.down.customers), .number(Double(moves.new.customers)),
        moves.margins.map { test in
          .text(wording(isReal(test) ? P.real : P.chance, ["p": .text(text(test))]))
        } ?? none,
      ]
    }
    return ReportTable(
      id: "\(step)_summary", title: wording(P.summary),
      columns: [
        Column(wording(P.scheme), .text), Column(wording(P.knownTitle), .count),
        Column(wording(P.stayed), .count), Column(wording(P.up), .count),
        Column(wording(P.upPart), .share, shading: .bar), Column(wording(P.down), .count),
        Column(wording(P.downPart), .share, shading: .bar), Column(wording(P.newTitle), .count),
        Column(wording(P.test), .text),
      ], rows: rows)
  }

  /// The most customers who moved down that the page carries; the list has all.
  private static let listedFallen = 20

  var fallenTable: ReportTable {
    let rows = output.fallen.prefix(Self.listedFallen).map { customer -> [Cell] in
      [
        .text(wording.person(input.customers[customer], .customer)),
        .number(major(input.amount[customer])),
      ] + output.moves.map { .text($0.move(customer) == .down ? move(customer, $0) : "") }
    }
    return ReportTable(
      id: "\(step)_fallen", title: wording(P.fallenTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.amount), money, shading: .bar),
      ] + output.moves.map { Column(name($0.states.scheme), .text) }, rows: rows,
      totalRows: output.fallen.count)
  }

  private func move(_ customer: Int, _ moves: MigrationMoves) -> String {
    wording(
      P.move,
      [
        "from": .text(state(moves.states.before[customer], moves)),
        "to": .text(state(moves.states.now[customer], moves)),
      ])
  }

  private func state(_ index: Int32, _ moves: MigrationMoves) -> String {
    index < 0 ? wording(P.new) : wording(moves.states.categories[Int(index)].name)
  }

  /// The most customers that the list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  /// Everybody who moved in some scheme, to be filtered by where from and where to.
  var listPage: Page? {
    let moved = StableOrder(descending: input.amount).positions.map(Int.init).filter { customer in
      output.moves.contains { moves in
        switch moves.move(customer) {
        case .up, .down, .side: true
        case .same, .new, nil: false
        }
      }
    }
    guard !moved.isEmpty else { return nil }
    let rows = moved.prefix(Self.listed).map { customer -> [Cell] in
      [
        .text(wording.person(input.customers[customer], .customer)),
        .number(major(input.amount[customer])),
      ]
        + output.moves.flatMap { moves -> [Cell] in
          [
            .text(state(moves.states.before[customer], moves)),
            moves.states.now[customer] < 0
              ? .missing(wording(P.none)) : .text(state(moves.states.now[customer], moves)),
          ]
        }
    }
    let table = ReportTable(
      id: "\(step)_customers", title: wording(P.listTitle),
      columns: [Column(wording(P.customer), .text), Column(wording(P.amount), money)]
        + output.moves.flatMap { moves in
          [P.beforeColumn, P.nowColumn].map {
            Column(wording($0, ["scheme": .text(name(moves.states.scheme))]), .text)
          }
        }, rows: rows, totalRows: moved.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(moved.count)]),
      blocks: [.table(table)])
  }
}
