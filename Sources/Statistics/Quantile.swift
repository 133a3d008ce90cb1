/// Sample quantiles by linear interpolation of the order statistics.
package enum Quantile {
  /// The value below which the share p of the sorted values lies, "type 7": position h = (n − 1) p,
  /// counted from 0, interpolated between its neighbours; NaN without values.
  ///
  /// Source: Hyndman & Fan, *Sample quantiles in statistical packages*, The American
  /// Statistician 50(4), 1996, definition 7; the default of R, NumPy and Excel's PERCENTILE.INC.
  ///
  /// - Precondition: `sorted` ascends, 0 ≤ p ≤ 1.
  package static func type7(_ p: Double, sorted: [Double]) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile's share is 0 to 1")
    guard let last = sorted.last else { return .nan }
    let h = Double(sorted.count - 1) * p
    let below = Int(h)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (h - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  package static func median(sorted: [Double]) -> Double { type7(0.5, sorted: sorted) }

  /// The position of the type 7 quantile k / parts among n sorted values, exact in whole numbers:
  /// `x[below] + remainder / parts · (x[below + 1] − x[below])`.
  ///
  /// - Precondition: n > 0, 0 ≤ k ≤ parts.
  package static func position(
    _ k: Int, of parts: Int, n: Int
  ) -> (below: Int, remainder: Int) {
    precondition(n > 0 && k >= 0 && k <= parts, "a quantile of something")
    let (below, remainder) = ((n - 1) * k).quotientAndRemainder(dividingBy: parts)
    return (below, remainder)
  }
}
