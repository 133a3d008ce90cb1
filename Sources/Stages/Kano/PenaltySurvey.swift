import Diagnostics
import Statistics
import Values

/// The items of the satisfaction survey, coded for penalties and rewards.
struct PenaltySurvey: Sendable {
  let items: [SurveyItem]
  let overallID: String
  let overall: [Double]
  let weights: [Double]?
  /// The wave that the answers are of; nil for all.
  let wave: String?

  /// nil where the survey has no item or no overall question.
  init?(_ survey: DataTable, _ settings: KanoSettings) throws(Diagnostic) {
    let ids = SurveyItem.aspects(of: survey)
    try SurveyItem.check(settings.scales.items + settings.features.items, among: ids)
    let asked = settings.overall.map { [$0] } ?? ["csat", "nps"]
    guard let overallID = asked.first(where: { survey.values($0) != nil }) else {
      guard let missing = settings.overall else { return nil }
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no column '\(missing)'",
        help: "map it with --column survey.\(missing)=HEADER, or leave 'overall' out")
    }
    guard !ids.isEmpty, case .integer(let scores)? = survey.values(overallID) else { return nil }
    let groups = SurveyGroups(survey, nil, by: [])
    let focus = groups.focus(settings.waves)
    let whole = groups.whole(focus)
    let kept = whole.indices.filter { whole[$0] >= 0 }
    self.overallID = overallID
    wave = focus?.wave
    overall = kept.map { scores[$0] == .min ? .nan : Double(scores[$0]) }
    if settings.weighted, case .number(let given)? = survey.values("weight") {
      let used = kept.map { given[$0] > 0 ? given[$0] : 0 }
      weights = used.contains { $0 > 0 } ? used : nil
    } else {
      weights = nil
    }
    var items: [SurveyItem] = []
    for id in ids {
      guard
        var item = try SurveyItem(id, of: survey, settings.scales, noAnswer: settings.noAnswer)
      else { continue }
      let positions = item.positions
      item.positions = kept.map { positions[$0] }
      items.append(item)
    }
    self.items = items
  }

  /// Answers that say something of every item and overall.
  var complete: Int {
    overall.indices.count { row in
      !overall[row].isNaN && weights?[row] != 0 && items.allSatisfy { $0.positions[row] >= 0 }
    }
  }

  func fit(_ confidence: Double) -> PenaltyReward? {
    PenaltyReward(
      overall: overall, items: items.map(\.positions),
      low: items.map { 0...Int8($0.scale.box - 1) },
      high: items.map { Int8($0.scale.count - $0.scale.box)...Int8($0.scale.count - 1) },
      weights: weights, significance: 1 - confidence)
  }
}
