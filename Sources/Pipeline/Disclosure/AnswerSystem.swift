import Statistics

/// The linear system that readers can set up from a pack and from those before it, and what it tells
/// of the cells that are hidden.
///
/// Unknowns are the counts by level of cells that are not told. Each declared sum is an equation a
/// level; a hidden cell has at least one answer, for empty ones are told as empty; what answered
/// before is among what answered since, unless what was told says otherwise. Cells that no equation
/// ties together are looked at by themselves. Ranges are those of linear programming, which where
/// the groupings are margins and hierarchies are also those of whole numbers.
///
/// Source: Hundepool et al., *Statistical disclosure control*, 2012, section 4.2.2 (the attacker's
/// problem); Fischetti & Salazar-González, *Solving the cell suppression problem on tabular data with
/// linear constraints*, Management Science 47(7), 2001, (2) to (6).
struct AnswerSystem {
  /// Something that must not be known too closely.
  struct Target: Hashable {
    enum Kind: Hashable {
      /// A hidden cell of this pack, or of an earlier one.
      case cell(version: Int)
      /// Those who answered since the earlier pack of this number.
      case newcomers(since: Int)
    }

    let cell: AnswerCell.ID
    let kind: Kind
  }

  /// A target whose number of answers or whose sum lies in too narrow a range.
  struct Leak {
    let target: Target
    let n: LinearProgram.Range
  }

  /// A cell at a time: version 0 is this pack, k the k-th before it.
  struct Node: Hashable {
    let version: Int
    let id: AnswerCell.ID
  }

  private let levels: [String: [Double]]
  private let sums: [AnswerTables.Sum]
  private let limits: [AnswerTables.Limit]
  let told: [ToldAnswers]
  private let minCell: Int
  /// The subjects of which no earlier count is above a later one, by earlier version.
  private let grown: [Set<String>]

  /// - Parameter told: this pack first, then earlier ones from the newest to the oldest.
  init(
    levels: [String: [Double]], sums: [AnswerTables.Sum], limits: [AnswerTables.Limit],
    told: [ToldAnswers], minCell: Int
  ) {
    self.levels = levels
    self.sums = sums
    self.limits = limits
    self.told = told
    self.minCell = minCell
    grown = told.indices.map { version in
      guard version > 0, let now = told.first else { return [] }
      var shrunk: Set<String> = []
      for (id, before) in told[version].cells {
        guard let later = now.cells[id], !AnswerSystem.isGrown(before, later) else { continue }
        shrunk.insert(id.subject)
      }
      return Set(levels.keys).subtracting(shrunk)
    }
  }

  private static func isGrown(
    _ before: ToldAnswers.Knowledge, _ now: ToldAnswers.Knowledge
  ) -> Bool {
    switch (before, now) {
    case (.levels(let old), .levels(let new)):
      old.count == new.count && zip(old, new).allSatisfy { $0 <= $1 }
    case (.total(let old), .total(let new)): old <= new
    case (.levels(let old), .total(let new)): old.reduce(0, +) <= new
    case (.total(let old), .levels(let new)): old <= new.reduce(0, +)
    case (.hidden, _), (_, .hidden): true
    }
  }

  // MARK: Equations

  /// One linear condition on the counts of some nodes: at each level, or on their totals.
  struct Condition {
    let terms: [(node: Node, factor: Double)]
    let isOfTotals: Bool
    let relation: LinearProgram.Relation
    let bound: Double
  }

  /// All conditions that have an unknown in them.
  private func conditions() -> [Condition] {
    var result: [Condition] = []
    var nodes: Set<Node> = []
    func add(
      _ terms: [(node: Node, factor: Double)], totals: Bool = false,
      _ relation: LinearProgram.Relation, _ bound: Double = 0
    ) {
      guard terms.contains(where: { !isKnown($0.node) }) else { return }
      result.append(
        Condition(terms: terms, isOfTotals: totals, relation: relation, bound: bound))
      for term in terms { nodes.insert(term.node) }
    }
    for version in told.indices {
      for sum in sums {
        // In an earlier pack a group may not have been there; nobody was told to be in it.
        let parts = sum.parts.filter { version == 0 || told[version].cells[$0] != nil }
        guard version == 0 || !parts.isEmpty else { continue }
        add(
          [(Node(version: version, id: sum.whole), -1)]
            + parts.map { (Node(version: version, id: $0), 1) }, .equal)
      }
      for limit in limits
      where version == 0 || told[version].cells[limit.whole] != nil {
        add(
          [
            (Node(version: version, id: limit.part), 1),
            (Node(version: version, id: limit.whole), -1),
          ], totals: true, .atMost)
      }
      for id in told[version].cells.keys.sorted() {
        let node = Node(version: version, id: id)
        switch told[version].cells[id] {
        case .hidden?: add([(node, 1)], totals: true, .atLeast, 1)
        case .total(let n)?: add([(node, 1)], totals: true, .equal, Double(n))
        case .levels?, nil: break
        }
        if version > 0, grown[version].contains(id.subject) {
          add([(Node(version: 0, id: id), 1), (node, -1)], .atLeast)
        }
      }
    }
    return result
  }

