/// What one customer did on one day.
package struct PurchaseDay: Sendable, Equatable {
  /// Days since 1970-01-01, local.
  package var day: Int32
  /// Rows that count: purchases, returns, free orders by policy.
  package var rows: Int32
  /// Distinct orders with at least one purchase row that day; 0 on a day of returns alone.
  package var orders: Int32
  /// Sum of amounts above zero, minor units.
  package var gross: Int64
  /// What was given back, minor units, not below zero.
  package var returned: Int64
  /// Sum of the margins; `Int64.min` where no row has one.
  package var margin: Int64

  package init(
    day: Int32, rows: Int32, orders: Int32, gross: Int64, returned: Int64,
    margin: Int64 = .min
  ) {
    self.day = day
    self.rows = rows
    self.orders = orders
    self.gross = gross
    self.returned = returned
    self.margin = margin
  }

  /// A day with at least one order; a day of returns alone is none.
  package var isPurchase: Bool { orders > 0 }
  package var net: Int64 { gross - returned }
}
