/// Whether groups answer at different heights, by ranks: the levels of a scale need an order only.
package struct KruskalWallis: Sendable, Equatable {
  /// H, corrected for ties.
  package let statistic: Double
  package let degreesOfFreedom: Int
  /// P(χ² ≥ H), of groups − 1 degrees of freedom.
  package let pValue: Double
  /// Answers the test rests on: with weights the effective number.
  package let n: Double
  /// The mean rank of each group as given, from 1 to n; nil for one without answers.
  package let meanRanks: [Double?]
  /// H / (n − 1), the share of the ranks' variance that the groups account for.
  ///
  /// Source: Tomczak & Tomczak, *The need to report effect size estimates revisited*, Trends in
  /// Sport Sciences 1(21), 2014 (there `H (n + 1) / (n² − 1)`, the same).
  package let epsilonSquared: Double

  /// From how many of each group gave each level; nil where fewer than two groups have answers or
  /// all of them gave the same one.
  ///
  /// Ties have the mean of their ranks, `H = 12 / (n (n + 1)) Σ Rᵢ² / nᵢ − 3 (n + 1)`, divided by
  /// `1 − Σ (t³ − t) / (n³ − n)`. Weighted counts are scaled to their effective number first, which
  /// allows for the weights as the first-order correction of a chi-square test does; it is an
  /// approximation. Source: Kruskal & Wallis, *Use of ranks in one-criterion variance analysis*,
  /// JASA 47(260), 1952.
  ///
  /// - Precondition: rows of equal length, no count below 0.
  ///
  /// - Parameters:
  ///   - table: a row a group, a column a level, levels in their order.
  ///   - effectiveN: (Σ w)² / Σ w² over the answers; nil without weights.
  package init?(_ table: [[Double]], effectiveN: Double? = nil) {
    let width = table.first?.count ?? 0
    precondition(table.allSatisfy { $0.count == width }, "rows of equal length")
    precondition(table.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "counts are not below 0")
    let total = table.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { return nil }
    let scale = (effectiveN ?? total) / total
    let n = total * scale
    guard n > 1 else { return nil }
    var below = 0.0
    var ranks: [Double] = []
    var ties = 0.0
    for level in 0..<width {
      let count = table.reduce(0) { $0 + $1[level] } * scale
      ranks.append(below + (count + 1) / 2)
      if count > 1 { ties += count * count * count - count }
      below += count
    }
    var between = 0.0
    var groups = 0
    var means: [Double?] = []
    for row in table {
      let size = row.reduce(0, +)
      guard size > 0 else {
        means.append(nil)
        continue
      }
      groups += 1
      let mean = zip(row, ranks).reduce(0) { $0 + $1.0 * $1.1 } / size
      means.append(mean)
      between += size * scale * (mean - (n + 1) / 2) * (mean - (n + 1) / 2)
    }
    let untied = 1 - ties / (n * n * n - n)
    guard groups > 1, untied > 1e-12 else { return nil }
    // Σ nᵢ (R̄ᵢ − (n + 1)/2)² is Σ Rᵢ²/nᵢ − n (n + 1)²/4 without its cancellation.
    statistic = 12 / (n * (n + 1)) * between / untied
    degreesOfFreedom = groups - 1
    pValue = ChiSquared(degreesOfFreedom: Double(groups - 1)).upperTail(statistic)
    self.n = n
    meanRanks = means
    epsilonSquared = min(1, statistic / (n - 1))
  }

  /// From the values of each group; those that are no number do not count.
  package init?(groups: [[Double]]) {
    let levels = Set(groups.joined()).filter { !$0.isNaN }.sorted()
    var place: [Double: Int] = [:]
    for (index, level) in levels.enumerated() { place[level] = index }
    var table = groups.map { _ in [Double](repeating: 0, count: levels.count) }
    for (group, values) in groups.enumerated() {
      for value in values {
        if let column = place[value] { table[group][column] += 1 }
      }
    }
    self.init(table)
  }
}
