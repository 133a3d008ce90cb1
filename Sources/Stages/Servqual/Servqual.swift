package import Diagnostics
import Pipeline
import Statistics
package import Values

/// How far the service lies from what was expected, by item and dimension: SERVQUAL.
package struct Servqual: Stage {
  package static let name = "servqual"
  package static let summary = Phrase(
    "How far service lies from what was expected, by item, dimension and department",
    "服务与期望的差距：按题项、维度与部门")
  package static let example = """
    - stage: servqual
      settings:
        group_by: [unit, segment, wave]
        scale: 1-7
        dimensions: {tangibles: 1-4, reliability: 5-9, responsiveness: 10-13, assurance: 14-17, empathy: 18-22}
        names: {empathy: {en: Care, zh-Hans: 关怀}}
        points_tolerance: 0.5
    """

  private let settings: ServqualSettings

  package init(_ settings: ServqualSettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: ServqualInput) throws(Diagnostic) -> ServqualOutput {
    let focus = input.groups.focus(settings.waves)
    let dimensions = input.groups.dimensions(focus)
    let answered = input.answered
    let everything = GroupColumn(labels: [""], codes: input.groups.whole(focus))
    let total = scores(input, everything, answered)
    let waves = input.groups.waves.map { scores(input, $0, answered) }
    return ServqualOutput(
      scope: input.scope, minCell: input.minCell, settings: settings, focus: focus,
      items: input.items, dimensionNames: input.dimensions, form: input.form,
      hasExpectations: input.expectations != nil, hasPoints: input.points != nil,
      total: total[0], waves: waves ?? [],
      dimensions: dimensions.map { dimension in
        ServqualOutput.Dimension(
          kind: dimension.kind,
          groups: dimension.kind == .wave
            ? waves ?? [] : scores(input, dimension.groups, answered))
      },
      nestings: SurveyGroups.nestings(dimensions, focus), missing: input.groups.missing,
      reliability: reliability(input, everything.codes),
      tolerance: tolerance(input, everything.codes),
      departments: DepartmentMatrix(input, focus, answered),
      points: PointsAccount(input, everything.codes), absentItems: input.absentItems,
      unusedItems: input.unusedItems, hasWeights: input.hasWeights,
      hasRows: input.groups.rows > 0)
  }

  private func scores(
    _ input: ServqualInput, _ groups: GroupColumn, _ answered: [Bool]
  ) -> [ServqualScore] {
    var sums = ServqualSums(input.form, groups: groups.labels.count)
    sums.add(
      expectations: input.expectations, perceptions: input.perceptions, points: input.points,
      group: groups.codes, rows: 0..<input.groups.rows)
    var respondents = [Int](repeating: 0, count: groups.labels.count)
    for (row, group) in groups.codes.enumerated() where group >= 0 && answered[row] {
      respondents[Int(group)] += 1
    }
    return groups.labels.indices.map { group in
      ServqualScore(
        groups.labels[group], n: respondents[group], sums.gaps(of: [group]))
    }
  }

  private func reliability(
    _ input: ServqualInput, _ whole: [Int32]
  ) -> [ServqualReliability] {
    input.dimensions.indices.map { ServqualReliability(input, dimension: $0, whole) }
  }

  /// Of respondents who stated all three levels; nil where they were not asked.
  private func tolerance(_ input: ServqualInput, _ whole: [Int32]) -> ServqualTolerance? {
    guard let minimum = input.minimum, let desired = input.desired else { return nil }
    let form = ServqualForm(
      scale: input.form.scale, dimensions: input.form.dimensions,
      leastAnswered: settings.leastAnswered)
    return ServqualTolerance(
      form, minimum: minimum, desired: desired, perceived: input.perceptions, whole)
  }
}

extension ServqualInput {
  /// Who answered any item so that it counts.
  var answered: [Bool] {
    var answered = [Bool](repeating: false, count: groups.rows)
    for (item, perceived) in perceptions.enumerated() {
      if let expected = expectations?[item] {
        for row in answered.indices where perceived[row] >= 0 && expected[row] >= 0 {
          answered[row] = true
        }
      } else {
        for row in answered.indices where perceived[row] >= 0 { answered[row] = true }
      }
    }
    return answered
  }
}
