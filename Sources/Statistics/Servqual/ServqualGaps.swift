/// Expectation, perception and gap of one group of respondents, by item, dimension and in all.
package struct ServqualGaps: Sendable, Equatable {
  /// One dimension: the mean over respondents of the mean of their items.
  package struct Dimension: Sendable, Equatable {
    /// Respondents who answered enough of its items.
    package let n: Int
    package let expectation: MeanEstimate
    /// The score of SERVPERF (Cronin & Taylor, *Measuring service quality: a reexamination and
    /// extension*, Journal of Marketing 56(3), 1992).
    package let perception: MeanEstimate
    /// Perception less expectation, with the spread of respondents' own differences.
    package let gap: MeanEstimate
  }

  package let items: [GapCounts]
  /// nil where nobody answered enough.
  package let dimensions: [Dimension?]
  /// Mean over respondents with every dimension of `Σ G_j / dimensions`; where nobody left anything
  /// out it is the mean of the dimensions' gaps. nil where there are none, as for the next.
  package let unweighted: MeanEstimate?
  /// Means of the dimensions' expectations and perceptions of the same respondents; nil likewise.
  package let expectation: MeanEstimate?
  package let perception: MeanEstimate?
  /// Mean over respondents with every dimension and usable points of `Σ w_j / 100 · G_j`.
  ///
  /// Source: Zeithaml, Parasuraman & Berry, *Delivering Quality Service*, 1990.
  package let weighted: MeanEstimate?
  /// Mean points of each dimension among those; nil where there are none.
  package let points: [Double]?
  /// Respondents whose points are missing, below 0 or do not add up to 100.
  package let unusablePoints: Int
}
