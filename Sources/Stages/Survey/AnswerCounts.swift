/// How often each level of one item was chosen in each group, and with how much weight.
struct AnswerCounts {
  let levels: Int
  /// `counts[group * levels + position]`.
  private(set) var counts: [Int]
  /// Σ w, laid out likewise; equal to the counts without weights.
  private(set) var weights: [Double]
  /// Σ w² of each group.
  private(set) var squares: [Double]

  /// Counts answers, row by row; rows of group -1 and rows without an answer are passed over.
  ///
  /// - Precondition: weights ascend, so that the sums are the same for any order of the export.
  init(
    positions: [Int8], levels: Int, groups: [Int32], groupCount: Int, weights rowWeights: [Double]?
  ) {
    self.levels = levels
    counts = [Int](repeating: 0, count: groupCount * levels)
    for row in positions.indices {
      let position = Int(positions[row])
      let group = Int(groups[row])
      if position >= 0, group >= 0 { counts[group * levels + position] += 1 }
    }
    guard let rowWeights else {
      weights = counts.map(Double.init)
      squares = []
      squares = (0..<groupCount).map { Double(base($0)) }
      return
    }
    weights = [Double](repeating: 0, count: counts.count)
    squares = [Double](repeating: 0, count: groupCount)
    for row in positions.indices {
      let position = Int(positions[row])
      let group = Int(groups[row])
      guard position >= 0, group >= 0 else { continue }
      let w = rowWeights[row]
      weights[group * levels + position] += w
      squares[group] += w * w
    }
  }

  /// Answers of a group, each counted once.
  func base(_ group: Int) -> Int { counts(group).reduce(0, +) }

  func counts(_ group: Int) -> ArraySlice<Int> {
    counts[group * levels..<(group + 1) * levels]
  }

  func weights(_ group: Int) -> ArraySlice<Double> {
    weights[group * levels..<(group + 1) * levels]
  }
}
