import Diagnostics
import Testing
import Values

@testable import Store

@Suite struct ReadingTests {
  /// A store of customers with a value of every kind, and one of each missing.
  static func customers(_ scratch: Scratch) throws -> Store {
    let store = try scratch.open()
    let shape = FactShape(
      "customers",
      columns: [
        FactColumn("customer_id", .id("customer")), FactColumn("name", .text),
        FactColumn("segment", .category), FactColumn("acquired_on", .day),
        FactColumn("seen_at", .instant), FactColumn("seats", .integer),
        FactColumn("score", .number), FactColumn("budget", .money(.cny)),
      ], key: ["customer_id"])
    let file = NewFile(
      name: "c.csv", source: "c.csv", sha256: "c", settingsHash: "s",
      columns: shape.columns.map(\.name), key: ["customer_id"])
    _ = try store.ingest(file, shape: shape) { (load) throws(Diagnostic) -> FileOutcome in
      try load.append(
        FactBatch(
          columns: [
            .text(TextColumn(["K3", "K1", "K2"])), .text(TextColumn(["", "李雷", "Zoe"])),
            .category([1, -1, 0], labels: ["small", "large"]), .day([.min, -1, 20_000]),
            .instant([-1, .min, 86_400]), .integer([.min, 0, -7]), .number([0.25, .nan, -1]),
            .money([.min, 1, -250], .cny),
          ], lines: [2, 3, 5]))
      return FileOutcome(read: 3)
    }
    return store
  }

  @Test func `every kind comes back as it was put in, missing values too`() throws {
    let scratch = try Scratch()
    let store = try Self.customers(scratch)
    let columns = try store.current(
      "customers",
      columns: try store.columns(of: "customers") + [
        FactColumn("file_line", .integer), FactColumn("region", .category),
        FactColumn("owner", .id("staff")),
      ])
    #expect(columns[0] == .text(TextColumn(["K3", "K1", "K2"])))
    #expect(columns[1] == .text(TextColumn(["", "李雷", "Zoe"])))
    #expect(
      columns[2]
        == .category(
          [1, -1, 0].map { $0 == 1 ? 0 : $0 == 0 ? 1 : -1 }, labels: ["large", "small"]))
    #expect(columns[3] == .day([.min, -1, 20_000]))
    #expect(columns[4] == .instant([-1, .min, 86_400]))
    #expect(columns[5] == .integer([.min, 0, -7]))
    guard case .number(let scores) = columns[6] else { throw Unexpected() }
    #expect(scores[0] == 0.25 && scores[1].isNaN && scores[2] == -1)
    #expect(columns[7] == .money([.min, 1, -250], .cny))
    #expect(columns[8] == .integer([2, 3, 5]))
    #expect(columns[9] == .category([-1, -1, -1], labels: []))
    #expect(columns[10] == .text(TextColumn(["", "", ""])))
    try store.close()
  }

  struct Unexpected: Error {}

  @Test(arguments: [
    ("acquired_on", Int32(-1), ["K3", "K1"]), ("acquired_on", 20_000, ["K3", "K1", "K2"]),
    ("seen_at", -1, ["K3", "K1"]), ("seen_at", 0, ["K3", "K1"]),
    ("seen_at", 1, ["K3", "K1", "K2"]),
    ("seen_at", -2, ["K1"]),
  ])
  func `rows dated after the day are left out, rows without a date stay`(
    _ column: String, _ day: Int32, _ expected: [String]
  ) throws {
    let scratch = try Scratch()
    let store = try Self.customers(scratch)
    let columns = try store.current(
      "customers", columns: [FactColumn("customer_id", .id("customer"))],
      through: Day(number: day), datedBy: column)
    #expect(columns == [.text(TextColumn(expected))])
    try store.close()
  }

  @Test func `a contract that was never ingested has no rows`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let columns = try store.current(
      "kano", columns: [FactColumn("respondent", .text), FactColumn("importance", .number)])
    #expect(columns.map(\.count) == [0, 0])
    #expect(try store.columns(of: "kano").isEmpty)
    #expect(try store.currentCount("kano") == 0)
    #expect(try store.orderRows().count == 0)
    try store.close()
  }

  @Test func `order rows come by customer id, day and order`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.ingest(
      "a",
      [
        OrderLine("O1", "P1", customer: "b", day: 12, amount: 1),
        OrderLine("O2", "P1", customer: "B", day: 11, amount: 2),
        OrderLine("O3", "P1", customer: "b", day: -1, amount: 3),
        OrderLine("O4", "P1", customer: "客", day: 5, amount: 4),
        OrderLine("", "P1", customer: "b", day: 12, amount: 5),
        OrderLine("O1", "P2", customer: "b", day: 12, amount: 6),
        OrderLine("O5", "P2", customer: "b", day: 12, amount: 7),
      ])
    let rows = try store.orderRows()
    #expect(rows.customers.texts == ["B", "b", "客"])
    #expect(rows.customer == [0, 1, 1, 1, 1, 1, 2])
    #expect(rows.day == [11, -1, 12, 12, 12, 12, 5])
    #expect(rows.second.allSatisfy { $0 == 3_600 })
    #expect(rows.amount == [2, 3, 5, 1, 6, 7, 4])
    #expect(rows.order[2] == .min && rows.order[3] == rows.order[4])
    #expect(Set(rows.order).count == 6)
    #expect(rows.margin == nil)
    try store.close()
  }
}
