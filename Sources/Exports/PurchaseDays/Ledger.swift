package import Values

/// How returns count in a customer's monetary value.
package enum Refunds: String, CaseIterable, Sendable {
  /// Monetary is gross less what was returned.
  case net
  /// Monetary is gross; what was returned stands beside it.
  case separate
  /// Returns are left out of all amounts.
  case ignore
}

/// One row a customer with at least one purchase day up to the as-of date: the second reduction.
package struct Ledger: Sendable {
  package var asOf: Day
  package var currency: Currency
  package var refunds: Refunds
  /// Ids, bytewise ascending.
  package var customers: TextColumn
  package var firstDay: [Int32]
  package var lastDay: [Int32]
  /// Purchase days: days with at least one order.
  package var days: [Int32]
  package var orders: [Int32]
  package var rows: [Int32]
  package var gross: [Int64]
  package var returned: [Int64]
  /// What refunds say: gross less returned, or gross.
  package var monetary: [Int64]
  /// Gross of the purchase days after the first.
  package var repeatSpend: [Int64]
  /// Median days between purchase days; NaN with one purchase day.
  package var medianGap: [Double]
  /// Sum of margins, `Int64.min` where no row has one; nil where no export has one.
  package var margin: [Int64]?
  /// Rows up to the as-of date, those of customers without a purchase included.
  package var totalRows: Int
  /// Net of all those rows, minor units; gross where refunds are ignored.
  package var totalNet: Int64
  /// Customers with returns and no purchase up to the as-of date.
  package var customersWithoutPurchase: Int
  package var rowsAfterAsOf: Int

  package var count: Int { customers.count }

  /// Days since the last purchase.
  package func recency(_ row: Int) -> Int32 { asOf.number - lastDay[row] }
  /// Days since the first purchase.
  package func age(_ row: Int) -> Int32 { asOf.number - firstDay[row] }
}
