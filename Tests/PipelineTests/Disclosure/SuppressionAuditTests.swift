import Testing

@testable import Pipeline

/// The choice of cells against a second route: every table of whole numbers that readers hold
/// possible is written down, and ranges are read off.
@Suite struct SuppressionAuditTests {
  private struct Random {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  /// A table of few groups by two levels, with a nested grouping above.
  private struct Case {
    var counts: [[Int]]
    /// The region of each group.
    var region: [Int]

    func total(_ groups: [Int]) -> [Int] {
      (0..<2).map { level in groups.reduce(0) { $0 + counts[$1][level] } }
    }

    static func id(_ place: String...) -> AnswerCell.ID { AnswerCell.ID("s", place) }

    var tables: AnswerTables {
      var tables = AnswerTables()
      tables.declare("s", levels: [1, 2])
      tables.add(
        AnswerCell(Self.id(), counts: total(Array(counts.indices)), telling: .levels))
      for (index, count) in counts.enumerated() {
        tables.add(AnswerCell(Self.id("g=\(index)"), counts: count, telling: .levels))
      }
      for region in Set(region).sorted() {
        let members = counts.indices.filter { self.region[$0] == region }
        tables.add(
          AnswerCell(Self.id("r=\(region)"), counts: total(members), telling: .levels))
        tables.add(whole: Self.id("r=\(region)"), parts: members.map { Self.id("g=\($0)") })
      }
      tables.add(whole: Self.id(), parts: Set(region).sorted().map { Self.id("r=\($0)") })
      return tables
    }

    /// The least and the greatest number and sum of answers of each hidden cell, by enumeration.
    ///
    /// - Precondition: the total is told, so that there is an end to what is possible.
    func ranges(hidden: Set<AnswerCell.ID>) -> [AnswerCell.ID: (n: (Int, Int), sum: (Int, Int))] {
      let totals = tables.cells
      let most = total(Array(counts.indices))
      var result: [AnswerCell.ID: (n: (Int, Int), sum: (Int, Int))] = [:]
      func members(_ id: AnswerCell.ID) -> [Int] {
        guard let place = id.place.first, let number = Int(place.dropFirst(2)) else {
          return Array(counts.indices)
        }
        return place.hasPrefix("g")
          ? [number] : counts.indices.filter { region[$0] == number }
      }
      func possible(_ level: Int) -> [[Int]] {
        var found: [[Int]] = []
        func fill(_ values: [Int]) {
          guard values.count < counts.count else {
            let isMet = totals.allSatisfy { cell in
              hidden.contains(cell.id)
                || members(cell.id).reduce(0) { $0 + values[$1] } == cell.counts[level]
            }
            if isMet { found.append(values) }
            return
          }
          let index = values.count
          if hidden.contains(Self.id("g=\(index)")) {
            for value in 0...most[level] { fill(values + [value]) }
          } else {
            fill(values + [counts[index][level]])
          }
        }
        fill([])
        return found
      }
      let (low, high) = (possible(0), possible(1))
      for one in low {
        for other in high {
          let isPossible = hidden.allSatisfy { id in
            members(id).contains { one[$0] + other[$0] > 0 }
          }
          guard isPossible else { continue }
          for id in hidden {
            let a = members(id).reduce(0) { $0 + one[$1] }
            let b = members(id).reduce(0) { $0 + other[$1] }
            let (n, sum) = (a + b, a + 2 * b)
            let known = result[id] ?? ((n, n), (sum, sum))
            result[id] = (
              (min(known.n.0, n), max(known.n.1, n)), (min(known.sum.0, sum), max(known.sum.1, sum))
            )
          }
        }
      }
      return result
    }
  }

  private static func random(_ seed: Int) -> Case {
    var random = Random(state: UInt64(seed) &* 7919 &+ 3)
    let groups = 3 + random.below(2)
    return Case(
      counts: (0..<groups).map { _ in [random.below(4), random.below(3)] },
      region: (0..<groups).map { $0 * 2 / groups })
  }

  @Test(arguments: 0..<40)
  func `property: no hidden number or sum is confined, by enumeration`(seed: Int) {
    let table = Self.random(seed)
    let minCell = 3
    let hidden = CellSuppression(table.tables, minCell: minCell).hidden()
    // Without a told total anything is possible.
    if hidden.contains(Case.id()) { return }
    for (id, range) in table.ranges(hidden: hidden) {
      #expect(range.n.1 - range.n.0 >= minCell, "\(id.place) \(range) \(table)")
      #expect(range.sum.1 - range.sum.0 >= minCell, "\(id.place) \(range) \(table)")
    }
  }

  /// What the linear programs call a leak, enumeration does, and the other way round.
  @Test(arguments: 0..<40)
  func `consistency: a pack that leaks is found out by both routes`(seed: Int) {
    let table = Self.random(seed)
    let minCell = 3
    // Small groups alone are hidden, as if nobody could subtract.
    let small = Set(
      table.tables.cells.filter { $0.n > 0 && $0.n < minCell }.map(\.id))
    if small.contains(Case.id()) { return }
    let leaks = CellSuppression(table.tables, minCell: minCell).leaks(small)
    let confined = table.ranges(hidden: small).filter {
      $0.value.n.1 - $0.value.n.0 < minCell || $0.value.sum.1 - $0.value.sum.0 < minCell
    }
    #expect(Set(leaks.map(\.target.cell)) == Set(confined.keys))
    #expect(small.isEmpty || small.count > 1 || !leaks.isEmpty)
  }
}
