import RealModule

/// Student's t distribution; its degrees of freedom need not be whole.
package struct StudentT: Sendable {
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom > 0`.
  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The share of the distribution at or below t.
  package func cdf(_ t: Double) -> Double {
    t > 0 ? 1 - upperTail(t) : upperTail(-t)
  }

  /// t such that the share p lies at or below it; −∞ at 0, +∞ at 1, NaN outside.
  ///
  /// Solved by Newton's method within a bracket on the tail (or, near the middle, on the centre),
  /// to the precision of the incomplete beta function. Beyond a million degrees of freedom by the
  /// expansion around the normal quantile (Abramowitz & Stegun, 1964, equation 26.7.5).
  package func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    if p == 0.5 { return 0 }
    let size = upperQuantile(min(p, 1 - p), centre: 2 * abs(p - 0.5))
    return p < 0.5 ? -size : size
  }

  /// t such that the middle between −t and t holds `confidence`: 2.262 for 0.95 and 9.
  package func twoSided(_ confidence: Double) -> Double {
    -quantile((1 - confidence) / 2)
  }

  /// P(T > t) = ½ I_{ν/(ν+t²)}(ν/2, ½) for t ≥ 0 (Abramowitz & Stegun, 1964, equation 26.7.1).
  private func upperTail(_ t: Double) -> Double {
    let v = degreesOfFreedom
    let x = v / (v + t * t)
    return 0.5 * IncompleteBeta.regularised(x, complement: t * t / (v + t * t), v / 2, 0.5)
  }

  /// P(−t < T < t), exact for small t where one less two tails would lose digits.
  private func middle(_ t: Double) -> Double {
    let v = degreesOfFreedom
    let x = t * t / (v + t * t)
    return IncompleteBeta.regularised(x, complement: v / (v + t * t), 0.5, v / 2)
  }

  private func density(_ t: Double) -> Double {
    let v = degreesOfFreedom
    let logDensity =
      -0.5 * .log(v) - IncompleteBeta.logBeta(v / 2, 0.5)
      - 0.5 * (v + 1) * .log(onePlus: t * t / v)
    return .exp(logDensity)
  }

  private func upperQuantile(_ q: Double, centre: Double) -> Double {
    let v = degreesOfFreedom
    if v == 1 { return q < 0.25 ? 1 / .tan(.pi * q) : .tan(.pi * centre / 2) }
    if v == 2 { return centre / .sqrt(2 * q * (1 - q)) }
    let z = -Normal.quantile(q)
    let near = Self.expansion(z, v)
    if v > 1e6 { return near }
    let byMiddle = q > 0.25
    /// Above zero while t is too small.
    func shortfall(_ t: Double) -> Double {
      byMiddle ? (centre - middle(t)) / 2 : upperTail(t) - q
    }
    var low = 0.0
    var high = max(near.isFinite ? near : z, 1e-3)
    while shortfall(high) > 0 {
      low = high
      high *= 2
    }
    var t = near > low && near < high ? near : (low + high) / 2
    for _ in 0..<200 {
      let gap = shortfall(t)
      if gap > 0 { low = t } else { high = t }
      var next = t + gap / density(t)
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - t) <= 4e-16 * abs(next) { return next }
      t = next
    }
    return t
  }

  private static func expansion(_ z: Double, _ v: Double) -> Double {
    let z2 = z * z
    let g1 = z * (z2 + 1) / 4
    let g2 = z * ((5 * z2 + 16) * z2 + 3) / 96
    let g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    let g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160
    return z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v
  }
}
