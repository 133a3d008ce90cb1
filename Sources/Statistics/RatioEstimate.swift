import RealModule

/// Sums from which a ratio and its error come: pairs need not be kept.
package struct RatioSums: Sendable, Equatable {
  fileprivate var n = 0
  fileprivate var x = 0.0
  fileprivate var y = 0.0
  fileprivate var xx = 0.0
  fileprivate var xy = 0.0
  fileprivate var yy = 0.0

  package init() {}

  package mutating func add(_ y: Double, over x: Double) {
    n += 1
    self.x += x
    self.y += y
    xx += x * x
    xy += x * y
    yy += y * y
  }
}

/// The ratio of two sums over customers, such as revenue now over revenue then.
package struct RatioEstimate: Sendable, Equatable {
  /// Σy / Σx.
  package let value: Double
  /// NaN with one customer.
  package let standardError: Double
  package let n: Int

  /// nil where nothing is there to divide by: Σx ≤ 0.
  ///
  /// `R = Σy / Σx`; `se = √(n / (n − 1) · Σ(y − R x)²) / Σx`, the customers being a sample of
  /// customers like them. Source: Cochran, *Sampling techniques*, 3rd edition 1977, section 2.11.
  package init?(_ sums: RatioSums) {
    guard sums.x > 0 else { return nil }
    value = sums.y / sums.x
    n = sums.n
    let squares = max(0, sums.yy - 2 * value * sums.xy + value * value * sums.xx)
    standardError =
      n > 1 ? .sqrt(squares * Double(n) / Double(n - 1)) / sums.x : .nan
  }

  /// `R ± t se` with n − 1 degrees of freedom, not below 0; nil with one customer.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard n > 1 else { return nil }
    let half = StudentT(degreesOfFreedom: Double(n - 1)).twoSided(confidence) * standardError
    return Interval(low: max(0, value - half), high: max(0, value + half))
  }
}
