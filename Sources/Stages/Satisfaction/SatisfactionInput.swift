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

  package static func needs(_ settings: SatisfactionSettings) -> [Need] {
    [
      .facts(contract: "survey", required: true), .facts(contract: "customers", required: false),
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
      named: [settings.overall].compactMap(\.self))
  }
}
