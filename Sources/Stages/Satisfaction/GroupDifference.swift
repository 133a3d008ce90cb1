import Statistics

/// Whether the groups of one dimension answer an item differently.
struct GroupDifference: Sendable {
  let item: SatisfactionOutput.Item
  let kind: SurveyDimension
  /// Groups that are named, answered and may be told: those that were compared.
  let groups: [GroupScore]
  /// Of the levels; of promoters, passives and detractors for NPS.
  let distribution: ChiSquareTest?
  /// Of the ranks of the answers.
  let ranks: KruskalWallis?
  /// Corrected for all tests of the kind over items and dimensions.
  fileprivate(set) var distributionAdjusted: Double?
  fileprivate(set) var ranksAdjusted: Double?

  /// nil with fewer than two groups to compare.
  ///
  /// Answers count by the effective number of their group, so that weights do not make groups look
  /// more different than so many plain answers would.
  fileprivate init?(_ item: SatisfactionOutput.Item, _ dimension: SatisfactionOutput.Dimension) {
    self.item = item
    kind = dimension.kind
    groups = dimension.groups.filter { !$0.group.isEmpty && $0.figures != nil }
    guard groups.count > 1 else { return nil }
    let levels = groups.compactMap(\.figures).map { figures in
      figures.effectiveN == Double(figures.n)
        ? figures.counts.map(Double.init) : figures.shares.map { $0 * figures.effectiveN }
    }
    ranks = KruskalWallis(levels)
    distribution = ChiSquareTest(
      item.id == "nps"
        ? levels.map { row in
          [row[..<7], row[7..<9], row[9...]].map { $0.reduce(0, +) }
        } : levels)
  }

  /// What the groups differ in, once it is corrected.
  enum Verdict: Sendable {
    /// Some groups answer higher than others.
    case height
    /// Only how answers spread over the levels differs.
    case shape
    case none
  }

  func verdict(_ confidence: Double) -> Verdict {
    if let ranksAdjusted, ranksAdjusted < 1 - confidence { return .height }
    if let distributionAdjusted, distributionAdjusted < 1 - confidence { return .shape }
    return .none
  }

  /// The groups with the lowest and the highest headline figure.
  var ends: (lowest: GroupScore, highest: GroupScore)? {
    func height(_ score: GroupScore) -> Double {
      score.figures.map(ItemChange.headline) ?? .nan
    }
    guard let lowest = groups.min(by: { height($0) < height($1) }),
      let highest = groups.max(by: { height($0) < height($1) })
    else { return nil }
    return (lowest, highest)
  }
}

extension SatisfactionOutput {
  /// Every item by every dimension but waves, in their order; what is hidden is in no test.
  var differences: [GroupDifference] {
    var found = items.flatMap { item in
      item.dimensions.filter { $0.kind != .wave }.compactMap { GroupDifference(item, $0) }
    }
    let ranks = Holm.adjusted(found.map { $0.ranks?.pValue })
    let distributions = Holm.adjusted(found.map { $0.distribution?.pValue })
    for place in found.indices {
      found[place].ranksAdjusted = ranks[place]
      found[place].distributionAdjusted = distributions[place]
    }
    return found
  }
}
