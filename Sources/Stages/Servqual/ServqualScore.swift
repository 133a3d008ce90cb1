import Statistics

/// What a figure of SERVQUAL is of: an item, a dimension, or all dimensions.
enum ServqualQuestion: Hashable, Sendable {
  case item(Int)
  case dimension(Int)
  /// The mean of the dimensions.
  case overall
  /// The same by each respondent's points.
  case weighted
}

/// Expectation, perception and gap of one question in one group.
struct ServqualFigure: Sendable {
  let n: Int
  /// nil where it was not asked.
  let expectation: MeanEstimate?
  let perception: MeanEstimate?
  /// Perception less expectation; nil where expectations were not asked.
  let gap: MeanEstimate?
  /// The chance of such gaps by their ranks; for items.
  let rankP: Double?
}

extension ServqualFigure {
  init(_ score: ServqualGaps.Score) {
    self.init(
      n: score.n, expectation: score.expectation, perception: score.perception, gap: score.gap,
      rankP: nil)
  }
}

/// The figures of one group.
struct ServqualScore: Sendable {
  /// As the export has it; empty where the answers state no group.
  let group: String
  /// Respondents who answered anything.
  let n: Int
  /// Of how many each question is; the group may be hidden.
  let bases: [ServqualQuestion: Int]
  private(set) var figures: [ServqualQuestion: ServqualFigure]
  private(set) var visibility: GroupVisibility
  /// Mean points of each dimension among respondents whose points count.
  private(set) var points: [Double]?

  init(_ group: String, n: Int, _ gaps: ServqualGaps) {
    self.group = group
    self.n = n
    var figures: [ServqualQuestion: ServqualFigure] = [:]
    for (place, item) in gaps.items.enumerated() where item.n > 0 {
      figures[.item(place)] = ServqualFigure(
        n: item.n, expectation: item.expectation, perception: item.perception, gap: item.gap,
        rankP: item.signedRanks?.pValue)
    }
    for (place, dimension) in gaps.dimensions.enumerated() {
      figures[.dimension(place)] = dimension.map(ServqualFigure.init)
    }
    figures[.overall] = gaps.unweighted.map(ServqualFigure.init)
    figures[.weighted] = gaps.weighted.map(ServqualFigure.init)
    self.figures = figures
    bases = figures.mapValues(\.n)
    points = gaps.points
    visibility = n == 0 ? .empty : .shown
  }

  /// The same without its figures; a group that nobody answered stays as it is.
  func hiding() -> ServqualScore {
    guard visibility == .shown else { return self }
    var copy = self
    copy.figures = [:]
    copy.points = nil
    copy.visibility = .hidden
    return copy
  }

  /// The same without some questions.
  func hiding(_ questions: Set<ServqualQuestion>) -> ServqualScore {
    guard !questions.isEmpty else { return self }
    var copy = self
    copy.figures = figures.filter { !questions.contains($0.key) }
    if questions.contains(.weighted) { copy.points = nil }
    return copy
  }

  /// Why a question has no figure.
  func visibility(_ question: ServqualQuestion) -> GroupVisibility {
    if visibility == .shown, figures[question] == nil {
      return bases[question] == nil ? .empty : .hidden
    }
    return visibility
  }
}
