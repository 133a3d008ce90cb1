import Diagnostics
import Values

/// The answers of the satisfaction survey that tell penalties from rewards.
struct PenaltySurvey: Sendable {
  let answers: CompleteAnswers
  /// The wave that the answers are of; nil for all.
  let wave: String?

  /// nil where the survey has no item or no overall question.
  init?(_ survey: DataTable, _ settings: KanoSettings) throws(Diagnostic) {
    let ids = SurveyItem.aspects(of: survey)
    try SurveyItem.check(settings.scales.items + settings.features.items, among: ids)
    let asked = settings.overall.map { [$0] } ?? ["csat", "nps"]
    guard let overall = asked.first(where: { survey.values($0) != nil }) else {
      guard let missing = settings.overall else { return nil }
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no column '\(missing)'",
        help: "map it with --column survey.\(missing)=HEADER, or leave 'overall' out")
    }
    guard !ids.isEmpty else { return nil }
    var asSurvey = SurveySettings()
    asSurvey.scales = settings.scales
    asSurvey.noAnswer = settings.noAnswer
    asSurvey.weighted = settings.weighted
    let all = try SurveyAnswers(survey, nil, asSurvey, by: [])
    guard let question = all.item(overall) else { return nil }
    let focus = all.groups.focus(settings.waves)
    wave = focus?.wave
    answers =
      CompleteAnswers(
        question, ids.compactMap { all.item($0) }, weights: all.weights
      ).split(all.groups.whole(focus), groups: 1)[0]
  }
}
