import Tabular
import Testing
import Values

@Suite struct KeyTests {
  static let ids = [
    "C0000001", "C0000002", "C1", "C01", "C001", "c1", "1", "01", "12345678901234567890", "-5", "A",
    "AB-12", "", "客户0001", "客户", "550e8400-e29b-41d4-a716-446655440000", "ORD-20240102-0001",
    "0000000000000", "00000000000000", "x1234567890123", "x12345678901234", "a8f3kd91", "\u{0}",
    "\u{0}\u{0}", "ABCDEFG", "ABCDEFGH", "prefix-of-more-than-24-letters-1", "1A", "1A1",
  ]

  @Test func `equal ids have equal keys, unequal ids unequal ones, and each key gives its id back`()
  {
    let dictionary = KeyDictionary()
    let keys = KeyTests.ids.map { dictionary.key(for: $0) }
    #expect(Set(keys).count == KeyTests.ids.count)
    #expect(keys == KeyTests.ids.map { dictionary.key(for: $0) })
    #expect(keys.map { dictionary.text(of: $0) } == KeyTests.ids)
    #expect(dictionary.key(for: "") == .missing)
  }

  @Test func `ids stay exact when there are more prefixes than numbers for them`() {
    let dictionary = KeyDictionary()
    let ids = (0..<40_000).map { "p\($0)x7" }
    let keys = ids.map { dictionary.key(for: $0) }
    #expect(Set(keys).count == ids.count)
    #expect(keys == ids.map { dictionary.key(for: $0) })
    #expect(keys.map { dictionary.text(of: $0) } == ids)
  }

  @Test func `the order of keys is that of the bytes of their ids`() {
    let families = [
      KeyTests.ids, ["C0000003", "C0000001", "C0000003", "C0000002"],
      ["C9000000", "C0000001", "C5000000"], ["b2", "b10", "a3", "b1"], [],
    ]
    for ids in families {
      let dictionary = KeyDictionary()
      let keys = ids.map { dictionary.key(for: $0) }
      let expected = ids.indices.sorted {
        let (a, b) = (Array(ids[$0].utf8), Array(ids[$1].utf8))
        return a == b ? $0 < $1 : a.lexicographicallyPrecedes(b)
      }
      #expect(dictionary.order(of: keys) == expected.map(Int32.init))
      for (i, a) in ids.enumerated() {
        for (j, b) in ids.enumerated() {
          #expect(
            dictionary.areInOrder(keys[i], keys[j])
              == Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8)))
        }
      }
    }
  }

  @Test func `a column of ids reads the same on any number of threads`() throws {
    var generator = SeededGenerator(state: 3)
    let ids = (0..<20_000).map { _ -> String in
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: "C" + String(Int.random(in: 0..<10_000_000, using: &generator))
      case 1: String(UInt64.random(in: 0 ... .max, using: &generator), radix: 36)
      case 2: String(UInt64.random(in: 0 ... .max, using: &generator))
      default: "O" + String(100_000_000 + Int.random(in: 0..<1_000_000, using: &generator))
      }
    }
    let bytes = Array(("id\n" + ids.map { $0 + "\n" }.joined()).utf8)
    for threads in 1...3 {
      let table = try TableReader(
        ByteSource(bytes: bytes, name: "test.csv"), FileLayout(header: ["id"]),
        [ColumnSpec("id", .key, at: 0)], threads: threads, chunkBytes: 1000
      ).readAll()
      #expect(table.columns == [.text(TextColumn(ids))])
    }
  }
}
