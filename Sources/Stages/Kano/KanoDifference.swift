import Statistics

/// Whether the groups of one dimension place a feature differently.
struct KanoDifference: Sendable {
  let feature: Int
  let kind: SurveyDimension
  /// The groups that are compared: those that may be told; of waves the latest two.
  let groups: [String]
  let test: ChiSquareTest
  /// Holm's, over the features compared by this dimension.
  private(set) var adjusted: Double

  /// The tests of all features by all dimensions; those that cannot be made are left out.
  static func all(_ output: KanoOutput) -> [KanoDifference] {
    output.kinds.indices.flatMap { dimension -> [KanoDifference] in
      let kind = output.kinds[dimension]
      var tests = output.features.indices.compactMap { feature -> KanoDifference? in
        var groups = output.features[feature].dimensions[dimension]
          .filter { $0.figures != nil && !$0.group.isEmpty }
        if kind == .wave { groups = groups.suffix(2) }
        let figures = groups.compactMap(\.figures)
        let n = figures.reduce(0) { $0 + $1.n }
        guard
          let test = ChiSquareTest(
            figures.map(\.counts), effectiveN: output.isWeighted ? n : nil)
        else { return nil }
        return KanoDifference(
          feature: feature, kind: kind, groups: groups.map(\.group), test: test,
          adjusted: test.pValue)
      }
      for (index, p) in Holm.adjusted(tests.map(\.test.pValue)).enumerated() {
        tests[index].adjusted = p
      }
      return tests
    }
  }
}
