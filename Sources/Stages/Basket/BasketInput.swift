package import Diagnostics
import Exports
package import Pipeline
package import Values

/// Which products stand together in which basket, and which ones each customer has bought.
package struct BasketInput: StageInput {
  /// What became of the order lines.
  struct Lines: Sendable, Equatable {
    var read = 0
    /// Returns.
    var returned = 0
    /// Lines of amount 0 that were left out.
    var zero = 0
    var withoutProduct = 0
    /// Lines of products that the settings leave out.
    var excluded = 0
    /// Lines from before the months of the settings.
    var earlier = 0
    var used = 0
  }

  package var asOf: Day
  package var currency: Currency
  /// Bytewise ascending; lists hold their numbers.
  package var products: [String]
  /// Bytewise ascending.
  package var customers: TextColumn
  package var baskets: ProductLists
  /// What each customer has bought.
  package var owned: ProductLists
  /// Sum of amounts by product, minor units.
  package var amounts: [Int64]
  /// One group a customer; nil where the customers' export has no such column.
  var groups: GroupColumn?
  var lines = Lines()
  /// No line has an order number: customer and day stand for it.
  var hasNoOrders = false

  init(
    asOf: Day, currency: Currency, products: [String], customers: TextColumn,
    baskets: ProductLists, owned: ProductLists, amounts: [Int64], groups: GroupColumn? = nil
  ) {
    self.asOf = asOf
    self.currency = currency
    self.products = products
    self.customers = customers
    self.baskets = baskets
    self.owned = owned
    self.amounts = amounts
    self.groups = groups
  }

  package static func needs(_ settings: BasketSettings) -> [Need] {
    [
      .columns(
        contract: "orders", ["order_id", "customer_id", "order_date", "amount", "product"],
        required: true),
      .facts(contract: "customers", required: false),
    ]
  }

  package init(from source: Source, _ settings: BasketSettings) throws(Diagnostic) {
    guard let orders = source.facts["orders"] else {
      throw Diagnostic(
        .missingExport, "no-orders", "basket found no order lines",
        help: "give an export of the contract orders with a column product")
    }
    guard case .text(let names)? = orders.values("product") else {
      guard orders.rowCount == 0 else {
        throw Diagnostic(
          .data, "no-product", "no order line has a product",
          help: "map a column with --column orders.product=HEADER, or leave the step out")
      }
      self.init(
        asOf: source.asOf, currency: source.currency, products: [], customers: TextColumn(),
        baskets: ProductLists([]), owned: ProductLists([]), amounts: [])
      return
    }
    let rows = BasketRows(orders, names, settings, asOf: source.asOf)
    self.init(
      asOf: source.asOf, currency: source.currency, products: rows.products,
      customers: rows.customers, baskets: rows.baskets, owned: rows.owned, amounts: rows.amounts)
    lines = rows.lines
    hasNoOrders = rows.hasNoOrders
    groups = source.facts["customers"].flatMap { CustomerJoin(customers, $0) }?
      .groups(settings.groupBy.rawValue)
  }
}