  /// Whether the counts at every level are told.
  private func isKnown(_ node: Node) -> Bool {
    switch told[node.version].cells[node.id] {
    case .levels?: true
    case .total?: levels[node.id.subject]?.count == 1
    case .hidden?, nil: false
    }
  }

  private func counts(_ node: Node) -> [Int]? {
    switch told[node.version].cells[node.id] {
    case .levels(let counts)?: counts
    case .total(let n)?: levels[node.id.subject]?.count == 1 ? [n] : nil
    case .hidden?, nil: nil
    }
  }

  // MARK: Leaks

  /// Everything that readers could work out too closely, in the order of the cells.
  func leaks() -> [Leak] {
    var leaks = newcomersOfToldCells()
    for part in parts(of: conditions()) {
      if let found = self.leaks(of: part) {
        leaks += found
      } else if told.count > 1 {
        // People moved between groups since: what was told before says nothing of today's.
        let alone = AnswerSystem(
          levels: levels, sums: sums, limits: limits, told: [told[0]], minCell: minCell)
        return newcomersOfToldCells() + alone.leaks()
      } else {
        preconditionFailure("the counts themselves meet the conditions on them")
      }
    }
    return leaks.sorted { left, right in
      left.target.cell == right.target.cell
        ? left.n.low < right.n.low : left.target.cell < right.target.cell
    }
  }

  /// Cells told now and before: those who came since are the difference.
  private func newcomersOfToldCells() -> [Leak] {
    var leaks: [Leak] = []
    for version in told.indices.dropFirst() {
      for (id, before) in told[version].cells {
        guard let now = told[0].cells[id] else { continue }
        let steps: [Int]
        switch (before, now) {
        case (.levels(let old), .levels(let new)) where old.count == new.count:
          steps = zip(new, old).map { $0 - $1 }
        case (.total(let old), .total(let new)): steps = [new - old]
        case (.levels(let old), .total(let new)): steps = [new - old.reduce(0, +)]
        case (.total(let old), .levels(let new)): steps = [new.reduce(0, +) - old]
        default: continue
        }
        // Where answers were also taken back, the fewest people who explain the difference.
        let came = steps.reduce(0) { $0 + max($1, 0) }
        let went = steps.reduce(0) { $0 + max(-$1, 0) }
        for number in [came, went] where number > 0 && number < minCell {
          leaks.append(
            Leak(
              target: Target(cell: id, kind: .newcomers(since: version)),
              n: .init(low: Double(number), high: Double(number))))
          break
        }
      }
    }
    return leaks
  }

