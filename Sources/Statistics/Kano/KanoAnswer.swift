/// What a respondent says of a feature that is there (functional) or is not (dysfunctional).
package enum KanoAnswer: Int, Sendable, CaseIterable {
  case like = 1
  case mustBe
  case neutral
  case liveWith
  case dislike

  /// How much the feature is wanted, from the functional answer: 4, 2, 0, −1, −2.
  ///
  /// Answers that would have it gone count for less, being less sure than those that want it.
  /// Source: DuMouchel, in Berger et al., *Kano's methods for understanding customer-defined
  /// quality*, Center for Quality of Management Journal 2(4), 1993.
  package var functionalScore: Double {
    switch self {
    case .like: 4
    case .mustBe: 2
    case .neutral: 0
    case .liveWith: -1
    case .dislike: -2
    }
  }

  /// How much its absence is minded, from the dysfunctional answer: −2, −1, 0, 2, 4.
  package var dysfunctionalScore: Double {
    switch self {
    case .like: -2
    case .mustBe: -1
    case .neutral: 0
    case .liveWith: 2
    case .dislike: 4
    }
  }
}
