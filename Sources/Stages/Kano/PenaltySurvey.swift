import Diagnostics
import Statistics
import Values

/// The items of the satisfaction survey, coded for penalties and rewards.
struct PenaltySurvey: Sendable {
  struct Item: Sendable {
    let id: String
    let scale: SurveyScale
    /// Position from the worst level (0); -1 for no answer.
    let positions: [Int8]
  }

  let items: [Item]
  let overallID: String
  let overall: [Double]
  let weights: [Double]?
  /// The wave that the answers are of; nil for all.
  let wave: String?

  /// nil where the survey has no item or no overall question.
  init?(_ survey: DataTable, _ settings: KanoSettings) throws(Diagnostic) {
    let ids = survey.heads.map(\.id).filter { $0.hasPrefix("item_") }
    for item in settings.scales.items + settings.features.items where !ids.contains(item) {
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no item '\(item)'",
        help: Suggestion.help(for: item, among: ids))
    }
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
    var items: [Item] = []
    for id in ids {
      let scale = settings.scales[id] ?? .satisfaction
      guard case .integer(let answers)? = survey.values(id) else { continue }
      var positions = [Int8](repeating: -1, count: kept.count)
      for (index, row) in kept.enumerated() {
        let answer = answers[row]
        if answer == .min || settings.noAnswer.contains(where: { Int64($0) == answer }) { continue }
        guard let position = scale.position(of: answer) else {
          throw Diagnostic(
            .configuration, "off-scale",
            "\(id) has the answer \(answer), its scale is \(scale.text)",
            help: "set scales: {\(id): 1-10} for a longer scale, or no_answer: [\(answer)]"
              + " for a code that is no answer")
        }
        positions[index] = Int8(position)
      }
      items.append(Item(id: id, scale: scale, positions: positions))
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
