/// A feature on the plane of continuous Kano: how much it is wanted against how much its absence is
/// minded, both −2…4.
///
/// Contradicting and reverse answers are in, which pulls a feature towards the indifferent
/// quadrant. Source: DuMouchel, in Berger et al., CQM Journal 2(4), 1993.
package struct KanoScores: Sendable, Equatable {
  /// Upwards; mean of 4, 2, 0, −1, −2.
  package let functional: MeanEstimate
  /// To the right; mean of −2, −1, 0, 2, 4.
  package let dysfunctional: MeanEstimate

  /// Where the quadrants meet: what "must-be" scores upwards and "live with" to the right.
  package static let crosshair = 2.0

  package init(functional: MeanEstimate, dysfunctional: MeanEstimate) {
    self.functional = functional
    self.dysfunctional = dysfunctional
  }

  /// Attractive above left, one-dimensional above right, must-be below right, indifferent below
  /// left; a mean on the crosshair counts as above or right of it.
  package var quadrant: KanoCategory {
    switch (functional.mean >= Self.crosshair, dysfunctional.mean >= Self.crosshair) {
    case (true, true): .oneDimensional
    case (true, false): .attractive
    case (false, true): .mustBe
    case (false, false): .indifferent
    }
  }

  /// Whether an interval reaches over the crosshair, so that the quadrant is not sure; nil with one
  /// answer.
  package func isUnsure(confidence: Double = 0.95) -> Bool? {
    guard let up = functional.interval(confidence: confidence),
      let right = dysfunctional.interval(confidence: confidence)
    else { return nil }
    return [up, right].contains { $0.low < Self.crosshair && $0.high >= Self.crosshair }
  }
}
