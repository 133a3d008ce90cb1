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
      try store.keep(asOf: day) { (run) throws(Diagnostic) in
        try run.measures(Self.measures(value), step: "satisfaction", settingsHash: settings)
      }
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

  static func table(_ name: String, days: [Int32]) -> DataTable {
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

  private func keep(
    _ table: DataTable, _ step: String, _ day: Day, in store: Store
  ) throws(Diagnostic) {
    try store.keep(asOf: day) { (run) throws(Diagnostic) in try run.result(table, step: step) }
  }

  @Test func `a result can be queried, and the next run takes its place`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try keep(Self.table("scores", days: [0, .min]), "rfm", Self.q1, in: store)
    #expect(
      try store.query("SELECT * FROM result_rfm_scores") == [
        "C1|top|1970-01-01|1969-12-31T23:59:59|123.45|0.5|3", "-|-|-|-|-|-|-",
      ])
    try keep(Self.table("scores", days: [1, 2]), "rfm", Self.q2, in: store)
    #expect(
      try store.query("SELECT last_day FROM result_rfm_scores") == ["1970-01-02", "1970-01-03"])
    #expect(try store.results().map(\.asOf) == [Self.q2.iso])
    try store.close()
  }

  @Test func `two results never share a table`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    try keep(Self.table("c", days: [0, 0]), "a_b", Self.q1, in: store)
    try keep(Self.table("b_c", days: [1, 1]), "a", Self.q1, in: store)
    #expect(try store.results().map(\.tableName) == ["result_a_b_c_", "result_a_b_c"])
    #expect(try store.query("SELECT DISTINCT last_day FROM result_a_b_c") == ["1970-01-01"])
    try store.close()
  }

  @Test func `a pack is known by its inputs, the last folder counts`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    #expect(try store.pack(hash: "h") == nil)
    for folder in ["out/1", "out/2"] {
      try store.keep(asOf: Self.q1) { (run) throws(Diagnostic) in
        try run.pack(hash: "h", folder: folder)
      }
    }
    #expect(try store.pack(hash: "h") == "out/2")
    try store.close()
  }

  @Test func `of a run that fails while it is kept nothing is kept`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let full = Diagnostic(.cannotWrite, "full", "no room")
    let found = try diagnostic {
      try store.keep(asOf: Self.q1) { (run) throws(Diagnostic) in
        try run.measures(Self.measures(1), step: "satisfaction", settingsHash: "s")
        try run.result(Self.table("scores", days: [0, 1]), step: "rfm")
        try run.pack(hash: "h", folder: "out/1")
        throw full
      }
    }
    #expect(found == full)
    #expect(try store.query("SELECT count(*) FROM measures") == ["0"])
    #expect(try store.results().isEmpty)
    #expect(try store.pack(hash: "h") == nil)
    try store.close()
  }
}
