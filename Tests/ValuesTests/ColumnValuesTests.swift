import Testing

@testable import Values

@Suite struct ColumnValuesTests {
  private static let columns: [ColumnValues] = [
    .text(TextColumn(["b", "", "中"])), .category([1, -1, 0], labels: ["x", "y"]),
    .integer([3, .min, -3]), .number([0.5, .nan, -1]), .money([100, .min, -250], .cny),
    .day([20_000, .min, 0]), .instant([86_399, .min, -1]),
  ]

  @Test(arguments: columns)
  func `the second row has no value and no text`(column: ColumnValues) {
    #expect(column.count == 3)
    #expect((0..<3).map(column.isMissing) == [false, true, false])
    #expect(column.text(1).isEmpty)
    #expect(!column.text(0).isEmpty && !column.text(2).isEmpty)
  }

  @Test(arguments: columns)
  func `a selection keeps the order it was asked in`(column: ColumnValues) {
    let chosen = column.selected([2, 0, 2])
    #expect((0..<3).map(chosen.text) == [column.text(2), column.text(0), column.text(2)])
    #expect(column.filtered(by: [true, false, true]).count == 2)
  }

  @Test(arguments: columns)
  func `appending puts rows behind, categories by their labels`(column: ColumnValues) {
    var joined = column.selected([2])
    joined.append(column)
    #expect((0..<4).map(joined.text) == [2, 0, 1, 2].map(column.text))
    #expect(column.missing(2).count == 2)
    #expect((0..<2).allSatisfy(column.missing(2).isMissing))
  }

  @Test func `instants before 1970 fall on the day before`() {
    let column = ColumnValues.instant([-1, 0, 86_400])
    #expect((0..<3).map { column.day($0)?.iso } == ["1969-12-31", "1970-01-01", "1970-01-02"])
    #expect(column.text(0) == "1969-12-31T23:59:59")
  }

  @Test(arguments: [
    ColumnValues.text(TextColumn(["ab", ""])), .category([0, -1], labels: ["ab"]),
    .integer([1, .min]), .number([1, .nan]), .money([1, .min], .cny), .day([1, .min]),
    .instant([1, .min]),
  ])
  func `chunks are put behind a column without copying what is there`(chunk: ColumnValues) {
    var column = chunk
    var place = Self.place(column)
    var moves = 0
    for _ in 0..<2_000 {
      column.append(chunk)
      let next = Self.place(column)
      moves += next == place ? 0 : 1
      place = next
    }
    #expect(column.count == 4_002)
    // Storage that doubles moves a dozen times; a copy with every chunk would move every time.
    #expect(moves < 100)
  }

  /// Where the rows stand in memory.
  private static func place(_ column: ColumnValues) -> Int {
    func place(_ start: UnsafeRawPointer?) -> Int { start.map(Int.init(bitPattern:)) ?? 0 }
    return switch column {
    case .text(let texts): texts.offsets.withUnsafeBytes { place($0.baseAddress) }
    case .category(let codes, _): codes.withUnsafeBytes { place($0.baseAddress) }
    case .integer(let values), .money(let values, _), .instant(let values):
      values.withUnsafeBytes { place($0.baseAddress) }
    case .number(let values): values.withUnsafeBytes { place($0.baseAddress) }
    case .day(let values): values.withUnsafeBytes { place($0.baseAddress) }
    }
  }
}
