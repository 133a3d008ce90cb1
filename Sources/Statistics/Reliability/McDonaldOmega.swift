import RealModule

/// The share of the variance of a scale's sum that one common factor accounts for; unlike alpha it
/// does not ask that all items measure it equally well.
package struct McDonaldOmega: Sendable, Equatable {
  /// ω total, 0…1.
  package let value: Double
  /// Loadings of the items that vary, with what speaks against the model.
  package let factor: OneFactor
  /// The items of `factor`, by their place.
  package let items: [Int]

  /// `ω = (Σ λ)² / ((Σ λ)² + Σ θ)` with loadings and own variances θ in the units of the answers,
  /// so that it is comparable with alpha; nil with fewer than three items that vary.
  ///
  /// Given correlations it is the omega of items brought to one spread. Source: McDonald, *Test
  /// Theory: A Unified Treatment*, 1999, chapter 6; the factor is fitted to correlations.
  package init?(_ covariance: Covariance) {
    items = covariance.varying
    guard let factor = OneFactor(correlations: covariance.correlations(items)) else { return nil }
    var sum = 0.0
    var own = 0.0
    for (loading, item) in zip(factor.loadings, items) {
      let variance = covariance.matrix[item][item]
      sum += loading * .sqrt(variance)
      own += (1 - loading * loading) * variance
    }
    guard sum * sum + own > 0 else { return nil }
    self.factor = factor
    value = sum * sum / (sum * sum + own)
  }

  /// Whether the model leaves an item no variance of its own: omega is then no better than a guess.
  package var isHeywood: Bool { !factor.heywood.isEmpty }
}
