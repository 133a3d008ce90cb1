package import Values

extension Ledger {
  /// The ledger as a table: what `stage ledger` writes.
  package func table() -> DataTable {
    let columns: [ColumnValues] = [
      .text(customers), .day(firstDay), .day(lastDay), .integer(days.map(Int64.init)),
      .integer(orders.map(Int64.init)), .integer(rows.map(Int64.init)), .money(gross, currency),
      .money(returned, currency), .money(net, currency), .money(repeatSpend, currency),
      .integer(lastDay.map { Int64(asOf.number - $0) }), .number(medianGap),
      .money(margin ?? [Int64](repeating: .min, count: count), currency),
    ]
    return DataTable(name: "customers", heads: Ledger.heads(currency), columns: columns)
  }

  /// The columns of the table; the margin has no values where no export has one.
  package static func heads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("first_day", .day, Phrase("First purchase day", "首次购买日")),
      ColumnHead("last_day", .day, Phrase("Last purchase day", "最近购买日")),
      ColumnHead("days", .count, Phrase("Days with at least one order", "购买天数（至少有一笔订单的日子）")),
      ColumnHead("orders", .count, Phrase("Orders", "订单数")),
      ColumnHead("rows", .count, Phrase("Rows: purchases and returns", "行数：购买与退货")),
      ColumnHead("gross", money, Phrase("Amounts above zero", "购买总额（正金额合计）")),
      ColumnHead("returned", money, Phrase("Amounts given back", "退货总额")),
      ColumnHead("net", money, Phrase("Gross less returned", "净额（购买总额减退货总额）")),
      ColumnHead(
        "repeat_spend", money,
        Phrase("Gross of the purchase days after the first", "复购金额（首个购买日之后的购买总额）")),
      ColumnHead(
        "recency_days", .days,
        Phrase("Days from the last purchase to the as-of date", "最近一次购买距截止日的天数")),
      ColumnHead(
        "median_gap_days", .days, Phrase("Median days between purchase days", "购买间隔天数的中位数")),
      ColumnHead("margin", money, Phrase("Gross margin", "毛利")),
    ]
  }

  /// Gross less returned; the monetary value itself where refunds count so.
  private var net: [Int64] {
    if refunds == .net { return monetary }
    return gross.indices.map { gross[$0] - returned[$0] }
  }
}
