import RealModule

/// Γ(z + k) / Γ(z), the product z (z+1) … (z+k−1) for whole k.
///
/// Short products are taken term by term, so that the difference of two gammas keeps its digits for
/// large z, where both are nearly the same function.
enum RisingFactorial {
  /// ln Γ(z + k) − ln Γ(z), for z > 0 and k ≥ 0.
  static func logarithm(_ z: Double, _ k: Double) -> Double {
    guard k > 0 else { return 0 }
    if k <= 12, k == k.rounded() {
      var product = 1.0
      var sum = 0.0
      for step in 0..<Int(k) {
        product *= z + Double(step)
        if product > 1e200 || product < 1e-200 {
          sum += .log(product)
          product = 1
        }
      }
      return sum + .log(product)
    }
    // −ln B(z, k) + ln Γ(k): the beta function cancels the large parts before they are added.
    return logGamma(k) - IncompleteBeta.logBeta(z, k)
  }

  /// The first and second derivative of `logarithm` by z.
  static func derivatives(_ z: Double, _ k: Double) -> (first: Double, second: Double) {
    guard k > 0 else { return (0, 0) }
    if k <= 12 || z > 1e5 && k <= 1000, k == k.rounded() {
      var first = 0.0
      var second = 0.0
      for step in 0..<Int(k) {
        let inverse = 1 / (z + Double(step))
        first += inverse
        second -= inverse * inverse
      }
      return (first, second)
    }
    return (
      Polygamma.digamma(z + k) - Polygamma.digamma(z),
      Polygamma.trigamma(z + k) - Polygamma.trigamma(z)
    )
  }
}
