/// How much of the differences between answers is due to their groups, and how much of that to each
/// group.
package struct OneWayVariance: Sendable, Equatable {
  /// η² = Σ_g n_g (x̄_g − x̄)² / Σ (x − x̄)², 0…1.
  package let etaSquared: Double
  /// The part of each group in η², `n_g (x̄_g − x̄)² / Σ (x − x̄)²`; they sum to η². A group has a large
  /// part where it is large and lies far from the others.
  package let parts: [Double]
  /// `(η² / (k − 1)) / ((1 − η²) / (n − k))`.
  package let f: Double
  package let groupDegrees: Double
  package let errorDegrees: Double

  /// From the mean, spread and size of each group; nil with fewer than two groups, no spare
  /// observation, or where all answers are the same.
  ///
  /// With weights, groups count with their effective numbers.
  /// Source: Fisher, *Statistical methods for research workers*, 1925, chapter 7; η²: Pearson,
  /// *On the general theory of skew correlation*, 1905.
  package init?(_ groups: [MeanEstimate]) {
    let n = groups.reduce(0) { $0 + $1.effectiveN }
    guard groups.count > 1, n > Double(groups.count) else { return nil }
    let centre = groups.reduce(0) { $0 + $1.effectiveN * $1.mean } / n
    let between = groups.map { group in
      group.effectiveN * (group.mean - centre) * (group.mean - centre)
    }
    let within = groups.reduce(0.0) { sum, group in
      group.variance.isFinite ? sum + group.variance * (group.effectiveN - 1) : sum
    }
    let all = between.reduce(0, +) + within
    guard all > 1e-26 * n * max(1, centre * centre) else { return nil }
    parts = between.map { $0 / all }
    etaSquared = min(1, parts.reduce(0, +))
    groupDegrees = Double(groups.count - 1)
    errorDegrees = n - Double(groups.count)
    f = (etaSquared / groupDegrees) / ((1 - etaSquared) / errorDegrees)
  }

  /// The chance of such an η² were all groups alike.
  package var pValue: Double {
    f.isFinite ? FisherF(groupDegrees, errorDegrees).upperTail(f) : 0
  }
}
