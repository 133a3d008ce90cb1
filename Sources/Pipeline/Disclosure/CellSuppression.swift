/// Chooses the cells that a pack must not tell, so that of no group of fewer people than the least
/// cell the answers can be worked out.
///
/// Groups of fewer than `minCell` answers are hidden. Then, as long as the range of a hidden cell,
/// of those who came since an earlier pack, or of the sum of their answers is narrower than
/// `minCell`, another cell is hidden: a mere count where that is enough, else one of those that stand
/// in one sum with it, then the whole they add up to; of these the one that protects it in the most
/// sums and is itself laid open in the fewest, then the smallest. Equal ones go in the order of their
/// ids, so the choice is the same for any order of the data. Last, what turns out not to be needed
/// is told after all, the largest first.
///
/// Source: Hundepool et al., *Statistical disclosure control*, 2012, chapter 4 (secondary
/// suppression: singletons, intervals of protection) and 5 (threshold rule); de Wolf &
/// Giessing, *Adjusting the τ-ARGUS modular approach to deal with linked tables*, Data & Knowledge
/// Engineering 68(11), 2009 (linked tables as one).
package struct CellSuppression {
  let tables: AnswerTables
  /// What earlier packs told, the newest first.
  let earlier: [ToldAnswers]
  let minCell: Int

  package init(_ tables: AnswerTables, earlier: [ToldAnswers] = [], minCell: Int) {
    self.tables = tables
    self.earlier = earlier
    self.minCell = minCell
  }

  /// The cells to hide; empty ones never are among them.
  package func hidden() -> Set<AnswerCell.ID> {
    var small: Set<AnswerCell.ID> = []
    for cell in tables.cells where cell.telling > .nothing && cell.n > 0 && cell.n < minCell {
      small.insert(cell.id)
    }
    let choices = Choices(tables)
    var hidden = small
    while true {
      let chosen = choice(choices, hidden)
      guard !chosen.isEmpty else { break }
      hidden.formUnion(chosen)
    }
    guard hidden.count > small.count else { return hidden }
    let left = Set(leaks(hidden).map(\.target))
    for id in choices.largestFirst(hidden.subtracting(small)) {
      let without = hidden.subtracting([id])
      if Set(leaks(without).map(\.target)).isSubset(of: left) { hidden = without }
    }
    return hidden
  }

  /// What to hide next: one more for each place that leaks; empty where nothing does, or nothing
  /// more can be done.
  private func choice(
    _ choices: Choices, _ hidden: Set<AnswerCell.ID>
  ) -> Set<AnswerCell.ID> {
    let leaks = leaks(hidden)
    var chosen = Set(
      leaks.map(\.target).filter { choices.tellsNewcomers($0, hidden) }.map(\.cell))
    guard !leaks.isEmpty, chosen.isEmpty else { return chosen }
    let totals = choices.totals.subtracting(hidden)
    let incurable =
      totals.isEmpty ? nil : Set(self.leaks(hidden.union(totals)).map(\.target))
    let unknown = choices.unknown(hidden)
    for leak in leaks {
      if !chosen.isDisjoint(with: choices.neighbours(of: leak.target.cell)) { continue }
      let isCurable = incurable.map { !$0.contains(leak.target) } ?? false
      let next =
        choices.next(for: leak.target, hidden, unknown, among: isCurable ? .total : .levels)
        ?? choices.next(for: leak.target, hidden, unknown, among: isCurable ? .levels : .total)
      if let next { chosen.insert(next) }
    }
    return chosen
  }

  /// What could still be worked out when these cells are hidden.
  func leaks(_ hidden: Set<AnswerCell.ID>) -> [AnswerSystem.Leak] {
    AnswerSystem(
      levels: tables.levels, sums: tables.sums, limits: tables.limits,
      told: [ToldAnswers(tables, hidden: hidden)] + earlier, minCell: minCell
    ).leaks()
  }

  /// Which cells protect which.
  private struct Choices {
    private var cells: [AnswerCell.ID: AnswerCell] = [:]
    /// Cells in one sum or limit with a cell: parts beside it, then wholes.
    private var besides: [AnswerCell.ID: Set<AnswerCell.ID>] = [:]
    private var wholes: [AnswerCell.ID: Set<AnswerCell.ID>] = [:]
    private let sums: [AnswerTables.Sum]
    /// The sums that a cell stands in, as part or whole.
    private var places: [AnswerCell.ID: Set<Int>] = [:]

    init(_ tables: AnswerTables) {
      for cell in tables.cells {
        let known = cells[cell.id]
        if known == nil || (known?.telling ?? .nothing) < cell.telling { cells[cell.id] = cell }
      }
      sums = tables.sums
      for (index, sum) in sums.enumerated() {
        for id in sum.parts + [sum.whole] { places[id, default: []].insert(index) }
        for part in sum.parts {
          besides[part, default: []].formUnion(sum.parts.filter { $0 != part })
          wholes[part, default: []].insert(sum.whole)
          besides[sum.whole, default: []].insert(part)
        }
      }
      for limit in tables.limits { besides[limit.part, default: []].insert(limit.whole) }
    }

    /// All that one sum or limit ties to a cell, and itself.
    func neighbours(of id: AnswerCell.ID) -> Set<AnswerCell.ID> {
      besides[id, default: []].union(wholes[id, default: []]).union([id])
    }

    /// Whether the cell itself, told again, tells of those who came since or were hidden before.
    func tellsNewcomers(_ target: AnswerSystem.Target, _ hidden: Set<AnswerCell.ID>) -> Bool {
      target.kind != .cell(version: 0) && isTold(target.cell, hidden)
    }

    /// Cells of which only the number of answers is told.
    var totals: Set<AnswerCell.ID> {
      Set(cells.values.filter { $0.telling == .total && $0.n > 0 }.map(\.id))
    }

    func largestFirst(_ ids: Set<AnswerCell.ID>) -> [AnswerCell.ID] {
      ids.sorted { left, right in
        let (n, m) = (cells[left]?.n ?? 0, cells[right]?.n ?? 0)
        return n == m ? right < left : n > m
      }
    }

    /// How many cells of each sum readers do not know.
    func unknown(_ hidden: Set<AnswerCell.ID>) -> [Int] {
      sums.map { sum in
        (sum.parts + [sum.whole]).count { id in
          hidden.contains(id) || (cells[id]?.telling ?? .nothing) == .nothing
        }
      }
    }

    func next(
      for target: AnswerSystem.Target, _ hidden: Set<AnswerCell.ID>, _ unknown: [Int],
      among telling: AnswerCell.Telling
    ) -> AnswerCell.ID? {
      let exposing = places[target.cell, default: []].filter { unknown[$0] == 1 }
      /// Sums that no longer lay the target open, less those that would lay the cell open.
      func gain(_ id: AnswerCell.ID) -> Int {
        let own = places[id, default: []]
        return own.intersection(exposing).count - own.count { unknown[$0] == 0 }
      }
      func best(_ ids: Set<AnswerCell.ID>) -> AnswerCell.ID? {
        ids.filter { isTold($0, hidden) && cells[$0]?.telling == telling }
          .min { left, right in
            let (one, other) = (gain(left), gain(right))
            if one != other { return one > other }
            let (n, m) = (cells[left]?.n ?? 0, cells[right]?.n ?? 0)
            return n == m ? left < right : n < m
          }
      }
      // From the cell outwards, ring by ring: wholes that are not told pass the search on.
      var seen: Set<AnswerCell.ID> = [target.cell]
      var ring: Set<AnswerCell.ID> = [target.cell]
      while !ring.isEmpty {
        var besides: Set<AnswerCell.ID> = []
        var wholes: Set<AnswerCell.ID> = []
        for id in ring {
          besides.formUnion(self.besides[id, default: []])
          wholes.formUnion(self.wholes[id, default: []])
        }
        if let best = best(besides.subtracting(seen)) { return best }
        if let best = best(wholes.subtracting(seen)) { return best }
        ring = besides.union(wholes).subtracting(seen)
        seen.formUnion(ring)
      }
      return nil
    }

    private func isTold(_ id: AnswerCell.ID, _ hidden: Set<AnswerCell.ID>) -> Bool {
      guard let cell = cells[id], !hidden.contains(id) else { return false }
      return cell.telling > .nothing && cell.n > 0
    }
  }
}
