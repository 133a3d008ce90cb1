import RealModule

extension ChiSquared {
  /// The share of the distribution at or below x; 0 at x ≤ 0.
  package func cdf(_ x: Double) -> Double { 1 - upperTail(x) }

  /// x such that the share p lies at or below it; 0 at 0, +∞ at 1, NaN outside.
  package func quantile(_ p: Double) -> Double {
    let half = degreesOfFreedom / 2
    let logScale = half * .log(2) + logGamma(half)
    return PositiveQuantile.solve(
      p, start: max(degreesOfFreedom, 0.1), lower: cdf, upper: upperTail,
      density: { x in .exp((half - 1) * .log(x) - x / 2 - logScale) })
  }
}
