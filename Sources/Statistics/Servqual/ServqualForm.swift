import RealModule

/// What a SERVQUAL questionnaire asks: items, the dimension of each, and the scale of answers.
package struct ServqualForm: Sendable, Equatable {
  package let scale: ClosedRange<Int>
  /// The dimension of each item, from 0.
  package let dimensions: [Int]
  /// Items of each dimension.
  package let sizes: [Int]
  /// Items a respondent must answer (both ways) for the mean of a dimension.
  package let least: [Int]
  /// How far from 100 the points of one respondent may add up.
  package let pointsTolerance: Double
  /// False where only perceptions are asked (SERVPERF): there are no gaps then.
  package let asksExpectations: Bool

  /// The 22 items in the order of tangibles, reliability, responsiveness, assurance and empathy.
  ///
  /// Source: Parasuraman, Zeithaml & Berry, *Refinement and reassessment of the SERVQUAL scale*,
  /// Journal of Retailing 67(4), 1991 (4, 5, 4, 4 and 5 items).
  package static let standardDimensions =
    [4, 5, 4, 4, 5].enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }

  /// - Precondition: at least one item a dimension, dimensions from 0 without a gap, a scale within
  ///   0…127.
  ///
  /// - Parameter leastAnswered: share of a dimension's items that must be answered for a respondent
  ///   to count in it; their mean is then taken.
  package init(
    scale: ClosedRange<Int>, dimensions: [Int], leastAnswered: Double = 0.5,
    pointsTolerance: Double = 0.5, asksExpectations: Bool = true
  ) {
    precondition(scale.lowerBound >= 0 && scale.upperBound < 128, "codes fit a byte")
    let count = (dimensions.max() ?? -1) + 1
    let sizes = (0..<count).map { one in dimensions.count { $0 == one } }
    precondition(
      count > 0 && sizes.allSatisfy { $0 > 0 } && dimensions.allSatisfy { $0 >= 0 },
      "dimensions from 0 without a gap")
    self.scale = scale
    self.dimensions = dimensions
    self.sizes = sizes
    self.pointsTolerance = pointsTolerance
    self.asksExpectations = asksExpectations
    least = sizes.map { max(1, Int((Double($0) * leastAnswered).rounded(.up))) }
  }

  /// Points of one respondent as shares, each divided by 100; nil where one is missing or below 0,
  /// or their sum is further than `pointsTolerance` from 100.
  ///
  /// Forgetting to divide makes a "weighted" score a hundred times too large.
  package func shares(points: [Double]) -> [Double]? {
    guard points.count == sizes.count, isUsable({ points[$0] }) else {
      return nil
    }
    return points.map { $0 / 100 }
  }

  /// Whether the points of a respondent, by dimension, make shares.
  func isUsable(_ points: (Int) -> Double) -> Bool {
    var sum = 0.0
    for dimension in sizes.indices {
      let point = points(dimension)
      guard point >= 0 else { return false }
      sum += point
    }
    return abs(sum - 100) <= pointsTolerance
  }
}
