import Report
import Statistics
import Values

extension TiersReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  private var nothing: ReportTable.Cell { .missing(wording(P.empty)) }

  var classTable: ReportTable {
    var rows = output.classSums.enumerated().map { index, sum in
      row(ValueClasses.name(index), output.rule(index), sum)
    }
    let total = output.total
    rows.append(row(wording(P.total), "", total))
    return ReportTable(
      id: "\(step)_classes", title: wording(P.classes),
      columns: [
        Column(wording(P.tier), .text), Column(wording(P.rule), .text),
        Column(wording(P.customerCount), .count),
        Column(wording(P.customerShare), .share, shading: .bar), Column(wording(P.money), money),
        Column(wording(P.moneyShare), .share, shading: .bar), Column(wording(P.meanMoney), money),
        Column(wording(P.orders), .count),
      ], rows: asideRows + rows, hasTotal: true)
  }

  /// Customers without a class stand first: they are in no share and not in the total.
  private var asideRows: [[ReportTable.Cell]] {
    let names: [ValueClasses.Aside: Phrase] = [
      .negative: P.asideNegative, .noPurchase: P.asideNoPurchase, .noTotal: P.asideNoTotal,
    ]
    return ValueClasses.Aside.allCases.compactMap { why in
      guard let sum = output.aside[why], let name = names[why] else { return nil }
      return [
        .text(wording(name)), .text(TiersOutput.rule(why)), .number(Double(sum.customers)),
        .missing(wording(P.none)), .number(major(sum.amount)), .missing(wording(P.none)),
        output.mean(sum).map { .number(major($0)) } ?? nothing, .number(Double(sum.orders)),
      ]
    }
  }

  private func row(_ name: String, _ rule: String, _ sum: TiersOutput.Sum) -> [ReportTable.Cell] {
    [
      .text(name), .text(rule), .number(Double(sum.customers)),
      output.counted > 0 ? .number(Double(sum.customers) / Double(output.counted)) : nothing,
      .number(major(sum.amount)), output.share(sum).map { .number($0) } ?? nothing,
      output.mean(sum).map { .number(major($0)) } ?? nothing, .number(Double(sum.orders)),
    ]
  }

  var besideTable: ReportTable {
    let none = Cell.missing(wording(P.none))
    let figures = output.figures.filter { $0.customers != nil }
    let rows = zip(TiersOutput.topShares, figures).map { top, figure -> [Cell] in
      [
        .text(
          wording(
            P.topPart,
            [
              "share": .text(
                NumberStyle(.share, decimals: 0).text(Double(top.percent) / 100, wording.language))
            ])),
        .number(Double(figure.customers ?? 0)),
        figure.value.map { .number($0) } ?? .missing(wording(P.reasonFew)),
        figure.interval.map { .number($0.low) } ?? none,
        figure.interval.map { .number($0.high) } ?? none, figure.text.map { .number($0) } ?? none,
      ]
    }
    return ReportTable(
      id: "\(step)_beside", title: wording(P.beside),
      columns: [
        Column(wording(P.largestPart), .text), Column(wording(P.customerCount), .count),
        Column(wording(P.moneyShare), .share, shading: .bar), Column(wording(P.low), .share),
        Column(wording(P.high), .share), Column(wording(P.texts), .share),
      ], rows: rows)
  }

  var indexTable: ReportTable {
    let none = Cell.missing(wording(P.none))
    let style = NumberStyle(.ratio, decimals: 4)
    let rows = output.figures.filter { $0.unit == .ratio }.map { figure -> [Cell] in
      [
        .text(wording(figure.label)), figure.value.map { .number($0) } ?? none,
        figure.interval.map { .number($0.low) } ?? none,
        figure.interval.map { .number($0.high) } ?? none,
      ]
    }
    return ReportTable(
      id: "\(step)_indices", title: wording(P.indices),
      columns: [
        Column(wording(P.figure), .text), Column(wording(P.value), style),
        Column(wording(P.low), style), Column(wording(P.high), style),
      ], rows: rows)
  }

  var decileTable: ReportTable {
    let deciles = output.deciles?.deciles ?? []
    let whole = deciles.reduce(Int64(0)) { $0 + $1.sum }
    let rows = deciles.enumerated().map { index, decile -> [Cell] in
      [
        .text("\(index + 1)"), .number(Double(decile.customers)), .number(major(decile.sum)),
        whole > 0 && (0...whole).contains(decile.sum)
          ? .number(Double(decile.sum) / Double(whole)) : nothing,
        .number(major(decile.sum) / Double(decile.customers)), .number(major(decile.least)),
        .number(major(decile.greatest)),
      ]
    }
    return ReportTable(
      id: "\(step)_deciles", title: wording(P.decilesTitle),
      columns: [
        Column(wording(P.decile), .text), Column(wording(P.customerCount), .count),
        Column(wording(P.clv), money), Column(wording(P.clvShare), .share, shading: .bar),
        Column(wording(P.meanCLV), money), Column(wording(P.least), money),
        Column(wording(P.greatest), money),
      ], rows: rows)
  }

  /// The twenty largest key accounts.
  var keyTable: ReportTable {
    let amounts = output.amounts
    let keys = StableOrder(descending: amounts).positions.lazy.map(Int.init)
      .filter { output.keyReasons[$0] != 0 }
    let rows = keys.prefix(20).map { row -> [Cell] in
      let tier = Int(output.classes.index[row])
      let standing = output.input.months.standing[row]
      let decile = output.deciles?.decile[row] ?? 0
      return [
        .text(wording.person(output.input.months.customers[row], .customer)),
        tier >= 0 ? .text(ValueClasses.name(tier)) : .missing(wording(P.none)),
        output.input.hasWindow
          ? .text(starName(standing.level)) : .missing(wording(P.unknown)),
        .number(major(amounts[row])),
        decile > 0 ? .text("\(decile)") : .missing(wording(P.unknown)), .text(reasons(row)),
      ]
    }
    return ReportTable(
      id: "\(step)_key_accounts", title: wording(P.keyTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.tier), .text),
        Column(wording(P.stars), .text), Column(wording(P.money), money, shading: .bar),
        Column(wording(P.decile), .text), Column(wording(P.because), .text),
      ], rows: Array(rows), totalRows: output.keySum.customers)
  }

  private func reasons(_ row: Int) -> String {
    TiersOutput.KeyReason.allCases.filter { output.keyReasons[row] & $0.bit != 0 }.map { reason in
      switch reason {
      case .tier:
        wording(
          P.reasonTier, ["tier": .text(ValueClasses.name(Int(output.classes.index[row])))])
      case .stars:
        wording(
          P.reasonStars,
          ["stars": .count(output.stars(output.input.months.standing[row].level))])
      case .clv: wording(P.reasonCLV)
      case .segment: wording(P.reasonSegment)
      }
    }.joined(separator: wording(P.comma))
  }
}
