import RealModule

/// A change between two independent groups or waves, with its standard error.
package struct Difference: Sendable, Equatable {
  package let value: Double
  package let standardError: Double

  /// nil where the standard error is zero or unknown: nothing can be tested then.
  package init?(_ value: Double, standardError: Double) {
    guard standardError > 0, standardError.isFinite, value.isFinite else { return nil }
    self.value = value
    self.standardError = standardError
  }

  /// How many standard errors the change is away from none.
  package var z: Double { value / standardError }

  /// The chance of a change at least this large, either way, were there none: 2 Φ(−|z|).
  package var pValue: Double { 2 * Normal.cdf(-abs(z)) }

  /// `value ± z √variance`.
  package func interval(confidence: Double = 0.95) -> Interval {
    let half = Normal.twoSided(confidence) * standardError
    return Interval(low: value - half, high: value + half)
  }
}
