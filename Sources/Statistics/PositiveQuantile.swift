import RealModule

/// Quantiles of a distribution on 0…∞ from its distribution function.
enum PositiveQuantile {
  /// x such that the share p lies at or below it; 0 at 0, +∞ at 1, NaN outside.
  ///
  /// Newton's method within a bracket, on whichever tail is the smaller, so that small tails keep
  /// their digits.
  ///
  /// - Parameters:
  ///   - start: a point above 0 near the middle of the distribution.
  ///   - lower: the share at or below x.
  ///   - upper: the share above x.
  ///   - density: the derivative of `lower`.
  static func solve(
    _ p: Double, start: Double, lower: (Double) -> Double, upper: (Double) -> Double,
    density: (Double) -> Double
  ) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? 0 : p == 1 ? .infinity : .nan }
    /// Above zero while x is too small.
    func shortfall(_ x: Double) -> Double { p < 0.5 ? p - lower(x) : upper(x) - (1 - p) }
    var low = 0.0
    var high = start
    while shortfall(high) > 0, high < 1e300 {
      low = high
      high *= 2
    }
    var x = (low + high) / 2
    // Bisection alone would need some hundred steps; Newton's steps are a handful.
    for _ in 0..<400 {
      let gap = shortfall(x)
      if gap == 0 { return x }
      if gap > 0 { low = x } else { high = x }
      var next = x + gap / density(x)
      if !(next > low && next < high) {
        // Towards 0 by magnitudes, elsewhere by halves.
        next = low == 0 ? high / 16 : (low + high) / 2
      }
      if abs(next - x) <= 4e-16 * abs(next) { return next }
      x = next
    }
    return x
  }
}
