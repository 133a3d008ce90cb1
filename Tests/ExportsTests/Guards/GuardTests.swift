import Diagnostics
import Foundation
import Store
import Testing
import Values

@testable import Exports

/// Each limit at its boundary, and that a file which breaks one leaves no trace in the store.
@Suite final class GuardTests {
  private let folder: EngineFolder
  private let store: Store

  init() throws {
    folder = try EngineFolder()
    store = try Store.open(folder.path("s.sqlite"))
  }

  deinit { try? store.close() }

  private func rows(_ range: ClosedRange<Int>, bad: Int = 0, day: String = "2025-01-05") -> String {
    range.map { row in
      "o\(row),1,c\(row % 3),\(row < range.lowerBound + bad ? "2025-02-30" : day),1.25\n"
    }.joined()
  }

  private static let header = "order_id,line,customer_id,order_date,amount\n"

  /// Writes a file, reads it, and tells the codes of what the guards found.
  @discardableResult
  private func ingest(
    _ name: String, _ text: String, _ guards: Guards = Guards(), contract: Contract = .orders,
    pattern: String? = nil, asOf: Day? = nil, settings: ReadingSettings = ReadingSettings(),
    stopped: StoppedRejects? = nil
  ) throws -> Diagnostics {
    let path = try folder.write(name, text)
    let file = ExportFile(name: name, path: path, source: pattern.map { FilePattern($0) })
    let set = ContractFiles(contract: contract, files: [file], settings: settings, guards: guards)
    do throws(Diagnostics) {
      try StoreEngine(store, currency: .cny, threads: 1)
        .ingest([set], asOf: asOf, stopped: stopped) { _ in }
      return Diagnostics()
    } catch {
      return error
    }
  }

  private func codes(_ problems: Diagnostics) -> [String] { problems.all.map(\.code) }

  /// All that the store says of its files and rows.
  private func state() throws -> [String] {
    let engine = StoreEngine(store, currency: .cny)
    let files = try store.files().map { "\($0)" }
    let facts = try Contracts.all.flatMap { contract -> [String] in
      guard let table = try engine.facts(of: contract, through: nil) else { return [] }
      return (0..<table.rowCount).map { row in
        table.columns.map { $0.text(row) }.joined(separator: "|")
      }
    }
    return files + facts + (try store.staleCustomers()).texts
  }

