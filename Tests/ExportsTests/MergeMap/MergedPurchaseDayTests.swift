import Diagnostics
import Foundation
import Store
import Testing
import Values

@testable import Exports

/// Merged customers against files in which a hand has put one id for the other.
@Suite final class MergedPurchaseDayTests {
  /// Files lie there until the test ends.
  private let folder: EngineFolder
  private var written = 0

  init() throws { folder = try EngineFolder() }

  private struct Line {
    let order: Int
    let line: Int
    let customer: String
    let day: Int
    let amount: Int
  }

  private static let map: [MergeMap.Entry] = [
    .init("c1", into: "c4"), .init("c2", into: "c1"), .init("c7", into: "new"),
    .init("c8", into: "c9"), .init("nobody", into: "c5"),
  ]

  private func lines(_ random: inout SampleGenerator) -> [Line] {
    (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Line(
        order: Int.random(in: 1...25, using: &random), line: Int.random(in: 1...3, using: &random),
        customer: "c\(Int.random(in: 0...9, using: &random))",
        day: Int.random(in: 1...6, using: &random), amount: Int.random(in: -3...9, using: &random))
    }
  }

  private func text(_ lines: [Line], margin: Bool, _ id: (String) -> String) -> String {
    lines.reduce("order_id,line,customer_id,order_date,amount\(margin ? ",margin" : "")\n") {
      let margin = margin ? ",\($1.amount % 2 == 0 ? "" : "0.5")" : ""
      return $0
        + "o\($1.order),\($1.line),\(id($1.customer)),2025-01-0\($1.day),\($1.amount)\(margin)\n"
    }
  }

  private func set(_ texts: [String]) throws -> ContractFiles {
    ContractFiles(
      contract: .orders,
      files: try texts.map { text in
        written += 1
        let name = "o\(written).csv"
        return ExportFile(name: name, path: try folder.write(name, text))
      }, settings: ReadingSettings())
  }

  private func memory(_ set: ContractFiles, _ map: MergeMap = MergeMap()) throws
    -> MemoryEngine.Facts
  {
    try MemoryEngine(currency: .cny, mergeMap: map, threads: 2)
      .read([set], reducesOrders: true) { _ throws(Diagnostic) in }
  }

  @Test(arguments: 1...25)
  func `consistency: the map gives the days of files with the ids replaced, by both engines`(
    _ seed: UInt64
  ) throws {
    var random = SampleGenerator(state: seed)
    let files = (0..<2).map { _ in lines(&random) }
    let map = try MergeMap(Self.map)
    // Margins are in the second file only.
    let exported = files.enumerated().map { index, lines in
      text(lines, margin: index == 1 && seed % 2 == 0) { $0 }
    }
    let replaced = files.enumerated().map { index, lines in
      text(lines, margin: index == 1 && seed % 2 == 0) { map.target(of: $0) }
    }
    let byHand = try memory(try set(replaced)).purchaseDays?.columns
    let asExported = try set(exported)
    #expect(try memory(asExported, map).purchaseDays?.columns == byHand)

    let store = try Store.open(folder.path("s.sqlite"))
    let plain = StoreEngine(store, currency: .cny)
    let merging = StoreEngine(store, currency: .cny, mergeMap: map)
    // The second file comes to a store that has days already; the map comes and goes.
    for count in 1...2 {
      let some = ContractFiles(
        contract: .orders, files: Array(asExported.files.prefix(count)),
        settings: asExported.settings)
      try merging.ingest([some]) { _ in }
      let own = try memory(try set(Array(replaced.prefix(count))))
      #expect(
        try merging.purchaseDays(zeroAmount: .purchase).columns == own.purchaseDays?.columns)
      let unmerged = try memory(some).purchaseDays?.columns
      #expect(try plain.purchaseDays(zeroAmount: .purchase).columns == unmerged)
    }
    #expect(try merging.purchaseDays(zeroAmount: .purchase).columns == byHand)
    try store.close()
  }

  @Test(arguments: 1...10)
  func `consistency: facts are those of files with the ids replaced`(_ seed: UInt64) throws {
    var random = SampleGenerator(state: seed)
    let files = (0..<2).map { _ in lines(&random) }
    let map = try MergeMap(Self.map)
    let exported = try set(files.map { text($0, margin: true) { $0 } })
    let replaced = try set(files.map { text($0, margin: true, map.target) })
    func rows(_ set: ContractFiles, _ map: MergeMap) throws -> (MemoryEngine.Facts, [ColumnValues])
    {
      let facts = try MemoryEngine(currency: .cny, mergeMap: map)
        .read([set], reducesOrders: false) { _ throws(Diagnostic) in }
      return (facts, facts.tables["orders"]?.columns ?? [])
    }
    let (facts, merged) = try rows(exported, map)
    let (plain, byHand) = (try rows(exported, MergeMap()).0, try rows(replaced, MergeMap()).1)
    #expect(merged == byHand)

    // Counted a second way: the rows of each id in the facts as exported.
    var counts: [String: Int] = [:]
    if case .text(let ids)? = plain.tables["orders"]?.values("customer_id") {
      for id in ids.texts { counts[id, default: 0] += 1 }
    }
    let moved = map.customers.reduce(0) { $0 + (counts[$1] ?? 0) }
    #expect(facts.merges.movedRows == moved)
    #expect(facts.merges.absent.contains("nobody") && facts.merges.absent.contains("new"))

    let store = try Store.open(folder.path("s.sqlite"))
    let engine = StoreEngine(store, currency: .cny, mergeMap: map)
    try engine.ingest([exported]) { _ in }
    #expect(try engine.merges(of: ["orders"]).movedRows == moved)
    #expect(try engine.merges(of: ["orders"]).absent == facts.merges.absent)
    #expect(try engine.merges(of: []).movedRows == 0)
    try store.close()
  }

  @Test func `an order under two ids of one customer counts once`() throws {
    let header = "order_id,line,customer_id,order_date,amount\n"
    let set = try set([header + "o1,1,a,2025-01-01,1\no1,2,b,2025-01-01,2\n"])
    let map = try MergeMap([.init("a", into: "b")])
    let days = try #require(try memory(set, map).purchaseDays)
    #expect(days.columns.orders == [1])
    #expect(days.columns.rows == [2])
    #expect(days.columns.gross == [300])
  }
}
