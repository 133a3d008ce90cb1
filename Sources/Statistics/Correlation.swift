import RealModule

/// How two quantities go together over the same cases, by value and by rank, with intervals.
///
/// Pearson's r and Spearman's rank correlation (mean ranks for ties); the interval is by Fisher's z,
/// z = artanh r ± z_{1−α/2} / √(n − 3), for Spearman with the variance (1 + r²/2) / (n − 3).
///
/// Sources: Fisher, *On the "probable error" of a coefficient of correlation*, Metron 1, 1921;
/// Bonett & Wright, *Sample size requirements for estimating Pearson, Kendall and Spearman
/// correlations*, Psychometrika 65(1), 2000, equation 4.
package struct Correlation: Sendable, Equatable {
  package let pearson: Double
  package let spearman: Double
  package let n: Int

  /// nil with fewer than four cases, or where one quantity does not vary.
  ///
  /// - Precondition: as many values of one as of the other, all finite.
  package init?(_ a: [Double], _ b: [Double]) {
    precondition(a.count == b.count, "a value of each for every case")
    guard a.count > 3, let pearson = Self.pearson(a, b),
      let spearman = Self.pearson(Self.ranks(a), Self.ranks(b))
    else { return nil }
    self.pearson = pearson
    self.spearman = spearman
    n = a.count
  }

  package func pearsonInterval(confidence: Double = 0.95) -> Interval {
    interval(pearson, variance: 1, confidence)
  }

  package func spearmanInterval(confidence: Double = 0.95) -> Interval {
    interval(spearman, variance: 1 + spearman * spearman / 2, confidence)
  }

  private func interval(_ r: Double, variance: Double, _ confidence: Double) -> Interval {
    Self.fisher(r, deviation: (variance / Double(n - 3)).squareRoot(), confidence)
  }

  /// The interval of Pearson's r of n cases, with weights of their effective number; nil for fewer
  /// than four.
  package static func interval(_ r: Double, n: Double, confidence: Double = 0.95) -> Interval? {
    guard n > 3 else { return nil }
    return fisher(r, deviation: (1 / (n - 3)).squareRoot(), confidence)
  }

  private static func fisher(_ r: Double, deviation: Double, _ confidence: Double) -> Interval {
    guard r.magnitude < 1 else { return Interval(low: r, high: r) }
    let z = Double.atanh(r)
    let half = Normal.twoSided(confidence) * deviation
    return Interval(low: .tanh(z - half), high: .tanh(z + half))
  }

  private static func pearson(_ a: [Double], _ b: [Double]) -> Double? {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (aa, bb, ab) = (0.0, 0.0, 0.0)
    for index in a.indices {
      let (da, db) = (a[index] - meanA, b[index] - meanB)
      aa += da * da
      bb += db * db
      ab += da * db
    }
    guard aa > 0, bb > 0 else { return nil }
    return max(-1, min(1, ab / (aa * bb).squareRoot()))
  }

  /// Ranks from 1; equal values share the mean of theirs.
  package static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      for position in start..<end { ranks[order[position]] = rank }
      start = end
    }
    return ranks
  }
}
