import Report
import Values

extension TiersReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  /// The most customers of a list of stars that the page carries; the CSV of customers has all.
  private static let listed = 20

  var starTable: ReportTable {
    let risks = output.counts(output.atRisk)
    let lost = output.counts(output.fallen, before: true)
    let none = Cell.missing(wording(P.none))
    let rows = output.starSums.indices.reversed().map { place -> [Cell] in
      let sum = output.starSums[place]
      let level = place - 1
      return [
        .text(starName(Int8(level))), .text(level < 0 ? "" : output.starRule(level)),
        .number(Double(sum.customers)),
        output.count > 0
          ? .number(Double(sum.customers) / Double(output.count)) : .missing(wording(P.empty)),
        .number(major(sum.amount)), level < 0 ? none : .number(Double(risks[place])),
        level < 0
          ? none
          : output.input.hasEarlierWindow
            ? .number(Double(lost[place])) : .missing(wording(P.unknown)),
      ]
    }
    return ReportTable(
      id: "\(step)_grades", title: wording(P.starTable),
      columns: [
        Column(wording(P.stars), .text), Column(wording(P.rule), .text),
        Column(wording(P.customerCount), .count),
        Column(wording(P.customerShare), .share, shading: .bar), Column(wording(P.money), money),
        Column(wording(P.atRisk), .count), Column(wording(P.lostStar), .count),
      ], rows: rows)
  }

  var riskTable: ReportTable {
    starList("at_risk", P.riskTitle, output.atRisk, last: (P.keepsWith, \.needed))
  }

  var fallenTable: ReportTable {
    let rows = output.fallen.prefix(Self.listed).map { row -> [Cell] in
      let standing = output.input.months.standing[row]
      return [
        .text(wording.person(output.input.months.customers[row], .customer)),
        .text(starName(standing.before)), .text(starName(standing.level)),
        .number(major(standing.window)), .number(major(standing.latest)),
      ]
    }
    return ReportTable(
      id: "\(step)_fallen", title: wording(P.fallenTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.starsBefore), .text),
        Column(wording(P.stars), .text), Column(windowTitle, money),
        Column(wording(P.lastMonth), money),
      ], rows: rows, totalRows: output.fallen.count)
  }

  var nearTable: ReportTable {
    let rows = output.nearNext.prefix(Self.listed).map { row -> [Cell] in
      let standing = output.input.months.standing[row]
      let next = Int(standing.level) + 1
      return [
        .text(wording.person(output.input.months.customers[row], .customer)),
        .text(starName(standing.level)), .number(major(standing.window)),
        .number(major(standing.latest)), .number(major(standing.soFar)),
        .text("\(starName(Int8(next))): \(threshold(next))"),
      ]
    }
    return ReportTable(
      id: "\(step)_near", title: wording(P.nearTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.stars), .text),
        Column(windowTitle, money), Column(wording(P.lastMonth), money),
        Column(wording(P.soFar), money), Column(wording(P.nextNeeds), .text),
      ], rows: rows, totalRows: output.nearNext.count)
  }

  private func threshold(_ level: Int) -> String {
    let sign = output.settings.stars.comparator == .above ? ">" : "≥"
    let value = output.settings.stars.thresholds[level]
    return "\(sign) \(NumberStyle(money, decimals: 0).text(value, wording.language))"
  }

  private var windowTitle: String {
    wording(P.windowAmount, ["months": .count(output.ladder.months)])
  }

  private func starList(
    _ id: String, _ title: Phrase, _ rows: [Int],
    last: (title: Phrase, value: KeyPath<StarLadder.Standing, Int64>)
  ) -> ReportTable {
    let cells = rows.prefix(Self.listed).map { row -> [Cell] in
      let standing = output.input.months.standing[row]
      return [
        .text(wording.person(output.input.months.customers[row], .customer)),
        .text(starName(standing.level)), .number(major(standing.window)),
        .number(major(standing.latest)), .number(major(standing.soFar)),
        .number(major(standing[keyPath: last.value])),
      ]
    }
    return ReportTable(
      id: "\(step)_\(id)", title: wording(title),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.stars), .text),
        Column(windowTitle, money), Column(wording(P.lastMonth), money),
        Column(wording(P.soFar), money), Column(wording(last.title), money),
      ], rows: cells, totalRows: rows.count)
  }
}
