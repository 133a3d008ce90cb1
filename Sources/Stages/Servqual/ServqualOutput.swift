package import Pipeline
import Statistics
import Values

/// Expectation, perception and gap by question and group, with what is hidden already left out.
package struct ServqualOutput: StageOutput {
  struct Dimension: Sendable {
    let kind: SurveyDimension
    fileprivate(set) var groups: [ServqualScore]
  }

  let scope: Source.Scope
  let minCell: Int
  let settings: ServqualSettings
  /// The wave that the figures are of; nil for all.
  let focus: SurveyGroups.Focus?
  let items: [String]
  let dimensionNames: [String]
  let form: ServqualForm
  let hasExpectations: Bool
  let hasPoints: Bool
  private(set) var total: ServqualScore
  /// Chronological; empty where the export has no waves.
  private(set) var waves: [ServqualScore]
  private(set) var dimensions: [Dimension]
  let nestings: [SurveyGroups.Nesting]
  let missing: [SurveyDimension]
  /// By dimension; empty where the total is hidden.
  private(set) var reliability: [ServqualReliability]
  private(set) var tolerance: ServqualTolerance?
  /// nil where the export does not name both departments.
  private(set) var departments: DepartmentMatrix?
  let points: PointsAccount
  let absentItems: [String]
  let unusedItems: [String]
  let hasWeights: Bool
  /// Whether the export has any row of the scope, answered or not.
  let hasRows: Bool

  init(
    scope: Source.Scope, minCell: Int, settings: ServqualSettings, focus: SurveyGroups.Focus?,
    items: [String], dimensionNames: [String], form: ServqualForm, hasExpectations: Bool,
    hasPoints: Bool, total: ServqualScore, waves: [ServqualScore], dimensions: [Dimension],
    nestings: [SurveyGroups.Nesting], missing: [SurveyDimension],
    reliability: [ServqualReliability], tolerance: ServqualTolerance?,
    departments: DepartmentMatrix?, points: PointsAccount, absentItems: [String],
    unusedItems: [String], hasWeights: Bool, hasRows: Bool
  ) {
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.focus = focus
    self.items = items
    self.dimensionNames = dimensionNames
    self.form = form
    self.hasExpectations = hasExpectations
    self.hasPoints = hasPoints
    self.total = total
    self.waves = waves
    self.dimensions = dimensions
    self.nestings = nestings
    self.missing = missing
    self.reliability = reliability
    self.tolerance = tolerance
    self.departments = departments
    self.points = points
    self.absentItems = absentItems
    self.unusedItems = unusedItems
    self.hasWeights = hasWeights
    self.hasRows = hasRows
  }

  /// All questions: the items, the dimensions, the scores.
  var questions: [ServqualQuestion] {
    items.indices.map(ServqualQuestion.item)
      + dimensionNames.indices.map(ServqualQuestion.dimension)
      + scores
  }

  /// The mean of the dimensions and, where points were shared out, that by points.
  var scores: [ServqualQuestion] {
    hasPoints ? [.overall, .weighted] : [.overall]
  }

  /// Every group, the total first.
  var allGroups: [(dimension: String, score: ServqualScore)] {
    [("total", total)]
      + dimensions.flatMap { dimension in dimension.groups.map { (dimension.kind.rawValue, $0) } }
  }

  /// The p-value of each gap, corrected for the gaps of its kind (items, dimensions, scores) in the
  /// total or in all groups of one dimension.
  func adjusted(_ scores: [ServqualScore]) -> [[ServqualQuestion: Double]] {
    var result = [[ServqualQuestion: Double]](repeating: [:], count: scores.count)
    for family in [
      items.indices.map(ServqualQuestion.item),
      dimensionNames.indices.map(ServqualQuestion.dimension), self.scores,
    ] {
      let tests = scores.indices.flatMap { score in
        family.map { question in
          (
            score, question,
            scores[score].figures[question]?.gap.flatMap { TTest.paired($0)?.pValue }
          )
        }
      }
      for (test, p) in zip(tests, Holm.adjusted(tests.map(\.2))) {
        if let p { result[test.0][test.1] = p }
      }
    }
    return result
  }
}

extension ServqualOutput {
  private var cells: SurveyCells {
    SurveyCells(subject: "\(scope.rawValue)/servqual", wave: focus?.wave)
  }

  private func cell(_ pair: DepartmentMatrix.Cell, _ matrix: DepartmentMatrix) -> AnswerCell.ID {
    AnswerCell.ID(cells.subject, matrix.place(pair, focus.map { ["wave=\($0.wave)"] } ?? []))
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    let cells = cells
    cells.add(
      to: &tables, levels: [1], telling: .total, total: [total.n],
      waves: waves.map { ($0.group, [$0.n]) },
      dimensions: dimensions.map { dimension in
        (dimension.kind, dimension.groups.map { ($0.group, [$0.n]) })
      }, nestings: nestings)
    guard let departments else { return tables }
    for pair in departments.cells {
      tables.add(AnswerCell(cell(pair, departments), counts: [pair.score.n], telling: .total))
    }
    for (place, name) in departments.providers.enumerated() {
      let parts = departments.cells.filter { $0.provider == place }
      guard !parts.isEmpty else { continue }
      tables.add(
        whole: cells.group(.provider, name), parts: parts.map { cell($0, departments) })
    }
    for (place, name) in departments.consumers.enumerated() {
      let parts = departments.cells.filter { $0.consumer == place }
      guard !parts.isEmpty else { continue }
      tables.add(
        whole: cells.group(.consumer, name), parts: parts.map { cell($0, departments) })
    }
    return tables
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> ServqualOutput {
    let cells = cells
    var copy = self
    copy.total = hidden.contains(cells.total) ? total.hiding() : total
    copy.total = copy.total.hiding(rare([copy.total]))
    if copy.total.visibility == .hidden {
      copy.reliability = []
      copy.tolerance = nil
    }
    copy.tolerance = copy.tolerance?.hiding(below: minCell)
    for index in dimensions.indices {
      let kind = dimensions[index].kind
      let groups = dimensions[index].groups.map {
        hidden.contains(cells.group(kind, $0.group)) ? $0.hiding() : $0
      }
      let rare = rare(groups)
      copy.dimensions[index].groups = groups.map { $0.hiding(rare) }
    }
    if let waves = copy.dimensions.first(where: { $0.kind == .wave }) { copy.waves = waves.groups }
    if let departments {
      copy.departments = departments.hiding(
        { hidden.contains(self.cell($0, departments)) }, below: minCell)
    }
    return copy
  }

  /// Questions that in one of the groups, or in all hidden ones together, so few answered that no
  /// group may tell of them: those of the few would be the rest.
  private func rare(_ groups: [ServqualScore]) -> Set<ServqualQuestion> {
    Set(questions.filter { ServqualScore.isRare($0, in: groups, minCell) })
  }
}

extension ServqualScore {
  /// Whether one of the groups that may be told has fewer answers than the least cell, or the hidden
  /// ones together, each with one at least, leave fewer than that to guess at.
  static func isRare(
    _ question: ServqualQuestion, in groups: [ServqualScore], _ minCell: Int
  ) -> Bool {
    let shown = groups.filter { $0.visibility == .shown }.compactMap { $0.bases[question] }
    let hidden = groups.filter { $0.visibility == .hidden }
    let rest = hidden.reduce(0) { $0 + ($1.bases[question] ?? 0) }
    return shown.contains { $0 < minCell } || (rest > 0 && rest - hidden.count < minCell)
  }
}
