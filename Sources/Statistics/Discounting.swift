import RealModule

/// What money of later times is worth today.
///
/// A year has 365.25 days. Source: Fader, Hardie & Lee, *RFM and CLV: using iso-value curves for
/// customer base analysis*, Journal of Marketing Research 42(4), 2005, for the continuous rate.
package enum Discounting {
  package static let daysInYear = 365.25

  /// (1 + d)^(−days / 365.25).
  package static func factor(annual rate: Double, days: Double) -> Double {
    .pow(1 + rate, -days / daysInYear)
  }

  /// (1 + d)^(−steps).
  package static func factor(rate: Double, steps: Double) -> Double { .pow(1 + rate, -steps) }

  /// The continuous rate a day that gives the annual one: ln(1 + d) / 365.25.
  package static func continuous(annual rate: Double) -> Double {
    .log(onePlus: rate) / daysInYear
  }

  /// The rate a period of so many days that gives the annual one.
  package static func compounded(annual rate: Double, days: Double) -> Double {
    .expMinusOne(.log(onePlus: rate) * days / daysInYear)
  }
}
