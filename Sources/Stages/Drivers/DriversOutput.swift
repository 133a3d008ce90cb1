package import Pipeline
import Statistics
import Values

/// Importance, performance, penalties and the lowest groups, with what is hidden already left out.
package struct DriversOutput: StageOutput {
  /// A question over all answers.
  struct Aspect: Sendable {
    let id: String
    let scale: SurveyScale
    fileprivate(set) var score: GroupScore
    /// Chronological; empty where the export has no waves.
    let waves: [GroupScore]

    init(_ id: String, _ scale: SurveyScale, _ score: GroupScore, waves: [GroupScore]) {
      self.id = id
      self.scale = scale
      self.score = score
      self.waves = waves
    }
  }

  /// The overall question in one group.
  struct Group: Sendable {
    fileprivate(set) var score: GroupScore
    /// Most first; of categories that too few customers complained of nothing is told.
    fileprivate(set) var complaints: [ComplaintRegister.Count]
    fileprivate(set) var comments: [String]
  }

  struct Dimension: Sendable {
    let kind: SurveyDimension
    fileprivate(set) var groups: [Group]
  }

  let scope: Source.Scope
  let minCell: Int
  let settings: DriversSettings
  /// The wave that the figures are of; nil for all.
  let focus: SurveyGroups.Focus?
  private(set) var overall: Aspect
  private(set) var items: [Aspect]
  private(set) var fit: DriverFit
  private(set) var penalties: PenaltyClasses
  let isWeighted: Bool
  let withoutWeight: Int
  let nestings: [SurveyGroups.Nesting]
  let missing: [SurveyDimension]
  let hasCases: Bool
  let unknownItems: [String]
  /// Items that are not among `items`, for nobody answered them who answered the overall question.
  var unanswered: [String] = []
  /// Complete answers of every wave.
  var completeByWave: [(group: String, n: Int)] = []
  var dimensions: [Dimension] = []
  /// By group of the dimension `by`.
  var fits: [DriverFit] = []

  init(
    scope: Source.Scope, minCell: Int, settings: DriversSettings, focus: SurveyGroups.Focus?,
    overall: Aspect, items: [Aspect], fit: DriverFit, penalties: PenaltyClasses, isWeighted: Bool,
    withoutWeight: Int, nestings: [SurveyGroups.Nesting], missing: [SurveyDimension],
    hasCases: Bool, unknownItems: [String]
  ) {
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.focus = focus
    self.overall = overall
    self.items = items
    self.fit = fit
    self.penalties = penalties
    self.isWeighted = isWeighted
    self.withoutWeight = withoutWeight
    self.nestings = nestings
    self.missing = missing
    self.hasCases = hasCases
    self.unknownItems = unknownItems
  }

  /// All answers, and each group of the dimension `by`.
  var allFits: [(dimension: String, fit: DriverFit)] {
    [("total", fit)] + fits.map { (settings.by?.rawValue ?? "", $0) }
  }
}

extension DriversOutput {
  private func cells(_ item: String) -> SurveyCells {
    SurveyCells(subject: "\(scope.rawValue)/\(item)", wave: focus?.wave)
  }

  private var complete: SurveyCells {
    SurveyCells(
      subject: CompleteAnswers.subject(scope, overall: overall.id, aspects: items.map(\.id)),
      wave: focus?.wave)
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    for aspect in [overall] + items {
      cells(aspect.id).add(
        to: &tables, levels: aspect.scale.values, telling: .levels, total: aspect.score.answers,
        waves: aspect.waves.map { ($0.group, $0.answers) },
        dimensions: aspect.id == overall.id
          ? dimensions.map { dimension in
            (dimension.kind, dimension.groups.map { ($0.score.group, $0.score.answers) })
          } : [],
        nestings: aspect.id == overall.id ? nestings : [])
      tables.add(limit: complete.total, to: cells(aspect.id).total)
    }
    complete.add(
      to: &tables, levels: [1], telling: .total, total: [fit.allN],
      waves: completeByWave.map { ($0.group, [$0.n]) },
      dimensions: settings.by.map { by in [(by, fits.map { ($0.group, [$0.allN]) })] } ?? [],
      nestings: [])
    return tables
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> DriversOutput {
    var copy = self
    func isHidden(_ item: String) -> Bool { hidden.contains(cells(item).total) }
    if isHidden(overall.id) { copy.overall.score = overall.score.hiding() }
    for place in items.indices where isHidden(items[place].id) {
      copy.items[place].score = items[place].score.hiding()
    }
    if hidden.contains(complete.total) {
      copy.fit = fit.hiding()
      copy.penalties = penalties.hiding()
    }
    if let by = settings.by {
      copy.fits = fits.map { fit in
        hidden.contains(complete.group(by, fit.group)) ? fit.hiding() : fit
      }
    }
    for place in dimensions.indices {
      let dimension = dimensions[place]
      copy.dimensions[place].groups = dimension.groups.map { group in
        var group = group
        if hidden.contains(cells(overall.id).group(dimension.kind, group.score.group)) {
          group.score = group.score.hiding()
        }
        guard group.score.figures != nil else {
          return Group(score: group.score, complaints: [], comments: [])
        }
        group.complaints = group.complaints.filter { $0.customers >= minCell }
        return group
      }
    }
    return copy
  }
}
