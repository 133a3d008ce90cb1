import Exports
import Pipeline
import Values

extension LedgerOutput {
  static func monthHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("month", .day, Phrase("First day of the month", "月份（首日）")),
      ColumnHead("customers", .count, Phrase("Customers who bought", "购买客户数")),
      ColumnHead("new_customers", .count, Phrase("Customers who bought first", "新客户数")),
      ColumnHead("orders", .count, Phrase("Orders", "订单数")),
      ColumnHead("gross", money, Phrase("Sum of purchases", "购买总额")),
      ColumnHead("returned", money, Phrase("Sum of returns", "退货总额")),
      ColumnHead("net", money, Phrase("Purchases less returns", "净额")),
    ]
  }

  var monthsTable: DataTable {
    var rows = ResultRows(Self.monthHeads(ledger.currency))
    for (index, month) in sums.months.enumerated() {
      rows.add([
        .day(sums.month(index)), .count(month.active), .count(month.new), .count(month.orders),
        .money(month.gross), .money(month.returned), .money(month.net),
      ])
    }
    return rows.table("months")
  }

  static let frequencyHeads = [
    ColumnHead("orders", .text, Phrase("Orders of a customer", "客户订单数")),
    ColumnHead("customers", .count, Phrase("Customers", "客户数")),
    ColumnHead("share", .share, Phrase("Share of the customers", "客户占比")),
  ]

  var frequencyTable: DataTable {
    var rows = ResultRows(Self.frequencyHeads)
    for line in frequency {
      rows.add([
        .text(Self.orders(line.from, line.through)), .count(line.customers),
        .number(ledger.count > 0 ? Double(line.customers) / Double(ledger.count) : nil),
      ])
    }
    return rows.table("frequency")
  }

  /// `1`, `6–10`, `21+`.
  static func orders(_ from: Int, _ through: Int?) -> String {
    guard let through else { return "\(from)+" }
    return from == through ? "\(from)" : "\(from)–\(through)"
  }

  static func changeHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("dimension", .text, Phrase("Split by", "拆分维度")),
      ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
      ColumnHead(
        "purchases_before", .text,
        Phrase("Purchase days before the quarter; empty for all", "季度之前的购买天数；空为全部")),
      ColumnHead("revenue_before", money, Phrase("Revenue of the quarter compared", "对比季度收入")),
      ColumnHead("revenue", money, Phrase("Revenue of the last full quarter", "最近完整季度收入")),
      ColumnHead("change", money, Phrase("Change of revenue", "收入变化")),
      ColumnHead(
        "customers_before", .count, Phrase("Buyers of the quarter compared", "对比季度购买客户数")),
      ColumnHead("customers", .count, Phrase("Buyers of the last full quarter", "最近完整季度购买客户数")),
      ColumnHead(
        "retention_before", .share,
        Phrase("Buyers of the quarter before who bought again, compared", "对比季度的季度留存率")),
      ColumnHead(
        "retention", .share, Phrase("Buyers of the quarter before who bought again", "季度留存率")),
    ]
  }

  var changesTable: DataTable {
    var rows = ResultRows(Self.changeHeads(ledger.currency))
    guard let change else { return rows.table("changes") }
    let parts =
      [("total", [change.total])] + change.dimensions.map { ($0.kind.rawValue, $0.groups) }
    for (dimension, groups) in parts {
      for group in groups {
        let lines =
          [("", group.all)]
          + QuarterChange.Experience.allCases.map { ($0.id, group.cells[$0.rawValue]) }
        for (experience, cell) in lines {
          rows.add([
            .text(dimension), .text(group.label), .text(experience), .money(cell.before),
            .money(cell.now), .money(cell.change), .count(cell.customersBefore),
            .count(cell.customersNow),
            .number(change.hasEarlierRetention ? cell.retentionBefore : nil),
            .number(cell.retentionNow),
          ])
        }
      }
    }
    return rows.table("changes")
  }
}

extension QuarterChange.Cell {
  var retentionBefore: Double? {
    baseBefore > 0 ? Double(keptBefore) / Double(baseBefore) : nil
  }
  var retentionNow: Double? { baseNow > 0 ? Double(keptNow) / Double(baseNow) : nil }
}
