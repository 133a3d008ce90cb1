package import Diagnostics
import Exports
package import Pipeline
import Values

/// The survey's answers with touchpoint, customer and day; failures and life-cycle classes beside
/// them.
package struct JourneyInput: StageInput {
  let scope: Source.Scope
  let minCell: Int
  let answers: SurveyAnswers
  /// Of every answer; in the order of the names.
  let touchpoints: GroupColumn
  /// Of the moments.
  let question: SurveyItem
  /// Of the whole relation; nil where the survey has no other question.
  let overall: SurveyItem?
  /// nil where no answer names a customer and a day.
  let customers: CustomerAnswers?
  /// nil where there are no cases with customer and kind.
  let failures: FailureHistory?
  /// By customer; nil where step `lifecycle` did not run or the survey names no customers.
  let classes: GroupColumn?

  /// The step whose classes satisfaction is held against.
  static let lifecycleStep = "lifecycle"

  package static func needs(_ settings: JourneySettings) -> [Need] {
    [
      .facts(contract: "survey", required: true), .facts(contract: "customers", required: false),
      .columns(
        contract: "cases", ["customer_id", "kind", "opened_at", "resolved_at"], required: false),
      .output(step: lifecycleStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: JourneySettings) throws(Diagnostic) {
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage journey needs the export 'survey'",
        help: "name a survey file")
    }
    scope = source.scope
    minCell = source.minCell
    answers = try SurveyAnswers(
      survey, source.facts["customers"], settings.survey, by: [.touchpoint] + settings.groupBy,
      named: [settings.question, settings.overall].compactMap(\.self))
    let dimension = answers.groups.dimensions.first { $0.kind == .touchpoint }
    guard let groups = dimension?.groups ?? Self.none(survey) else {
      throw Diagnostic(
        .data, "missing-column", "the survey does not say at which touchpoint it was answered",
        help: "map a column with --column survey.touchpoint=HEADER")
    }
    touchpoints = groups
    let questions = [settings.question].compactMap(\.self) + ["csat", "nps", "ces"]
    guard let question = questions.lazy.compactMap(answers.item).first else {
      throw Diagnostic(
        .data, "missing-column", "the survey has none of the columns csat, nps and ces",
        help: "map one with --column survey.csat=HEADER, or name a question: question: item_NAME")
    }
    self.question = question
    let others = settings.overall.map { [$0] } ?? ["nps", "csat", "ces"]
    overall = others.filter { $0 != question.id }.lazy.compactMap(answers.item).first
    let customers = CustomerAnswers(survey, answers)
    self.customers = customers
    failures = customers.flatMap { customers in
      source.facts["cases"].flatMap {
        FailureHistory($0, settings.failures, customers.ids, least: source.minCell)
      }
    }
    classes = customers.flatMap { customers in
      source.outputs[Self.lifecycleStep].flatMap {
        Self.classes($0.table("customers"), customers.ids)
      }
    }
  }

  /// Touchpoints of no answers at all; nil where there are answers.
  private static func none(_ survey: DataTable) -> GroupColumn? {
    survey.rowCount == 0 ? GroupColumn(labels: [], codes: []) : nil
  }

  /// The class of each customer, classes in the order of that step.
  private static func classes(_ table: DataTable, _ ids: TextColumn) -> GroupColumn? {
    guard case .category(_, let labels)? = table.values("class"),
      let groups = CustomerJoin(ids, table)?.groups("class")
    else { return nil }
    let places = groups.labels.map { labels.firstIndex(of: $0) ?? labels.count }
    return groups.reordered(groups.labels.indices.sorted { places[$0] < places[$1] })
  }
}
