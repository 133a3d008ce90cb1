import RealModule

/// Nodes and weights that integrate polynomials over −1…1 exactly, up to degree 2n − 1.
package struct GaussLegendre: Sendable {
  package let nodes: [Double]
  package let weights: [Double]

  /// Zeros of the Legendre polynomial by Newton's method from `cos(π (i − ¼)/(n + ½))`.
  ///
  /// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 1964, equation 25.4.29.
  package init(_ n: Int) {
    precondition(n > 0, "a rule has nodes")
    var nodes = [Double](repeating: 0, count: n)
    var weights = nodes
    for i in 0..<((n + 1) / 2) {
      var z = Double.cos(.pi * (Double(i) + 0.75) / (Double(n) + 0.5))
      var slope = 1.0
      for _ in 0..<20 {
        var before = 0.0
        var value = 1.0
        for j in 0..<n {
          (before, value) = (
            value, ((2 * Double(j) + 1) * z * value - Double(j) * before) / Double(j + 1)
          )
        }
        slope = Double(n) * (z * value - before) / (z * z - 1)
        let step = value / slope
        z -= step
        if abs(step) < 1e-16 { break }
      }
      nodes[i] = -z
      nodes[n - 1 - i] = z
      weights[i] = 2 / ((1 - z * z) * slope * slope)
      weights[n - 1 - i] = weights[i]
    }
    self.nodes = nodes
    self.weights = weights
  }

  static let eight = GaussLegendre(8)
  static let sixteen = GaussLegendre(16)
  static let thirtyTwo = GaussLegendre(32)
}
