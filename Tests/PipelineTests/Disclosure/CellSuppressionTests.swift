import Testing

@testable import Pipeline

@Suite struct CellSuppressionTests {
  private static func id(_ place: String...) -> AnswerCell.ID { AnswerCell.ID("s", place) }

  /// One grouping of mere counts; each group's place is its index.
  private func margin(_ counts: [Int], isTotalTold: Bool = true) -> AnswerTables {
    var tables = AnswerTables()
    tables.declare("s", levels: [1])
    tables.add(
      AnswerCell(
        Self.id(), counts: [counts.reduce(0, +)], telling: isTotalTold ? .levels : .nothing))
    for (index, count) in counts.enumerated() {
      tables.add(AnswerCell(Self.id("g=\(index)"), counts: [count], telling: .levels))
    }
    tables.add(whole: Self.id(), parts: counts.indices.map { Self.id("g=\($0)") })
    return tables
  }

  @Test(arguments: [
    // Nothing small: nothing hidden.
    ([9, 8, 7], true, []),
    // One small: the next smallest goes with it; each may then be 1 to 9 of 10.
    ([9, 3, 7], true, [1, 2]),
    // Two small ones of together 5: either is 1 to 4, a range of 3. The third goes too.
    ([9, 3, 2], true, [0, 1, 2]),
    // Two small ones of together 7: either is 1 to 6.
    ([9, 3, 4], true, [1, 2]),
    ([9, 1, 1], true, [0, 1, 2]),
    // Without a told total there is nothing to subtract from.
    ([9, 3, 7], false, [1]),
    // Nobody is nobody's secret, and hides nobody.
    ([9, 0, 7], true, []),
    ([9, 0, 4], true, [0, 2]),
    // Equal ones in order.
    ([7, 7, 2], true, [0, 2]),
    // With every group hidden the total alone tells of a single group: it goes too.
    ([4, 8], true, [0, 1]),
  ])
  func `correctness: which groups are hidden`(counts: [Int], isTotalTold: Bool, expected: [Int]) {
    let hidden = CellSuppression(margin(counts, isTotalTold: isTotalTold), minCell: 5).hidden()
    #expect(hidden == Set(expected.map { Self.id("g=\($0)") }))
  }

  @Test func `a sole group that is hidden hides the total it equals`() {
    let hidden = CellSuppression(margin([4, 0]), minCell: 5).hidden()
    #expect(hidden == [Self.id(), Self.id("g=0")])
  }

  /// Two ways through the same answers: by segment and by wave, a table of both, and the totals.
  @Test func `a small cell of a table of two groupings hides a rectangle`() {
    var tables = AnswerTables()
    tables.declare("s", levels: [1])
    let counts = [[20, 3, 30], [15, 12, 25], [40, 18, 9]]
    func cell(_ place: [String], _ count: Int) {
      tables.add(AnswerCell(AnswerCell.ID("s", place), counts: [count], telling: .levels))
    }
    cell([], counts.joined().reduce(0, +))
    for row in 0..<3 {
      cell(["r=\(row)"], counts[row].reduce(0, +))
      cell(["c=\(row)"], counts.reduce(0) { $0 + $1[row] })
      for column in 0..<3 { cell(["r=\(row)", "c=\(column)"], counts[row][column]) }
    }
    tables.add(whole: Self.id(), parts: (0..<3).map { Self.id("r=\($0)") })
    tables.add(whole: Self.id(), parts: (0..<3).map { Self.id("c=\($0)") })
    for one in 0..<3 {
      tables.add(whole: Self.id("r=\(one)"), parts: (0..<3).map { Self.id("r=\(one)", "c=\($0)") })
      tables.add(whole: Self.id("c=\(one)"), parts: (0..<3).map { Self.id("r=\($0)", "c=\(one)") })
    }
    let suppression = CellSuppression(tables, minCell: 5)
    let hidden = suppression.hidden()
    #expect(hidden.count >= 4 && hidden.contains(Self.id("r=0", "c=1")))
    #expect(hidden.allSatisfy { $0.place.count == 2 }, "the margins stay")
    #expect(suppression.leaks(hidden).isEmpty)
    for cell in hidden where cell != Self.id("r=0", "c=1") {
      #expect(!suppression.leaks(hidden.subtracting([cell])).isEmpty, "\(cell.place) is needed")
    }
  }

  /// A unit of a region is what the region less its other units leaves.
  @Test func `a region that consists of units reveals no unit`() {
    var tables = margin([17, 3, 30, 20])
    func region(_ name: String, _ count: Int, _ units: [Int]) {
      tables.add(AnswerCell(Self.id("r=\(name)"), counts: [count], telling: .levels))
      tables.add(whole: Self.id("r=\(name)"), parts: units.map { Self.id("g=\($0)") })
    }
    region("east", 20, [0, 1])
    region("west", 50, [2, 3])
    tables.add(whole: Self.id(), parts: [Self.id("r=east"), Self.id("r=west")])
    // The next smallest of all units would be the third; only one of the same region protects.
    let suppression = CellSuppression(tables, minCell: 5)
    #expect(suppression.hidden() == [Self.id("g=0"), Self.id("g=1")])
    #expect(!suppression.leaks([Self.id("g=1"), Self.id("g=3")]).isEmpty)
  }

