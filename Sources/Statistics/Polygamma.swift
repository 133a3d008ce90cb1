import RealModule

/// The first two derivatives of ln Γ(x), for x > 0.
///
/// Arguments below 8 are raised by `f(x) = f(x + 1) ∓ 1/x^k`, then the asymptotic series is exact to
/// about 1e-15 of the value. Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*,
/// 1964, equations 6.3.5, 6.3.18, 6.4.6 and 6.4.12.
package enum Polygamma {
  /// ψ(x) = d ln Γ(x) / dx; −∞ at 0, NaN below.
  package static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    var shift = 0.0
    var y = x
    while y < 8 {
      shift += 1 / y
      y += 1
    }
    let i = 1 / y
    let s = i * i
    let tail =
      s
      * (1.0 / 12 - s
        * (1.0 / 120 - s
          * (1.0 / 252 - s
            * (1.0 / 240 - s
              * (1.0 / 132 - s
                * (691.0 / 32760 - s / 12))))))
    return .log(y) - 0.5 * i - tail - shift
  }

  /// ψ′(x) = d² ln Γ(x) / dx²; infinity at 0, NaN below.
  package static func trigamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    var shift = 0.0
    var y = x
    while y < 8 {
      shift += 1 / (y * y)
      y += 1
    }
    let i = 1 / y
    let s = i * i
    let tail =
      s
      * (1.0 / 6 - s
        * (1.0 / 30 - s
          * (1.0 / 42 - s
            * (1.0 / 30 - s
              * (5.0 / 66 - s
                * (691.0 / 2730 - s * 7 / 6))))))
    return i + 0.5 * s + i * tail + shift
  }
}
