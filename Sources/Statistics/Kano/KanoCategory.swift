/// What a feature is to a respondent; ties are decided in this order, M > O > A > I > R > Q.
package enum KanoCategory: Int, Sendable, CaseIterable {
  case mustBe
  case oneDimensional
  case attractive
  case indifferent
  case reverse
  case questionable

  package var letter: String {
    switch self {
    case .mustBe: "M"
    case .oneDimensional: "O"
    case .attractive: "A"
    case .indifferent: "I"
    case .reverse: "R"
    case .questionable: "Q"
    }
  }

  /// The evaluation table: what a pair of answers says of a feature.
  ///
  ///     functional ╲ dysfunctional   like  must-be  neutral  live-with  dislike
  ///     like                          Q      A        A         A         O
  ///     must-be, neutral, live-with   R      I        I         I         M
  ///     dislike                       R      R        R         R         Q
  ///
  /// Liking it both ways and disliking it both ways contradict themselves. Sources: Kano, Seraku,
  /// Takahashi & Tsuji, *Attractive quality and must-be quality*, Hinshitsu 14(2), 1984; the table
  /// as in Berger et al., CQM Journal 2(4), 1993.
  package init(functional: KanoAnswer, dysfunctional: KanoAnswer) {
    switch (functional, dysfunctional) {
    case (.like, .like), (.dislike, .dislike): self = .questionable
    case (.like, .dislike): self = .oneDimensional
    case (.like, _): self = .attractive
    case (.dislike, _), (_, .like): self = .reverse
    case (_, .dislike): self = .mustBe
    default: self = .indifferent
    }
  }
}
