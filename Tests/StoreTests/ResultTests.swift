import Diagnostics
import Testing
import Values

@testable import Store

@Suite struct ResultTests {
  static let q1 = Day(number: 20_178)
  static let q2 = Day(number: 20_269)

  static func measures(_ value: Double?) -> [StoredMeasure] {
    [
      StoredMeasure(id: "nps", value: value, unit: "points", low: -3.5, high: 12.25, n: 400),
      StoredMeasure(id: "csat", value: nil, unit: "score", reason: "nobody answered"),
    ]
  }

  @Test func `the previous measures are those of the last earlier day with the same settings`()
    throws
  {
    let scratch = try Scratch()
    let store = try scratch.open()
    func previous(_ settings: String, _ day: Day) throws -> PreviousMeasures? {
      try store.previousMeasures(step: "satisfaction", settingsHash: settings, before: day)
    }
    func keep(_ value: Double, _ settings: String, _ day: Day) throws {
      try store.keepMeasures(
        Self.measures(value), step: "satisfaction", settingsHash: settings, asOf: day)
    }
    try keep(1, "s", Self.q1.adding(days: -365))
    try keep(2, "s", Self.q1)
    try keep(3, "other", Self.q1)
    try keep(4, "s", Self.q2)
    #expect(
      try previous("s", Self.q2)
        == PreviousMeasures(asOf: Self.q1, measures: Self.measures(2)))
    #expect(try previous("s", Self.q1)?.measures == Self.measures(1))
    #expect(try previous("other", Self.q1) == nil)
    try keep(5, "s", Self.q1)
    #expect(try previous("s", Self.q2)?.measures == Self.measures(5), "a run again replaces")
    #expect(try store.query("SELECT count(*) FROM measures") == ["8"])
    try store.close()
  }

  static func table(_ name: String, days: [Int32]) throws -> DataTable {
    let heads = ["id", "segment", "last_day", "seen", "net", "share", "orders"].map {
      ColumnHead($0, .text, Phrase($0, $0))
    }
    return DataTable(
      name: name, heads: heads,
      columns: [
        .text(TextColumn(["C1", ""])), .category([0, -1], labels: ["top"]), .day(days),
        .instant([-1, .min]), .money([12_345, .min], .cny), .number([0.5, .nan]),
        .integer([3, .min]),
      ])
  }

  @Test func `a result can be queried, and the next run takes its place`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.keepResult(try Self.table("scores", days: [0, .min]), step: "rfm", asOf: Self.q1)
    #expect(
      try store.query("SELECT * FROM result_rfm_scores") == [
        "C1|top|1970-01-01|1969-12-31T23:59:59|123.45|0.5|3", "-|-|-|-|-|-|-",
      ])
    try store.keepResult(try Self.table("scores", days: [1, 2]), step: "rfm", asOf: Self.q2)
    #expect(
      try store.query("SELECT last_day FROM result_rfm_scores") == ["1970-01-02", "1970-01-03"])
    #expect(try store.results().map(\.asOf) == [Self.q2.iso])
    try store.close()
  }

  @Test func `two results never share a table`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try store.keepResult(try Self.table("c", days: [0, 0]), step: "a_b", asOf: Self.q1)
    try store.keepResult(try Self.table("b_c", days: [1, 1]), step: "a", asOf: Self.q1)
    #expect(try store.results().map(\.tableName) == ["result_a_b_c_", "result_a_b_c"])
    #expect(try store.query("SELECT DISTINCT last_day FROM result_a_b_c") == ["1970-01-01"])
    try store.close()
  }

  @Test func `a pack is known by its inputs until it is gone`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    #expect(try store.pack(hash: "h") == nil)
    try store.keepPack(hash: "h", asOf: Self.q1, folder: "out/1")
    try store.keepPack(hash: "h", asOf: Self.q1, folder: "out/2")
    #expect(try store.pack(hash: "h") == "out/2")
    try store.forgetPack(hash: "h")
    #expect(try store.pack(hash: "h") == nil)
    try store.close()
  }
}
