import Statistics

/// Survival of the groups of one dimension, and whether they differ.
struct SurvivalComparison: Sendable {
  struct Group: Sendable {
    /// Empty where the customers' export does not state it.
    let label: String
    let curve: KaplanMeier
    /// Losses that would be expected if the group were like all.
    let expected: Double?

    /// Losses seen over losses expected: above 1 the group loses customers faster than all.
    var relativeLoss: Double? {
      expected.flatMap { $0 > 0 ? Double(curve.table.events) / $0 : nil }
    }
  }

  let kind: CustomerDimension
  /// Groups with customers, in the order of their labels.
  let groups: [Group]
  let test: LogRank?

  init(_ kind: CustomerDimension, labels: [String], _ tables: [LifeTable]) {
    let used = tables.indices.filter { tables[$0].lives > 0 }
    let test = LogRank(used.map { tables[$0] })
    self.kind = kind
    self.test = test
    groups = used.enumerated().map { position, index in
      Group(
        label: labels[index], curve: KaplanMeier(tables[index]),
        expected: test?.expected[position])
    }
  }
}
