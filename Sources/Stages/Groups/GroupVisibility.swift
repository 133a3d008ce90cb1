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

  /// In a cell of a page; `policy` says why.
  static let hiddenWords = Phrase("hidden", "隐藏")
  static let emptyWords = Phrase("no answers", "无作答")

  /// The headline of a page that has nothing to tell.
  static let noFigure = Phrase(
    "No figure is shown: it would tell the answers of fewer than {min} people.",
    "不显示数值：否则会透露不足 {min} 人的作答。")

  /// The note of a page with hidden groups.
  static let policy = Phrase(
    "Groups of fewer than {min} answers show no figure; more are hidden where one could be worked "
      + "out.",
    "作答少于 {min} 份的分组不显示数值；可由其他数值推算者一并隐藏。")
}
