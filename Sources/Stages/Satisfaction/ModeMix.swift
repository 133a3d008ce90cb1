/// How the responses of each wave were given: questionnaire, interview, online.
struct ModeMix: Sendable {
  /// Whether the export states waves.
  let hasWaves: Bool
  /// Chronological; one without a name where the export has no waves.
  let waves: [String]
  /// Of the export; the last without a name for responses that state none.
  let modes: [String]
  /// Responses, by wave and mode.
  private(set) var counts: [[Int]]

  /// nil where the export states no modes.
  init?(_ groups: SurveyGroups) {
    guard let column = groups.dimensions.first(where: { $0.kind == .mode })?.groups else {
      return nil
    }
    hasWaves = groups.waves != nil
    waves = groups.waves?.labels ?? [""]
    modes = column.labels
    counts = [[Int]](
      repeating: [Int](repeating: 0, count: modes.count), count: waves.count)
    for row in column.codes.indices {
      counts[groups.waves.map { Int($0.codes[row]) } ?? 0][Int(column.codes[row])] += 1
    }
  }
}
