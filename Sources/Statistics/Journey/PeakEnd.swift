/// How a customer's touchpoints look back: their most extreme moment, and the last.
package struct PeakEnd: Sendable, Equatable {
  /// The score furthest from neutral; of equally far ones the lower, since bad moments weigh more.
  package let peak: Double
  /// Its place among the touchpoints answered, from 0; the earliest of equal ones.
  package let peakPlace: Int
  package let end: Double
  /// The plain mean of all touchpoints, to hold the other against.
  package let mean: Double

  /// nil without scores.
  ///
  /// Source: Kahneman, Fredrickson, Schreiber & Redelmeier, *When more pain is preferred to less:
  /// adding a better end*, Psychological Science 4(6), 1993; the rule for ties is ours.
  ///
  /// - Parameters:
  ///   - scores: in the order of the journey, only those answered.
  ///   - neutral: the middle of the scale.
  package init?(_ scores: [Double], neutral: Double) {
    guard let last = scores.last, let first = scores.first else { return nil }
    var peak = first
    var place = 0
    for (index, score) in scores.enumerated().dropFirst() {
      let distance = abs(score - neutral)
      let best = abs(peak - neutral)
      if distance > best || (distance == best && score < peak) {
        peak = score
        place = index
      }
    }
    self.peak = peak
    peakPlace = place
    end = last
    mean = scores.reduce(0, +) / Double(scores.count)
  }

  /// (peak + end) / 2.
  package var score: Double { (peak + end) / 2 }
}
