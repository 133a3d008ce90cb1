import RealModule

/// The test that the groups of a study share one survival curve.
///
/// At every event time the events of a group are set against those expected if all at risk were
/// alike: `E = Σ w d nⱼ / n`, `V = Σ w² d (n − d) / (n − 1) · nⱼ / n (δ − nₗ / n)`, and
/// `χ² = (O − E)ᵀ V⁻¹ (O − E)` over all groups but one. Sources: Mantel, *Evaluation of survival
/// data and two new rank order statistics arising in its consideration*, 1966; Peto & Peto,
/// *Asymptotically efficient rank invariant test procedures*, JRSS A 135(2), 1972; weights
/// w = S(t−)^ρ: Harrington & Fleming, *A class of rank test procedures for censored survival data*,
/// Biometrika 69(3), 1982.
package struct LogRank: Sendable, Equatable {
  /// Weighted events of each group.
  package let observed: [Double]
  /// Weighted events of each group if all groups were alike.
  package let expected: [Double]
  package let chiSquare: Double
  /// Groups that were ever at risk at an event, less one.
  package let degreesOfFreedom: Int

  package var pValue: Double {
    ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(chiSquare)
  }

  /// nil where there is nothing to compare: fewer than two groups at risk, or no events.
  ///
  /// - Parameter rho: 0 weighs all events alike (log-rank); 1 weighs early ones more (Peto & Peto's
  ///   form of the Wilcoxon test).
  package init?(_ groups: [LifeTable], rho: Double = 0) {
    let k = groups.count
    var readers = groups.map { RiskReader($0.rows) }
    var times: Set<Int> = []
    for group in groups { times.formUnion(group.rows.lazy.filter { $0.events > 0 }.map(\.time)) }
    var observed = [Double](repeating: 0, count: k)
    var expected = observed
    var covariance = [[Double]](repeating: observed, count: k)
    var survival = 1.0
    for time in times.sorted() {
      let cells = readers.indices.map { readers[$0].cell(at: time) }
      let n = Double(cells.reduce(0) { $0 + $1.atRisk })
      let d = Double(cells.reduce(0) { $0 + $1.events })
      let weight = rho == 0 ? 1 : Double.pow(survival, rho)
      let spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0
      for j in 0..<k where cells[j].atRisk > 0 {
        let share = Double(cells[j].atRisk) / n
        observed[j] += weight * Double(cells[j].events)
        expected[j] += weight * d * share
        covariance[j][j] += spread * share
        for l in 0..<k { covariance[j][l] -= spread * share * Double(cells[l].atRisk) / n }
      }
      survival *= (n - d) / n
    }
    self.observed = observed
    self.expected = expected
    let used = expected.indices.filter { expected[$0] > 0 && covariance[$0][$0] > 0 }
    guard used.count > 1 else { return nil }
    let compared = used.dropLast()
    var matrix = SymmetricMatrix(zeros: compared.count)
    for (i, j) in compared.enumerated() {
      for l in 0...i { matrix[i, l] = covariance[j][compared[l]] }
    }
    let (inverse, isPositiveDefinite) = matrix.inverse()
    guard isPositiveDefinite else { return nil }
    let rest = compared.map { observed[$0] - expected[$0] }
    var solved = 0.0
    for i in rest.indices {
      for l in rest.indices { solved += rest[i] * inverse[i, l] * rest[l] }
    }
    chiSquare = solved
    degreesOfFreedom = compared.count
  }
}

/// Reads a group's life table at rising times.
private struct RiskReader {
  private let rows: [LifeTable.Row]
  private var next = 0

  init(_ rows: [LifeTable.Row]) { self.rows = rows }

  /// At risk and events at a time that is not before the last one asked for.
  mutating func cell(at time: Int) -> (atRisk: Int, events: Int) {
    while next < rows.count, rows[next].time < time { next += 1 }
    guard next < rows.count else { return (0, 0) }
    // Between two rows nobody enters or leaves: the risk set is that of the row to come.
    return (rows[next].atRisk, rows[next].time == time ? rows[next].events : 0)
  }
}
