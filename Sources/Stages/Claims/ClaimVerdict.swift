package import Statistics
package import Values

/// What our own data say to a figure of the texts.
package enum ClaimVerdict: String, Sendable, CaseIterable {
  /// Our interval holds the figure, and is narrow; or lies within the range that the texts give.
  case supported
  /// Our interval does not reach the figure.
  case contradicted
  /// Our interval holds the figure, and much else.
  case undecided
  case notTested = "not_tested"

  /// Preset of the setting `wide`.
  package static let wide = 0.5

  /// `contradicted` where interval and figure have no point in common; else `supported` where the
  /// interval lies within the texts' range or is no wider than `wide` times its middle; else
  /// `undecided`. Without an interval nothing is tested.
  ///
  /// - Parameters:
  ///   - interval: of our own figure.
  ///   - text: the texts' figure; of no width where they give a single one.
  package init(_ interval: Interval?, text: Interval, wide: Double) {
    guard let interval else {
      self = .notTested
      return
    }
    let middle = (text.low + text.high) / 2
    if interval.high < text.low || interval.low > text.high {
      self = .contradicted
    } else if text.low <= interval.low && interval.high <= text.high
      || interval.width <= wide * abs(middle)
    {
      self = .supported
    } else {
      self = .undecided
    }
  }

  package var name: Phrase {
    switch self {
    case .supported: Phrase("supported", "支持")
    case .contradicted: Phrase("contradicted", "不支持")
    case .undecided: Phrase("undecided", "无法判断")
    case .notTested: Phrase("not tested", "未检验")
    }
  }
}
