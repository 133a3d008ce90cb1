import Statistics

/// Classes of the survey's aspects from what poor and good answers do to an overall question.
struct PenaltyClasses: Sendable {
  struct Item: Sendable {
    let id: String
    /// nil where the fit was refused or says nothing of the item.
    let effects: PenaltyReward.Item?
  }

  enum Refusal: Sendable, Equatable {
    /// Fewer complete answers than ten for each mark of the regression.
    case tooFew(needed: Int)
    /// The overall score does not vary.
    case noVariance
  }

  let overall: String
  private(set) var items: [Item]
  /// Complete answers; nil where their number must not be told.
  private(set) var n: Int?
  let allN: Int
  private(set) var rSquared: Double?
  private(set) var refusal: Refusal?
  private(set) var isHidden = false

  /// Answers that a regression needs for each of its marks, of which an item has two.
  static let leastPerMark = 10

  /// Low and high are the two worst and the two best levels, or one each of a short scale.
  init(_ answers: CompleteAnswers, confidence: Double) {
    overall = answers.overall.id
    allN = answers.count
    n = allN
    let needed = 2 * answers.aspects.count * Self.leastPerMark
    let scales = answers.aspects.map(\.scale)
    let fit =
      allN < needed
      ? nil
      : PenaltyReward(
        overall: answers.overall.positions.map(Double.init),
        items: answers.aspects.map(\.positions),
        low: scales.map { 0...Int8($0.box - 1) },
        high: scales.map { Int8($0.count - $0.box)...Int8($0.count - 1) },
        weights: answers.weights, significance: 1 - confidence)
    refusal = allN < needed ? .tooFew(needed: needed) : fit == nil ? .noVariance : nil
    rSquared = fit?.rSquared
    items = answers.aspects.enumerated().map { index, item in
      Item(id: item.id, effects: fit?.items[index])
    }
  }

  func hiding() -> PenaltyClasses {
    var copy = self
    copy.n = nil
    copy.rSquared = nil
    copy.isHidden = true
    copy.items = items.map { Item(id: $0.id, effects: nil) }
    return copy
  }

  /// Why an item has no class, in the result tables; empty where it has.
  func reason(_ item: Item, _ minCell: Int) -> String {
    if isHidden { return GroupVisibility.hidden.reason(minCell) }
    return switch refusal {
    case .tooFew(let needed)?: "n < \(needed)"
    case .noVariance?: "the overall score does not vary"
    case nil: item.effects?.kind == nil ? "not determined by the answers" : ""
    }
  }
}
