import Diagnostics
import Foundation
import Testing
import Values

@testable import Exports

/// Which customers a map makes one, and what no map may say.
@Suite struct MergeMapTests {
  private func map(_ lines: [(String, String)]) throws -> MergeMap {
    try MergeMap(
      lines.enumerated().map { index, line in
        .init(line.0, into: line.1, at: .init("m.csv", line: index + 2))
      })
  }

  private func problems(_ lines: [(String, String)]) -> [String] {
    do {
      _ = try map(lines)
      return []
    } catch let error as Diagnostics {
      return error.all.map { "\($0.place?.line ?? 0) \($0.code): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `chains end at the customer that is merged into none`() throws {
    let map = try map([("a", "b"), ("b", "c"), ("x", "c"), ("c", "d")])
    #expect(["a", "b", "c", "x", "d", "y"].map(map.target) == ["d", "d", "d", "d", "d", "y"])
    #expect(map.customers == ["a", "b", "c", "x"])
    #expect(map.survivors == ["d"])
  }

  @Test func `the same merges are the same map, however they are written`() throws {
    let chain = try map([("a", "b"), ("b", "c")])
    #expect(try chain.identity == map([("b", "c"), ("a", "c")]).identity)
    #expect(try chain.identity != map([("b", "c")]).identity)
    #expect(try chain.identity != map([("a", "c"), ("b", "d")]).identity)
  }

  @Test func `everything wrong is told, each at its line`() {
    #expect(problems([("a", "a")]) == ["2 merge-self: 'a' is merged into itself"])
    #expect(
      problems([("a", "b"), ("c", "d"), ("a", "e"), ("c", "d")]) == [
        "4 merge-twice: 'a' is merged into 'e', and in line 2 into 'b'",
        "5 merge-twice: 'c' is merged twice, first in line 3",
      ])
    #expect(
      problems([("x", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("p", "q"), ("q", "p")]) == [
        "2 merge-circle: merges run in a circle: 'a' into 'b' into 'c' into 'a'",
        "6 merge-circle: merges run in a circle: 'p' into 'q' into 'p'",
      ])
    #expect(
      problems([("", "b"), ("b", "")]) == [
        "2 merge-empty: a merge has no customer: '' into 'b'",
        "3 merge-empty: a merge has no customer: 'b' into ''",
      ])
  }

  @Test(
    arguments: [
      "customer_id,merge_into,reason\nC-1,C-2,phone\n'=C 3,C-2,\n",
      "\u{FEFF}客户编号;合并到\r\nC-1;C-2\r\n=C 3;C-2\r\n",
      "note\tCustomer ID\tMerge into\nx\tC-1\tC-2\n\n\ty\t=C 3\tC-2\n".replacing(
        "\ty\t", with: "y\t"),
    ])
  func `a file is read as a spreadsheet leaves it`(_ text: String) throws {
    let folder = try EngineFolder()
    let map = try MergeMap.read(csv: try folder.write("m.csv", text), name: "m.csv")
    #expect(map.customers == ["=C 3", "C-1"])
    #expect(map.survivors == ["C-2"])
  }

  @Test func `rows of a file that name no customer are told with their lines`() throws {
    let folder = try EngineFolder()
    let path = try folder.write("m.csv", "customer_id,merge_into\nC-1,\nC-2,C-3\n,C-4\n")
    let error = #expect(throws: Diagnostics.self) {
      try MergeMap.read(csv: path, name: "m.csv")
    }
    #expect(error?.all.map(\.place?.line) == [2, 4])
    #expect(error?.all.map(\.code) == ["merge-row", "merge-row"])
    #expect(error?.kind == .configuration)
  }

  private static let customers = DataTable(
    name: "customers",
    heads: [
      ColumnHead("customer_id", .text, Phrase("", "")), ColumnHead("name", .text, Phrase("", "")),
    ],
    columns: [
      .text(TextColumn(["a", "b", "c", "d", "e"])), .text(TextColumn(["A", "B", "C", "D", "E"])),
    ])

  private func rows(_ table: DataTable?) -> [String] {
    guard let table else { return [] }
    return (0..<table.rowCount).map { row in
      table.columns.map { $0.text(row) }.joined(separator: "=")
    }
  }

  @Test func `of merged customers the row of the id that stands remains, whole`() throws {
    let applied = try map([("a", "c"), ("e", "c")]).applied(to: Self.customers)
    #expect(rows(applied.standing) == ["b=B", "c=C", "d=D"])
    #expect(rows(applied.merged) == ["a=A", "e=E"])
  }

  @Test func `where the id that stands has no row, the first merged one stands for it`() throws {
    let applied = try map([("d", "z"), ("b", "z")]).applied(to: Self.customers)
    #expect(rows(applied.standing) == ["a=A", "z=B", "c=C", "e=E"])
    #expect(rows(applied.merged) == ["d=D"])
  }

  @Test func `rows of other contracts all remain, under the id that stands`() throws {
    let table = DataTable(
      name: "cases", heads: Self.customers.heads, columns: Self.customers.columns)
    let applied = try map([("a", "c"), ("e", "c")]).applied(to: table)
    #expect(rows(applied.standing) == ["c=A", "b=B", "c=C", "d=D", "c=E"])
    #expect(applied.merged == nil)
  }
}
