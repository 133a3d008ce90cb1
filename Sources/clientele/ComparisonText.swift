import Diagnostics
import Pipeline
import Report
import Values

/// The differences of two packs as lines for people.
struct ComparisonText {
  let before: String
  let now: String
  let origins: [PackChange]
  let measures: [PackComparison.MeasureChange]
  let lists: [PackComparison.ListChange]

  /// More classes than this make no matrix that a screen can show.
  private static let mostClasses = 12
  private static let mostMoves = 20

  var text: String {
    var parts = ["before: \(TerminalText.clean(before))\nnow:    \(TerminalText.clean(now))\n"]
    parts.append(originText)
    parts.append(measureText)
    parts += lists.flatMap { list in list.classes.map { moves($0, of: list) } }
    parts.append(listText)
    parts += lists.filter { !$0.first.isEmpty }.map(rows)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func table(_ header: [String], right: Set<Int>, _ rows: [[String]]) -> String {
    TerminalTable(
      header: header, alignsRight: header.indices.map(right.contains), rows: rows
    ).text(TerminalPaint(coloured: false), widest: 60)
  }

  private var originText: String {
    guard !origins.isEmpty else { return "Version, settings and inputs are the same.\n" }
    let count = Counted(origins.count, "difference")
    return "Why they may differ: \(count) of version, settings and inputs\n"
      + table(
        ["what", "before", "now"], right: [],
        origins.map { [$0.column, $0.before ?? "–", $0.now ?? "–"] })
  }

  private var measureText: String {
    guard !measures.isEmpty else { return "Measures: all the same.\n" }
    return "Measures: \(measures.count) differ\n"
      + table(
        ["measure", "meaning", "before", "now", "difference", "intervals"], right: [2, 3, 4],
        measures.map { measure in
          let unit = Unit(named: measure.unit)
          func figure(_ value: Double?) -> String {
            value.map { NumberStyle.table(unit).figure($0, .english) } ?? "–"
          }
          var difference = "–"
          if let old = measure.before, let new = measure.now {
            difference = (new > old ? "+" : "") + Self.difference(new - old, unit)
          }
          return [
            "\(measure.step).\(measure.id)", measure.label, figure(measure.before),
            figure(measure.now), difference, measure.intervals,
          ]
        })
  }

  /// Shares differ by percentage points.
  private static func difference(_ value: Double, _ unit: Unit) -> String {
    unit == .share
      ? NumberStyle(.points, decimals: 1).figure(value * 100, .english) + " pp"
      : NumberStyle.table(unit).figure(value, .english)
  }

  /// From the rows to the columns of a matrix, or the greatest moves where there are many classes.
  private func moves(
    _ classes: PackComparison.ClassMoves, of list: PackComparison.ListChange
  ) -> String {
    let sorted = classes.moves
    let title =
      "\(list.path), \(classes.column): \(classes.moved) of \(classes.all) rows moved\n"
    let names = Set(classes.rows.keys.flatMap { [$0.from, $0.to] }).sorted()
    guard names.count <= Self.mostClasses else {
      let rest = sorted.count - Self.mostMoves
      return title
        + table(
          ["from", "to", "rows"], right: [2],
          sorted.prefix(Self.mostMoves).map { [$0.move.from, $0.move.to, String($0.rows)] })
        + (rest > 0 ? "… and \(rest) rarer moves\n" : "")
    }
    return title
      + table(
        ["from \\ to"] + names, right: Set(1...names.count),
        names.map { from in
          [from]
            + names.map { to in
              classes.rows[.init(from: from, to: to)].map(String.init) ?? "·"
            }
        })
  }

  private var listText: String {
    let differing = lists.filter { !$0.isSame }
    guard !differing.isEmpty else { return "Lists: all \(lists.count) the same.\n" }
    func number(_ count: Int?) -> String { count.map(String.init) ?? "–" }
    return "Lists: \(differing.count) of \(lists.count) differ\n"
      + table(
        ["list", "rows before", "rows now", "added", "gone", "changed", "columns"],
        right: [1, 2, 3, 4, 5],
        differing.map { list in
          [
            list.path, number(list.rowsBefore), number(list.rowsNow), String(list.added),
            String(list.gone), String(list.changed),
            list.columns.map { ($0.now == nil ? "-" : "+") + $0.column }.joined(separator: " "),
          ]
        })
  }

  private func rows(of list: PackComparison.ListChange) -> String {
    "\(list.path): the first differences\n"
      + table(
        ["row", "column", "before", "now"], right: [],
        list.first.map { change in
          switch change.part {
          case .rowAdded: [change.key, "", "–", "added"]
          case .rowGone: [change.key, "", "gone", "–"]
          default: [change.key, change.column, change.before ?? "–", change.now ?? "–"]
          }
        })
  }
}

extension Unit {
  /// The unit of its name in lists and JSON; a pure number where there is none of that name.
  fileprivate init(named name: String) {
    let known: [Unit] = [
      .share, .points, .count, .days, .months, .score, .day, .instant, .text, .ratio,
    ]
    self =
      known.first { $0.description == name } ?? Currency(code: name).map { .money($0) } ?? .ratio
  }
}
