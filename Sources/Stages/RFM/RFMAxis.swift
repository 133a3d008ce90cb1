/// Recency, frequency or monetary, as it is scored.
struct RFMAxis {
  enum Kind: Int, CaseIterable {
    case recency
    case frequency
    case monetary
  }

  let kind: Kind
  let bins: Int
  /// What `cuts: plus-one` adds to a cut point: a day, an order, one unit of money in minor units.
  let one: Int64

  /// Few days since the last purchase are good: class 0 has the highest score.
  var isReversed: Bool { kind == .recency }

  /// The score of a class; classes count from 0 with rising values.
  func score(ofClass index: Int) -> Int { isReversed ? bins - index : index + 1 }

  /// The least change from a value to one that a better class takes.
  ///
  /// - Parameters:
  ///   - index: the class of the value.
  ///   - least: the least value that lies above a cut, all other customers as they are.
  /// - Returns: `Int64.min` at the top, and where no value reaches the next class.
  func distance(from value: Int64, class index: Int, least: (_ cut: Int) -> Int64?) -> Int64 {
    if isReversed {
      guard index > 0, let above = least(index - 1), above > 0 else { return .min }
      return value - (above - 1)
    }
    guard index < bins - 1, let reached = least(index) else { return .min }
    return reached - value
  }
}

/// A class of values with one score, as it came out.
struct RFMClass: Equatable {
  var axis: RFMAxis.Kind
  /// Nested: the recency score, or the recency and frequency score, inside which it counts.
  var withinR: Int?
  var withinF: Int?
  var score: Int
  /// The cut points around it, in the unit of the axis (minor units of money); nil at an open end
  /// and where customers were counted off.
  var cutBelow: Double?
  var cutAbove: Double?
  var customers: Int
  /// The least and greatest value found in it; nil where it is empty.
  var least: Int64?
  var greatest: Int64?
}

/// The scores of a group of customers on one axis.
struct RFMScores {
  var scores: [UInt8]
  /// The least change of a customer's own value that reaches the next score; `Int64.min` for none.
  var toNext: [Int64]
  var classes: [RFMClass]

  /// Puts scores, distances and the account of the classes together.
  ///
  /// - Parameters:
  ///   - classOf: the class of the customer at a position, from 0 with rising values.
  ///   - cuts: the cut points between the classes; empty where there are none.
  init(
    _ axis: RFMAxis, _ values: [Int64], cuts: [Double], classes count: Int,
    classOf: (Int) -> Int, toNext distance: (_ position: Int, _ class: Int) -> Int64
  ) {
    var scores = [UInt8](repeating: 0, count: values.count)
    var toNext = [Int64](repeating: .min, count: values.count)
    var customers = [Int](repeating: 0, count: count)
    var least = [Int64](repeating: .max, count: count)
    var greatest = [Int64](repeating: .min, count: count)
    for position in values.indices {
      let index = classOf(position)
      scores[position] = UInt8(truncatingIfNeeded: axis.score(ofClass: index))
      toNext[position] = distance(position, index)
      customers[index] += 1
      least[index] = min(least[index], values[position])
      greatest[index] = max(greatest[index], values[position])
    }
    self.scores = scores
    self.toNext = toNext
    let found = (0..<count).map { index in
      RFMClass(
        axis: axis.kind, score: axis.score(ofClass: index),
        cutBelow: index > 0 && index <= cuts.count ? cuts[index - 1] : nil,
        cutAbove: index < cuts.count ? cuts[index] : nil, customers: customers[index],
        least: customers[index] > 0 ? least[index] : nil,
        greatest: customers[index] > 0 ? greatest[index] : nil)
    }
    classes = axis.isReversed ? found.reversed() : found
  }
}
