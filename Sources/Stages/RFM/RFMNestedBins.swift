/// Frequency is scored within each recency score, monetary within each of those: a high M means
/// high for customers of the same recency and frequency.
///
/// Quantiles at each level, equal values sharing a score.
struct RFMNestedBins {
  static func scores(
    _ axes: [RFMAxis], _ cuts: RFMCuts, _ columns: [[Int64]]
  ) -> [RFMScores] {
    let n = columns[0].count
    var result: [RFMScores] = []
    /// Customers of one group beside each other; a group is one combination of scores so far.
    var groups: [(r: Int?, f: Int?, members: [Int32])] = [
      (nil, nil, (0..<n).map { Int32(truncatingIfNeeded: $0) })
    ]
    for (axis, values) in zip(axes, columns) {
      var whole = RFMScores.empty(n)
      var finer: [(r: Int?, f: Int?, members: [Int32])] = []
      for group in groups where group.r == nil || !group.members.isEmpty {
        let own = group.members.map { values[Int($0)] }
        let part = RFMQuantileBins.scores(axis, cuts, own, order: StableOrder(own))
        var split = [[Int32]](repeating: [], count: axis.bins)
        for (index, member) in group.members.enumerated() {
          whole.scores[Int(member)] = part.scores[index]
          whole.toNext[Int(member)] = part.toNext[index]
          split[Int(part.scores[index]) - 1].append(member)
        }
        whole.classes += part.classes.map { found in
          var placed = found
          placed.withinR = group.r
          placed.withinF = group.f
          return placed
        }
        for (index, members) in split.enumerated() {
          let score = index + 1
          finer.append(group.r == nil ? (score, nil, members) : (group.r, score, members))
        }
      }
      result.append(whole)
      groups = finer
    }
    return result
  }
}

extension RFMScores {
  fileprivate static func empty(_ n: Int) -> RFMScores {
    RFMScores(
      scores: [UInt8](repeating: 0, count: n), toNext: [Int64](repeating: .min, count: n),
      classes: [])
  }

  private init(scores: [UInt8], toNext: [Int64], classes: [RFMClass]) {
    self.scores = scores
    self.toNext = toNext
    self.classes = classes
  }
}
