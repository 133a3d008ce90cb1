package import Values

/// The columns of the orders contract that purchase days are made of.
package struct OrderColumnNames: Sendable {
  package var customer: String
  /// A day or an instant.
  package var date: String
  /// An id; without it every row is an order of its own.
  package var order: String?
  package var amount: String
  package var margin: String?

  package init(
    customer: String = "customer_id", date: String = "order_date", order: String? = "order_id",
    amount: String = "amount", margin: String? = "margin"
  ) {
    self.customer = customer
    self.date = date
    self.order = order
    self.amount = amount
    self.margin = margin
  }
}

/// Current order rows sorted by customer id bytewise, day, then code of the order; within an order
/// as they came.
package struct StoredOrderRows: Sendable {
  /// Ids of the customers that have rows, bytewise ascending.
  package var customers = TextColumn()
  /// Index into `customers`.
  package var customer: [Int32] = []
  package var day: [Int32] = []
  /// Second of the day; 0 where the export has days.
  package var second: [Int32] = []
  /// The same number for the same order; `Int64.min` where a row has no order id.
  package var order: [Int64] = []
  /// Minor units.
  package var amount: [Int64] = []
  /// Minor units, `Int64.min` where a row has none; nil where no export has the column.
  package var margin: [Int64]?

  package var count: Int { customer.count }
}
