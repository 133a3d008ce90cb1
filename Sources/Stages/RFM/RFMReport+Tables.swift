import Report
import Values

extension RFMReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  private var currency: Currency { output.input.currency }
  private var money: Unit { .money(currency) }

  var segmentTable: ReportTable {
    var rows = zip(output.segments, output.sums).map { segment, sum in
      row(wording(segment.name), sum, action: segment.action.map { wording($0) })
    }
    rows.append(row(wording(RFMPhrases.total), total, action: nil))
    return ReportTable(
      id: "\(step)_segments", title: wording(RFMPhrases.segments),
      columns: [
        Column(wording(RFMPhrases.segment), .text),
        Column(wording(RFMPhrases.customerCount), .count),
        Column(wording(RFMPhrases.customerShare), .share, shading: .bar),
        Column(wording(RFMPhrases.revenue), money),
        Column(wording(RFMPhrases.revenueShare), .share, shading: .bar),
        Column(wording(RFMPhrases.orders), .count),
        Column(wording(RFMPhrases.averageOrder), money),
        Column(wording(RFMPhrases.recencyMean), .days),
        Column(wording(RFMPhrases.action), .text),
      ], rows: rows, hasTotal: true)
  }

  private func row(_ name: String, _ sum: RFMOutput.Sum, action: String?) -> [Cell] {
    let none = Cell.missing(wording(RFMPhrases.empty))
    let share = output.revenueShare(sum)
    return [
      .text(name), .number(Double(sum.customers)),
      output.count > 0 ? .number(Double(sum.customers) / Double(output.count)) : none,
      .number(currency.major(sum.revenue)),
      share.map { .number($0) }
        ?? (output.count > 0 ? .missing(wording(RFMPhrases.undefinedShare)) : none),
      .number(Double(sum.orders)),
      output.averageOrder(sum).map { .number($0) } ?? none,
      sum.customers > 0 ? .number(Double(sum.recency) / Double(sum.customers)) : none,
      .text(action ?? ""),
    ]
  }

  /// Whom to call first.
  var largestTable: ReportTable {
    let rows = output.largestAtRisk.map { index -> [Cell] in
      let scores = (
        output.score(.recency, index), output.score(.frequency, index),
        output.score(.monetary, index)
      )
      let next = output.scored[0].toNext[index]
      return [
        .text(wording.person(output.input.customers[index], .customer)),
        .text(wording(output.segments[Int(output.segment[index])].name)),
        .number(currency.major(output.input.monetary[index])),
        .number(Double(output.recency[index])), .number(Double(output.input.orders[index])),
        .text(output.code(r: scores.0, f: scores.1, m: scores.2)),
        next == .min ? .missing(wording(RFMPhrases.none)) : .number(Double(next)),
      ]
    }
    return ReportTable(
      id: "\(step)_largest_at_risk", title: wording(RFMPhrases.largest),
      columns: [
        Column(wording(RFMPhrases.customer), .text), Column(wording(RFMPhrases.segment), .text),
        Column(wording(RFMPhrases.revenue), money, shading: .bar),
        Column(wording(RFMPhrases.recencyDays), .days), Column(wording(RFMPhrases.orders), .count),
        Column(wording(RFMPhrases.scores), .text), Column(wording(RFMPhrases.toNextR), .days),
      ], rows: rows)
  }

  /// Thresholds and what they made of the customers, one table an axis in the axis's own unit.
  var binTables: [ReportTable] {
    let titles = [
      RFMPhrases.binsRecency, RFMPhrases.binsFrequency, RFMPhrases.binsMonetary,
    ]
    let names = ["recency", "frequency", "monetary"]
    let units: [Unit] = [.days, .count, money]
    return RFMAxis.Kind.allCases.map { axis in
      let at = axis.rawValue
      let isNested = output.scored[at].classes.contains { $0.withinR != nil }
      let unit = units[at]
      // Cut points of counts and days can lie between two whole numbers.
      let cut = unit == money ? NumberStyle.table(money) : NumberStyle(unit, decimals: 1)
      return ReportTable(
        id: "\(step)_bins_\(names[at])", title: wording(titles[at]),
        columns: [Column(wording(RFMPhrases.score), NumberStyle(.score, decimals: 0))]
          + (isNested ? [Column(wording(RFMPhrases.within), .text)] : []) + [
            Column(wording(RFMPhrases.cutBelow), cut), Column(wording(RFMPhrases.cutAbove), cut),
            Column(wording(RFMPhrases.least), unit), Column(wording(RFMPhrases.greatest), unit),
            Column(wording(RFMPhrases.customerCount), .count),
            Column(wording(RFMPhrases.customerShare), .share, shading: .bar),
          ], rows: output.scored[at].classes.map { row($0, isNested: isNested) })
    }
  }

  private func row(_ found: RFMClass, isNested: Bool) -> [Cell] {
    let places = [("R", found.withinR), ("F", found.withinF)].compactMap { axis, score in
      score.map { "\(axis) \($0)" }
    }
    func cell(_ value: Double?, _ reason: Phrase) -> Cell {
      output.major(value, found.axis).map { .number($0) } ?? .missing(wording(reason))
    }
    return [.number(Double(found.score))]
      + (isNested ? [.text(places.joined(separator: ", "))] : []) + [
        cell(found.cutBelow, RFMPhrases.open), cell(found.cutAbove, RFMPhrases.open),
        cell(found.least.map(Double.init), RFMPhrases.empty),
        cell(found.greatest.map(Double.init), RFMPhrases.empty),
        .number(Double(found.customers)),
        output.count > 0
          ? .number(Double(found.customers) / Double(output.count))
          : .missing(wording(RFMPhrases.empty)),
      ]
  }
}
