import Pipeline
import Statistics
package import Values

/// Figures by item, dimension and group, with what is hidden already left out.
package struct SatisfactionOutput: StageOutput {
  /// The wave that the figures are of.
  package struct Focus: Sendable {
    package let wave: String
    package let previous: String?
    let index: Int
    /// Rows of that wave.
    package let responses: Int
    /// Rows without a wave: in no figure but those of the group without a wave.
    let withoutWave: Int
  }

  package struct Dimension: Sendable {
    package let kind: SurveyDimension
    package let groups: [GroupScore]
  }

  package struct Item: Sendable {
    package let id: String
    package let scale: SurveyScale
    package let total: GroupScore
    /// Chronological; empty where the export has no waves.
    package let waves: [GroupScore]
    package let dimensions: [Dimension]
  }

  package let asOf: Day
  package let minCell: Int
  package let confidence: Double
  /// The item of the headline.
  package let overall: String
  let labels: ItemMap<LocalizedText>
  package let isWeighted: Bool
  package let responses: Int
  let withoutAnswer: Int
  let withoutWeight: Int
  /// nil where the figures are of all answers.
  package let focus: Focus?
  package let items: [Item]
  let missingDimensions: [SurveyDimension]
  let unknownLabels: [String]

  package func item(_ id: String) -> Item? { items.first { $0.id == id } }

  /// The label of the settings, the usual name, or the header without its prefix.
  func label(_ item: String) -> Phrase {
    if let text = labels[item] { return Phrase(text[.english], text[.simplifiedChinese]) }
    switch item {
    case "nps": return SatisfactionPhrases.nps
    case "csat": return SatisfactionPhrases.csat
    case "ces": return SatisfactionPhrases.ces
    default:
      let text = String(item.dropFirst("item_".count)).replacing("_", with: " ")
      return Phrase(text, text)
    }
  }

  /// Why a group has no figures, in the result tables; empty where it has.
  func reason(_ score: GroupScore) -> String {
    switch score.visibility {
    case .shown: ""
    case .empty: "no answers"
    case .small: "n < \(minCell)"
    case .protecting: "protects n < \(minCell)"
    }
  }
}
