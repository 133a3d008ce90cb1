import RealModule

/// The beta function and its regularised incomplete form.
package enum IncompleteBeta {
  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for a, b > 0.
  ///
  /// Where an argument is 10 or more the large terms are cancelled by Stirling's formula before
  /// they are added, so the result keeps its digits for any size of a and b.
  /// Source: DiDonato & Morris, *Algorithm 708*, ACM TOMS 18(3), 1992, section 5 (the idea).
  package static func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = min(a, b)
    let large = max(a, b)
    guard large >= 10 else { return logGamma(a) + logGamma(b) - logGamma(a + b) }
    let sum = small + large
    let remainder = stirlingRemainder(large) - stirlingRemainder(sum)
    guard small >= 10 else {
      return logGamma(small) - (large - 0.5) * .log(onePlus: small / large) - small * .log(sum)
        + small + remainder
    }
    return 0.5 * .log(2 * .pi / small) - (large - 0.5) * .log(onePlus: small / large)
      + small * .log(small / sum) + stirlingRemainder(small) + remainder
  }

  /// I_x(a, b), the share of a beta distribution's mass at or below x.
  ///
  /// `I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · continued fraction`; 0 at x ≤ 0, 1 at x ≥ 1.
  /// Source: Abramowitz & Stegun, 1964, equation 26.5.8, evaluated by the modified Lentz method
  /// (Thompson & Barnett, *Coulomb and Bessel functions of complex arguments and order*, 1986).
  package static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    regularised(x, complement: 1 - x, a, b)
  }

  /// The same, with 1 − x given apart, so that x near 1 keeps its digits.
  static func regularised(
    _ x: Double, complement y: Double, _ a: Double, _ b: Double
  ) -> Double {
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularised(y, complement: x, b, a) }
    let logX = x < 0.5 ? Double.log(x) : Double.log(onePlus: -y)
    let logY = y < 0.5 ? Double.log(y) : Double.log(onePlus: -x)
    let front = Double.exp(a * logX + b * logY - logBeta(a, b)) / a
    return front * continuedFraction(x, a, b)
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var fraction = d
    // Converges in about the square root of the larger argument; the limit is never reached.
    for step in 1...200_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      let change = d * c
      fraction *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return fraction
  }
}
