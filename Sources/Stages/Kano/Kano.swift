package import Diagnostics
import Pipeline
import Statistics
package import Values

/// What each feature is to the customers: basic, expected, exciting, or of no matter.
package struct Kano: Stage {
  package static let name = "kano"
  package static let summary = Phrase(
    "What each feature is to customers: basic, expected, exciting or indifferent",
    "各项功能对客户而言属于基本、期望、兴奋还是无差异需求")
  package static let example = """
    - stage: kano
      settings:
        group_by: [segment, wave]
        names: {fast delivery: {en: Fast delivery, zh-Hans: 快速交付}}
        features: {item_delivery: fast delivery}
        questionable_limit: 0.1
    """

  private let settings: KanoSettings

  package init(_ settings: KanoSettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: KanoInput) throws(Diagnostic) -> KanoOutput {
    let focus = input.pairs.flatMap { $0.groups.focus(settings.waves) }
    let dimensions = input.pairs?.groups.dimensions(focus) ?? []
    var output = KanoOutput(
      scope: input.scope, minCell: input.minCell, settings: settings, focus: focus,
      isWeighted: input.pairs?.weights != nil, withoutWeight: input.pairs?.withoutWeight ?? 0,
      kinds: dimensions.map(\.kind), nestings: SurveyGroups.nestings(dimensions, focus),
      missing: input.pairs?.groups.missing ?? [])
    if let pairs = input.pairs {
      output.features = features(pairs, dimensions, focus)
      output.respondents = respondents(pairs, focus)
    }
    if let survey = input.survey {
      output.penalties = PenaltyClasses(survey.answers, confidence: settings.confidence)
      output.penaltyWave = survey.wave
    }
    return output
  }

  private func features(
    _ pairs: KanoInput.Pairs, _ dimensions: [SurveyGroups.Dimension], _ focus: SurveyGroups.Focus?
  ) -> [KanoOutput.Feature] {
    let everything = GroupColumn(labels: [""], codes: pairs.groups.whole(focus))
    let totals = tallies(pairs, everything)
    let waves = pairs.groups.waves.map { ($0, tallies(pairs, $0)) }
    let byDimension = dimensions.map { ($0, tallies(pairs, $0.groups)) }
    let importance = importance(pairs, everything)
    func scores(_ feature: Int, _ groups: GroupColumn, _ tallies: [KanoTally]) -> [KanoScore] {
      let count = groups.labels.count
      return groups.labels.indices.map {
        KanoScore(groups.labels[$0], tallies[feature * count + $0])
      }
    }
    return pairs.features.labels.indices.map { feature in
      KanoOutput.Feature(
        id: pairs.features.labels[feature], total: KanoScore("", totals[feature]),
        waves: waves.map { scores(feature, $0.0, $0.1) } ?? [],
        dimensions: byDimension.map { scores(feature, $0.0.groups, $0.1) },
        continuous: totals[feature].responses.scores.map { plain in
          KanoOutput.Continuous(
            plain: plain, weighted: importance[feature].weighted.scores,
            importance: importance[feature].mean, importanceN: importance[feature].n)
        })
    }
  }

  /// By feature, then group.
  private func tallies(_ pairs: KanoInput.Pairs, _ groups: GroupColumn) -> [KanoTally] {
    let count = groups.labels.count
    var tallies = [KanoTally](repeating: KanoTally(), count: pairs.features.labels.count * count)
    for row in pairs.functional.indices {
      let group = Int(groups.codes[row])
      guard group >= 0, let (with, without) = pairs.answers(row) else { continue }
      tallies[Int(pairs.features.codes[row]) * count + group]
        .add(with, without, pairs.weights?[row] ?? 1)
    }
    return tallies
  }

  private struct Importance {
    var weighted = KanoResponses()
    var levels = [Double](repeating: 0, count: 9)
    var squares = 0.0
    var n = 0

    var mean: MeanEstimate? {
      let sum = levels.reduce(0, +)
      return MeanEstimate(
        levels: (1...9).map(Double.init), weights: levels,
        effectiveN: squares > 0 ? sum * sum / squares : nil)
    }
  }

  private func importance(_ pairs: KanoInput.Pairs, _ whole: GroupColumn) -> [Importance] {
    var result = [Importance](repeating: Importance(), count: pairs.features.labels.count)
    for row in pairs.functional.indices where whole.codes[row] >= 0 {
      let level = Int(pairs.importance[row])
      guard (1...9).contains(level), let (with, without) = pairs.answers(row) else { continue }
      let feature = Int(pairs.features.codes[row])
      let weight = pairs.weights?[row] ?? 1
      result[feature].weighted
        .add(functional: with, dysfunctional: without, weight: weight * Double(level))
      result[feature].levels[level - 1] += weight
      result[feature].squares += weight * weight
      result[feature].n += 1
    }
    return result
  }

  private func respondents(_ pairs: KanoInput.Pairs, _ focus: SurveyGroups.Focus?) -> Int {
    var seen = [Bool](repeating: false, count: pairs.respondentCount)
    for (row, group) in pairs.groups.whole(focus).enumerated() where group >= 0 {
      seen[Int(pairs.respondents[row])] = true
    }
    return seen.count(where: \.self)
  }
}

extension KanoInput.Pairs {
  /// nil where one of the two questions was not answered.
  func answers(_ row: Int) -> (functional: KanoAnswer, dysfunctional: KanoAnswer)? {
    guard let with = KanoAnswer(rawValue: Int(functional[row])),
      let without = KanoAnswer(rawValue: Int(dysfunctional[row]))
    else { return nil }
    return (with, without)
  }
}
