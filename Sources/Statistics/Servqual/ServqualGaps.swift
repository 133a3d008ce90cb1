/// Expectation, perception and gap of one group of respondents, by item, dimension and in all.
package struct ServqualGaps: Sendable, Equatable {
  /// A mean over respondents of what each of them scores, always all three.
  package struct Score: Sendable, Equatable {
    /// Respondents who answered enough.
    package let n: Int
    /// nil where only perceptions were asked, as `gap` is.
    package let expectation: MeanEstimate?
    /// The score of SERVPERF (Cronin & Taylor, *Measuring service quality: a reexamination and
    /// extension*, Journal of Marketing 56(3), 1992).
    package let perception: MeanEstimate
    /// Perception less expectation, with the spread of respondents' own differences.
    package let gap: MeanEstimate?
  }

  package let items: [GapCounts]
  /// Each respondent's mean of the items answered; nil where nobody answered enough.
  package let dimensions: [Score?]
  /// Each respondent's mean of the dimensions, `Σ G_j / dimensions`, of those who have every one;
  /// where nobody left anything out it is the mean of the dimensions' scores. nil where there are
  /// none, as for the next.
  package let unweighted: Score?
  /// Each respondent's `Σ w_j / 100 · G_j`, of those who have every dimension and usable points.
  ///
  /// Source: Zeithaml, Parasuraman & Berry, *Delivering Quality Service*, 1990.
  package let weighted: Score?
  /// Mean points of each dimension among those; nil where there are none.
  package let points: [Double]?
  /// Respondents whose points are missing, below 0 or do not add up to 100.
  package let unusablePoints: Int
}
