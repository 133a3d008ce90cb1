import RealModule

/// Whether a share rises or falls along ordered groups, such as repurchase along the levels of
/// satisfaction.
package struct CochranArmitage: Sendable, Equatable {
  /// Above 0 where the share rises with the scores.
  package let z: Double
  /// P(|Z| ≥ |z|), were the share the same in all groups.
  package let pValue: Double
  /// Members of all groups.
  package let n: Double

  /// `z = Σ tᵢ (xᵢ − nᵢ p) / √(p (1 − p) (Σ nᵢ tᵢ² − (Σ nᵢ tᵢ)² / n))`, p the share of all together;
  /// z² is the chi-square statistic for a linear trend, of one degree of freedom.
  ///
  /// nil where fewer than two scores have members, or all or none of them did. Groups without
  /// members do not matter, nor do place and unit of the scores. Sources: Cochran, *Some methods for
  /// strengthening the common χ² tests*, Biometrics 10(4), 1954, section 6.2; Armitage, *Tests for
  /// linear trends in proportions and frequencies*, Biometrics 11(3), 1955.
  ///
  /// - Precondition: columns of one length, 0 ≤ events ≤ totals.
  ///
  /// - Parameters:
  ///   - events: members of each group who did.
  ///   - totals: members of each group.
  ///   - scores: where each group stands.
  package init?(events: [Double], totals: [Double], scores: [Double]) {
    precondition(
      events.count == totals.count && totals.count == scores.count, "columns of one length")
    precondition(
      zip(events, totals).allSatisfy { 0 <= $0 && $0 <= $1 }, "no more events than members")
    let n = totals.reduce(0, +)
    let share = n > 0 ? events.reduce(0, +) / n : 0
    let places = Set(zip(totals, scores).filter { $0.0 > 0 }.map(\.1))
    guard share > 0, share < 1, places.count > 1 else { return nil }
    let mean = zip(totals, scores).reduce(0) { $0 + $1.0 * $1.1 } / n
    var trend = 0.0
    var spread = 0.0
    for index in totals.indices {
      let score = scores[index] - mean
      trend += score * (events[index] - totals[index] * share)
      spread += totals[index] * score * score
    }
    self.n = n
    z = trend / .sqrt(share * (1 - share) * spread)
    pValue = ChiSquared(degreesOfFreedom: 1).upperTail(z * z)
  }
}
