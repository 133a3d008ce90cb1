import RealModule

/// How far the importance of items would move with other respondents, by drawing the same number of
/// them again and again from those who answered.
package struct DriverBootstrap: Sendable, Equatable {
  /// Of each item's relative weight, and of its share of R²; nil for an item that does not vary.
  package let relativeWeights: [Interval?]
  package let relativeShares: [Interval?]
  /// The same for the averaged gains; nil beyond `DriverImportance.lmgLimit` items.
  package let lmg: [Interval?]?
  package let lmgShares: [Interval?]?
  package let rSquared: Interval
  /// In which share of the draws each item has the largest relative weight.
  package let leads: [Double]
  /// Draws that had a fit.
  package let draws: Int

  /// Percentile intervals of the draws, type 7 quantiles; nil where fewer than half of the draws
  /// have a response that varies.
  ///
  /// Rows are first put in the order of their content, so the intervals do not depend on the order
  /// in which they came, and draw k is a function of seed and k alone. Beyond `groupedFrom` rows
  /// they are dealt at random into 2,000 groups, and groups are drawn: the same variance at the
  /// cost of 2,000 rows. A row keeps its weight. Sources: Efron & Tibshirani, *An Introduction to
  /// the Bootstrap*, 1993, chapter 13; for relative weights: Tonidandel, LeBreton & Johnson,
  /// *Determining the statistical significance of relative weights*, Psychological Methods 14(4),
  /// 2009; groups: Wolter, *Introduction to Variance Estimation*, 2nd edition 2007, chapter 2.
  package init?(
    _ rows: CompleteRows, response: Int, items: [Int], draws: Int = 1000, seed: UInt64,
    confidence: Double = 0.95
  ) {
    guard let whole = DriverImportance(rows.covariance, response: response, items: items) else {
      return nil
    }
    let blocks = rows.blocks(seed: seed)
    var fits: [DriverImportance] = []
    for draw in 0..<draws {
      guard let covariance = blocks.draw(draw, seed: seed),
        let fit = DriverImportance(covariance, response: response, items: items)
      else { continue }
      fits.append(fit)
    }
    guard !fits.isEmpty, 2 * fits.count >= draws else { return nil }
    self.draws = fits.count
    func interval(_ figure: (DriverImportance) -> Double) -> Interval {
      let sorted = fits.map(figure).sorted()
      let tail = (1 - confidence) / 2
      return Interval(
        low: Quantile.type7(tail, sorted: sorted), high: Quantile.type7(1 - tail, sorted: sorted))
    }
    func share(_ weight: Double, _ fit: DriverImportance) -> Double {
      fit.rSquared > 0 ? weight / fit.rSquared : 0
    }
    let constant = Set(whole.constant)
    func each(_ figure: (DriverImportance, Int) -> Double) -> [Interval?] {
      items.indices.map { item in
        constant.contains(item) ? nil : interval { figure($0, item) }
      }
    }
    relativeWeights = each { $0.relativeWeights[$1] }
    relativeShares = each { share($0.relativeWeights[$1], $0) }
    let hasGains = fits.allSatisfy { $0.lmg != nil }
    lmg = hasGains ? each { $0.lmg?[$1] ?? 0 } : nil
    lmgShares = hasGains ? each { share($0.lmg?[$1] ?? 0, $0) } : nil
    rSquared = interval(\.rSquared)
    var firsts = [Int](repeating: 0, count: items.count)
    for fit in fits {
      let largest = fit.relativeWeights.max() ?? 0
      if let leader = fit.relativeWeights.firstIndex(of: largest) { firsts[leader] += 1 }
    }
    leads = firsts.map { Double($0) / Double(fits.count) }
  }
}
