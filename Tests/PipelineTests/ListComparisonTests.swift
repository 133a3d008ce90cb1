import Diagnostics
import Report
import Testing
import Values

@testable import Pipeline

/// Two versions of a list, row by row, whatever their order and key.
@Suite struct ListComparisonTests {
  private func table(_ header: [String], _ rows: [[String]]) -> ListTable {
    ListTable(
      header: header,
      columns: header.indices.map { column in TextColumn(rows.map { $0[column] }) })
  }

  private func lines(_ before: ListTable, _ now: ListTable) throws -> [String] {
    var lines: [String] = []
    try ListComparison(before, now).forEachRow { (row) throws(Diagnostic) in
      switch row {
      case .added(let key): lines.append("+\(key)")
      case .gone(let key): lines.append("-\(key)")
      case .both(let key, let cells, _):
        lines += cells.map { "\(key) \($0.column): \($0.before) \($0.now)" }
      }
    }
    return lines
  }

  @Test func `one column is the key where it tells every row`() throws {
    let before = table(["id", "n"], [["a", "1"], ["b", "2"], ["c", "3"]])
    let now = table(["id", "n"], [["d", "9"], ["c", "3"], ["a", "5"]])
    #expect(ListComparison(before, now).keyWidth == 1)
    #expect(try lines(before, now) == ["a n: 1 5", "-b", "+d"])
  }

  @Test func `as many leading columns are the key as it takes in both lists`() throws {
    let before = table(["axis", "score", "n"], [["r", "1", "5"], ["f", "1", "6"]])
    let now = table(
      ["axis", "score", "n"], [["r", "1", "5"], ["r", "2", "7"], ["f", "1", "8"]])
    #expect(ListComparison(before, now).keyWidth == 2)
    #expect(try lines(before, now) == ["f / 1 n: 6 8", "+r / 2"])
  }

  @Test func `rows that are the same in every column pair up one by one`() throws {
    let before = table(["a", "b"], [["x", "y"], ["x", "y"], ["x", "y"]])
    let now = table(["a", "b"], [["x", "y"], ["x", "y"]])
    #expect(try lines(before, now) == ["-x / y"])
  }

  @Test func `columns of one list alone are left out, empty lists are all gone or added`() throws {
    let before = table(["id", "n", "old"], [["a", "1", "z"]])
    let now = table(["id", "new", "n"], [["a", "q", "2"]])
    #expect(try lines(before, now) == ["a n: 1 2"])
    let none = table(["id", "n"], [])
    #expect(try lines(none, table(["id", "n"], [["a", "1"]])) == ["+a"])
    #expect(try lines(table(["id", "n"], [["a", "1"]]), none) == ["-a"])
    #expect(try lines(none, none) == [])
  }

  @Test(arguments: 1...40)
  func `added, gone and kept rows add up, by sets`(_ seed: UInt64) throws {
    var state = seed
    func next(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    func list() -> [String: String] {
      Dictionary((0..<next(30)).map { _ in ("k\(next(20))", "\(next(3))") }) { $1 }
    }
    let (before, now) = (list(), list())
    func rows(_ list: [String: String]) -> ListTable {
      // In the order of the dictionary, which is another one every time.
      table(["id", "n"], list.map { [$0.key, $0.value] })
    }
    var expected: [String] = []
    for key in Set(before.keys).union(now.keys).sorted() {
      switch (before[key], now[key]) {
      case (nil, _): expected.append("+\(key)")
      case (_, nil): expected.append("-\(key)")
      case (.some(let old), .some(let new)) where old != new:
        expected.append("\(key) n: \(old) \(new)")
      default: break
      }
    }
    #expect(try lines(rows(before), rows(now)) == expected)
  }
}
