package import Diagnostics
import Pipeline
import Statistics
package import Values

/// What moves overall satisfaction, where to begin, and which groups are worst off.
package struct Drivers: Stage {
  package static let name = "drivers"
  package static let summary = Phrase(
    "What moves overall satisfaction, where to begin, and which groups are worst off",
    "哪些因素最影响总体满意度、先改进什么、哪些群体评价最低")
  package static let example = """
    - stage: drivers
      settings:
        overall: csat
        by: segment
        group_by: [segment, touchpoint, region]
        stated: {item_price: 8, item_delivery: 9}
        crosshair: mean
        owners: {item_delivery: {en: Logistics, zh-Hans: 物流部}}
        resamples: 1000
        seed: 1
    """

  private let settings: DriversSettings

  package init(_ settings: DriversSettings) throws(Diagnostic) {
    guard settings.importance == .derived || !settings.stated.items.isEmpty else {
      throw Diagnostic(
        .configuration, "no-stated-importance",
        "'importance: stated' needs the importance that is stated of each item",
        help: "write it as stated: {item_price: 8, item_delivery: 9}, or importance: derived")
    }
    self.settings = settings
  }

  package func run(_ input: DriversInput) throws(Diagnostic) -> DriversOutput {
    let groups = input.answers.groups
    let focus = groups.focus(settings.survey.waves)
    let whole = groups.whole(focus)
    let (items, unanswered) = Self.answered(input, whole)
    let everybody = CompleteAnswers(input.overall, items, weights: input.answers.weights)
    let complete = everybody.split(whole, groups: 1)[0]
    let dimensions = groups.dimensions(focus)
    var output = DriversOutput(
      scope: input.scope, minCell: input.minCell, settings: settings, focus: focus,
      overall: DriversOutput.Aspect(
        input.overall.id, input.overall.scale, scores(input.overall, whole, input),
        waves: scores(input.overall, groups.waves, input)),
      items: items.map { item in
        DriversOutput.Aspect(
          item.id, item.scale, scores(item, whole, input),
          waves: scores(item, groups.waves, input))
      }, fit: DriverFit("", complete, settings),
      penalties: PenaltyClasses(complete, confidence: settings.survey.confidence),
      isWeighted: input.answers.weights != nil, withoutWeight: input.answers.withoutWeight,
      nestings: SurveyGroups.nestings(dimensions, focus), missing: groups.missing,
      hasCases: input.complaints != nil, unknownItems: input.unknownItems)
    output.unanswered = unanswered
    if let waves = groups.waves {
      output.completeByWave = Array(
        zip(waves.labels, everybody.counts(waves.codes, groups: waves.labels.count))
      ).map { (group: $0.0, n: $0.1) }
    }
    output.dimensions = dimensions.filter { settings.groupBy.contains($0.kind) }.map {
      dimension($0, input)
    }
    if let by = settings.by, let split = dimensions.first(where: { $0.kind == by })?.groups {
      let parts = everybody.split(split.codes, groups: split.labels.count)
      output.fits = zip(split.labels, parts).map { DriverFit($0, $1, settings) }
    }
    return output
  }

  /// The items, without those that nobody answered who answered the overall question too: such an
  /// item would leave no complete answer. All of them where nothing is left otherwise.
  ///
  /// - Parameter whole: 0 for the rows that figures are of.
  private static func answered(
    _ input: DriversInput, _ whole: [Int32]
  ) -> (items: [SurveyItem], unanswered: [String]) {
    let overall = input.overall.positions
    let rows = whole.indices.filter { whole[$0] >= 0 && overall[$0] >= 0 }
    let items = input.items.filter { item in rows.contains { item.positions[$0] >= 0 } }
    guard !items.isEmpty else { return (input.items, []) }
    let kept = Set(items.map(\.id))
    return (items, input.items.map(\.id).filter { !kept.contains($0) })
  }

  private func scores(
    _ item: SurveyItem, _ whole: [Int32], _ input: DriversInput
  ) -> GroupScore {
    scores(item, GroupColumn(labels: [""], codes: whole), input)[0]
  }

  private func scores(
    _ item: SurveyItem, _ groups: GroupColumn?, _ input: DriversInput
  ) -> [GroupScore] {
    guard let groups else { return [] }
    let counts = AnswerCounts(
      positions: item.positions, levels: item.scale.count, groups: groups.codes,
      groupCount: groups.labels.count, weights: input.answers.weights)
    return groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
  }

  /// The overall question in each group of a dimension, with what its customers complain of.
  private func dimension(
    _ dimension: SurveyGroups.Dimension, _ input: DriversInput
  ) -> DriversOutput.Dimension {
    let groups = dimension.groups
    let scores = scores(input.overall, groups, input)
    let complaints = input.complaints?.counts(
      groups.codes, rows: input.answers.rows, groups: groups.labels.count)
    let comments = LowComments.of(
      input.overall, groups, comments: input.comments, rows: input.answers.rows)
    return DriversOutput.Dimension(
      kind: dimension.kind,
      groups: scores.indices.map { group in
        DriversOutput.Group(
          score: scores[group], complaints: complaints?[group] ?? [], comments: comments[group])
      })
  }
}
