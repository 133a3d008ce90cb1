import RealModule

/// A share of answers or customers, with how many it rests on.
package struct Proportion: Sendable, Equatable {
  /// 0 to 1.
  package let share: Double
  /// Observations; with weights the effective number, which need not be whole.
  package let n: Double

  /// nil without observations.
  package init?(share: Double, n: Double) {
    guard n > 0, share >= 0, share <= 1 else { return nil }
    self.share = share
    self.n = n
  }

  /// nil without observations.
  package init?(_ count: Int, of n: Int) {
    guard n > 0 else { return nil }
    self.init(share: Double(count) / Double(n), n: Double(n))
  }

  /// The score interval: all true shares that a test with the share's own variance would not reject.
  ///
  /// `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)`; inside 0…1, and useful at shares of
  /// 0 and 1. With weights n is the effective number.
  /// Source: Wilson, *Probable inference, the law of succession, and statistical inference*,
  /// JASA 22(158), 1927.
  package func wilson(confidence: Double = 0.95) -> Interval {
    let z = Normal.twoSided(confidence)
    let z2 = z * z
    let centre = share + z2 / (2 * n)
    let half = z * .sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    let scale = 1 + z2 / n
    // At 0 and 1 one end is exact; subtraction would leave a speck of rounding.
    return Interval(
      low: share == 0 ? 0 : max(0, (centre - half) / scale),
      high: share == 1 ? 1 : min(1, (centre + half) / scale))
  }

  /// This share less an earlier one, tested with the variance of both together.
  ///
  /// `z = (p₁ − p₂) / √(p̄ (1 − p̄)(1/n₁ + 1/n₂))`, p̄ the pooled share; nil where both are 0 or
  /// both are 1. Source: Fleiss, Levin & Paik, *Statistical methods for rates and proportions*,
  /// 3rd edition 2003, section 3.1 (without the correction for continuity).
  package func difference(from earlier: Proportion) -> Difference? {
    let pooled = (share * n + earlier.share * earlier.n) / (n + earlier.n)
    return Difference(
      share - earlier.share,
      standardError: .sqrt(pooled * (1 - pooled) * (1 / n + 1 / earlier.n)))
  }
}
