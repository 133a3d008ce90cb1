import RealModule

/// The regularised incomplete gamma function.
package enum IncompleteGamma {
  /// Q(a, x) = Γ(a, x) / Γ(a), the share of a gamma distribution's mass above x, for a > 0; 1 at
  /// x ≤ 0.
  ///
  /// By the series of P = 1 − Q below a + 1 and by a continued fraction above it.
  /// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, equations 6.5.29 and
  /// 6.5.31, the fraction evaluated by the modified Lentz method.
  package static func upper(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let front = Double.exp(a * .log(x) - x - logGamma(a))
    return x < a + 1 ? 1 - front * series(a, x) : front * continuedFraction(a, x)
  }

  /// P(a, x) Γ(a) / (x^a e^−x).
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var next = a
    // Terms fall once a + n exceeds x, which is at once here; the limit is never reached.
    for _ in 1...200_000 {
      next += 1
      term *= x / next
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// Q(a, x) Γ(a) / (x^a e^−x).
  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / safe(b)
    var fraction = d
    for step in 1...200_000 {
      let n = Double(step)
      let numerator = -n * (n - a)
      b += 2
      d = 1 / safe(numerator * d + b)
      c = safe(b + numerator / c)
      let change = d * c
      fraction *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return fraction
  }
}
