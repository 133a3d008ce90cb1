package import Pipeline
import Statistics
import Values

/// Scores along the journey and what they tell of the whole relation, with what is hidden already
/// left out.
package struct JourneyOutput: StageOutput {
  /// What could not be looked at.
  enum Absence: Sendable, Equatable {
    /// No answer names its customer and day.
    case customers
    /// There is no second question.
    case overall
    /// No cases name customer and kind.
    case cases
    /// No case is of a kind that is a failure.
    case failures
    /// Step `lifecycle` did not run before.
    case lifecycle
  }

  let scope: Source.Scope
  let minCell: Int
  let settings: JourneySettings
  /// The wave that the scores are of; nil for all.
  let focus: SurveyGroups.Focus?
  let isWeighted: Bool
  let withoutWeight: Int
  let order: JourneyOrder
  /// The question of the moments; behind it that of the relation, where there is one.
  private(set) var questions: [JourneyQuestion]
  /// Customers who met several touchpoints; nil where their number must not be told.
  private(set) var several: Int?
  /// nil without a touchpoint or a column to break it down by.
  var trough: TroughGroups?
  /// Wanted columns that no export has.
  var missing: [SurveyDimension] = []
  var withoutCustomer = 0
  var unknownLabels: [String] = []
  var absent: [Absence] = []
  /// Kinds of failures that no case has.
  var unknownKinds: [FailureHistory.UnknownKind] = []
  var overallKind: OverallAnswers.Kind?
  /// By customers; nil where importance is each touchpoint's part in the variance.
  var importance: CustomerImportance?
  /// nil without customers or an overall question, or where too few have both.
  var memory: PeakEndComparison?
  /// nil without customers, or where too few have moments enough.
  var places: MomentPlaces?
  /// By `FailureHistory.State`; empty where there are no cases.
  var recovery: [GroupScore] = []
  /// By life-cycle class; empty where there are none.
  var classes: [GroupScore] = []

  init(
    scope: Source.Scope, minCell: Int, settings: JourneySettings, focus: SurveyGroups.Focus?,
    isWeighted: Bool, withoutWeight: Int, order: JourneyOrder, questions: [JourneyQuestion]
  ) {
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.focus = focus
    self.isWeighted = isWeighted
    self.withoutWeight = withoutWeight
    self.order = order
    self.questions = questions
    several = order.several
  }

  /// The question of the moments.
  var scored: JourneyQuestion { questions[0] }

  /// The question of the whole relation.
  var overall: JourneyQuestion? { questions.count > 1 ? questions[1] : nil }

  /// Touchpoints in the order of the journey, with the empty name for answers without one.
  var touchpoints: [String] { scored.touchpoints.map(\.group) }
}

extension JourneyOutput {
  private var cells: JourneyCells {
    JourneyCells(
      scope: scope, focus: focus, questions: questions.map(\.id).joined(separator: "-"))
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    let cells = cells
    for question in questions { cells.add(question, to: &tables) }
    if let trough { cells.add(trough, of: scored, to: &tables) }
    tables.declare(cells.several.subject, levels: [1])
    tables.add(AnswerCell(cells.several, counts: [order.several], telling: .total))
    addImportance(cells, to: &tables)
    addPlaces(cells, to: &tables)
    add(recovery, of: overall, "failure", cells, to: &tables)
    add(classes, of: scored, "class", cells, to: &tables)
    return tables
  }

  private func addImportance(_ cells: JourneyCells, to tables: inout AnswerTables) {
    guard let importance else { return }
    tables.declare(cells.importance(nil).subject, levels: [1])
    if let n = importance.n {
      tables.add(AnswerCell(cells.importance(nil), counts: [n], telling: .total))
      return
    }
    for (touchpoint, figure) in zip(touchpoints, importance.figures) {
      guard let figure else { continue }
      tables.add(AnswerCell(cells.importance(touchpoint), counts: [figure.n], telling: .total))
    }
  }

  private func addPlaces(_ cells: JourneyCells, to tables: inout AnswerTables) {
    if let memory {
      tables.declare(cells.compared.subject, levels: [1])
      tables.add(AnswerCell(cells.compared, counts: [memory.n], telling: .total))
    }
    guard let places else { return }
    tables.declare(cells.moments.subject, levels: [1])
    tables.add(AnswerCell(cells.moments, counts: [places.n], telling: .total))
    for place in MomentPlaces.Place.allCases {
      let ids = touchpoints.map { cells.moments(place, $0) }
      for (index, id) in ids.enumerated() {
        guard let count = places.count(place, index) else { continue }
        tables.add(AnswerCell(id, counts: [count], telling: .total))
        let met = cells.moments(.met, touchpoints[index])
        tables.add(limit: id, to: place == .met ? cells.moments : met)
      }
      if place != .met { tables.add(whole: cells.moments, parts: ids) }
    }
  }

  /// Groups of customers by their latest answer.
  private func add(
    _ groups: [GroupScore], of question: JourneyQuestion?, _ kind: String, _ cells: JourneyCells,
    to tables: inout AnswerTables
  ) {
    guard let question, !groups.isEmpty else { return }
    tables.declare(cells.customers(question.id, kind, "").subject, levels: question.scale.values)
    for group in groups {
      tables.add(
        AnswerCell(
          cells.customers(question.id, kind, group.group), counts: group.answers, telling: .levels))
    }
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> JourneyOutput {
    let cells = cells
    var copy = self
    copy.questions = questions.map { $0.hiding(cells, hidden) }
    // A touchpoint that is hidden itself is not broken down either.
    copy.trough = trough.flatMap { trough in
      copy.scored.touchpoints[trough.place].visibility == .shown
        ? trough.hiding { kind, group in
          hidden.contains(cells.group(scored.id, trough.touchpoint, kind, group))
        } : nil
    }
    if hidden.contains(cells.several) { copy.several = nil }
    if hidden.contains(cells.importance(nil)) {
      copy.importance = nil
    } else {
      for (place, touchpoint) in touchpoints.enumerated()
      where hidden.contains(cells.importance(touchpoint)) {
        copy.importance?.figures[place] = nil
      }
    }
    if hidden.contains(cells.compared) { copy.memory = nil }
    if hidden.contains(cells.moments) { copy.places = nil }
    for place in MomentPlaces.Place.allCases {
      for (index, touchpoint) in touchpoints.enumerated()
      where hidden.contains(cells.moments(place, touchpoint)) {
        copy.places?.hide(place, index)
      }
    }
    copy.recovery = recovery.map {
      hidden.contains(cells.customers(overall?.id ?? "", "failure", $0.group)) ? $0.hiding() : $0
    }
    copy.classes = classes.map {
      hidden.contains(cells.customers(scored.id, "class", $0.group)) ? $0.hiding() : $0
    }
    return copy
  }
}
