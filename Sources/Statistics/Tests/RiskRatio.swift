import RealModule

/// How many times as frequent something is in one group as in another, such as repurchase among the
/// very satisfied against the satisfied.
package struct RiskRatio: Sendable, Equatable {
  /// p₁ / p₂.
  package let value: Double
  /// √((1 − p₁) / (n₁ p₁) + (1 − p₂) / (n₂ p₂)), of ln ratio; NaN where nobody of the first did.
  package let logStandardError: Double

  /// nil where nobody of the second group did: nothing can be a multiple of none.
  ///
  /// With weights the numbers are the effective ones. Source: Katz, Baptista, Azen & Pike,
  /// *Obtaining confidence intervals for the risk ratio in cohort studies*, Biometrics 34(3),
  /// 1978, method C.
  package init?(_ one: Proportion, to other: Proportion) {
    guard other.share > 0 else { return nil }
    value = one.share / other.share
    logStandardError =
      one.share > 0
      ? .sqrt(
        (1 - one.share) / (one.n * one.share) + (1 - other.share) / (other.n * other.share))
      : .nan
  }

  /// `exp(ln ratio ± z se)`; nil where nobody of the first group did, of no width where all of both
  /// did.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard logStandardError.isFinite else { return nil }
    let half = Normal.twoSided(confidence) * logStandardError
    return Interval(low: value * .exp(-half), high: value * .exp(half))
  }
}
