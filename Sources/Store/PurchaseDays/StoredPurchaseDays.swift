package import Values

/// Purchase days as the store keeps them: sorted by customer id bytewise, then day.
package struct StoredPurchaseDays: Sendable, Equatable {
  /// Distinct ids, bytewise ascending.
  package var customers: TextColumn
  /// `customers.count + 1` positions into the day columns.
  package var starts: [Int]
  package var day: [Int32]
  package var rows: [Int32]
  package var orders: [Int32]
  /// Minor units.
  package var gross: [Int64]
  /// Minor units, not below zero.
  package var returned: [Int64]
  /// `Int64.min` where a day has none; nil where no export has one.
  package var margin: [Int64]?

  /// - Precondition: the positions span the days, and all day columns have one length.
  package init(
    customers: TextColumn, starts: [Int], day: [Int32], rows: [Int32], orders: [Int32],
    gross: [Int64], returned: [Int64], margin: [Int64]?
  ) {
    precondition(starts.count == customers.count + 1, "a start a customer, and the end")
    precondition(starts.first == 0 && starts.last == day.count, "the starts span the days")
    precondition(
      [rows.count, orders.count, gross.count, returned.count, margin?.count ?? day.count]
        .allSatisfy { $0 == day.count }, "purchase days have one length")
    self.customers = customers
    self.starts = starts
    self.day = day
    self.rows = rows
    self.orders = orders
    self.gross = gross
    self.returned = returned
    self.margin = margin
  }
}

/// How far the purchase days that are kept can be used.
package enum PurchaseDaysState: Sendable, Equatable {
  /// None are kept for these settings: they have to be made from all orders.
  case missing
  /// Those of so many customers have to be made again.
  case stale(customers: Int)
  case fresh
}
