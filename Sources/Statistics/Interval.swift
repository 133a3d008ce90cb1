/// A range with its ends included: a confidence interval, a class of values.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  /// - Precondition: `low <= high`, neither of them NaN.
  package init(low: Double, high: Double) {
    precondition(low <= high, "an interval's low end is not above its high end")
    self.low = low
    self.high = high
  }

  package var width: Double { high - low }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The part inside a scale; for intervals that may reach beyond what can be.
  func clamped(to scale: ClosedRange<Double>) -> Interval {
    Interval(
      low: min(max(low, scale.lowerBound), scale.upperBound),
      high: min(max(high, scale.lowerBound), scale.upperBound))
  }
}
