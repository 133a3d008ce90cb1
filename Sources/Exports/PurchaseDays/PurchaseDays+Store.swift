import Diagnostics
import Store
import Values

extension PurchaseDays {
  /// Purchase days from the current order rows of the store, where versions were settled.
  init(
    _ rows: StoredOrderRows, zeroAmount: ZeroAmount, currency: Currency
  ) throws(Diagnostic) {
    try self.init(
      SortedRows(
        customers: rows.customers, customer: rows.customer, day: rows.day, order: rows.order,
        amount: rows.amount, margin: rows.margin),
      currency: currency, zeroAmount: zeroAmount)
  }
}
