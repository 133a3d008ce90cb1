import Pipeline
import Statistics
import Values

/// Who scores the lowest touchpoint how: its answers by segment, region and the like.
struct TroughGroups: Sendable {
  /// Place of the touchpoint in the journey, and its name.
  let place: Int
  let touchpoint: String
  private(set) var dimensions: [(kind: SurveyDimension, groups: [GroupScore])]
  /// Answers by dimension, wave and group, where figures are of all waves: they tie the cells of this
  /// step to those of steps that are of one wave.
  let byWave: [[[[Int]]]]

  /// The touchpoint with the lowest mean, of those with answers enough to be told.
  ///
  /// - Parameters:
  ///   - touchpoints: in the order of the journey.
  ///   - dimensions: without the rows that figures are not of.
  init?(
    _ question: JourneyQuestion, _ item: SurveyItem, _ touchpoints: GroupColumn,
    _ dimensions: [SurveyGroups.Dimension], _ answers: SurveyAnswers, minCell: Int
  ) {
    let candidates = question.touchpoints.indices.filter { place in
      let score = question.touchpoints[place]
      return !score.group.isEmpty && (score.figures?.n ?? 0) >= minCell
    }
    func mean(_ place: Int) -> Double { question.touchpoints[place].figures?.mean.mean ?? 0 }
    guard let lowest = candidates.min(by: { mean($0) < mean($1) }), !dimensions.isEmpty else {
      return nil
    }
    place = lowest
    touchpoint = question.touchpoints[lowest].group
    func counts(_ groups: GroupColumn) -> AnswerCounts {
      AnswerCounts(
        positions: item.positions, levels: item.scale.count, groups: groups.codes,
        groupCount: groups.labels.count, weights: answers.weights)
    }
    let here = dimensions.map { dimension in
      dimension.groups.keeping { Int(touchpoints.codes[$0]) == lowest }
    }
    self.dimensions = zip(dimensions, here).map { dimension, groups in
      let counts = counts(groups)
      return (
        dimension.kind,
        groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
      )
    }
    guard !question.byWave.isEmpty, let waves = answers.groups.waves else {
      byWave = []
      return
    }
    byWave = here.map { groups in
      waves.labels.indices.map { wave in
        let counts = counts(groups.keeping { Int(waves.codes[$0]) == wave })
        return groups.labels.indices.map { Array(counts.counts($0)) }
      }
    }
  }

  func hiding(_ isHidden: (SurveyDimension, String) -> Bool) -> TroughGroups {
    var copy = self
    for index in dimensions.indices {
      let kind = dimensions[index].kind
      copy.dimensions[index].groups = dimensions[index].groups.map {
        isHidden(kind, $0.group) ? $0.hiding() : $0
      }
    }
    return copy
  }

  /// Groups whose interval lies below the mean of the touchpoint, the lowest of each dimension.
  func weak(
    below mean: Double, confidence: Double
  ) -> [(kind: SurveyDimension, score: GroupScore, figures: GroupScore.Figures)] {
    dimensions.compactMap { dimension in
      let weak = dimension.groups.compactMap { score in
        score.group.isEmpty ? nil : score.figures.map { (dimension.kind, score, $0) }
      }.filter { _, _, figures in
        figures.mean.interval(confidence: confidence).map { $0.high < mean } ?? false
      }
      return weak.min { $0.2.mean.mean < $1.2.mean.mean }
    }
  }
}
