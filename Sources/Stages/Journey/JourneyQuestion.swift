import Pipeline
import Statistics

/// The scores of one question: in all, at each touchpoint, and there in the wave before.
struct JourneyQuestion: Sendable {
  let id: String
  let scale: SurveyScale
  private(set) var total: GroupScore
  /// Chronological; empty where the export has no waves.
  let waves: [GroupScore]
  /// In the order of the journey, answers without a touchpoint last.
  private(set) var touchpoints: [GroupScore]
  /// The same in the wave before; empty where there is none or figures are of all waves.
  private(set) var before: [GroupScore]
  /// Answers by wave and touchpoint, where figures are of all waves: they tie the cells of this
  /// step to those of steps that are of one wave.
  let byWave: [[[Int]]]

  init(
    _ item: SurveyItem, _ touchpoints: GroupColumn, _ answers: SurveyAnswers,
    _ focus: SurveyGroups.Focus?
  ) {
    func counts(_ groups: GroupColumn) -> AnswerCounts {
      AnswerCounts(
        positions: item.positions, levels: item.scale.count, groups: groups.codes,
        groupCount: groups.labels.count, weights: answers.weights)
    }
    func scores(_ groups: GroupColumn) -> [GroupScore] {
      let counts = counts(groups)
      return groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
    }
    let waves = answers.groups.waves
    func of(_ wave: Int) -> GroupColumn {
      touchpoints.keeping { Int(waves?.codes[$0] ?? -1) == wave }
    }
    id = item.id
    scale = item.scale
    total = scores(GroupColumn(labels: [""], codes: answers.groups.whole(focus)))[0]
    self.waves = waves.map(scores) ?? []
    self.touchpoints = scores(focus.map { of($0.index) } ?? touchpoints)
    before =
      focus.flatMap { focus in focus.previous == nil ? nil : scores(of(focus.index - 1)) } ?? []
    byWave =
      focus == nil
      ? (waves?.labels.indices.map { wave in
        let own = counts(of(wave))
        return touchpoints.labels.indices.map { Array(own.counts($0)) }
      } ?? []) : []
  }

  func hiding(_ cells: JourneyCells, _ hidden: Set<AnswerCell.ID>) -> JourneyQuestion {
    func hiding(_ score: GroupScore, _ cell: AnswerCell.ID) -> GroupScore {
      hidden.contains(cell) ? score.hiding() : score
    }
    let places = cells.survey(id)
    var copy = self
    copy.total = hiding(total, places.total)
    copy.touchpoints = touchpoints.map { hiding($0, places.group(.touchpoint, $0.group)) }
    copy.before = before.map { hiding($0, cells.before(id, $0.group)) }
    return copy
  }
}
