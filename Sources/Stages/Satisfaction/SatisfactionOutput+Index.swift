import Statistics

extension SatisfactionOutput {
  /// The satisfaction index with what each aspect weighs in it.
  struct Index: Sendable {
    let figure: SatisfactionIndex
    /// By aspect, those that weigh nothing left out; they sum to 1.
    let weights: [(item: String, weight: Double)]
    /// Whether the weights are stated importance, not all alike.
    let isStated: Bool
  }

  /// nil where the aspects are hidden or none of those that count was widely answered.
  var index: Index? {
    guard let aspects else { return nil }
    let stated = settings.importance
    let isStated = !stated.entries.isEmpty
    let weights = aspects.items.map { isStated ? stated[items[$0].id] ?? 0 : 1 }
    let scales = aspects.items.map { items[$0].scale }
    // A scale that ends at 0 has no highest level to be a share of.
    guard scales.allSatisfy({ $0.high > 0 }),
      let figure = SatisfactionIndex(
        aspects.covariance, lows: scales.map { Double($0.low) },
        highs: scales.map { Double($0.high) }, weights: weights)
    else { return nil }
    let sum = weights.reduce(0, +)
    return Index(
      figure: figure,
      weights: zip(aspects.items, weights).filter { $0.1 > 0 }
        .map { (items[$0.0].id, $0.1 / sum) },
      isStated: isStated)
  }

  /// The comments that may be told: where the overall item is told, and every group of the author.
  var toldComments: CommentList? {
    guard let comments, let item = item(overall), item.total.visibility == .shown else {
      return nil
    }
    return comments.keeping { entry in
      zip(item.dimensions, entry.groups).allSatisfy { dimension, group in
        group >= 0 && dimension.groups[Int(group)].visibility == .shown
      }
    }
  }
}
