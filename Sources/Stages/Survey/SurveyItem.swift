import Diagnostics
import Values

/// The answers to one question of a survey as positions on its scale.
struct SurveyItem: Sendable {
  /// Nothing was answered.
  static let missing: Int8 = -1
  /// Answered by a code that was declared to be no answer: "don't know", "does not apply".
  static let dontKnow: Int8 = -2

  let id: String
  let scale: SurveyScale
  /// By row, from the worst level (0); below 0 for no answer.
  var positions: [Int8]

  /// The answers to a question; nil where the export has no such column.
  ///
  /// - Parameter noAnswer: codes that are no answer; those of `nps`, `csat` and `ces` have a fixed
  ///   scale by contract, and no such code.
  /// - Throws: where an answer lies off the scale: the scale was declared wrongly, for what the
  ///   contract refuses is in the reject file.
  init?(
    _ id: String, of survey: DataTable, _ scales: ItemMap<SurveyScale>, noAnswer: [Int]
  ) throws(Diagnostic) {
    guard let column = survey.values(id) else { return nil }
    guard case .integer(let answers) = column else {
      preconditionFailure("answers to \(id) are whole numbers by contract")
    }
    self.id = id
    scale = scales[id] ?? SurveyItem.standardScale(id)
    let codes = id.hasPrefix("item_") ? noAnswer.map(Int64.init) : []
    positions = [Int8](repeating: SurveyItem.missing, count: answers.count)
    var offScale: [Int64: Int] = [:]
    for (row, answer) in answers.enumerated() where answer != .min {
      if !codes.isEmpty, codes.contains(answer) {
        positions[row] = SurveyItem.dontKnow
      } else if let position = scale.position(of: answer) {
        positions[row] = Int8(position)
      } else {
        offScale[answer, default: 0] += 1
      }
    }
    if let least = offScale.min(by: { $0.key < $1.key }) {
      let rows = offScale.values.reduce(0, +)
      throw Diagnostic(
        .configuration, "off-scale",
        "\(id) has the answer \(least.key), its scale is \(scale.text); off the scale: \(rows) "
          + "rows",
        help: "set scales: {\(id): 1-10} for a longer scale, or no_answer: [\(least.key)]"
          + " for a code that is no answer")
    }
  }

  private static func standardScale(_ id: String) -> SurveyScale {
    switch id {
    case "nps": .recommendation
    case "ces": .ease
    default: .satisfaction
    }
  }

  /// Questions on single aspects, as the export has them.
  static func aspects(of survey: DataTable) -> [String] {
    survey.heads.map(\.id).filter { $0.hasPrefix("item_") }
  }

  /// Every question: NPS, overall satisfaction, ease, then the aspects.
  static func questions(of survey: DataTable) -> [String] {
    ["nps", "csat", "ces"].filter { survey.values($0) != nil } + aspects(of: survey)
  }

  /// Checks that the survey has the questions that settings name.
  static func check(_ wanted: [String], among ids: [String]) throws(Diagnostic) {
    for item in wanted where !ids.contains(item) {
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no item '\(item)'",
        help: Suggestion.help(for: item, among: ids))
    }
  }
}
