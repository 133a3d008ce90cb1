package import Diagnostics
import Pipeline
import Statistics
package import Values

/// Are the customers content: distributions, means, boxes, NPS and CES by group, wave on wave, with
/// intervals and tests; who answered and how, how reliable the items are, what customers said.
package struct Satisfaction: Stage {
  package static let name = "satisfaction"
  package static let summary = Phrase(
    "How content the customers are, by item, segment, touchpoint and wave",
    "客户满意程度：按题项、客户细分、触点与批次")
  package static let example = """
    - stage: satisfaction
      settings:
        group_by: [segment, touchpoint, wave, region]
        waves: latest
        scales: {item_price: 1-5}
        no_answer: [9]
        items: {item_price: {en: Price, zh-Hans: 价格}}
        importance: {item_price: 3, item_delivery: 2}
        confidence: 0.95
    """

  private let settings: SatisfactionSettings

  package init(_ settings: SatisfactionSettings) throws(Diagnostic) {
    self.settings = settings
  }

  package func run(_ input: SatisfactionInput) throws(Diagnostic) -> SatisfactionOutput {
    let answers = input.answers
    let focus = answers.groups.focus(settings.survey.waves)
    let dimensions = answers.groups.dimensions(focus)
    let items = answers.items.map { score($0, answers, dimensions, focus) }
    let overall =
      settings.overall ?? ["nps", "csat"].first { id in items.contains { $0.id == id } }
      ?? items.first?.id ?? "csat"
    var output = SatisfactionOutput(
      asOf: input.asOf, scope: input.scope, minCell: input.minCell, settings: settings,
      overall: overall, isWeighted: answers.weights != nil, responses: answers.responses,
      withoutAnswer: answers.withoutAnswer, withoutWeight: answers.withoutWeight,
      focus: focus.map { SatisfactionOutput.Focus($0, answers.groups) }, items: items,
      nesting: SurveyGroups.nestings(dimensions, focus),
      missingDimensions: answers.groups.missing, unknownLabels: answers.unknownLabels)
    let whole = answers.groups.whole(focus)
    output.aspects = AspectScale(answers, whole)
    output.invitations = input.invitations
    output.mix = input.mix
    output.comments = CommentList(
      input.survey, answers, overall: overall, dimensions, whole)
    return output
  }

  private func score(
    _ item: SurveyItem, _ answers: SurveyAnswers, _ dimensions: [SurveyGroups.Dimension],
    _ focus: SurveyGroups.Focus?
  ) -> SatisfactionOutput.Item {
    func scores(_ groups: GroupColumn) -> [GroupScore] {
      let counts = AnswerCounts(
        positions: item.positions, levels: item.scale.count, groups: groups.codes,
        groupCount: groups.labels.count, weights: answers.weights)
      return groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
    }
    let whole = answers.groups.whole(focus)
    let everything = GroupColumn(labels: [""], codes: whole)
    let hasDontKnow = item.id.hasPrefix("item_") && !settings.survey.noAnswer.isEmpty
    let waves = answers.groups.waves.map(scores)
    return SatisfactionOutput.Item(
      id: item.id, scale: item.scale, total: scores(everything)[0], waves: waves ?? [],
      dimensions: dimensions.map { dimension in
        SatisfactionOutput.Dimension(
          kind: dimension.kind,
          groups: dimension.kind == .wave ? waves ?? [] : scores(dimension.groups))
      },
      dontKnow: hasDontKnow
        ? whole.indices.count { whole[$0] >= 0 && item.positions[$0] == SurveyItem.dontKnow } : nil,
      hasDontKnow: hasDontKnow
    ).compared(focus?.index)
  }
}