  @Test func `a count of all who were asked is given up before figures of a group`() {
    var tables = margin([28, 2], isTotalTold: false)
    tables.declare("asked", levels: [1])
    let asked = AnswerCell.ID("asked")
    tables.add(AnswerCell(asked, counts: [30], telling: .total))
    tables.add(limit: Self.id(), to: asked)
    #expect(CellSuppression(tables, minCell: 5).hidden() == [asked, Self.id("g=1")])
  }

  /// The next smallest gave the worst answer only, as the small one did: with the two hidden their
  /// sum would be known, though not who. The largest, with answers at both levels, protects both ways.
  @Test func `a sum that is known though the numbers are not hides another group`() {
    var tables = AnswerTables()
    tables.declare("s", levels: [0, 1])
    let counts = [[3, 0], [7, 0], [10, 12]]
    tables.add(AnswerCell(Self.id(), counts: [20, 12], telling: .levels))
    for (index, count) in counts.enumerated() {
      tables.add(AnswerCell(Self.id("g=\(index)"), counts: count, telling: .levels))
    }
    tables.add(whole: Self.id(), parts: (0..<3).map { Self.id("g=\($0)") })
    let suppression = CellSuppression(tables, minCell: 5)
    #expect(suppression.hidden() == [Self.id("g=0"), Self.id("g=2")])
    #expect(suppression.leaks([Self.id("g=0"), Self.id("g=2")]).isEmpty)
    #expect(!suppression.leaks([Self.id("g=0"), Self.id("g=1")]).isEmpty)
  }

  @Test(arguments: [40, 400])
  func `hundreds of small groups are done in a moment`(groups: Int) {
    let counts = (0..<groups).map { $0 % 9 }
    let suppression = CellSuppression(margin(counts), minCell: 5)
    let clock = ContinuousClock()
    var hidden: Set<AnswerCell.ID> = []
    let taken = clock.measure { hidden = suppression.hidden() }
    #expect(hidden.count == counts.count { $0 > 0 && $0 < 5 })
    #expect(taken < .seconds(5), "\(taken)")
  }

  // MARK: The pack before

  private func told(_ counts: [Int], hidden: [Int] = [], isTotalTold: Bool = true) -> ToldAnswers {
    ToldAnswers(
      margin(counts, isTotalTold: isTotalTold), hidden: Set(hidden.map { Self.id("g=\($0)") }))
  }

  @Test func `one answer more than in the pack before is not told, nor where it belongs`() {
    let now = margin([20, 26, 30])
    let hidden = CellSuppression(now, earlier: [told([20, 25, 30])], minCell: 5).hidden()
    #expect(hidden == [Self.id(), Self.id("g=1")])
    // The same figures again, or enough newcomers, hide nothing.
    #expect(CellSuppression(now, earlier: [told([20, 26, 30])], minCell: 5).hidden().isEmpty)
    #expect(CellSuppression(now, earlier: [told([20, 21, 30])], minCell: 5).hidden().isEmpty)
  }

  @Test func `newcomers of two groups that are few in each are not told apart`() {
    let now = margin([23, 29, 30])
    let suppression = CellSuppression(now, earlier: [told([20, 25, 30])], minCell: 5)
    // Seven came, and that may be known; three and four of them may not.
    #expect(suppression.hidden() == [Self.id("g=0"), Self.id("g=1")])
    #expect(suppression.leaks([Self.id("g=0")]).count >= 1)
  }

  @Test func `answers that were taken back count as those that came`() {
    let hidden = CellSuppression(margin([20, 24, 30]), earlier: [told([20, 25, 30])], minCell: 5)
      .hidden()
    #expect(hidden.isSuperset(of: [Self.id(), Self.id("g=1")]))
  }

  @Test func `a group hidden before is not told by what it may be at most now`() {
    // Before: 3 and 7 of 10 were hidden. Now both are told: they were at most 5 and 8.
    let before = told([3, 7, 30], hidden: [0, 1])
    let suppression = CellSuppression(margin([5, 8, 30]), earlier: [before], minCell: 5)
    #expect(!suppression.leaks([]).isEmpty)
    #expect(suppression.leaks(suppression.hidden()).isEmpty)
  }

  @Test func `an older pack counts as well as the last one`() {
    let now = margin([20, 27, 30])
    // The last pack hid the total and the group that had one more.
    var last = told([20, 26, 30], hidden: [1])
    last.note(Self.id(), .hidden)
    let hidden = CellSuppression(now, earlier: [last, told([20, 25, 30])], minCell: 5).hidden()
    #expect(hidden.isSuperset(of: [Self.id(), Self.id("g=1")]))
  }
}
