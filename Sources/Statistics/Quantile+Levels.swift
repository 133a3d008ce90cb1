extension Quantile {
  /// The median of the levels of a scale, from how much weight each has: the level at which half of
  /// the weight is reached, or the middle between it and the next with weight where it ends exactly
  /// on the half; NaN without weight.
  ///
  /// With equal weights it is the usual median. Source: Edgeworth, *On a new method of reducing
  /// observations relating to several quantities*, Philosophical Magazine 25, 1888 (the weighted
  /// median).
  ///
  /// - Precondition: `levels` ascend, a weight for each, none below 0.
  package static func median(levels: [Double], weights: [Double]) -> Double {
    precondition(levels.count == weights.count, "a weight for each level")
    let total = weights.reduce(0, +)
    guard total > 0 else { return .nan }
    var reached = 0.0
    for place in levels.indices where weights[place] > 0 {
      reached += weights[place]
      // A half that rounding alone keeps from being exact is one.
      if abs(2 * reached - total) <= 1e-12 * total {
        let next = levels.indices.first { $0 > place && weights[$0] > 0 } ?? place
        return (levels[place] + levels[next]) / 2
      }
      if 2 * reached > total { return levels[place] }
    }
    return .nan
  }
}
