import RealModule

/// A mean, or a difference of means, held against 0 by Student's t.
package struct TTest: Sendable, Equatable {
  package let value: Double
  package let standardError: Double
  package let degreesOfFreedom: Double

  /// nil without an error or degrees of freedom to test with.
  init?(_ value: Double, standardError: Double, degreesOfFreedom: Double) {
    // An error below the rounding of the value itself is one of 0.
    guard standardError > 1e-13 * abs(value), standardError.isFinite, value.isFinite,
      degreesOfFreedom > 0
    else { return nil }
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Pairs of answers of the same persons, such as perception and expectation, by their
  /// differences: `t = d̄ / (s_d / √n)` with n − 1 degrees of freedom; with weights n is the
  /// effective number.
  ///
  /// nil with one pair or where all pairs differ by the same. Source: Student, *The probable error
  /// of a mean*, Biometrika 6(1), 1908.
  package static func paired(_ differences: MeanEstimate) -> TTest? {
    TTest(
      differences.mean, standardError: differences.standardError,
      degreesOfFreedom: differences.effectiveN - 1)
  }

  /// A group's mean less that of an independent one, whose variances may differ.
  ///
  /// `t = (x̄₁ − x̄₂) / √(s₁²/n₁ + s₂²/n₂)` with
  /// `(s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1))` degrees of freedom; nil where
  /// neither varies or one has a single observation.
  /// Source: Welch, *The generalization of "Student's" problem when several different population
  /// variances are involved*, Biometrika 34(1–2), 1947.
  package static func welch(_ one: MeanEstimate, less other: MeanEstimate) -> TTest? {
    guard one.effectiveN > 1, other.effectiveN > 1 else { return nil }
    let a = one.variance / one.effectiveN
    let b = other.variance / other.effectiveN
    let below = a * a / (one.effectiveN - 1) + b * b / (other.effectiveN - 1)
    guard below > 0 else { return nil }
    return TTest(
      one.mean - other.mean, standardError: .sqrt(a + b),
      degreesOfFreedom: (a + b) * (a + b) / below)
  }

  package var t: Double { value / standardError }

  /// P(|T| ≥ |t|), were the true value 0.
  package var pValue: Double { 2 * StudentT(degreesOfFreedom: degreesOfFreedom).cdf(-abs(t)) }

  /// `value ± t · standard error`.
  package func interval(confidence: Double = 0.95) -> Interval {
    let half = StudentT(degreesOfFreedom: degreesOfFreedom).twoSided(confidence) * standardError
    return Interval(low: value - half, high: value + half)
  }
}
