package import Pipeline
import Statistics
package import Values

extension AcquisitionOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "channels", Phrase("One row a channel, first all together", "每个渠道一行，首行为合计"),
        channelHeads(currency)),
      ResultTable(
        "periods", Phrase("One row a period and channel", "每期每个渠道一行"), periodHeads(currency)),
      ResultTable(
        "curve",
        Phrase("Margin of a new customer by months since the first purchase", "首购后逐月的单客毛利曲线"),
        curveHeads(currency)),
      ResultTable(
        "ratio", Phrase("Winning a customer against keeping one", "获客成本与维系成本之比"),
        ratioHeads(currency)),
    ]
  }

  private static func channelHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead(
        "channel", .text, Phrase("Channel; empty for all, or for none stated", "渠道；合计与未注明渠道为空")),
      ColumnHead("kind", .text, Phrase("total, channel or none", "合计、渠道或未注明")),
      ColumnHead("spend", money, Phrase("Acquisition spend", "获客费用")),
      ColumnHead("new_customers", .count, Phrase("New customers", "新客户数")),
      ColumnHead("cac", money, Phrase("Acquisition cost of a new customer", "单客获取成本")),
      ColumnHead("ltv", money, Phrase("What a new customer brings on average", "新客户平均价值")),
      ColumnHead("ltv_low", money, Phrase("Lower end of its 95 % interval", "其 95% 区间下限")),
      ColumnHead("ltv_high", money, Phrase("Upper end of its 95 % interval", "其 95% 区间上限")),
      ColumnHead("ltv_cac", .ratio, Phrase("Value for each unit of cost", "价值与成本之比")),
      ColumnHead(
        "payback_months", .months,
        Phrase("Months until the margin is as high as the cost", "毛利收回成本的月数")),
      ColumnHead("payback_discounted_months", .months, Phrase("The same, discounted", "折现后的收回月数")),
      ColumnHead(
        "payback_simple_months", .months, Phrase("Cost / average margin a month", "成本除以月均毛利的月数")),
      ColumnHead("months_seen", .months, Phrase("Months of the margin curve", "毛利曲线的月数")),
    ]
  }

  private static func periodHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("period", .text, Phrase("Month, quarter or year", "月、季或年")),
      ColumnHead("channel", .text, Phrase("Channel; empty for all together", "渠道；合计为空")),
      ColumnHead(
        "complete", .text,
        Phrase("yes where the period is over and has costs throughout", "该期已结束且费用齐全者为是")),
      ColumnHead("spend", money, Phrase("Acquisition spend", "获客费用")),
      ColumnHead("new_customers", .count, Phrase("New customers", "新客户数")),
      ColumnHead("cac", money, Phrase("Acquisition cost of a new customer", "单客获取成本")),
    ]
  }

  private static func curveHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead(
        "channel", .text, Phrase("Channel; empty for all, or for none stated", "渠道；合计与未注明渠道为空")),
      ColumnHead("kind", .text, Phrase("total, channel or none", "合计、渠道或未注明")),
      ColumnHead(
        "month", .count, Phrase("Months since the first purchase, from 1", "首购后第几个月，自 1 起")),
      ColumnHead("customers", .count, Phrase("New customers whose month is over", "该月已满的新客户数")),
      ColumnHead("margin", money, Phrase("Earned by one of them in the month", "该月单客毛利")),
      ColumnHead("cumulative", money, Phrase("Earned since the first purchase", "首购以来累计毛利")),
      ColumnHead("discounted", money, Phrase("The same, discounted", "折现累计毛利")),
    ]
  }

  private static func ratioHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("from", .day, Phrase("First day", "起始日")),
      ColumnHead("to", .day, Phrase("Last day", "截止日")),
      ColumnHead("acquisition_spend", money, Phrase("Acquisition spend", "获客费用")),
      ColumnHead("new_customers", .count, Phrase("New customers", "新客户数")),
      ColumnHead("cac", money, Phrase("Acquisition cost of a new customer", "单客获取成本")),
      ColumnHead("retention_spend", money, Phrase("Retention spend", "维系费用")),
      ColumnHead(
        "kept_customers", .count, Phrase("Customers from before who bought again", "再次购买的老客户数")),
      ColumnHead("cost_of_keeping", money, Phrase("Retention cost of a kept customer", "单客维系成本")),
      ColumnHead("ratio", .ratio, Phrase("Cost of winning / cost of keeping", "获客成本与维系成本之比")),
    ]
  }

  package func table(_ name: String) -> DataTable {
    guard let declared = AcquisitionOutput.tables(currency).first(where: { $0.name == name }) else {
      preconditionFailure("acquisition has no table '\(name)'")
    }
    var rows = ResultRows(declared.heads)
    switch name {
    case "channels": for figures in lines { rows.add(cells(figures)) }
    case "periods": addPeriods(to: &rows)
    case "curve": for figures in lines { addCurve(figures, to: &rows) }
    default: addRatio(to: &rows)
    }
    return rows.table(name)
  }

  /// All together, each channel, and those without one.
  private var lines: [(kind: String, figures: AcquisitionFigures)] {
    [("total", total)] + channels.map { ($0.channel == nil ? "none" : "channel", $0) }
  }

  private func money(_ value: Double?) -> ResultRows.Cell {
    .money(value.map { minor($0) })
  }

  /// Minor units of an amount in major units; the nearest whole number.
  func minor(_ value: Double) -> Int64 {
    Int64((min(max(value * Double(currency.minorPerMajor), -9e18), 9e18)).rounded())
  }

  private func cells(_ line: (kind: String, figures: AcquisitionFigures)) -> [ResultRows.Cell] {
    let figures = line.figures
    let interval = figures.value?.interval()
    return [
      .text(figures.channel ?? ""), .text(line.kind), money(figures.spend), .count(figures.new),
      money(figures.cac), money(figures.value?.mean), money(interval?.low), money(interval?.high),
      .number(figures.ratio), .number(figures.payback(discounted: false)),
      .number(figures.payback(discounted: true)), .number(figures.simplePayback),
      .number(Double(figures.curve.months.count)),
    ]
  }

  private func addPeriods(to rows: inout ResultRows) {
    for period in periods {
      let complete = ResultRows.Cell.text(period.isComplete ? "yes" : "no")
      rows.add([
        .text(period.period.label), .text(""), complete, money(period.spend), .count(period.new),
        money(period.cac),
      ])
      for channel in period.channels {
        rows.add([
          .text(period.period.label), .text(channel.channel), complete, money(channel.spend),
          .count(channel.new), money(channel.cac),
        ])
      }
    }
  }

  private func addCurve(
    _ line: (kind: String, figures: AcquisitionFigures), to rows: inout ResultRows
  ) {
    for (index, month) in line.figures.curve.months.enumerated() {
      rows.add([
        .text(line.figures.channel ?? ""), .text(line.kind), .count(index + 1),
        .count(month.customers), money(month.earned), money(month.cumulative),
        money(month.discounted),
      ])
    }
  }

  private func addRatio(to rows: inout ResultRows) {
    guard let retention else { return }
    rows.add([
      .day(retention.window.lowerBound), .day(retention.window.upperBound),
      money(retention.acquisitionSpend), .count(retention.new), money(retention.cac),
      money(retention.retentionSpend), .count(retention.kept), money(retention.costOfKeeping),
      .number(retention.ratio),
    ])
  }
}
