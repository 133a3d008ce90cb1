package import Statistics

/// The figures of one item in one group.
package struct GroupScore: Sendable {
  /// As the export has it; empty where the answers state no group.
  package let group: String
  /// nil where nobody answered or the group is hidden: then no table or report tells of it.
  package private(set) var figures: Figures?
  private(set) var visibility: GroupVisibility
  /// From the wave before, where the group is a wave and both may be shown. In shares for NPS.
  package var change: Difference?
  /// From the worst level to the best; only for working out which groups have to be hidden.
  let answers: [Int]

  package struct Figures: Sendable {
    /// Answers, each counted once.
    package let n: Int
    /// From the worst level to the best, levels nobody chose included.
    package let counts: [Int]
    /// Weighted where there are weights; they sum to 1.
    package let shares: [Double]
    package let mean: MeanEstimate
    /// The level at which half of the answers is reached, weighted likewise.
    package let median: Double
    package let top: Proportion
    package let bottom: Proportion
    /// Above the middle of the scale.
    package let favourable: Proportion
    /// For the item `nps` alone.
    package let nps: NetPromoter?

    package var effectiveN: Double { mean.effectiveN }
  }

  init(
    _ group: String, _ counts: AnswerCounts, at index: Int, _ item: SurveyItem
  ) {
    self.group = group
    answers = Array(counts.counts(index))
    figures = Figures(counts, at: index, item)
    visibility = figures == nil ? .empty : .shown
  }

  /// The same without its figures; a group that nobody answered stays as it is.
  func hiding() -> GroupScore {
    guard visibility == .shown else { return self }
    var copy = self
    copy.figures = nil
    copy.change = nil
    copy.visibility = .hidden
    return copy
  }
}

extension GroupScore.Figures {
  /// nil without answers.
  init?(_ answers: AnswerCounts, at group: Int, _ item: SurveyItem) {
    let scale = item.scale
    let weights = Array(answers.weights(group))
    let total = weights.reduce(0, +)
    let effectiveN = total * total / answers.squares[group]
    func share(_ positions: Range<Int>) -> Double {
      min(1, weights[positions].reduce(0, +) / total)
    }
    func proportion(_ positions: Range<Int>) -> Proportion? {
      Proportion(share: share(positions), n: effectiveN)
    }
    guard total > 0,
      let mean = MeanEstimate(levels: scale.values, weights: weights, effectiveN: effectiveN),
      let top = proportion(scale.count - scale.box..<scale.count),
      let bottom = proportion(0..<scale.box),
      let favourable = proportion(scale.firstFavourable..<scale.count)
    else { return nil }
    n = answers.base(group)
    counts = Array(answers.counts(group))
    shares = weights.map { $0 / total }
    self.mean = mean
    median = Quantile.median(levels: scale.values, weights: weights)
    self.top = top
    self.bottom = bottom
    self.favourable = favourable
    nps =
      item.id == "nps"
      ? NetPromoter(promoters: share(9..<11), detractors: share(0..<7), n: effectiveN) : nil
  }
}
