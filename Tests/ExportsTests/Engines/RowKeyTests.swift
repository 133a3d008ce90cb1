import Testing
import Values

@testable import Exports

/// Which rows stand, held against a dictionary in no hurry.
@Suite struct RowKeyTests {
  private func columns(_ rows: [(String, Int64)]) -> [ColumnValues] {
    [.text(TextColumn(rows.map(\.0))), .integer(rows.map(\.1))]
  }

  @Test(arguments: 1...20)
  func `consistency: the last row of each key stands, in the order of first rows`(
    _ seed: UInt64
  ) {
    var random = SampleGenerator(state: seed)
    let rows = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      (
        ["a", "", "ab", "b", "长"].randomElement(using: &random) ?? "",
        Int64.random(in: -2...2, using: &random)
      )
    }
    var order: [String] = []
    var last: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      let key = "\(row.0)\u{0}\(row.1)"
      if last[key] == nil { order.append(key) }
      last[key] = index
    }
    #expect(RowKeys.lastOfEach(columns(rows), rows: rows.count) == order.compactMap { last[$0] })
    let first = rows.count / 2
    let names = Set(rows[first...].map(\.0))
    #expect(
      RowKeys.groups(of: columns(rows)[0], from: first, rows: rows.count)
        == rows.map { names.contains($0.0) })
  }

  @Test func `values next to each other do not run together`() {
    let keys: [ColumnValues] = [
      .text(TextColumn(["a", "ab", "", "abc"])), .text(TextColumn(["bc", "c", "abc", ""])),
    ]
    #expect(RowKeys.lastOfEach(keys, rows: 4) == [0, 1, 2, 3])
  }

  @Test func `without a key every row stands`() {
    #expect(RowKeys.lastOfEach([], rows: 3) == [0, 1, 2])
    #expect(RowKeys.lastOfEach([.integer([])], rows: 0) == [])
  }
}
