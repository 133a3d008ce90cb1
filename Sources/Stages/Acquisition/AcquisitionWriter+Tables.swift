import Report
import Statistics
import Values

private typealias P = AcquisitionPhrases
private typealias Column = ReportTable.Column
private typealias Cell = ReportTable.Cell

extension AcquisitionWriter {
  /// Channels by spend, greatest first; those without spend behind, then all together.
  var channelTable: ReportTable {
    let sorted = output.channels.sorted { left, right in
      if (left.channel == nil) != (right.channel == nil) { return right.channel == nil }
      let (a, b) = (left.spend ?? -1, right.spend ?? -1)
      return a == b ? (left.channel ?? "") < (right.channel ?? "") : a > b
    }
    return ReportTable(
      id: "\(step)_channels", title: wording(P.channelsTitle),
      columns: [
        Column(wording(P.channel), .text), Column(wording(P.spend), money),
        Column(wording(P.newCustomers), .count), Column(wording(P.cacColumn), money, shading: .bar),
        Column(wording(P.ltvColumn), money), Column(wording(P.low), money),
        Column(wording(P.high), money), Column(wording(P.ratioColumn), .ratio),
        Column(wording(P.paybackColumn), .months), Column(wording(P.discountedColumn), .months),
        Column(wording(P.simpleColumn), .months),
      ], rows: sorted.map { row($0, name($0)) } + [row(total, wording(P.total))], hasTotal: true)
  }

  private func row(_ figures: AcquisitionFigures, _ name: String) -> [Cell] {
    let interval = figures.value?.interval()
    let cost = noCost(figures)
    func cell(_ value: Double?, _ reason: Phrase) -> Cell {
      value.map { .number($0) } ?? .missing(why(reason, months: figures.curve.months.count))
    }
    let back = noPayback(figures)
    let noInterval = figures.new == 0 ? P.noNew : P.noInterval
    return [
      .text(name), cell(figures.spend, P.noSpend), .number(Double(figures.new)),
      cell(figures.cac, cost ?? P.noNew), cell(figures.value?.mean, P.noNew),
      cell(interval?.low, noInterval), cell(interval?.high, noInterval),
      cell(figures.ratio, cost ?? P.few), cell(figures.payback(discounted: false), back),
      cell(figures.payback(discounted: true), back),
      cell(figures.simplePayback, cost ?? (figures.isEnough ? P.noEarnings : P.few)),
    ]
  }

  /// The last eight periods.
  var periodTable: ReportTable {
    let all = output.periods
    let shown = all.suffix(8)
    let rows = shown.indices.map { index -> [Cell] in
      let period = all[index]
      let before = index > 0 ? all[index - 1].cac : nil
      let change: Double? =
        if let cac = period.cac, let before, period.isComplete { cac / before - 1 } else { nil }
      return [
        .text(period.period.label), .number(period.spend), .number(Double(period.new)),
        period.cac.map { .number($0) }
          ?? .missing(why(period.spend > 0 ? P.noNew : P.noSpend)),
        change.map { .number($0) } ?? .missing(wording(P.none)),
        .text(wording(period.isComplete ? P.yes : P.no)),
      ]
    }
    return ReportTable(
      id: "\(step)_periods", title: wording(P.periodsTitle),
      columns: [
        Column(wording(P.period), .text), Column(wording(P.spend), money),
        Column(wording(P.newCustomers), .count), Column(wording(P.cacColumn), money, shading: .bar),
        Column(wording(P.change), NumberStyle(.share, decimals: 1, showsSign: true)),
        Column(wording(P.complete), .text),
      ], rows: rows)
  }

  /// Winning and keeping side by side, and what the texts name.
  var ratioTable: ReportTable? {
    guard let retention = output.retention else { return nil }
    func cell(_ value: Double?, _ reason: Phrase) -> Cell {
      value.map { .number($0) } ?? .missing(why(reason))
    }
    let empty = Cell.text("")
    let ratio = retention.ratio.map {
      Cell.text(NumberStyle.prose(.ratio).text($0, wording.language))
    }
    return ReportTable(
      id: "\(step)_ratio",
      title: wording.language == .english
        ? "\(wording(P.ratioTitle)), \(days(retention.window))"
        : "\(wording(P.ratioTitle))（\(days(retention.window))）",
      columns: [
        Column(wording(P.figure), .text), Column(wording(P.spendColumn), money),
        Column(wording(P.customersColumn), .count), Column(wording(P.eachColumn), money),
        Column(wording(P.ratioRow), .text),
      ],
      rows: [
        [
          .text(wording(P.winning)), .number(retention.acquisitionSpend),
          .number(Double(retention.new)),
          cell(retention.cac, retention.new == 0 ? P.noNew : P.noSpend), empty,
        ],
        [
          .text(wording(P.keeping)), .number(retention.retentionSpend),
          .number(Double(retention.kept)),
          cell(retention.costOfKeeping, retention.kept == 0 ? P.noKept : P.noRetention), empty,
        ],
        [
          .text(wording(P.own)), .missing(wording(P.none)), .missing(wording(P.none)),
          .missing(wording(P.none)), ratio ?? .missing(wording(P.none)),
        ],
        [
          .text(wording(P.texts)), .missing(wording(P.none)), .missing(wording(P.none)),
          .missing(wording(P.none)), .text(wording(P.textsValue)),
        ],
      ])
  }
}
