package import Diagnostics
import GRDB
import Values

extension Store {
  /// The current rows that purchase days are made of.
  ///
  /// - Parameter owners: those of some customers are found by the index of the customer, so few
  ///   customers read little.
  package func orderRows(
    _ names: OrderColumnNames = OrderColumnNames(), of contract: String = "orders",
    owners: OrderRowOwners = .all
  ) throws(Diagnostic) -> StoredOrderRows {
    try read { db in
      guard let table = try FactTable.find(contract, db) else { return StoredOrderRows() }
      var scan = try OrderScan(db, owners)
      try scan.run(db, table, names)
      return scan.sorted()
    }
  }
}

/// Whose order rows are read.
package enum OrderRowOwners: Sendable {
  case all
  /// Customers whose purchase days have to be made again.
  case stale
  /// These ids; one without rows has none.
  case customers([String])
}

/// Order rows as they come from the table, and their way into order.
private struct OrderScan {
  private let owners: OrderRowOwners
  /// Ids of the customers that may have rows, bytewise ascending.
  private var ids = TextColumn()
  /// Place of a customer code among them.
  private var rank: [Int32] = []
  private var customer: [Int32] = []
  private var day: [Int32] = []
  private var second: [Int32] = []
  private var order: [Int64] = []
  private var amount: [Int64] = []
  private var margin: [Int64] = []
  private var hasMargin = false

  init(_ db: Database, _ owners: OrderRowOwners) throws {
    self.owners = owners
    switch owners {
    case .all, .stale:
      var source = "customer_ids i"
      if case .stale = owners {
        source = "stale_customers s JOIN customer_ids i ON i.code = s.code"
      }
      let customers = try BulkStatement(db, "SELECT i.code, i.id FROM \(source) ORDER BY i.id")
      while try customers.step() {
        add(try IdTexts.place(of: customers.integer(0)), customers.text(1))
      }
    case .customers(let wanted):
      for (var id, code) in try CustomerCodes.find(wanted, db) {
        let place = try IdTexts.place(of: code)
        id.withUTF8 { add(place, $0) }
      }
    }
  }

  /// - Precondition: ids come in the order of their bytes.
  private mutating func add(_ code: Int, _ id: UnsafeBufferPointer<UInt8>) {
    if code >= rank.count {
      rank.append(contentsOf: repeatElement(-1, count: max(code + 1 - rank.count, rank.count)))
    }
    rank[code] = Int32(ids.count)
    ids.append(id)
  }

  mutating func run(_ db: Database, _ table: FactTable, _ names: OrderColumnNames) throws {
    func field(_ name: String?) -> String {
      name.flatMap { table.column($0) }.map { "t.\(Identifier.quoted($0.name))" } ?? "NULL"
    }
    let isInstant = table.column(names.date)?.kind == .instant
    hasMargin = names.margin.flatMap { table.column($0) } != nil
    let customer = field(names.customer)
    let source =
      switch owners {
      case .all, .customers: "\(table.sqlName) t"
      case .stale: "stale_customers s CROSS JOIN \(table.sqlName) t ON \(customer) = s.code"
      }
    var condition = "t.superseded_by IS NULL"
    if case .customers = owners { condition += " AND \(customer) = ?1" }
    let rows = try BulkStatement(
      db,
      """
      SELECT \(customer), \(field(names.date)), \(field(names.order)), \(field(names.amount)),
             \(field(names.margin))
      FROM \(source) WHERE \(condition)
      """)
    if case .customers = owners {
      for code in rank.indices where rank[code] >= 0 {
        rows.bind(Int64(code), at: 1)
        while try rows.step() { try take(rows, isInstant) }
      }
    } else {
      while try rows.step() { try take(rows, isInstant) }
    }
    hasMargin = hasMargin && margin.contains { $0 != .min }
  }

  private mutating func take(_ row: BulkStatement, _ isInstant: Bool) throws {
    let code = Int(row.integer(0))
    let date = row.integer(1)
    let (days, seconds) = isInstant ? date.flooredDivision(by: 86_400) : (date, 0)
    guard !row.isNull(0), !row.isNull(1), !row.isNull(3), row.integer(3) != .min,
      rank.indices.contains(code),
      rank[code] >= 0, StoredDay.range.contains(days)
    else {
      throw StoreFailure.damaged("an order has not the customer, date and amount that it came with")
    }
    customer.append(rank[code])
    day.append(Int32(truncatingIfNeeded: days))
    second.append(Int32(truncatingIfNeeded: seconds))
    order.append(row.isNull(2) ? .min : row.integer(2))
    amount.append(row.integer(3))
    if hasMargin { margin.append(row.isNull(4) ? .min : row.integer(4)) }
  }

  /// Rows counted into their customers, then sorted within each.
  func sorted() -> StoredOrderRows {
    var starts = [Int](repeating: 0, count: ids.count + 1)
    for place in customer { starts[Int(place) + 1] += 1 }
    for place in 0..<ids.count { starts[place + 1] += starts[place] }
    var next = starts
    var permutation = [Int32](repeating: 0, count: customer.count)
    for row in customer.indices {
      let place = Int(customer[row])
      permutation[next[place]] = Int32(row)
      next[place] += 1
    }
    var result = StoredOrderRows()
    result.customer.reserveCapacity(customer.count)
    for place in 0..<ids.count where starts[place] < starts[place + 1] {
      let range = starts[place]..<starts[place + 1]
      // Equal rows stay in the order of the table.
      permutation[range].sort { a, b in
        (day[Int(a)], order[Int(a)], a) < (day[Int(b)], order[Int(b)], b)
      }
      let index = Int32(result.customers.count)
      result.customers.append(ids[place])
      result.customer.append(contentsOf: repeatElement(index, count: range.count))
    }
    result.day = permutation.map { day[Int($0)] }
    result.second = permutation.map { second[Int($0)] }
    result.order = permutation.map { order[Int($0)] }
    result.amount = permutation.map { amount[Int($0)] }
    result.margin = hasMargin ? permutation.map { margin[Int($0)] } : nil
    return result
  }
}

extension Int64 {
  /// Quotient rounded down and the remainder, which is not below zero.
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
