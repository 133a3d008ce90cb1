import RealModule

/// Figures of money of people who answered, told coarsely.
///
/// What each customer spent is in other lists of a pack to the cent. A sum or mean of a few to the cent
/// would single out the few: of 3,003 ways to choose 5 of 15 only one may add up to it. Of a hundred
/// different figures each is that of dozens of choices.
///
/// Source: Hundepool et al., *Statistical disclosure control*, 2012, on rounding of magnitudes.
enum CoarseFigures {
  /// An amount to two significant digits.
  static func amount(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let unit = Double.pow(10, (Double.log10(abs(value))).rounded(.down) - 1)
    return (value / unit).rounded() * unit
  }

  /// A share to whole percent.
  static func share(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
