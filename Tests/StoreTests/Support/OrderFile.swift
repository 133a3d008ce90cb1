import Diagnostics
import Store
import Values

/// One line of an order as a test writes it.
struct OrderLine: Equatable, CustomStringConvertible {
  var order: String
  var product: String
  var customer: String
  var day: Int32
  /// Minor units.
  var amount: Int64

  init(
    _ order: String, _ product: String, customer: String = "C1", day: Int32 = 20_000,
    amount: Int64 = 1_000
  ) {
    self.order = order
    self.product = product
    self.customer = customer
    self.day = day
    self.amount = amount
  }

  var description: String { "\(order)/\(product)/\(customer)/\(day)/\(amount)" }
}

extension FactShape {
  static let testOrders = orders(replacing: true)

  /// Orders as the contract has them; without replacing, row by row.
  static func orders(replacing: Bool) -> FactShape {
    FactShape(
      "orders",
      columns: [
        FactColumn("order_id", .id("order")), FactColumn("line", .text),
        FactColumn("product", .text), FactColumn("customer_id", .id("customer")),
        FactColumn("order_date", .instant), FactColumn("amount", .money(.cny)),
        FactColumn("margin", .money(.cny)),
      ], key: ["order_id", "line", "product"], replacesBy: replacing ? "order_id" : nil,
      marksStale: "customer_id")
  }
}

extension Store {
  /// Ingests order lines as a file, in batches of at most `batch` rows.
  @discardableResult
  func ingest(
    _ name: String, _ lines: [OrderLine], key: [String] = ["order_id", "product"],
    settings: String = "s", replacing: FileRecord.ID? = nil, shape: FactShape = .testOrders,
    batch: Int = 3
  ) throws(Diagnostic) -> FileRecord {
    let file = NewFile(
      name: name, source: "exports/\(name)", sha256: "sha-\(name)", settingsHash: settings,
      columns: ["order_id", "product", "customer_id", "order_date", "amount"], key: key)
    return try ingest(file, shape: shape, replacing: replacing) {
      (load) throws(Diagnostic) -> FileOutcome in
      var start = 0
      while start < lines.count {
        let end = min(start + batch, lines.count)
        try load.append(FactBatch.orders(lines[start..<end], firstLine: start + 2))
        start = end
      }
      return FileOutcome(read: lines.count)
    }
  }

  /// Current order lines in the order of files and lines.
  func currentOrders() throws(Diagnostic) -> [OrderLine] {
    let columns = try current(
      "orders",
      columns: [
        FactColumn("order_id", .id("order")), FactColumn("product", .text),
        FactColumn("customer_id", .id("customer")), FactColumn("order_date", .instant),
        FactColumn("amount", .money(.cny)),
      ])
    guard case .text(let order) = columns[0], case .text(let product) = columns[1],
      case .text(let customer) = columns[2], case .instant(let date) = columns[3],
      case .money(let amount, _) = columns[4]
    else { preconditionFailure("columns come back in their kinds") }
    return (0..<order.count).map {
      OrderLine(
        order[$0], product[$0], customer: customer[$0], day: Int32(date[$0] / 86_400),
        amount: amount[$0])
    }
  }
}

extension FactBatch {
  static func orders(_ lines: ArraySlice<OrderLine>, firstLine: Int) -> FactBatch {
    FactBatch(
      columns: [
        .text(TextColumn(lines.map(\.order))), .text(TextColumn(lines.map(\.product))),
        .text(TextColumn(lines.map(\.customer))),
        .instant(lines.map { Int64($0.day) * 86_400 + 3_600 }),
        .money(lines.map(\.amount), .cny),
      ], lines: Array(firstLine..<firstLine + lines.count))
  }
}
