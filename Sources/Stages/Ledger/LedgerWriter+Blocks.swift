import Exports
import Report
import Values

extension LedgerWriter {
  /// Months up to a year and a quarter, quarters beyond.
  private var periods: [(label: String, values: MonthlySums.Month, isOver: Bool)] {
    let sums = output.sums
    let asOf = output.ledger.asOf
    guard let firstMonth = sums.firstMonth else { return [] }
    if sums.months.count <= 15 {
      return sums.months.enumerated().map { index, month in
        let first = firstMonth.adding(months: index)
        return (
          String(first.iso.prefix(7)), month, first.adding(months: 1).adding(days: -1) <= asOf
        )
      }
    }
    return quarters.map { ($0.label, sums.quarter($0), $0.last <= asOf) }
  }

  private var quarters: [CalendarQuarter] {
    guard let firstMonth = output.sums.firstMonth else { return [] }
    let first = CalendarQuarter(of: firstMonth)
    let last = CalendarQuarter(of: output.ledger.asOf)
    return (first.number...last.number).map(CalendarQuarter.init(number:))
  }

  private func label(_ period: String, isOver: Bool) -> String {
    isOver ? period : wording(P.partial, ["period": .text(period)])
  }

  var revenueChart: Chart? {
    let periods = periods
    guard let best = periods.max(by: { output.revenue($0.values) < output.revenue($1.values) })
    else { return nil }
    return Chart(
      id: "\(step)-revenue",
      title: wording(output.sums.months.count <= 15 ? P.byMonth : P.byQuarter),
      altText: wording(
        P.revenueAlt,
        ["period": .text(best.label), "most": .money(output.revenue(best.values))]),
      kind: .columns(
        categories: periods.map { label($0.label, isOver: $0.isOver) },
        values: periods.map { major(output.revenue($0.values)) }),
      style: .prose(money))
  }

  var frequencyChart: Chart? {
    let lines = output.frequency
    guard output.ledger.count > 0, let one = lines.first else { return nil }
    return Chart(
      id: "\(step)-frequency", title: wording(P.frequencyTitle),
      altText: wording(
        P.frequencyAlt,
        ["share": .share(Double(one.customers) / Double(output.ledger.count))]),
      kind: .columns(
        categories: lines.map { LedgerOutput.orders($0.from, $0.through) },
        values: lines.map { Double($0.customers) }),
      style: .prose(.count), xTitle: wording(P.frequencyAxis))
  }

  var frequencyTable: ReportTable {
    let count = output.ledger.count
    return ReportTable(
      id: "\(step)_frequency", title: wording(P.frequencyTitle),
      columns: [
        .init(wording(P.frequencyAxis), .text), .init(wording(P.customers), .count),
        .init(wording(P.share), .share, shading: .bar),
      ],
      rows: output.frequency.map { line in
        [
          .text(LedgerOutput.orders(line.from, line.through)), .number(Double(line.customers)),
          count > 0
            ? .number(Double(line.customers) / Double(count)) : .missing(wording(P.noCustomers)),
        ]
      })
  }

  var quartersTable: ReportTable {
    var rows = quarters.map { quarter in
      row(
        label(quarter.label, isOver: quarter.last <= output.ledger.asOf),
        output.sums.quarter(quarter))
    }
    var total = MonthlySums.Month()
    for month in output.sums.months {
      total.new += month.new
      total.orders += month.orders
      total.gross += month.gross
      total.returned += month.returned
    }
    rows.append(row(wording(P.all), total))
    return ReportTable(
      id: "\(step)_quarters", title: wording(P.quartersTitle),
      columns: [
        .init(wording(P.period), .text), .init(wording(P.newCustomers), .count),
        .init(wording(P.orders), .count), .init(wording(P.gross), money),
        .init(wording(P.returned), money), .init(wording(P.net), money),
      ],
      rows: rows, totalRows: rows.count - 1, hasTotal: true)
  }

  private func row(_ label: String, _ sums: MonthlySums.Month) -> [ReportTable.Cell] {
    [
      .text(label), .number(Double(sums.new)), .number(Double(sums.orders)),
      .number(major(sums.gross)), .number(major(sums.returned)), .number(major(sums.net)),
    ]
  }

  func words(_ experience: QuarterChange.Experience) -> Phrase {
    switch experience {
    case .none: P.experienceNone
    case .one: P.experienceOne
    case .several: P.experienceSeveral
    }
  }

  /// Everyone, by earlier purchases, and by each dimension.
  var changeTable: ReportTable {
    let change = output.change
    let title =
      change.map {
        wording(P.changeTitle, ["now": .text($0.now.label), "before": .text($0.before.label)])
      } ?? wording(P.noQuarter)
    var rows: [[ReportTable.Cell]] = []
    if let change {
      rows.append(row(wording(P.all), "", change.total.all, change))
      for experience in QuarterChange.Experience.allCases {
        rows.append(
          row(
            wording(P.experience), wording(words(experience)),
            change.total.cells[experience.rawValue], change))
      }
      for (kind, groups) in change.dimensions {
        for group in groups {
          let name = group.label.isEmpty ? wording(P.notStated) : group.label
          rows.append(row(wording(kind.title), name, group.all, change))
        }
      }
    }
    return ReportTable(
      id: "\(step)_changes", title: title,
      columns: [
        .init(wording(P.dimension), .text), .init(wording(P.group), .text),
        .init(wording(P.before), money), .init(wording(P.now), money),
        .init(wording(P.change), money),
        .init(wording(P.changeShare), NumberStyle(.share, decimals: 1, showsSign: true)),
        .init(wording(P.buyersBefore), .count), .init(wording(P.buyers), .count),
        .init(wording(P.retentionBefore), .share), .init(wording(P.retention), .share),
      ],
      rows: rows)
  }

  private func row(
    _ dimension: String, _ group: String, _ cell: QuarterChange.Cell, _ change: QuarterChange
  ) -> [ReportTable.Cell] {
    let none = ReportTable.Cell.missing(wording(P.noValue))
    return [
      .text(dimension), .text(group), .number(major(cell.before)), .number(major(cell.now)),
      .number(major(cell.change)), cell.relativeChange.map { .number($0) } ?? none,
      .number(Double(cell.customersBefore)), .number(Double(cell.customersNow)),
      (change.hasEarlierRetention ? cell.retentionBefore : nil).map { .number($0) } ?? none,
      cell.retentionNow.map { .number($0) } ?? none,
    ]
  }
}

extension QuarterChange.Cell {
  /// Change of revenue as a share of the earlier one; nil where that is not above zero.
  var relativeChange: Double? { before > 0 ? Double(change) / Double(before) : nil }
}
