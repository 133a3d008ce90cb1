package import Exports
package import Pipeline
package import Values

/// The ledger, the months, and the last full quarter beside an earlier one.
package struct LedgerOutput: StageOutput {
  package let ledger: Ledger
  let sums: MonthlySums
  /// nil without a full quarter and one to compare it with.
  let change: QuarterChange?

  /// Gross less returns, or gross, as refunds say, of all rows up to the as-of date.
  var revenue: Int64 { sums.months.reduce(0) { $0 + revenue($1) } }

  func revenue(_ month: MonthlySums.Month) -> Int64 {
    ledger.refunds == .net ? month.net : month.gross
  }

  /// Customers by number of orders: 1 to 5, then wider classes.
  var frequency: [(from: Int, through: Int?, customers: Int)] {
    let classes: [(Int, Int?)] = [
      (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 10), (11, 20), (21, nil),
    ]
    var counts = [Int](repeating: 0, count: classes.count)
    // The class of each number of orders up to the last class, found once.
    let classOf = (0...21).map { orders in classes.lastIndex { orders >= $0.0 } ?? 0 }
    for orders in ledger.orders { counts[classOf[Int(min(orders, 21))]] += 1 }
    return zip(classes, counts).map { ($0.0, $0.1, $1) }
  }

  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("One row a customer who bought", "每个有购买记录的客户一行"),
        Ledger.heads(currency)),
      ResultTable("months", Phrase("One row a month", "每月一行"), monthHeads(currency)),
      ResultTable(
        "frequency", Phrase("Customers by number of orders", "按订单数统计的客户数"), frequencyHeads),
      ResultTable(
        "changes",
        Phrase(
          "The last full quarter beside an earlier one, by group and earlier purchases",
          "最近完整季度与对比季度，按分组与此前购买次数拆分"), changeHeads(currency)),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "customers": ledger.table()
    case "months": monthsTable
    case "frequency": frequencyTable
    case "changes": changesTable
    default: preconditionFailure("ledger has no table \(name)")
    }
  }
}
