package import Pipeline
import Statistics
import Values

/// Letters, coefficients and scores of every feature, with what is hidden already left out.
package struct KanoOutput: StageOutput {
  struct Feature: Sendable {
    let id: String
    fileprivate(set) var total: KanoScore
    /// Chronological; empty where the export has no waves.
    let waves: [KanoScore]
    /// By dimension, in the order of `kinds`.
    fileprivate(set) var dimensions: [[KanoScore]]
    /// Of the total; nil where nobody answered or it is hidden.
    fileprivate(set) var continuous: Continuous?
  }

  /// The continuous view of the total.
  struct Continuous: Sendable {
    let plain: KanoScores
    /// By self-stated importance; nil where it was not asked, or of too few.
    fileprivate(set) var weighted: KanoScores?
    fileprivate(set) var importance: MeanEstimate?
    fileprivate(set) var importanceN: Int
  }

  let scope: Source.Scope
  let minCell: Int
  let settings: KanoSettings
  /// The wave that the figures are of; nil for all.
  let focus: SurveyGroups.Focus?
  let isWeighted: Bool
  let withoutWeight: Int
  let kinds: [SurveyDimension]
  let nestings: [SurveyGroups.Nesting]
  let missing: [SurveyDimension]
  var features: [Feature] = []
  /// Who answered any feature; nil where their number must not be told.
  var respondents: Int?
  var penalties: PenaltyClasses?
  /// The wave that penalties and rewards are of; nil for all.
  var penaltyWave: String?

  /// Whether paired questions were asked.
  var hasPairs: Bool { respondents != nil || !features.isEmpty }

  /// Every group of a feature, the total first.
  func allGroups(_ feature: Feature) -> [(dimension: String, score: KanoScore)] {
    [("total", feature.total)]
      + zip(kinds, feature.dimensions).flatMap { kind, groups in
        groups.map { (kind.rawValue, $0) }
      }
  }

  /// The scores that the plane shows: by importance where it was asked and is wanted.
  func scores(_ continuous: Continuous) -> KanoScores {
    settings.weightByImportance ? continuous.weighted ?? continuous.plain : continuous.plain
  }

  var isByImportance: Bool {
    settings.weightByImportance && features.contains { $0.continuous?.weighted != nil }
  }

  func feature(_ id: String) -> Feature? { features.first { $0.id == id } }

  /// All answers with their category, over all features; nil where any feature is hidden.
  var everything: KanoCounts? {
    let figures = features.compactMap(\.total.figures)
    guard !figures.isEmpty,
      !features.contains(where: { $0.total.visibility == .hidden })
    else { return nil }
    let counts = KanoCategory.allCases.map { category in
      figures.reduce(0) { $0 + $1[category] }
    }
    return KanoCounts(
      counts: counts, effectiveN: isWeighted ? figures.reduce(0) { $0 + $1.n } : nil)
  }
}

extension KanoOutput {
  /// What the levels of the categories count in sums: any distinct numbers above 0 will do.
  private static let levels = KanoCategory.allCases.map { Double($0.rawValue + 1) }

  private func cells(_ feature: Feature) -> SurveyCells {
    SurveyCells(subject: "\(scope.rawValue)/kano/\(feature.id)", wave: focus?.wave)
  }

  private var people: AnswerCell.ID {
    AnswerCell.ID("\(scope.rawValue)/kano", focus.map { ["wave=\($0.wave)"] } ?? [])
  }

  private var complete: AnswerCell.ID {
    AnswerCell.ID(
      CompleteAnswers.subject(
        scope, overall: penalties?.overall ?? "", aspects: penalties?.items.map(\.id) ?? []),
      penaltyWave.map { ["wave=\($0)"] } ?? [])
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    if let respondents {
      tables.declare(people.subject, levels: [1])
      tables.add(AnswerCell(people, counts: [respondents], telling: .total))
    }
    for feature in features {
      let cells = cells(feature)
      cells.add(
        to: &tables, levels: Self.levels, telling: .levels, total: feature.total.answers,
        waves: feature.waves.map { ($0.group, $0.answers) },
        dimensions: zip(kinds, feature.dimensions).map { kind, groups in
          (kind, groups.map { ($0.group, $0.answers) })
        }, nestings: nestings)
      tables.add(limit: cells.total, to: people)
    }
    if let penalties {
      tables.declare(complete.subject, levels: [1])
      tables.add(AnswerCell(complete, counts: [penalties.allN], telling: .total))
    }
    return tables
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> KanoOutput {
    var copy = self
    if hidden.contains(people) { copy.respondents = nil }
    if hidden.contains(complete) { copy.penalties = penalties?.hiding() }
    for index in features.indices {
      let cells = cells(features[index])
      if hidden.contains(cells.total) {
        copy.features[index].total = features[index].total.hiding()
        copy.features[index].continuous = nil
      }
      // Importance that only a few stated would be theirs alone.
      if let asked = copy.features[index].continuous?.importanceN, asked < minCell {
        copy.features[index].continuous?.weighted = nil
        copy.features[index].continuous?.importance = nil
        copy.features[index].continuous?.importanceN = 0
      }
      for (place, kind) in kinds.enumerated() {
        copy.features[index].dimensions[place] = features[index].dimensions[place].map {
          hidden.contains(cells.group(kind, $0.group)) ? $0.hiding() : $0
        }
      }
    }
    return copy
  }
}
