import Statistics

/// Classes of survey items from what poor and good answers do to overall satisfaction.
struct PenaltyClasses: Sendable {
  struct Item: Sendable {
    let id: String
    /// The feature of the paired questions that the item is about; nil where none is named.
    let feature: String?
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
  /// The wave that the answers are of; nil for all.
  let wave: String?
  private(set) var items: [Item]
  /// Complete answers; nil where their number must not be told.
  private(set) var n: Int?
  let allN: Int
  private(set) var rSquared: Double?
  private(set) var refusal: Refusal?
  private(set) var isHidden = false

  /// Answers that a regression needs for each of its marks.
  static let leastPerMark = 10

  init(_ survey: PenaltySurvey, _ settings: KanoSettings) {
    overall = survey.overallID
    wave = survey.wave
    allN = survey.complete
    n = allN
    let needed = 2 * survey.items.count * Self.leastPerMark
    let fit = allN < needed ? nil : survey.fit(settings.confidence)
    refusal = allN < needed ? .tooFew(needed: needed) : fit == nil ? .noVariance : nil
    rSquared = fit?.rSquared
    items = survey.items.enumerated().map { index, item in
      Item(id: item.id, feature: settings.features[item.id], effects: fit?.items[index])
    }
  }

  func hiding() -> PenaltyClasses {
    var copy = self
    copy.n = nil
    copy.rSquared = nil
    copy.isHidden = true
    copy.items = items.map { Item(id: $0.id, feature: $0.feature, effects: nil) }
    return copy
  }
}

extension PenaltyReward.Class {
  /// The letter that says the same of paired answers.
  var category: KanoCategory {
    switch self {
    case .basic: .mustBe
    case .performance: .oneDimensional
    case .excitement: .attractive
    case .indifferent: .indifferent
    }
  }
}
