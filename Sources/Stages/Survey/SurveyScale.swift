package import Diagnostics
package import Pipeline

/// The levels of a question, from the worst to the best answer; never taken from the data, so that
/// levels nobody chose are shown too.
package struct SurveyScale: Hashable, Sendable {
  package let low: Int
  package let high: Int
  /// Whether the lowest number is the best answer (`5-1`).
  package let isReversed: Bool

  /// A scale of 2 to 11 levels; nil for others.
  package init?(worst: Int, best: Int) {
    guard (1...10).contains(abs(best - worst)) else { return nil }
    low = min(worst, best)
    high = max(worst, best)
    isReversed = worst > best
  }

  private init(from low: Int, to high: Int) {
    self.low = low
    self.high = high
    isReversed = false
  }

  package static let recommendation = SurveyScale(from: 0, to: 10)
  package static let satisfaction = SurveyScale(from: 1, to: 5)
  package static let ease = SurveyScale(from: 1, to: 7)

  package var count: Int { high - low + 1 }

  /// Answers of the export from the worst to the best.
  package var answers: [Int] { isReversed ? Array(low...high).reversed() : Array(low...high) }

  /// What a level counts in means: as answered, or low + high − answer on a reversed scale.
  package var values: [Double] { (low...high).map(Double.init) }

  /// The position of an answer from the worst (0); nil off the scale.
  package func position(of answer: Int64) -> Int? {
    guard answer >= Int64(low), answer <= Int64(high) else { return nil }
    return isReversed ? high - Int(answer) : Int(answer) - low
  }

  /// Levels in the top and the bottom box: 2, or 1 where a scale has only two or three levels.
  package var box: Int { min(2, count / 2) }

  /// The middle level of a scale with an odd number of levels.
  package var neutral: Int? { count.isMultiple(of: 2) ? nil : count / 2 }

  /// The first position above the middle: 5 of 1 to 7, 4 of 1 to 5, 6 of 1 to 10.
  package var firstFavourable: Int { (count + 1) / 2 }
}

extension SurveyScale: SettingValue {
  package static var accepted: String { "a scale such as 1-5, worst answer first" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> SurveyScale? {
    if case .scalar(let text, _) = node.content {
      let ends = text.split(separator: "-").map { Int($0) }
      if ends.count == 2, let worst = ends[0], let best = ends[1],
        let scale = SurveyScale(worst: worst, best: best)
      {
        return scale
      }
    }
    reject(node, &problems)
    return nil
  }

  package var text: String { isReversed ? "\(high)-\(low)" : "\(low)-\(high)" }
  package var echoed: SettingEcho { .text(text) }
}
