import Testing
import Values

@testable import Store

@Suite struct InterningTests {
  @Test func `a byte table gives each string one index, over many and colliding ones`() {
    var table = ByteTable()
    var known: [String: Int] = [:]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60_000 {
      let text = String(Int.random(in: 0..<20_000, using: &random), radix: 36)
      let (index, isNew) = Array(text.utf8).withUnsafeBufferPointer { table.index(of: $0) }
      #expect(isNew == (known[text] == nil))
      #expect(known[text] ?? known.count == index)
      known[text] = index
    }
    #expect(table.count == known.count)
    #expect(table.entries.enumerated().allSatisfy { known[$1] == $0 })
  }

  @Test func `ids are told apart by every byte`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let ids = ["c1", "C1", "c1 ", "c\u{301}", "ć", "001", "1"]
    try store.ingest("a", ids.map { OrderLine($0, "P", customer: $0) }, batch: 2)
    try store.ingest("b", ids.reversed().map { OrderLine($0, "P", customer: $0) })
    #expect(try store.query("SELECT id FROM customer_ids ORDER BY code") == ids)
    #expect(try store.currentCount("orders") == ids.count)
    #expect(try store.files().map(\.merged) == [0, ids.count])
    try store.close()
  }

  @Test func `only groups that may repeat a key are looked at`() {
    var watch = RepeatWatch(highestOldCode: 10)
    for (group, key) in [
      (11, 1), (11, 2), (12, 1), (12, 1), (13, 1), (13, 2), (13, 2), (11, 9), (3, 1), (3, 2),
      (14, 5), (.min, 7), (.min, 7),
    ] as [(Int64, UInt64)] { watch.note(group: group, keyHash: key) }
    #expect(watch.groups == [12, 13, 11, 3])
  }

  @Test func `equal keys have equal hashes whatever form they come in`() throws {
    let text = ColumnValues.text(TextColumn(["L1", "", "L2"]))
    let category = ColumnValues.category([1, -1, 0], labels: ["L2", "L1"])
    let number = ColumnValues.number([0.0, .nan, 2])
    let other = ColumnValues.number([-0.0, -.nan, 2])
    func hashes(_ columns: [ColumnValues]) throws -> [UInt64] {
      try ColumnPointer.withPointers(to: columns[...]) { KeyHash.hashes($0, rows: 3) }
    }
    #expect(try hashes([text, number]) == hashes([category, other]))
    #expect(Set(try hashes([text])).count == 3)
  }
}
