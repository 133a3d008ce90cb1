package import Diagnostics
import Exports
package import Pipeline
import Values

/// The survey's answers as columns, and what the pack says of them.
package struct SatisfactionInput: StageInput {
  let asOf: Day
  let scope: Source.Scope
  let minCell: Int
  let answers: SurveyAnswers
  /// The rows as exported, for what is no answer to a question.
  let survey: DataTable
  let mix: ModeMix?
  let invitations: Invitations?

  package static func needs(_ settings: SatisfactionSettings) -> [Need] {
    [
      .facts(contract: "survey", required: true), .facts(contract: "customers", required: false),
      .facts(contract: "invitations", required: false),
    ]
  }

  package init(from source: Source, _ settings: SatisfactionSettings) throws(Diagnostic) {
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage satisfaction needs the export 'survey'",
        help: "name a survey file")
    }
    asOf = source.asOf
    scope = source.scope
    minCell = source.minCell
    answers = try SurveyAnswers(
      survey, source.facts["customers"], settings.survey, by: settings.groupBy,
      named: [settings.overall].compactMap(\.self) + settings.importance.items)
    self.survey = survey
    mix = ModeMix(SurveyGroups(survey, nil, by: [.mode]))
    invitations = source.facts["invitations"].flatMap { Invitations($0, survey) }
  }
}
