import RealModule

/// What very low and very high answers to each item do to the overall score, so that basic factors
/// can be told from exciting ones without paired questions.
package struct PenaltyReward: Sendable, Equatable {
  package enum Class: Sendable, Hashable, CaseIterable {
    /// Hurts where it is poor, and earns less where it is good.
    case basic
    /// Hurts and earns alike.
    case performance
    /// Earns where it is good, and hurts less where it is poor.
    case excitement
    /// Neither can be told from 0.
    case indifferent
  }

  package struct Item: Sendable, Equatable {
    /// Change of the overall score where the answer is low, against the middle; below 0 it hurts.
    /// nil where nobody (or everybody) answered so, or other items determine it.
    package let penalty: TTest?
    /// Change where the answer is high.
    package let reward: TTest?
    /// |penalty| − reward; above 0 it hurts more than it earns.
    package let asymmetry: TTest?
    /// nil where penalty or reward could not be estimated.
    package let kind: Class?
  }

  package let items: [Item]
  package let rSquared: Double
  /// Rows that answer all items and overall; with weights the effective number.
  package let n: Double

  /// Regresses the overall score on two marks an item, low and high, with middling answers as the
  /// base; nil where fewer than two rows are complete or the score does not vary.
  ///
  /// The rule of classes, ours, since the source compares by eye: basic or excitement where the
  /// asymmetry is significant, otherwise performance where penalty or reward is in the direction
  /// expected and significant, otherwise indifferent. Source: Brandt, *A procedure for identifying
  /// value-enhancing service components using customer satisfaction survey data*, 1987; classes:
  /// Matzler & Sauerwein, *The factor structure of customer satisfaction*, International Journal of
  /// Service Industry Management 13(4), 2002.
  ///
  /// - Parameters:
  ///   - items: codes, one column an item; below 0 is no answer.
  ///   - low: codes of each item that count as low; `high` likewise.
  package init?(
    overall: [Double], items: [[Int8]], low: [ClosedRange<Int8>], high: [ClosedRange<Int8>],
    weights: [Double]? = nil, significance: Double = 0.05
  ) {
    precondition(low.count == items.count && high.count == items.count, "anchors for each item")
    var columns = [overall]
    for (item, codes) in items.enumerated() {
      for range in [low[item], high[item]] {
        columns.append(codes.map { $0 < 0 ? .nan : range.contains($0) ? 1 : 0 })
      }
    }
    guard let covariance = Covariance(columns: columns, weights: weights),
      let fit = LeastSquares(
        covariance, response: 0, predictors: Array(columns.indices.dropFirst()))
    else { return nil }
    rSquared = fit.rSquared
    n = covariance.effectiveN
    let entangled = Set(fit.collinear.flatMap { [$0.item] + $0.others })
    self.items = items.indices.map { item in
      let marks = [2 * item, 2 * item + 1]
      let penalty = entangled.contains(marks[0]) ? nil : fit.test(marks[0])
      let reward = entangled.contains(marks[1]) ? nil : fit.test(marks[1])
      guard let penalty, let reward else {
        return Item(penalty: penalty, reward: reward, asymmetry: nil, kind: nil)
      }
      // |penalty| is −penalty where it hurts; one that helps counts against it.
      let asymmetry = fit.test([(marks[0], -1), (marks[1], -1)])
      return Item(
        penalty: penalty, reward: reward, asymmetry: asymmetry,
        kind: Self.kind(penalty, reward, asymmetry, significance))
    }
  }

  private static func kind(
    _ penalty: TTest, _ reward: TTest, _ asymmetry: TTest?, _ significance: Double
  ) -> Class {
    let hurts = penalty.value < 0 && penalty.pValue < significance
    let earns = reward.value > 0 && reward.pValue < significance
    if let asymmetry, asymmetry.pValue < significance {
      if asymmetry.value > 0, hurts { return .basic }
      if asymmetry.value < 0, earns { return .excitement }
    }
    return hurts || earns ? .performance : .indifferent
  }
}
