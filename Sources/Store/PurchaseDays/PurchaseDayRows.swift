import GRDB
import Values

/// Moves purchase days between columns by customer id and the table clustered by customer code.
enum PurchaseDayRows {
  static func insert(_ days: StoredPurchaseDays, _ db: Database) throws {
    let codes = try codes(of: days.customers, db)
    let insert = try BulkStatement(
      db, "INSERT INTO purchase_days VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    // In order of the code, so that the table grows at its end.
    for customer in codes.indices.sorted(by: { codes[$0] < codes[$1] }) {
      insert.bind(codes[customer], at: 1)
      for row in days.starts[customer]..<days.starts[customer + 1] {
        insert.bind(Int64(days.day[row]), at: 2)
        insert.bind(Int64(days.rows[row]), at: 3)
        insert.bind(Int64(days.orders[row]), at: 4)
        insert.bind(days.gross[row], at: 5)
        insert.bind(days.returned[row], at: 6)
        if let margin = days.margin?[row], margin != .min {
          insert.bind(margin, at: 7)
        } else {
          insert.bindNull(at: 7)
        }
        try insert.run()
      }
    }
  }

  /// - Precondition: every customer with purchase days has an id in the store.
  private static func codes(of customers: TextColumn, _ db: Database) throws -> [Int64] {
    let lookup = try BulkStatement(db, "SELECT code FROM customer_ids WHERE id = ?1")
    return try customers.bytes.withUnsafeBufferPointer { bytes in
      try (0..<customers.count).map { customer in
        let range = customers.offsets[customer]..<customers.offsets[customer + 1]
        lookup.bindCopy(UnsafeBufferPointer(rebasing: bytes[range]), at: 1)
        guard try lookup.step() else {
          throw StoreFailure.damaged("a customer with purchase days has no code")
        }
        defer { lookup.reset() }
        return lookup.integer(0)
      }
    }
  }

  static func fetch(_ db: Database) throws -> StoredPurchaseDays {
    let hasMargin =
      try Bool.fetchOne(db, sql: "SELECT has_margin FROM purchase_days_state") ?? false
    let byCode = try StoredRows(db, hasMargin: hasMargin)
    let ids = try BulkStatement(db, "SELECT code, id FROM customer_ids ORDER BY id")
    var customers = TextColumn()
    var starts = [0]
    var order: [Range<Int>] = []
    while try ids.step() {
      guard let range = byCode.range(of: ids.integer(0)) else { continue }
      customers.append(ids.text(1))
      starts.append((starts.last ?? 0) + range.count)
      order.append(range)
    }
    func gather<T>(_ values: [T]) -> [T] {
      var result: [T] = []
      result.reserveCapacity(values.count)
      for range in order { result.append(contentsOf: values[range]) }
      return result
    }
    return StoredPurchaseDays(
      customers: customers, starts: starts, day: gather(byCode.day), rows: gather(byCode.rows),
      orders: gather(byCode.orders), gross: gather(byCode.gross),
      returned: gather(byCode.returned), margin: hasMargin ? gather(byCode.margin) : nil)
  }
}

/// The table as it lies: by customer code, then day.
private struct StoredRows {
  private var codes: [Int64] = []
  private var starts: [Int] = []
  var day: [Int32] = []
  var rows: [Int32] = []
  var orders: [Int32] = []
  var gross: [Int64] = []
  var returned: [Int64] = []
  var margin: [Int64] = []

  init(_ db: Database, hasMargin: Bool) throws {
    let fetch = try BulkStatement(
      db,
      """
      SELECT customer, day, rows, orders, gross, returned\(hasMargin ? ", margin" : "")
      FROM purchase_days ORDER BY customer, day
      """)
    while try fetch.step() {
      let code = fetch.integer(0)
      if codes.last != code {
        codes.append(code)
        starts.append(day.count)
      }
      guard StoredDay.range.contains(fetch.integer(1)),
        let rowCount = StoredDay.count(fetch.integer(2)),
        let orderCount = StoredDay.count(fetch.integer(3)),
        fetch.integer(4) >= 0, fetch.integer(5) >= 0
      else { throw StoreFailure.damaged("a purchase day holds what no orders add up to") }
      day.append(Int32(truncatingIfNeeded: fetch.integer(1)))
      rows.append(rowCount)
      orders.append(orderCount)
      gross.append(fetch.integer(4))
      returned.append(fetch.integer(5))
      if hasMargin { margin.append(fetch.isNull(6) ? .min : fetch.integer(6)) }
    }
    starts.append(day.count)
  }

  /// The rows of a customer; nil where there are none.
  func range(of code: Int64) -> Range<Int>? {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    guard low < codes.count, codes[low] == code else { return nil }
    return starts[low]..<starts[low + 1]
  }
}

/// What a day and its counts may be; anything else was never written.
enum StoredDay {
  /// 31 December of the year -1 to 2 January 10000: every date that is read, in every zone.
  static let range: ClosedRange<Int64> = -719_529...2_932_897

  static func count(_ value: Int64) -> Int32? { value < 0 ? nil : Int32(exactly: value) }
}
