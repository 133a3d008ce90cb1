/// The chi-square distribution: sums of squares of independent standard normal figures.
package struct ChiSquared: Sendable {
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom > 0`.
  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X > x) = Q(ν/2, x/2), the p-value of a test; 1 at x ≤ 0.
  ///
  /// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, equation 26.4.19.
  package func upperTail(_ x: Double) -> Double {
    IncompleteGamma.upper(degreesOfFreedom / 2, x / 2)
  }
}
