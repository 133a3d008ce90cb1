import Statistics

/// The order in which features deserve money: basic ones first, since their absence costs customers.
///
/// M before O before A before I, then what customers do not want or contradict themselves on; within
/// M by how far the absence takes from satisfaction (−Worse), within A by how far the feature adds
/// (Better), otherwise by both together. Source: Matzler & Hinterhuber, *How to make product
/// development projects more successful by integrating Kano's model of customer satisfaction into
/// quality function deployment*, Technovation 18(1), 1998 (M > O > A > I); the order within a class
/// is ours.
struct KanoPriority: Sendable {
  let feature: Int
  let category: KanoCategory
  /// What the order within a class goes by.
  let weight: Double

  static func ranked(_ features: [KanoOutput.Feature]) -> [KanoPriority] {
    features.enumerated().compactMap { index, feature -> KanoPriority? in
      guard let figures = feature.total.figures else { return nil }
      let better = figures.better?.share ?? 0
      let worse = figures.worse?.share ?? 0
      let weight =
        switch figures.category {
        case .mustBe: worse
        case .attractive: better
        case .oneDimensional, .indifferent: better + worse
        case .reverse: figures.share(.reverse)
        case .questionable: figures.share(.questionable)
        }
      return KanoPriority(feature: index, category: figures.category, weight: weight)
    }.sorted { left, right in
      if left.category != right.category { return left.category.rawValue < right.category.rawValue }
      return left.weight == right.weight ? left.feature < right.feature : left.weight > right.weight
    }
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
