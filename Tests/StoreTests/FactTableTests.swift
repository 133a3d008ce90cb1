import Diagnostics
import Testing
import Values

@testable import Store

/// Answers to a survey: a family whose members come with the files.
@Suite struct FactTableTests {
  static func shape(_ items: [String], nps: FactColumn.Kind = .integer) -> FactShape {
    FactShape(
      "survey",
      columns: [
        FactColumn("response_id", .id("response")), FactColumn("date", .day),
        FactColumn("nps", nps),
      ] + items.map { FactColumn("item_\($0)", .integer, family: "item", member: $0) },
      key: ["response_id"])
  }

  @discardableResult
  static func ingest(
    _ store: Store, _ name: String, items: [String], _ rows: [(id: String, values: [Int64])]
  ) throws -> FileRecord {
    let columns = ["response_id", "date"] + items.map { "item_\($0)" }
    let file = NewFile(
      name: name, source: name, sha256: name, settingsHash: "s", columns: columns,
      key: ["response_id"])
    return try store.ingest(file, shape: shape(items)) {
      (load) throws(Diagnostic) -> FileOutcome in
      let values = items.indices.map { item in
        ColumnValues.integer(rows.map { $0.values[item] })
      }
      try load.append(
        FactBatch(
          columns: [
            .text(TextColumn(rows.map(\.id))), .day([Int32](repeating: 20_089, count: rows.count)),
          ] + values, lines: Array(2..<2 + rows.count)))
      return FileOutcome(read: rows.count)
    }
  }

  @Test func `the wide table grows and the long view follows`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try Self.ingest(store, "w1", items: ["speed", "price"], [("R1", [5, .min]), ("R2", [3, 4])])
    try Self.ingest(store, "w2", items: ["it's \"new\""], [("R3", [9])])
    #expect(
      try store.columns(of: "survey").compactMap(\.member) == ["speed", "price", "it's \"new\""])
    #expect(
      try store.query(
        "SELECT response_id, family, member, value FROM survey_items ORDER BY response_id, member")
        == [
          "R1|item|speed|5", "R2|item|price|4", "R2|item|speed|3", "R3|item|it's \"new\"|9",
        ])
    #expect(
      try store.query("SELECT response_id, date, item_speed FROM survey_current WHERE file = 'w1'")
        == ["R1|2025-01-01|5", "R2|2025-01-01|3"])
    try store.close()
  }

  @Test func `tables are strict and the store opens with its shapes`() throws {
    let scratch = try Scratch()
    var store = try scratch.open()
    try Self.ingest(store, "w1", items: ["speed"], [("R1", [5])])
    #expect(
      throws: Diagnostic.self, "a text is refused in an integer column"
    ) { try store.execute("UPDATE survey SET item_speed = 'fast'") }
    try store.close()
    store = try scratch.open()
    try Self.ingest(store, "w2", items: ["speed"], [("R1", [2])])
    #expect(try store.query("SELECT value FROM survey_items") == ["2"])
    #expect(
      try store.columns(of: "survey") == Self.shape(["speed"]).columns)
    try store.close()
  }

  @Test func `members that differ by the case of a letter are one column of an old table`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try Self.ingest(store, "w1", items: ["Speed"], [("R1", [5])])
    try Self.ingest(store, "w2", items: ["speed"], [("R2", [4])])
    #expect(try store.query("SELECT member, value FROM survey_items") == ["Speed|5", "Speed|4"])
    let problem = try diagnostic {
      try Self.ingest(store, "w3", items: ["ease", "Ease"], [("R3", [1, 2])])
    }
    #expect(problem.code == "duplicate-column")
    #expect(try store.files().map(\.name) == ["w1", "w2"])
    try store.close()
  }

  @Test func `a column that changed its kind is refused with a way out`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try Self.ingest(store, "w1", items: [], [("R1", [])])
    let file = NewFile(
      name: "w2", source: "w2", sha256: "w2", settingsHash: "s", columns: ["response_id"],
      key: ["response_id"])
    let problem = try diagnostic {
      _ = try store.ingest(file, shape: Self.shape([], nps: .text)) {
        (_) throws(Diagnostic) -> FileOutcome in FileOutcome(read: 0)
      }
    }
    #expect(problem.code == "store-column-kind")
    #expect(problem.message == "the store holds survey.nps as integer, not as text")
    try store.close()
  }

  @Test func `a currency may change, and the view divides by its own minor units`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest("a", [OrderLine("O1", "P1", amount: 12_345)])
    #expect(try store.query("SELECT amount FROM orders_current") == ["123.45"])
    var shape = FactShape.testOrders
    shape.columns[5] = FactColumn("amount", .money(try #require(Currency(code: "JPY"))))
    try store.ingest("b", [], shape: shape)
    #expect(try store.query("SELECT amount FROM orders_current") == ["12345"])
    try store.close()
  }

  @Test func `the readable view shows ids, instants and file names`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest("q1.csv", [OrderLine("O1", "P1", customer: "客户一", day: 20_089)])
    try store.ingest("q2.csv", [OrderLine("", "P2", customer: "C2", day: 20_090)])
    #expect(
      try store.query(
        "SELECT file, file_line, order_id, product, customer_id, order_date FROM orders_current")
        == [
          "q1.csv|2|O1|P1|客户一|2025-01-01 01:00:00", "q2.csv|2|-|P2|C2|2025-01-02 01:00:00",
        ])
    try store.close()
  }
}
