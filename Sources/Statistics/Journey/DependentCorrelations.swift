import RealModule

/// Which of two figures, such as peak–end and mean, goes better with a third, such as the overall
/// score, for the same customers.
package struct DependentCorrelations: Sendable, Equatable {
  package let first: Double
  package let second: Double
  /// Of the two figures with each other.
  package let between: Double
  /// Customers; with weights the effective number.
  package let n: Double

  /// nil where a figure does not vary or fewer than two customers have all three. NaN is missing.
  package init?(
    overall: [Double], first: [Double], second: [Double], weights: [Double]? = nil
  ) {
    guard let covariance = Covariance(columns: [overall, first, second], weights: weights),
      covariance.varying.count == 3
    else { return nil }
    self.init(
      first: covariance.correlation(1, 0), second: covariance.correlation(2, 0),
      between: covariance.correlation(2, 1), n: covariance.effectiveN)
  }

  package init(first: Double, second: Double, between: Double, n: Double) {
    self.first = first
    self.second = second
    self.between = between
    self.n = n
  }

  /// R² of the overall score on each figure alone.
  package var firstRSquared: Double { first * first }
  package var secondRSquared: Double { second * second }

  /// Fisher's z of the first less that of the second; nil with fewer than four customers, where a
  /// correlation is ±1 or the two figures are the same.
  ///
  /// `Z = (z₁ − z₂) √((n − 3) / (2 (1 − r_x) h))`, `h = (1 − f r̄²)/(1 − r̄²)`,
  /// `f = min(1, (1 − r_x) / (2 (1 − r̄²)))`, r̄² the mean of both squares. Source: Meng,
  /// Rosenthal & Rubin, *Comparing correlated correlation coefficients*, Psychological Bulletin
  /// 111(1), 1992, equations 1–3.
  package var difference: Difference? {
    guard n > 3, abs(first) < 1, abs(second) < 1, between < 1 - 1e-12 else { return nil }
    let mean = (first * first + second * second) / 2
    let f = min(1, (1 - between) / (2 * (1 - mean)))
    let h = (1 - f * mean) / (1 - mean)
    return Difference(
      .atanh(first) - .atanh(second), standardError: .sqrt(2 * (1 - between) * h / (n - 3)))
  }
}
