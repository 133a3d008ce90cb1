import Values

/// A group that judges overall satisfaction lowest.
struct LowestGroup {
  let kind: SurveyDimension
  let group: DriversOutput.Group
  let figure: HeadlineFigure
  /// Whether its interval lies below the figure of all.
  let isBelow: Bool
}

extension DriversOutput {
  /// The lowest groups of all dimensions that may be told, the lowest first; groups that answers do
  /// not state, and single answers, are left out.
  var lowest: [LowestGroup] {
    let all = HeadlineFigure(overall.score, confidence: settings.survey.confidence)
    var found: [LowestGroup] = []
    for dimension in dimensions {
      for group in dimension.groups where !group.score.group.isEmpty {
        guard
          let figure = HeadlineFigure(group.score, confidence: settings.survey.confidence)
        else { continue }
        found.append(
          LowestGroup(
            kind: dimension.kind, group: group, figure: figure,
            isBelow: all.map { figure.high < $0.value } ?? false))
      }
    }
    return Array(
      found.enumerated().sorted {
        ($0.element.figure.value, $0.offset) < ($1.element.figure.value, $1.offset)
      }.map(\.element).prefix(settings.lowest))
  }
}
