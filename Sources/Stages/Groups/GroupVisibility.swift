import Values

/// Whether the figures of a group of respondents may be told.
enum GroupVisibility: Sendable, Equatable {
  case shown
  /// Nobody answered.
  case empty
  /// Too few answers, or hidden lest those of few can be worked out; which of the two is not told,
  /// for together with the hidden sum that could be enough.
  case hidden

  /// Why a group has no figures, in the result tables; empty where it has.
  func reason(_ minCell: Int) -> String {
    switch self {
    case .shown: ""
    case .empty: "no answers"
    case .hidden: "hidden: n < \(minCell) or protecting one"
    }
  }

  static let hiddenWords = Phrase(
    "hidden: n < {min} or protecting one", "隐藏：n < {min} 或保护此类分组")
  static let emptyWords = Phrase("no answers", "无作答")
}
