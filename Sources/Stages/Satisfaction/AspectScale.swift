import Statistics

/// The single aspects of a survey taken as one scale: what its reliability and the satisfaction index
/// are computed from.
struct AspectScale: Sendable {
  /// Aspects by their place among the items of the survey.
  let items: [Int]
  /// Aspects on scales of other lengths, and those that fewer than half as many answered as the one
  /// most answered.
  let leftOut: [Int]
  /// Of positions on the scales, over the rows that answer all the aspects.
  let covariance: Covariance
  let alpha: CronbachAlpha?
  let omega: McDonaldOmega?

  /// - Parameter whole: 0 for the rows that count.
  /// - Returns: nil with fewer than two aspects or two rows that answer them all.
  init?(_ answers: SurveyAnswers, _ whole: [Int32]) {
    let aspects = answers.items.indices.filter { answers.items[$0].id.hasPrefix("item_") }
    let kept = whole.contains { $0 < 0 } ? whole.indices.filter { whole[$0] >= 0 } : nil
    func column(_ place: Int) -> [Int8] {
      let positions = answers.items[place].positions
      return kept.map { $0.map { positions[$0] } } ?? positions
    }
    let bases = aspects.map { place in column(place).count { $0 >= 0 } }
    let most = bases.max() ?? 0
    let lengths = aspects.map { answers.items[$0].scale.count }
    // The length that most aspects have; of equally many the first.
    let length = lengths.enumerated().max { one, other in
      let (left, right) = (
        lengths.count { $0 == one.element }, lengths.count { $0 == other.element }
      )
      return left == right ? one.offset > other.offset : left < right
    }?.element
    let isIn = aspects.indices.map { lengths[$0] == length && 2 * bases[$0] >= most && most > 0 }
    items = aspects.indices.filter { isIn[$0] }.map { aspects[$0] }
    leftOut = aspects.indices.filter { !isIn[$0] }.map { aspects[$0] }
    guard items.count > 1 else { return nil }
    let weights = answers.weights.map { all in kept.map { $0.map { all[$0] } } ?? all }
    guard let covariance = Covariance(codes: items.map(column), weights: weights) else {
      return nil
    }
    self.covariance = covariance
    alpha = CronbachAlpha(covariance)
    omega = McDonaldOmega(covariance)
  }

  /// Aspects that look as if their scale ran the other way, by their place among the items.
  var reversed: [Int] { (alpha?.reversed ?? []).map { items[$0] } }
}
