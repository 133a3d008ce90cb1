import Statistics

/// What the items explain of an overall question among some answers.
struct DriverFit: Sendable {
  enum Refusal: Sendable, Equatable {
    /// Fewer complete answers than ten for each item.
    case tooFew(needed: Int)
    /// The overall score is the same in every complete answer.
    case noVariance
  }

  /// As the export has it; empty for all answers, and where answers state no group.
  let group: String
  /// Complete answers, each counted once; only for working out which groups have to be hidden.
  let allN: Int
  /// nil where their number must not be told.
  private(set) var n: Int?
  /// With weights (Σ w)² / Σ w²; the rule of ten goes by it.
  private(set) var effectiveN: Double?
  /// nil where the items are not ranked, or hidden.
  private(set) var importance: DriverImportance?
  private(set) var draws: DriverBootstrap?
  private(set) var refusal: Refusal?
  private(set) var visibility: GroupVisibility

  /// Complete answers that each item needs before items are ranked.
  static let leastPerItem = 10

  init(_ group: String, _ answers: CompleteAnswers, _ settings: DriversSettings) {
    self.group = group
    allN = answers.count
    n = allN
    visibility = allN > 0 ? .shown : .empty
    let needed = Self.leastPerItem * answers.aspects.count
    let effective = answers.weights.map { MeanEstimate.effectiveN(of: $0) } ?? Double(allN)
    effectiveN = effective
    // Equal weights give an effective number that is whole up to rounding.
    guard effective >= Double(needed) * (1 - 1e-9) else {
      refusal = .tooFew(needed: needed)
      return
    }
    let columns = ([answers.overall] + answers.aspects).map { $0.positions.map(Double.init) }
    let items = Array(1...answers.aspects.count)
    guard let rows = CompleteRows(columns: columns, weights: answers.weights),
      let importance = DriverImportance(rows.covariance, response: 0, items: items)
    else {
      refusal = .noVariance
      return
    }
    self.importance = importance
    draws = DriverBootstrap(
      rows, response: 0, items: items, draws: settings.resamples, seed: UInt64(settings.seed),
      confidence: settings.survey.confidence)
  }

  /// An item's relative weight as a share of all that the items explain; nil where they explain
  /// nothing.
  func share(_ item: Int) -> Double? {
    guard let importance, importance.rSquared > 0 else { return nil }
    return min(1, importance.relativeWeights[item] / importance.rSquared)
  }

  /// The averaged gain of an item as such a share; nil beyond the limit of items too.
  func averagedShare(_ item: Int) -> Double? {
    guard let importance, importance.rSquared > 0, let lmg = importance.lmg else { return nil }
    return max(0, min(1, lmg[item] / importance.rSquared))
  }

  /// Whether the item varies, so that it can explain anything.
  func varies(_ item: Int) -> Bool { importance.map { !$0.constant.contains(item) } ?? false }

  /// Places of the items, the largest share first; empty where they are not ranked.
  var ranked: [Int] {
    guard let importance, importance.rSquared > 0 else { return [] }
    let weights = importance.relativeWeights
    return weights.indices.filter { varies($0) }.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
  }

  func hiding() -> DriverFit {
    guard visibility == .shown else { return self }
    var copy = self
    copy.n = nil
    copy.effectiveN = nil
    copy.importance = nil
    copy.draws = nil
    copy.refusal = nil
    copy.visibility = .hidden
    return copy
  }

  /// Why there is no ranking, in the result tables; empty where there is.
  func reason(_ minCell: Int) -> String {
    guard visibility == .shown else { return visibility.reason(minCell) }
    return switch refusal {
    case .tooFew(let needed)?: "n < \(needed)"
    case .noVariance?: "the overall score does not vary"
    case nil: ranked.isEmpty ? "the items explain nothing" : ""
    }
  }
}
