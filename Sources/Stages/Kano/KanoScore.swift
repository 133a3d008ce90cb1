import Statistics

/// What one group of respondents says of one feature.
struct KanoScore: Sendable {
  /// As the export has it; empty where the answers state no group.
  let group: String
  /// nil where nobody answered or the group is hidden: then no table or report tells of it.
  private(set) var figures: KanoCounts?
  private(set) var visibility: GroupVisibility
  /// Respondents by category, each counted once; only for working out what has to be hidden.
  let answers: [Int]

  /// Respondents, each counted once.
  var n: Int { answers.reduce(0, +) }

  /// Counts of a group that may be told, in the order of `KanoCategory`.
  var counts: [Int]? { figures == nil ? nil : answers }

  init(_ group: String, _ tally: KanoTally) {
    self.group = group
    answers = tally.counts
    figures = tally.responses.counts
    visibility = figures == nil ? .empty : .shown
  }

  /// The same without its figures; a group that nobody answered stays as it is.
  func hiding() -> KanoScore {
    guard visibility == .shown else { return self }
    var copy = self
    copy.figures = nil
    copy.visibility = .hidden
    return copy
  }
}

/// Answers of one group to one feature.
struct KanoTally {
  /// By category, each answer counted once.
  private(set) var counts = [Int](repeating: 0, count: KanoCategory.allCases.count)
  private(set) var responses = KanoResponses()

  mutating func add(_ functional: KanoAnswer, _ dysfunctional: KanoAnswer, _ weight: Double) {
    counts[KanoCategory(functional: functional, dysfunctional: dysfunctional).rawValue] += 1
    responses.add(functional: functional, dysfunctional: dysfunctional, weight: weight)
  }
}
