/// Many tests at once.
package enum FalseDiscovery {
  /// Adjusted p-values: calling all tests with q at most 0.05 findings, one in twenty of those
  /// findings is expected to be chance.
  ///
  /// `q₍ᵢ₎ = min over j ≥ i of min(1, m p₍ⱼ₎ / j)`, p₍ᵢ₎ ascending, m tests; in the order of the
  /// p-values given. Holds for independent tests and for positively dependent ones.
  /// Source: Benjamini & Hochberg, *Controlling the false discovery rate*, Journal of the Royal
  /// Statistical Society B 57(1), 1995, procedure (1), as R's p.adjust writes it.
  ///
  /// - Precondition: no p-value is NaN.
  package static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var q = [Double](repeating: 1, count: p.count)
    var least = 1.0
    for rank in order.indices.reversed() {
      least = min(least, p[order[rank]] * Double(p.count) / Double(rank + 1))
      q[order[rank]] = least
    }
    return q
  }
}
