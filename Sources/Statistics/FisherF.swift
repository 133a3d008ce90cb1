import RealModule

/// Fisher's F distribution: the ratio of two independent mean squares.
package struct FisherF: Sendable {
  /// Degrees of freedom above and below the line; they need not be whole.
  package let numerator: Double
  package let denominator: Double

  /// - Precondition: both are above 0.
  package init(_ numerator: Double, _ denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are above 0")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share of the distribution at or below f, `I_{ν₁f/(ν₁f+ν₂)}(ν₁/2, ν₂/2)`; 0 at f ≤ 0.
  ///
  /// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, equation 26.6.2.
  package func cdf(_ f: Double) -> Double {
    guard f > 0 else { return 0 }
    let below = numerator * f + denominator
    return IncompleteBeta.regularised(
      numerator * f / below, complement: denominator / below, numerator / 2, denominator / 2)
  }

  /// P(F > f), the p-value of a test; 1 at f ≤ 0.
  package func upperTail(_ f: Double) -> Double {
    guard f > 0 else { return 1 }
    let below = numerator * f + denominator
    return IncompleteBeta.regularised(
      denominator / below, complement: numerator * f / below, denominator / 2, numerator / 2)
  }

  /// f such that the share p lies at or below it; 0 at 0, +∞ at 1, NaN outside.
  package func quantile(_ p: Double) -> Double {
    let a = numerator / 2
    let b = denominator / 2
    let logScale = IncompleteBeta.logBeta(a, b)
    return PositiveQuantile.solve(
      p, start: 1, lower: cdf, upper: upperTail,
      density: { f in
        let x = numerator * f / denominator
        return .exp(
          a * .log(numerator / denominator) + (a - 1) * .log(f) - (a + b) * .log(onePlus: x)
            - logScale)
      })
  }
}
