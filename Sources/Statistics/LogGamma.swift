import RealModule

/// The natural logarithm of the gamma function, ln Γ(x), for x > 0; infinity at 0, NaN below.
///
/// Computed by the C library's re-entrant `lgamma_r` (through swift-numerics), which writes no
/// global. Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, section 6.1.
package func logGamma(_ x: Double) -> Double {
  x < 0 ? .nan : Double.logGamma(x)
}

/// What Stirling's formula for ln Γ(x) leaves out, for x ≥ 10:
/// `1/(12x) − 1/(360x³) + 1/(1260x⁵) − 1/(1680x⁷) + 1/(1188x⁹)`, exact to 2e-14 of it.
///
/// Source: Abramowitz & Stegun, 1964, equation 6.1.41.
func stirlingRemainder(_ x: Double) -> Double {
  let s = 1 / (x * x)
  return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / x
}
