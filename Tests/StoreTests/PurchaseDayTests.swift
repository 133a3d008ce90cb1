import Diagnostics
import Testing
import Values

@testable import Store

@Suite struct PurchaseDayTests {
  /// One row a customer and day with sums alone: enough to see whether what is kept is right.
  static func fold(_ rows: StoredOrderRows) -> StoredPurchaseDays {
    var starts = [0]
    var (day, count): ([Int32], [Int32]) = ([], [])
    var (gross, returned): ([Int64], [Int64]) = ([], [])
    for row in 0..<rows.count {
      let isNewCustomer = row == 0 || rows.customer[row] != rows.customer[row - 1]
      if isNewCustomer && row > 0 { starts.append(day.count) }
      if isNewCustomer || rows.day[row] != rows.day[row - 1] {
        day.append(rows.day[row])
        count.append(0)
        gross.append(0)
        returned.append(0)
      }
      count[count.count - 1] += 1
      gross[gross.count - 1] += max(0, rows.amount[row])
      returned[returned.count - 1] += max(0, -rows.amount[row])
    }
    if rows.count > 0 { starts.append(day.count) }
    return StoredPurchaseDays(
      customers: rows.customers, starts: starts, day: day, rows: count, orders: count,
      gross: gross, returned: returned, margin: nil)
  }

  @Test func `purchase days come back sorted by customer id, with their margins`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    // Codes come in order of appearance: against the order of the ids.
    try store.ingest("a", ["z", "m", "a"].map { OrderLine("O\($0)", "P", customer: $0) })
    let days = StoredPurchaseDays(
      customers: TextColumn(["a", "m", "z"]), starts: [0, 2, 3, 4], day: [-5, 9, 7, 8],
      rows: [1, 2, 3, 4], orders: [1, 0, 2, 4], gross: [10, 0, 1 << 40, 30],
      returned: [0, 7, 0, 0], margin: [1, .min, -3, 4])
    try store.keepPurchaseDays(days, settingsHash: "p", onlyStale: false)
    #expect(try store.purchaseDays() == days)
    #expect(
      try store.query("SELECT customer_id, day, gross FROM purchase_days_readable LIMIT 1")
        == ["z|1970-01-09|30"])
    try store.close()
  }

  @Test func `they are missing, fresh or stale`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest(
      "a", [OrderLine("O1", "P", customer: "A"), OrderLine("O2", "P", customer: "B")])
    #expect(try store.purchaseDaysState(settingsHash: "p") == .missing)
    try store.keepPurchaseDays(
      Self.fold(try store.orderRows()), settingsHash: "p", onlyStale: false)
    #expect(try store.purchaseDaysState(settingsHash: "p") == .fresh)
    #expect(try store.purchaseDaysState(settingsHash: "other") == .missing)
    // The order moves from B to C: both have other days now.
    try store.ingest("b", [OrderLine("O2", "P", customer: "C")])
    #expect(try store.purchaseDaysState(settingsHash: "p") == .stale(customers: 2))
    #expect(try store.staleCustomers().texts == ["B", "C"])
    try store.keepPurchaseDays(
      Self.fold(try store.orderRows(owners: .stale)), settingsHash: "p", onlyStale: true)
    #expect(try store.purchaseDaysState(settingsHash: "p") == .fresh)
    #expect(try store.purchaseDays().customers.texts == ["A", "C"])
    try store.close()
  }

  @Test(arguments: 0..<12)
  func `refreshing the stale customers gives what all orders give`(_ seed: UInt64) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    var random = SeededGenerator(seed: seed &+ 300)
    for number in 0..<8 {
      if number % 3 == 2, let file = try store.files().randomElement(using: &random) {
        try store.forget(file.id)
      } else {
        try store.ingest("f\(number)", VersionPropertyTests.lines(&random))
      }
      let onlyStale = try store.purchaseDaysState(settingsHash: "p") != .missing
      try store.keepPurchaseDays(
        Self.fold(try store.orderRows(owners: onlyStale ? .stale : .all)), settingsHash: "p",
        onlyStale: onlyStale)
      #expect(try store.purchaseDays() == Self.fold(try store.orderRows()))
      #expect(try store.purchaseDaysState(settingsHash: "p") == .fresh)
    }
    try store.close()
  }
}
