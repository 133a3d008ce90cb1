import Exports
import Values

/// What each customer bought in the months of the settings: one pass over the purchase days.
struct MatrixSums {
  /// Customers with a purchase up to the as-of date, in those months or before.
  private(set) var customers = TextColumn()
  /// Minor units.
  private(set) var revenue: [Int64] = []
  private(set) var orders: [Int32] = []
  /// Minor units; `Int64.min` where no row of a customer has one; nil where no export has any.
  private(set) var margin: [Int64]?

  init(_ days: PurchaseDays, _ settings: MatrixSettings, asOf: Day) {
    let start = settings.months.map { asOf.adding(days: 1).adding(months: -$0).number } ?? .min
    let last = asOf.number
    let refunds = settings.refunds
    var margins: [Int64] = []
    for part in days.partials({ customers in
      var part = (rows: [Int](), revenue: [Int64](), orders: [Int32](), margin: [Int64]())
      days.forEach(in: customers) { customer, rows in
        var (revenue, orders, margin) = (Int64(0), Int32(0), Int64.min)
        var hasBought = false
        for row in rows where row.day <= last {
          if row.isPurchase { hasBought = true }
          guard row.day >= start else { continue }
          revenue += refunds == .net ? row.net : row.gross
          orders += row.orders
          if row.margin != .min { margin = (margin == .min ? 0 : margin) + row.margin }
        }
        guard hasBought else { return }
        part.rows.append(customer)
        part.revenue.append(revenue)
        part.orders.append(orders)
        part.margin.append(margin)
      }
      return part
    }) {
      for row in part.rows { customers.append(days.customers[row]) }
      revenue += part.revenue
      orders += part.orders
      margins += part.margin
    }
    margin = days.hasMargin ? margins : nil
  }
}
