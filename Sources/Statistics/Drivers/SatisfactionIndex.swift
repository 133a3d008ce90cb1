import RealModule

/// The customer satisfaction index: what of the highest possible satisfaction is reached, over items
/// that weigh as much as they matter.
package struct SatisfactionIndex: Sendable, Equatable {
  /// `Σ w x̄ / h / Σ w` with the highest level h of each item, 0…1.
  package let value: Double
  package let standardError: Double
  /// Rows that answer all items; with weights the effective number.
  package let n: Double

  /// The index from the means of all items over the same rows.
  ///
  /// `se² = Σᵢ Σⱼ aᵢ aⱼ cᵢⱼ / n` with `a = w / (h Σ w)` and the covariances c of the items: that of
  /// the mean of each respondent's own index. Source: Hill, Brierley & MacDougall, *How to Measure
  /// Customer Satisfaction*, 2nd edition 2003 (weights from importance, scores as a share of the
  /// highest possible).
  ///
  /// - Parameters:
  ///   - items: covariances of the items' positions on their scales.
  ///   - lows: what position 0 counts.
  ///   - highs: the highest level of each item, above 0.
  /// - Returns: nil without items or where no weight is above 0.
  package init?(_ items: Covariance, lows: [Double], highs: [Double], weights: [Double]) {
    precondition(
      items.count == lows.count && items.count == highs.count && items.count == weights.count,
      "ends of the scale and a weight for each item")
    guard items.count > 0,
      let value = ImportancePerformance.satisfactionIndex(
        performance: items.means.indices.map { (items.means[$0] + lows[$0]) / highs[$0] },
        weights: weights, highest: 1)
    else { return nil }
    let total = weights.reduce(0, +)
    let a = weights.indices.map { weights[$0] / (highs[$0] * total) }
    var variance = 0.0
    for i in a.indices {
      for j in a.indices { variance += a[i] * a[j] * items.matrix[i][j] }
    }
    self.value = value
    n = items.effectiveN
    standardError = .sqrt(max(0, variance) / n)
  }

  /// `value ± t · standard error` with n − 1 degrees of freedom, within 0…1; nil with one row.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard n > 1 else { return nil }
    let half = StudentT(degreesOfFreedom: n - 1).twoSided(confidence) * standardError
    return Interval(low: max(0, value - half), high: min(1, value + half))
  }
}
