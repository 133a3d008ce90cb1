import Statistics

extension AnswerSystem {
  /// Hidden cells that stand in the same conditions can do the same: of each kind one is looked at,
  /// and all others are put together, with at least as many answers as they are cells.
  ///
  /// - Returns: the conditions on what is left, and for each cell looked at those that are like it;
  ///   the first of them stands for all.
  func lumped(_ conditions: [Condition]) -> ([Condition], likes: [Node: [Node]]) {
    struct Kind: Hashable {
      let subject: String
      var conditions: [Int] = []
      var factors: [Double] = []
    }
    func owner(_ condition: Condition) -> Node? {
      condition.isOfTotals && condition.relation == .atLeast && condition.terms.count == 1
        ? condition.terms[0].node : nil
    }
    var kinds: [Node: Kind] = [:]
    var order: [Node] = []
    for (index, condition) in conditions.enumerated() where owner(condition) == nil {
      for (node, factor) in condition.terms
      where told[node.version].cells[node.id] == .hidden && targets(node).count == 1
        && node.version == 0
      {
        if kinds[node] == nil { order.append(node) }
        kinds[node, default: Kind(subject: node.id.subject)].conditions.append(index)
        kinds[node]?.factors.append(factor)
      }
    }
    var members: [Kind: [Node]] = [:]
    for node in order { if let kind = kinds[node] { members[kind, default: []].append(node) } }
    var likes: [Node: [Node]] = [:]
    var dropped: Set<Node> = []
    var least: [Node: Double] = [:]
    for nodes in members.values where nodes.count > 2 {
      likes[nodes[0]] = Array(nodes.dropFirst())
      dropped.formUnion(nodes.dropFirst(2))
      least[nodes[1]] = Double(nodes.count - 1)
    }
    guard !dropped.isEmpty else { return (conditions, [:]) }
    let left = conditions.compactMap { condition -> Condition? in
      let own = owner(condition)
      if let own, dropped.contains(own) { return nil }
      return Condition(
        terms: condition.terms.filter { !dropped.contains($0.node) },
        isOfTotals: condition.isOfTotals, relation: condition.relation,
        bound: own.flatMap { least[$0] } ?? condition.bound)
    }
    return (left, likes)
  }
}
