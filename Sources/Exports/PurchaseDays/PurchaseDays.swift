package import Values

/// Orders reduced to one row a customer and day: the first reduction, sorted by customer, then day.
package struct PurchaseDays: Sendable {
  /// Distinct ids, bytewise ascending.
  package var customers: TextColumn
  /// `customers.count + 1` positions into the day columns.
  package var starts: [Int]
  package var day: [Int32]
  /// Rows that count (purchases, returns, free orders by policy).
  package var rows: [Int32]
  /// Distinct orders with at least one purchase row that day; 0 on a day of returns alone.
  package var orders: [Int32]
  /// Sum of amounts above zero, minor units.
  package var gross: [Int64]
  /// What was given back, minor units, not below zero.
  package var returned: [Int64]
  /// Sum of margins; nil where no export has one.
  package var margin: [Int64]?
  package var currency: Currency
}
