package import Diagnostics
import Exports
package import Pipeline
import Values

/// An overall question, the aspects that may move it, and what the groups' customers complain of.
package struct DriversInput: StageInput {
  let asOf: Day
  let scope: Source.Scope
  let minCell: Int
  let answers: SurveyAnswers
  let overall: SurveyItem
  /// Without those that are left out.
  let items: [SurveyItem]
  /// nil where the export has no comments.
  let comments: TextColumn?
  /// nil without the export of cases, or where cases or answers name no customer.
  let complaints: ComplaintRegister?
  /// Items of settings by item that the survey lacks.
  let unknownItems: [String]

  package static func needs(_ settings: DriversSettings) -> [Need] {
    [
      .facts(contract: "survey", required: true), .facts(contract: "customers", required: false),
      .facts(contract: "cases", required: false),
    ]
  }

  package init(from source: Source, _ settings: DriversSettings) throws(Diagnostic) {
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage drivers needs the export 'survey'",
        help: "name a survey file")
    }
    let aspects = SurveyItem.aspects(of: survey)
    guard !aspects.isEmpty else {
      throw Diagnostic(
        .data, "missing-column", "the survey has no items (item_*) that could move satisfaction",
        help: "map one with --column survey.item_price=HEADER")
    }
    let wanted = settings.overall.map { [$0] } ?? DriversSettings.overallQuestions
    guard let question = wanted.first(where: { survey.values($0) != nil }) else {
      throw Diagnostic(
        .data, "missing-column",
        "the survey has no overall question to explain: none of the columns "
          + wanted.joined(separator: ", "),
        help: "map one with --column survey.\(wanted[0])=HEADER")
    }
    try SurveyItem.check(settings.leaveOut, among: aspects)
    let kept = aspects.filter { !settings.leaveOut.contains($0) }
    guard !kept.isEmpty else {
      throw Diagnostic(
        .configuration, "no-items", "'leave_out' names every item of the survey",
        help: "leave one in: \(aspects.joined(separator: ", "))")
    }
    asOf = source.asOf
    scope = source.scope
    minCell = source.minCell
    let dimensions = settings.groupBy + [settings.by].compactMap(\.self)
    var seen: Set<SurveyDimension> = []
    answers = try SurveyAnswers(
      survey, source.facts["customers"], settings.survey,
      by: dimensions.filter { seen.insert($0).inserted })
    guard let overall = answers.item(question) else {
      preconditionFailure("the survey has the column \(question)")
    }
    self.overall = overall
    let answers = answers
    items = kept.compactMap { answers.item($0) }
    if case .text(let texts)? = survey.values("comment") {
      comments = texts
    } else {
      comments = nil
    }
    if case .text(let customers)? = survey.values("customer_id") {
      complaints = source.facts["cases"].flatMap {
        ComplaintRegister($0, of: customers, settings, asOf: source.asOf)
      }
    } else {
      complaints = nil
    }
    unknownItems =
      answers.unknownLabels
      + (settings.stated.items + settings.owners.items).filter { !aspects.contains($0) }
  }
}