  @Test(arguments: [
    // rows, bad, limit, trips
    (10, 2, 0.2, false), (10, 3, 0.2, true), (3, 1, 0.2, true), (2, 1, 0.2, false),
    (3, 1, 0.34, false), (3, 1, 0.33, true), (7, 7, 1.0, true), (100, 20, 0.2, false),
    (100, 21, 0.2, true), (1000, 1, 0.0, true), (3, 0, 0.0, false),
  ])
  func `rejected rows`(_ count: Int, _ bad: Int, _ limit: Double, _ trips: Bool) throws {
    let problems = try ingest(
      "a.csv", Self.header + rows(1...count, bad: bad), Guards(maxRejected: limit))
    #expect(problems.isEmpty != trips)
    #expect(try store.files().count == (trips ? 0 : 1))
    if trips, bad < count { #expect(codes(problems) == ["too-many-rejected"]) }
    // Nothing left is no share, but an empty file.
    if bad == count { #expect(codes(problems) == ["too-few-rows"]) }
  }

  @Test(arguments: [
    (0, 0, 1, "no-rows"), (1, 1, 1, "too-few-rows"), (1, 0, 1, ""), (0, 0, 0, ""),
    (5, 0, 6, "too-few-rows"),
    (5, 0, 5, ""), (6, 1, 6, "too-few-rows"), (7, 1, 6, ""),
  ])
  func `rows that are left`(_ count: Int, _ bad: Int, _ fewest: Int, _ code: String) throws {
    let text = Self.header + (count == 0 ? "" : rows(1...count, bad: bad))
    let problems = try ingest("a.csv", text, Guards(maxRejected: 1, minRows: fewest))
    #expect(codes(problems) == (code.isEmpty ? [] : [code]))
    #expect(try store.files().count == (code.isEmpty ? 1 : 0))
  }

  @Test(arguments: [
    (10, 5, 0.5, false), (10, 4, 0.5, true), (10, 10, 0.0, false), (10, 9, 0.0, true),
    (10, 11, 0.0, false), (3, 1, 0.5, true), (2, 1, 0.1, false), (1000, 499, 0.5, true),
    (1000, 500, 0.5, false), (10, 1, 1.0, false),
  ])
  func `rows against the last file of the name`(
    _ before: Int, _ now: Int, _ limit: Double, _ trips: Bool
  ) throws {
    #expect(try ingest("a.csv", Self.header + rows(1...before)).isEmpty)
    let guards = Guards(maxDrop: limit)
    let problems = try ingest("a.csv", Self.header + rows(101...(100 + now)), guards)
    #expect(codes(problems) == (trips ? ["rows-dropped"] : []))
  }

  @Test func `a new name is held against the last file of its pattern, another pattern is not`()
    throws
  {
    let pattern = "orders-*.csv"
    #expect(try ingest("orders-1.csv", Self.header + rows(1...20), pattern: pattern).isEmpty)
    #expect(try ingest("orders-2.csv", Self.header + rows(21...31), pattern: pattern).isEmpty)
    let short = Self.header + rows(41...45)
    let problems = try ingest("orders-3.csv", short, pattern: pattern)
    #expect(codes(problems) == ["rows-dropped"])
    #expect(problems.all[0].message.contains("the 11 of orders-2.csv, the last one before it"))
    #expect(try ingest("other-3.csv", short, pattern: "other-*.csv").isEmpty)
    // The same name goes before a later one of the pattern.
    #expect(try ingest("orders-1.csv", Self.header + rows(51...60), pattern: pattern).isEmpty)
  }

  @Test func `files of one first run are not held against each other`() throws {
    let files = try [("orders-1.csv", 20), ("orders-2.csv", 3)].map { name, count in
      ExportFile(
        name: name, path: try folder.write(name, Self.header + rows(1...count)),
        source: FilePattern("orders-*.csv"))
    }
    let set = ContractFiles(
      contract: .orders, files: files, settings: ReadingSettings(), guards: Guards())
    try StoreEngine(store, currency: .cny).ingest([set]) { _ in }
    #expect(try store.files().map(\.read) == [20, 3])
  }

  @Test func `the same bytes under other settings are not held against anything`() throws {
    let text = "order_id,line,customer_id,order_date,amount,margin\n" + "o1,1,c,2025-01-05,1,1\n"
    #expect(try ingest("a.csv", text).isEmpty)
    let other = ReadingSettings(columns: [("margin", "amount"), ("amount", "margin")])
    #expect(try ingest("a.csv", text, settings: other).isEmpty)
    #expect(try store.files().count == 1)
  }

  @Test func `a column that the last file had is missed, one that is new is not`() throws {
    let full = "order_id,line,customer_id,order_date,amount,margin,channel\n"
    #expect(try ingest("a.csv", full + "o1,1,c,2025-01-05,1,1,web\n").isEmpty)
    let less = "order_id,line,customer_id,order_date,amount,gewinn\n" + "o2,1,c,2025-01-06,1,1\n"
    let before = try state()
    let problems = try ingest("a.csv", less)
    #expect(codes(problems) == ["column-gone", "column-gone"])
    #expect(problems.all.map(\.message).allSatisfy { $0.contains("gewinn") })
    #expect(problems.all[0].message.contains("'channel'"))
    #expect(problems.all[1].message.contains("'margin'"))
    #expect(try state() == before)
    #expect(try ingest("a.csv", less, Guards(columnsGone: .allow)).isEmpty)
    #expect(try ingest("a.csv", full + "o3,1,c,2025-01-07,1,1,web\n").isEmpty)
  }

  @Test(arguments: [(3, 3, false), (4, 3, true), (0, 0, false), (1, 0, true), (-5, 0, false)])
  func `the newest day against the as-of day`(_ age: Int, _ limit: Int, _ trips: Bool) throws {
    let asOf = try #require(Day(iso: "2025-03-31"))
    let newest = asOf.adding(days: -age).iso
    let text = Self.header + rows(1...4, day: "2024-06-01") + rows(5...8, day: newest)
    let problems = try ingest("a.csv", text, Guards(maxAge: limit), asOf: asOf)
    #expect(codes(problems) == (trips ? ["too-old"] : []))
    #expect(try store.files().count == (trips ? 0 : 1))
  }

  @Test func `a source that brings nothing new grows too old though its file is up to date`() throws
  {
    let asOf = try #require(Day(iso: "2025-01-06"))
    let text = Self.header + rows(1...4)
    #expect(try ingest("a.csv", text, Guards(maxAge: 3), asOf: asOf).isEmpty)
    let later = asOf.adding(days: 3)
    let problems = try ingest("a.csv", text, Guards(maxAge: 3), asOf: later)
    #expect(codes(problems) == ["too-old"])
    #expect(problems.all[0].message.contains("2025-01-05, 4 days before 2025-01-09"))
    #expect(try ingest("a.csv", text, asOf: later).isEmpty)
  }

  @Test(arguments: [(0.05, true), (0.24, true), (0.25, false), (1, false)] as [(Double, Bool)])
  func `rows that take the place of others of their file`(_ limit: Double, _ trips: Bool) throws {
    let text = """
      order_id,product,customer_id,order_date,amount
      o1,pen,c1,2025-01-05,10
      o1,ink,c1,2025-01-05,4
      o1,pen,c1,2025-01-05,10
      o2,pen,c2,2025-01-06,10

      """
    let problems = try ingest("a.csv", text, Guards(maxRepeated: limit))
    #expect(codes(problems) == (trips ? ["too-many-repeated"] : []))
    if trips {
      #expect(problems.all[0].message.contains("1 of 4 rows have the order_id and product"))
      #expect(problems.all[0].help?.contains("`columns: { line: HEADER }`") == true)
    }
    #expect(try store.files().map(\.merged) == (trips ? [] : [1]))
  }

  @Test func `a row of a later file replaces, it does not repeat`() throws {
    let text = Self.header + rows(1...5)
    #expect(try ingest("a.csv", text).isEmpty)
    #expect(try ingest("b.csv", text + "o1,1,c1,2025-01-07,3\n", Guards(maxRepeated: 0.2)).isEmpty)
    #expect(try store.files().last?.merged == 6)
  }

  @Test(arguments: 1...6)
  func `consistency: both engines count the same repeated rows`(_ seed: UInt64) throws {
    var random = SampleGenerator(state: seed)
    let text =
      Self.header
      + (0..<40).map { _ in
        let order = Int.random(in: 0...5, using: &random)
        let line = Int.random(in: 1...4, using: &random)
        return "\(order == 0 ? "x" : "o\(order)"),\(line),c,2025-01-05,1\n"
      }.joined()
    let path = try folder.write("a.csv", text)
    let files = [ExportFile(name: "a.csv", path: path)]
    let set = ContractFiles(contract: .orders, files: files, settings: ReadingSettings())
    var stored = 0
    try StoreEngine(store, currency: .cny).ingest([set]) { event in
      if case .read(let account) = event { stored = account.repeated }
    }
    for reduces in [true, false] {
      let facts = try MemoryEngine(currency: .cny, threads: 2)
        .read([set], reducesOrders: reduces) { _ throws(Diagnostic) in }
      #expect(facts.account.files.map(\.repeated) == [stored])
    }
    // A key comes once for good; every further row repeats it.
    let keys = text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
    #expect(stored == keys.count - Set(keys).count)
  }

  @Test func `a file that trips leaves the store as it was, and its rejects can be looked at`()
    throws
  {
    #expect(try ingest("a.csv", Self.header + rows(1...6)).isEmpty)
    #expect(try ingest("b.csv", "customer_id,name\nc1,x\n", contract: .customers).isEmpty)
    let before = try state()
    let bytes = try store.fields(of: 1)
    let stopped = StoppedRejects(folder.path("stopped.csv"), hasOrderMark: false)
    let problems = try ingest(
      "a.csv", Self.header + rows(3...9, bad: 4) + "o50,1,c9,2025-01-01,\"1\n", stopped: stopped)
    try stopped.close()
    #expect(!problems.isEmpty)
    #expect(try state() == before)
    #expect(try store.fields(of: 1) == bytes)
    #expect(try ingest("a.csv", Self.header + rows(3...9, bad: 4), stopped: stopped).kind == .data)
    try stopped.close()
    let written = try String(contentsOfFile: folder.path("stopped.csv"), encoding: .utf8)
    #expect(written.split(separator: "\n").count == 5)
    #expect(written.contains("a.csv,orders,2,order_date,date,\"o3,1,c0,2025-02-30,1.25\"\n"))
    try stopped.clear()
    #expect(!FileManager.default.fileExists(atPath: folder.path("stopped.csv")))
    // Mended, it is taken in; relaxed, the spoiled one is.
    #expect(try ingest("a.csv", Self.header + rows(3...9)).isEmpty)
    #expect(
      try ingest("a.csv", Self.header + rows(3...9, bad: 4), Guards(maxRejected: 0.6)).isEmpty)
    #expect(try store.files().count == 4)
  }

  @Test func `what is wrong with any file is told of all of them`() throws {
    let texts = [Self.header, Self.header + rows(1...5, bad: 3), "no,such,header\n"]
    let files = try texts.enumerated().map { index, text in
      ExportFile(name: "\(index).csv", path: try folder.write("\(index).csv", text))
    }
    let good = ExportFile(name: "c.csv", path: try folder.write("c.csv", "customer_id\nc1\n"))
    let sets = [
      ContractFiles(
        contract: .orders, files: files, settings: ReadingSettings(), guards: Guards()),
      ContractFiles(
        contract: .customers, files: [good], settings: ReadingSettings(), guards: Guards()),
    ]
    let problems = try #require(throws: Diagnostics.self) {
      try StoreEngine(store, currency: .cny).ingest(sets) { _ in }
    }
    let told = Set(problems.all.compactMap(\.place?.file))
    #expect(told == ["0.csv", "1.csv", "2.csv"])
    #expect(try store.files().map(\.name) == ["c.csv"])
  }

  @Test func `limits are no part of what a file is known by`() throws {
    let text = Self.header + rows(1...5)
    #expect(try ingest("a.csv", text).isEmpty)
    let strict = Guards(maxRejected: 0, minRows: 99, maxDrop: 0, maxRepeated: 0)
    #expect(try ingest("a.csv", text, strict).isEmpty)
    #expect(try store.files().count == 1)
  }

  @Test(
    arguments: [
      (0.2, "20 %"), (0.125, "12.5 %"), (1, "100 %"), (0, "0 %"), (0.0001, "0.1 %"),
      (0.99999, "99.9 %"), (2.0 / 3, "66.7 %"),
    ] as [(Double, String)])
  func `shares are told to a tenth, and never as none or all unless they are`(
    _ share: Double, _ text: String
  ) {
    #expect(Guards.percent(share) == text)
  }
}
