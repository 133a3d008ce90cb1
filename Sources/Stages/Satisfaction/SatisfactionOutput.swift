package import Pipeline
import Statistics
package import Values

/// Figures by item, dimension and group, with what is hidden already left out.
package struct SatisfactionOutput: StageOutput {
  /// The wave that the figures are of.
  package struct Focus: Sendable {
    package let wave: String
    package let previous: String?
    let index: Int
    /// Rows of that wave; nil where their number must not be told.
    package fileprivate(set) var responses: Int?
    let allResponses: Int
    /// Rows without a wave: in no figure but those of the group without a wave.
    fileprivate(set) var withoutWave: Int?
    let allWithoutWave: Int
  }

  package struct Dimension: Sendable {
    package let kind: SurveyDimension
    package fileprivate(set) var groups: [GroupScore]
  }

  package struct Item: Sendable {
    package let id: String
    package let scale: SurveyScale
    package fileprivate(set) var total: GroupScore
    /// Chronological; empty where the export has no waves.
    package fileprivate(set) var waves: [GroupScore]
    package fileprivate(set) var dimensions: [Dimension]
    /// Who answered with a code for "don't know"; nil where no code is declared or their number must
    /// not be told.
    fileprivate(set) var dontKnow: Int?
    /// Whether codes for "don't know" are declared for it.
    let hasDontKnow: Bool
  }

  package let asOf: Day
  let scope: Source.Scope
  package let minCell: Int
  package let settings: SatisfactionSettings
  /// The item of the headline.
  package let overall: String
  package let isWeighted: Bool
  /// nil where their number must not be told.
  package private(set) var responses: Int?
  let allResponses: Int
  private(set) var withoutAnswer: Int?
  let allWithoutAnswer: Int
  let withoutWeight: Int
  /// nil where the figures are of all answers.
  package private(set) var focus: Focus?
  package private(set) var items: [Item]
  let nesting: [SurveyGroups.Nesting]
  let missingDimensions: [SurveyDimension]
  let unknownLabels: [String]
  /// nil where there are no aspects to take together, or they must not be told.
  var aspects: AspectScale?
  /// nil without an export of invitations that names customers.
  var invitations: Invitations?
  /// nil where the export states no modes.
  var mix: ModeMix?
  /// nil where the export has no comments.
  var comments: CommentList?
  /// Counts of respondents that must not be told.
  private(set) var hiddenCounts: Set<AnswerCell.ID> = []

  init(
    asOf: Day, scope: Source.Scope, minCell: Int, settings: SatisfactionSettings, overall: String,
    isWeighted: Bool, responses: Int, withoutAnswer: Int, withoutWeight: Int, focus: Focus?,
    items: [Item], nesting: [SurveyGroups.Nesting],
    missingDimensions: [SurveyDimension], unknownLabels: [String]
  ) {
    self.asOf = asOf
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.overall = overall
    self.isWeighted = isWeighted
    self.responses = responses
    allResponses = responses
    self.withoutAnswer = withoutAnswer
    allWithoutAnswer = withoutAnswer
    self.withoutWeight = withoutWeight
    self.focus = focus
    self.items = items
    self.nesting = nesting
    self.missingDimensions = missingDimensions
    self.unknownLabels = unknownLabels
  }

  package func item(_ id: String) -> Item? { items.first { $0.id == id } }

  package var confidence: Double { settings.survey.confidence }

  func label(_ item: String) -> Phrase { settings.survey.label(item) }
}

extension SatisfactionOutput.Focus {
  init(_ focus: SurveyGroups.Focus, _ groups: SurveyGroups) {
    wave = focus.wave
    previous = focus.previous
    index = focus.index
    allResponses = groups.waves?.codes.count { Int($0) == focus.index } ?? 0
    responses = allResponses
    allWithoutWave =
      groups.waves?.labels.firstIndex(of: "").map { missing in
        groups.waves?.codes.count { Int($0) == missing } ?? 0
      } ?? 0
    withoutWave = allWithoutWave
  }
}

extension SatisfactionOutput {
  package func hiding(_ cells: Set<AnswerCell.ID>) -> SatisfactionOutput {
    guard !cells.isEmpty else { return self }
    let places = AnswerPlaces(self)
    var copy = self
    if cells.contains(places.responses([])) { copy.responses = nil }
    if cells.contains(places.answered) || copy.responses == nil { copy.withoutAnswer = nil }
    if let focus, cells.contains(places.responses([AnswerPlaces.wave(focus.wave)])) {
      copy.focus?.responses = nil
    }
    if cells.contains(places.responses([AnswerPlaces.wave("")])) { copy.focus?.withoutWave = nil }
    copy.items = items.map { $0.hiding(cells, places).compared(focus?.index) }
    copy.hiddenCounts = cells
    // What is told of all aspects together would tell of a hidden one among them.
    let isAspectHidden =
      aspects?.items.contains { copy.items[$0].total.visibility == .hidden } ?? false
    if isAspectHidden || cells.contains(places.total("aspects")) { copy.aspects = nil }
    return copy
  }
}

extension SatisfactionOutput.Item {
  func hiding(_ cells: Set<AnswerCell.ID>, _ places: AnswerPlaces) -> SatisfactionOutput.Item {
    func hiding(_ score: GroupScore, _ cell: AnswerCell.ID) -> GroupScore {
      cells.contains(cell) ? score.hiding() : score
    }
    var copy = self
    copy.total = hiding(total, places.total(id))
    if cells.contains(places.dontKnow(id)) { copy.dontKnow = nil }
    copy.waves = waves.map { hiding($0, places.wave(id, $0.group)) }
    for index in dimensions.indices {
      let kind = dimensions[index].kind
      copy.dimensions[index].groups = dimensions[index].groups.map {
        hiding($0, places.group(id, kind, $0.group))
      }
    }
    return copy
  }

  /// Each wave against the one right before it, and with the latest the total; answers without a
  /// wave have none, nor has a wave beside a hidden one.
  func compared(_ focus: Int?) -> SatisfactionOutput.Item {
    var copy = self
    for index in waves.indices {
      copy.waves[index].change =
        index > 0 && !waves[index].group.isEmpty
        ? GroupScore.change(from: waves[index - 1], to: waves[index]) : nil
    }
    if let focus { copy.total.change = copy.waves[focus].change }
    for index in dimensions.indices where dimensions[index].kind == .wave {
      copy.dimensions[index].groups = copy.waves
    }
    return copy
  }
}

extension GroupScore {
  /// The change of the net promoter score; nil for other items, and where one of the two has no
  /// figures.
  static func change(from earlier: GroupScore, to later: GroupScore) -> Difference? {
    guard let now = later.figures?.nps, let before = earlier.figures?.nps else { return nil }
    return now.difference(from: before)
  }
}
