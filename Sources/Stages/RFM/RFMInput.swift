package import Diagnostics
package import Exports
package import Pipeline
package import Values

/// One entry a customer with at least one purchase day up to the as-of date, in columns.
package struct RFMInput: StageInput {
  package var asOf: Day
  package var currency: Currency
  /// Ids, bytewise ascending: equal counts break ties by them.
  package var customers: TextColumn
  package var lastDay: [Int32]
  /// Purchase days.
  package var days: [Int32]
  package var orders: [Int32]
  /// Minor units, by the policy for refunds.
  package var monetary: [Int64]
  /// Rows up to the as-of date, and their net in minor units; customers without a purchase included.
  package var totalRows: Int
  package var totalNet: Int64
  /// Customers with returns and no purchase: they get no score.
  package var customersWithoutPurchase: Int
  package var rowsAfterAsOf: Int

  package init(
    asOf: Day, currency: Currency, customers: TextColumn, lastDay: [Int32], days: [Int32],
    orders: [Int32], monetary: [Int64], totalRows: Int, totalNet: Int64,
    customersWithoutPurchase: Int = 0, rowsAfterAsOf: Int = 0
  ) {
    precondition(
      Set([customers.count, lastDay.count, days.count, orders.count, monetary.count]).count == 1,
      "columns have one length")
    self.asOf = asOf
    self.currency = currency
    self.customers = customers
    self.lastDay = lastDay
    self.days = days
    self.orders = orders
    self.monetary = monetary
    self.totalRows = totalRows
    self.totalNet = totalNet
    self.customersWithoutPurchase = customersWithoutPurchase
    self.rowsAfterAsOf = rowsAfterAsOf
  }

  package init(_ ledger: Ledger) {
    self.init(
      asOf: ledger.asOf, currency: ledger.currency, customers: ledger.customers,
      lastDay: ledger.lastDay, days: ledger.days, orders: ledger.orders, monetary: ledger.monetary,
      totalRows: ledger.totalRows, totalNet: ledger.totalNet,
      customersWithoutPurchase: ledger.customersWithoutPurchase,
      rowsAfterAsOf: ledger.rowsAfterAsOf)
  }

  package static func needs(_ settings: RFMSettings) -> [Need] { [.purchaseDays] }

  package init(from source: Source, _ settings: RFMSettings) throws(Diagnostic) {
    guard let purchaseDays = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "rfm found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    self.init(Ledger(purchaseDays, asOf: source.asOf, refunds: settings.refunds))
  }
}