  /// Conditions that share an unknown, put together; in the order of their first condition.
  private func parts(of conditions: [Condition]) -> [[Condition]] {
    var owner: [Node: Int] = [:]
    var parent = Array(conditions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for (index, condition) in conditions.enumerated() {
      for term in condition.terms where !isKnown(term.node) {
        if let other = owner[term.node] {
          let (one, two) = (root(index), root(other))
          parent[max(one, two)] = min(one, two)
        } else {
          owner[term.node] = index
        }
      }
    }
    var grouped: [Int: [Condition]] = [:]
    for index in conditions.indices { grouped[root(index), default: []].append(conditions[index]) }
    return grouped.keys.sorted().map { grouped[$0] ?? [] }
  }

  /// nil where nothing meets the conditions.
  private func leaks(of conditions: [Condition]) -> [Leak]? {
    let (conditions, likes) = lumped(conditions)
    let lumps = Set(likes.values.joined())
    var first: [Node: Int] = [:]
    var nodes: [Node] = []
    var columns = 0
    for condition in conditions {
      for term in condition.terms where !isKnown(term.node) && first[term.node] == nil {
        first[term.node] = columns
        nodes.append(term.node)
        columns += levels[term.node.id.subject]?.count ?? 0
      }
    }
    var rows: [LinearProgram.Row] = []
    for condition in conditions {
      let count = levels[condition.terms[0].node.id.subject]?.count ?? 0
      for level in condition.isOfTotals ? 0..<1 : 0..<count {
        var function: LinearProgram.Function = []
        var bound = condition.bound
        for (node, factor) in condition.terms {
          let all = levels[node.id.subject]?.count ?? 0
          for position in condition.isOfTotals ? 0..<all : level..<(level + 1) {
            if let start = first[node] {
              function.append((start + position, factor))
            } else {
              bound -= factor * Double(counts(node)?[position] ?? 0)
            }
          }
        }
        rows.append(LinearProgram.Row(function, condition.relation, bound))
      }
    }
    let targets = nodes.filter { !lumps.contains($0) }.flatMap(self.targets)
    var functions: [LinearProgram.Function] = []
    for target in targets {
      for values in [nil, levels[target.cell.subject]] {
        functions.append(function(target, first) { values?[$0] ?? 1 })
      }
    }
    guard let ranges = LinearProgram(columns: columns, rows: rows).ranges(of: functions) else {
      return nil
    }
    let leaks = targets.enumerated().compactMap { index, target -> Leak? in
      let offset = offset(target, first) { _ in 1 }
      let n = LinearProgram.Range(
        low: ranges[2 * index].low - offset, high: ranges[2 * index].high - offset)
      let hasScale = (levels[target.cell.subject]?.count ?? 0) > 1
      let isNarrow =
        isNarrow(n) || (hasScale && isNarrow(ranges[2 * index + 1]))
      switch target.kind {
      case .cell(version: 0): return isNarrow ? Leak(target: target, n: n) : nil
      case .cell, .newcomers:
        // Nobody at all, or enough people, may be known; so may a hidden cell that was large.
        let isFew = n.low < Double(minCell) - 1e-6 && n.high > 1e-6
        return isNarrow && isFew ? Leak(target: target, n: n) : nil
      }
    }
    return leaks
      + leaks.flatMap { leak in
        (likes[Node(version: 0, id: leak.target.cell)] ?? []).map {
          Leak(target: Target(cell: $0.id, kind: leak.target.kind), n: leak.n)
        }
      }
  }

  private func isNarrow(_ range: LinearProgram.Range) -> Bool {
    range.width < Double(minCell) - 1e-6
  }

  /// What is to be kept from readers about an unknown.
  func targets(_ node: Node) -> [Target] {
    var targets: [Target] = []
    if told[node.version].cells[node.id] == .hidden {
      targets.append(Target(cell: node.id, kind: .cell(version: node.version)))
    }
    if node.version > 0 {
      // Whatever is not known before is looked at from the side that is not known now.
      if grown[node.version].contains(node.id.subject), isKnown(Node(version: 0, id: node.id)) {
        targets.append(Target(cell: node.id, kind: .newcomers(since: node.version)))
      }
    } else {
      for version in told.indices.dropFirst()
      where told[version].cells[node.id] != nil && grown[version].contains(node.id.subject) {
        targets.append(Target(cell: node.id, kind: .newcomers(since: version)))
      }
    }
    return targets
  }

  /// The unknowns of a target with the weight of each level.
  private func function(
    _ target: Target, _ first: [Node: Int], _ weight: (Int) -> Double
  ) -> LinearProgram.Function {
    parts(target).flatMap { node, factor -> LinearProgram.Function in
      guard let start = first[node] else { return [] }
      return (0..<(levels[node.id.subject]?.count ?? 0)).map {
        (start + $0, factor * weight($0))
      }
    }
  }

  /// The known part of a target, with its sign turned.
  private func offset(
    _ target: Target, _ first: [Node: Int], _ weight: (Int) -> Double
  ) -> Double {
    parts(target).reduce(0) { sum, part in
      guard first[part.node] == nil, let counts = counts(part.node) else { return sum }
      return sum
        - part.factor
        * counts.enumerated().reduce(0) { $0 + Double($1.element) * weight($1.offset) }
    }
  }

  private func parts(_ target: Target) -> [(node: Node, factor: Double)] {
    switch target.kind {
    case .cell(let version): [(Node(version: version, id: target.cell), 1)]
    case .newcomers(let version):
      [
        (Node(version: 0, id: target.cell), 1), (Node(version: version, id: target.cell), -1),
      ]
    }
  }
}
