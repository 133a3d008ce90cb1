import Diagnostics
import Testing
import Values

@testable import Store

@Suite struct VersionTests {
  static let three = [
    OrderLine("O1", "P1"), OrderLine("O1", "P2"), OrderLine("O1", "P3"), OrderLine("O2", "P1"),
  ]

  @Test func `an order of three products keeps three, a corrected export that drops one keeps two`()
    throws
  {
    let scratch = try Scratch()
    let store = try scratch.open()
    let first = try store.ingest("q1.csv", Self.three)
    #expect([first.accepted, first.merged, first.withdrawn] == [4, 0, 0])
    let corrected = [OrderLine("O1", "P1", amount: 900), OrderLine("O1", "P3")]
    let second = try store.ingest("q1-corrected.csv", corrected)
    #expect([second.accepted, second.merged, second.withdrawn] == [0, 2, 1])
    #expect(try store.currentOrders() == [OrderLine("O2", "P1")] + corrected)
    try store.close()
  }

  @Test func `forgetting a file restores what it had replaced`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest("q1.csv", Self.three)
    let second = try store.ingest("q1-corrected.csv", [OrderLine("O1", "P1", amount: 900)])
    try store.forget(second.id)
    #expect(try store.currentOrders() == Self.three)
    #expect(try store.files().map(\.name) == ["q1.csv"])
    try store.close()
  }

  @Test func `forgetting the first file makes the second one's rows new`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let first = try store.ingest("q1.csv", Self.three)
    try store.ingest("q1-corrected.csv", [OrderLine("O1", "P1"), OrderLine("O1", "P4")])
    try store.forget(first.id)
    let left = try #require(try store.files().first)
    #expect([left.accepted, left.merged, left.withdrawn] == [2, 0, 0])
    try store.close()
  }

  @Test func `a repeated key in one file is merged and the later line stands`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let file = try store.ingest(
      "a.csv",
      [
        OrderLine("O1", "P1", amount: 1), OrderLine("O1", "P1", amount: 2),
        OrderLine("O2", "P1", amount: 3), OrderLine("O1", "P1", amount: 4),
      ])
    #expect([file.accepted, file.merged, file.withdrawn] == [2, 2, 0])
    #expect(try store.currentOrders().map(\.amount) == [3, 4])
    #expect(try store.query("SELECT count(*) FROM orders") == ["4"], "every version stays")
    try store.close()
  }

  @Test func `without replacing groups a later file replaces key by key`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let shape = FactShape.orders(replacing: false)
    try store.ingest("a.csv", Self.three, shape: shape)
    let file = try store.ingest("b.csv", [OrderLine("O1", "P2", amount: 5)], shape: shape)
    #expect([file.accepted, file.merged, file.withdrawn] == [0, 1, 0])
    #expect(try store.currentCount("orders") == 4)
    try store.close()
  }

  @Test func `without a key every row counts, in one file and across files`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let twice = [OrderLine("O1", "P1"), OrderLine("O1", "P1")]
    for name in ["a.csv", "b.csv"] {
      let file = try store.ingest(name, twice, key: [])
      #expect([file.accepted, file.merged, file.withdrawn] == [2, 0, 0])
    }
    #expect(try store.currentCount("orders") == 4)
    try store.close()
  }

  @Test func `rows without an order id never merge`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let rows = [OrderLine("", "P1"), OrderLine("", "P1"), OrderLine("O1", "P1")]
    try store.ingest("a.csv", rows)
    let second = try store.ingest("b.csv", rows)
    #expect([second.accepted, second.merged, second.withdrawn] == [2, 1, 0])
    #expect(try store.currentCount("orders") == 5)
    try store.close()
  }

  @Test func `by the grain of orders one row an order is left`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let file = try store.ingest("a.csv", Self.three, key: ["order_id"])
    #expect([file.accepted, file.merged] == [2, 2])
    #expect(try store.currentOrders() == [OrderLine("O1", "P3"), OrderLine("O2", "P1")])
    try store.close()
  }

  @Test func `a file read again under other settings keeps its place`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let first = try store.ingest("a.csv", [OrderLine("O1", "P1", amount: 1)])
    try store.ingest("b.csv", [OrderLine("O1", "P1", amount: 2)])
    let again = try store.ingest(
      "a.csv", [OrderLine("O1", "P1", amount: 3), OrderLine("O3", "P1", amount: 4)],
      settings: "other", replacing: first.id)
    #expect(again.position == first.position)
    #expect([again.accepted, again.merged] == [2, 0])
    #expect(try store.files().map(\.name) == ["a.csv", "b.csv"])
    #expect(try store.files()[1].merged == 1)
    #expect(try store.currentOrders().map(\.amount) == [4, 2])
    try store.close()
  }

  @Test func `the key of each file is that of its own columns`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest(
      "whole.csv", [OrderLine("O1", "P1"), OrderLine("O2", "P9")], key: ["order_id"])
    let lines = try store.ingest("lines.csv", [OrderLine("O1", "P1"), OrderLine("O1", "P2")])
    // The order without lines and its lines are different rows: one goes, two come.
    #expect([lines.accepted, lines.merged, lines.withdrawn] == [2, 0, 1])
    #expect(try store.currentCount("orders") == 3)
    try store.close()
  }

  @Test func `a group may be a day, which is not interned`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let shape = FactShape(
      "rates",
      columns: [
        FactColumn("date", .day), FactColumn("currency", .category), FactColumn("rate", .number),
      ], key: ["date", "currency"])
    func ingest(_ name: String, _ rates: [(Int32, Int32, Double)]) throws -> FileRecord {
      let file = NewFile(
        name: name, source: name, sha256: name, settingsHash: "s",
        columns: ["date", "currency", "rate"], key: ["date", "currency"])
      return try store.ingest(file, shape: shape) { (load) throws(Diagnostic) -> FileOutcome in
        try load.append(
          FactBatch(
            columns: [
              .day(rates.map(\.0)), .category(rates.map(\.1), labels: ["USD", "EUR"]),
              .number(rates.map(\.2)),
            ], lines: Array(2..<2 + rates.count)))
        return FileOutcome(read: rates.count)
      }
    }
    _ = try ingest("a", [(100, 0, 7.0), (100, 1, 7.8), (101, 0, 7.1), (100, 0, 7.05)])
    let second = try ingest("b", [(101, 0, 7.2), (101, 1, 7.9)])
    #expect([second.accepted, second.merged, second.withdrawn] == [1, 1, 0])
    #expect(
      try store.query("SELECT date, currency, rate FROM rates_current ORDER BY date, currency") == [
        "1970-04-11|EUR|7.8", "1970-04-11|USD|7.05", "1970-04-12|EUR|7.9", "1970-04-12|USD|7.2",
      ])
    try store.close()
  }
}
