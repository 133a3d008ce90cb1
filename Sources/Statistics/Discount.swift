import RealModule

/// The worth today of what comes later.
package enum Discount {
  /// `(1 + d)^(−t)`, d the rate a year, t in years.
  ///
  /// - Precondition: the rate is above −1.
  package static func factor(rate: Double, years: Double) -> Double {
    precondition(rate > -1, "a rate of -1 takes all")
    return .pow(1 + rate, -years)
  }
}
