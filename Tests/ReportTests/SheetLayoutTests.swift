import Testing
import Values

@testable import Report

@Suite struct SheetLayoutTests {
  @Test func `sheet names are legal and differ`() {
    let long = String(repeating: "客", count: 40)
    let names = SheetNames([
      "RFM", "rfm", "Q4", "2025", "a/b:c?*[d]\\e", "'x'", "", "History", long, long, "R1C1", "RC",
    ]).names
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 })
    #expect(names.allSatisfy { !$0.contains { "/\\?*:[]".contains($0) } })
    #expect(names.prefix(4) == ["RFM", "rfm (2)", "Q4 (1)", "2025 (1)"])
    #expect(names[5] == "x")
    #expect(names.allSatisfy { !SheetNames.looksLikeCell($0) })
  }

  @Test(arguments: EveryBlock.pages.indices)
  func `a sheet is at least as wide as a page and its spans fill it`(index: Int) {
    let grid = SheetGrid(EveryBlock.pages[index], listRows: 20, .english)
    #expect(grid.total >= SheetGrid.pageWidth - 31)
    for parts in [[1.0], [1, 1, 1, 1], [0.1, 0.74, 0.16], [0.62, 0.22, 0.16]] {
      let spans = grid.spans(parts)
      #expect(spans.count == parts.count)
      #expect(spans.flatMap { Array($0) } == Array(0..<grid.count))
    }
  }

  @Test func `figures of line ends take different sides or none`() {
    let sides = LastLabels.sides([0.382, 0.39, 0.28], range: (0.28, 0.43))
    #expect(sides == [false, true, true])
    #expect(LastLabels.sides([1, 1, 1, 1], range: (0, 1)).filter { $0 == nil }.count == 2)
  }
}
