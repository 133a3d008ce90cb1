import RealModule

/// Tricomi's confluent hypergeometric function Ψ.
package enum TricomiPsi {
  /// `Ψ(1, 2−s; z) = ∫₀^∞ e^−zt (1+t)^−s dt`, for s ≥ 0 and z > 0.
  ///
  /// By t = eᵛ − 1 the integrand is `exp(−z (eᵛ−1) − (s−1) v)`, smooth and soon nothing; it is taken in
  /// panels by Gauss's rule, in which nothing cancels. Equal to eᶻ times the generalised exponential
  /// integral E_s(z).
  /// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, equation 13.2.5.
  package static func ofOne(_ s: Double, _ z: Double) -> Double {
    // Beyond this v the integrand is below e⁻⁴⁰ of its start, times e^v at most.
    var end = Double.log(onePlus: 45 / z)
    if z < 1 { end = .log(onePlus: (45 + max(0, 1 - s) * end) / z) }
    if s > 1 { end = min(end, 45 / (s - 1)) }
    let panels = max(2, Int((2 * end).rounded(.up)))
    let width = end / Double(panels)
    let rule = GaussLegendre.sixteen
    var sum = 0.0
    for panel in 0..<panels {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let v = width * (Double(panel) + 0.5 + 0.5 * node)
        sum += 0.5 * width * weight * .exp(-z * .expMinusOne(v) - (s - 1) * v)
      }
    }
    return sum
  }
}
