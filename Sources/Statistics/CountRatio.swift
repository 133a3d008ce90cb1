import RealModule

/// How many times one count of independent events is another, such as customers kept and customers
/// won in a year.
package struct CountRatio: Sendable, Equatable {
  /// a / b.
  package let value: Double
  /// √(1/a + 1/b), of ln ratio.
  package let logStandardError: Double

  /// nil where either count is 0: the interval would have no end.
  ///
  /// Both counts are of Poisson distributions. Source: Rothman, Greenland & Lash, *Modern
  /// epidemiology*, 3rd edition 2008, chapter 14 (ratio of two rates over person-time).
  package init?(_ one: Int, to other: Int) {
    guard one > 0, other > 0 else { return nil }
    value = Double(one) / Double(other)
    logStandardError = .sqrt(1 / Double(one) + 1 / Double(other))
  }

  /// `exp(ln ratio ± z se)`.
  package func interval(confidence: Double = 0.95) -> Interval {
    let half = Normal.twoSided(confidence) * logStandardError
    return Interval(low: value * .exp(-half), high: value * .exp(half))
  }
}
