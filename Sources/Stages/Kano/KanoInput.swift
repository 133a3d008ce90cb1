package import Diagnostics
import Exports
package import Pipeline
import Values

/// Paired answers as columns, and the items of the satisfaction survey beside them.
package struct KanoInput: StageInput {
  let scope: Source.Scope
  let minCell: Int
  /// nil where there are no paired questions.
  private(set) var pairs: Pairs?
  /// nil where there is no survey with items and an overall question.
  let survey: PenaltySurvey?

  /// One row a respondent and feature.
  struct Pairs: Sendable {
    /// Of every answer the feature; labels in the order of the report.
    var features: GroupColumn
    /// 1…5 as in `KanoAnswer`.
    var functional: [Int8]
    var dysfunctional: [Int8]
    /// Self-stated, 1…9; -1 for none.
    var importance: [Int8]
    /// Above 0; nil where all are equal or unused.
    var weights: [Double]?
    /// An index for each respondent.
    var respondents: [Int32]
    var respondentCount: Int
    var groups: SurveyGroups
    /// Rows whose weight is missing or 0: in no figure.
    var withoutWeight = 0
  }

  package static func needs(_ settings: KanoSettings) -> [Need] {
    [
      .facts(contract: "kano", required: false), .facts(contract: "survey", required: false),
      .facts(contract: "customers", required: false),
    ]
  }

  package init(from source: Source, _ settings: KanoSettings) throws(Diagnostic) {
    scope = source.scope
    minCell = source.minCell
    survey = try source.facts["survey"].flatMap { (table) throws(Diagnostic) in
      try PenaltySurvey(table, settings)
    }
    guard let answers = source.facts["kano"] else {
      guard source.facts["survey"] != nil else {
        throw Diagnostic(
          .missingExport, "missing-export", "stage kano needs the export 'kano' or 'survey'",
          help: "name a file of paired answers, or a survey with items for penalties and rewards")
      }
      guard survey != nil else {
        throw Diagnostic(
          .data, "missing-column",
          "without paired answers the survey needs items (item_*) and one of csat and nps",
          help: "name a file of paired answers, or map a column with --column survey.csat=HEADER")
      }
      return
    }
    pairs = try Pairs(
      answers, SurveyGroups(answers, source.facts["customers"], by: settings.groupBy), settings)
  }
}

extension KanoInput.Pairs {
  init(
    _ answers: DataTable, _ groups: SurveyGroups, _ settings: KanoSettings
  ) throws(Diagnostic) {
    guard let features = answers.values("feature"),
      case .text(let ids)? = answers.values("respondent")
    else { preconditionFailure("respondent and feature are required by the contract") }
    func codes(_ name: String) -> [Int8] {
      guard case .integer(let values)? = answers.values(name) else {
        return [Int8](repeating: -1, count: answers.rowCount)
      }
      return values.map { Int8(exactly: $0) ?? -1 }
    }
    var index = TextIndex()
    var respondents = [Int32](repeating: -1, count: ids.count)
    ids.forEachRow { row, bytes in respondents[row] = index.intern(bytes) }
    self.init(
      features: GroupColumn(features), functional: codes("functional"),
      dysfunctional: codes("dysfunctional"), importance: codes("importance"), weights: nil,
      respondents: respondents, respondentCount: index.texts.count, groups: groups)
    if settings.weighted, case .number(let weights)? = answers.values("weight") {
      try apply(weights)
    }
  }

  /// Takes the weights over, and puts all rows in ascending order of weight and importance, so that
  /// sums do not depend on the order of the export.
  private mutating func apply(_ given: [Double]) throws(Diagnostic) {
    let positive = given.indices.filter { given[$0] > 0 }
    withoutWeight = given.count - positive.count
    guard !positive.isEmpty else {
      guard !given.isEmpty else { return }
      throw Diagnostic(
        .data, "no-weights", "no row of the Kano answers has a weight above 0",
        help: "set weighted: false to count every answer once")
    }
    let least = positive.map { given[$0] }.min()
    let isEven = positive.allSatisfy { given[$0] == least }
    guard withoutWeight > 0 || !isEven else { return }
    let order = positive.map { (given[$0].bitPattern, importance[$0], Int32($0)) }
      .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.2)
    func picked<Value>(_ values: [Value]) -> [Value] { order.map { values[Int($0)] } }
    features.permute(order)
    functional = picked(functional)
    dysfunctional = picked(dysfunctional)
    importance = picked(importance)
    respondents = picked(respondents)
    groups = groups.selected(order)
    weights = isEven ? nil : picked(given)
  }
}
