import RealModule

/// Fisher's exact test: whether two properties occur together more often than by chance, all four
/// margins given.
///
/// `P(k) = C(K, k) C(n − K, m − k) / C(n, m)`, the hypergeometric distribution of the count k of
/// those that have both, K having the first property and m the second among n.
/// Source: Fisher, *The logic of inductive inference*, Journal of the Royal Statistical Society
/// 98(1), 1935; the two-sided form is that of R's fisher.test: all tables that are no more probable.
package struct FisherExact: Sendable, Equatable {
  package let both: Int
  package let first: Int
  package let second: Int
  package let n: Int

  /// nil where the counts are no table: more have both than one of them, or fewer than must.
  package init?(both: Int, first: Int, second: Int, n: Int) {
    guard both >= 0, both <= min(first, second), first <= n, second <= n,
      both >= first + second - n
    else { return nil }
    self.both = both
    self.first = first
    self.second = second
    self.n = n
  }

  /// The least and the greatest count that the margins allow.
  private var range: ClosedRange<Int> { max(0, first + second - n)...min(first, second) }

  /// The probability of at least as many that have both; 0 below the range of the numbers.
  package var greater: Double {
    if both == range.lowerBound { return 1 }
    // Above the mode terms fall; below it the complement has the falling ones.
    return Double(both) > mean ? rising(from: both) : max(0, 1 - falling(from: both - 1))
  }

  /// The probability of at most as many that have both.
  package var less: Double {
    if both == range.upperBound { return 1 }
    return Double(both) < mean ? falling(from: both) : max(0, 1 - rising(from: both + 1))
  }

  /// The probability of all tables that are no more probable than this one.
  package var twoSided: Double {
    // Equal probabilities differ by rounding: R's fisher.test takes the same margin.
    let limit = logProbability(both) + 1e-7
    var sum = 0.0
    var low = range.lowerBound
    var high = range.upperBound
    // Probabilities rise to the mode and fall behind it.
    while low <= high, logProbability(low) <= limit {
      sum += .exp(logProbability(low))
      low += 1
    }
    while high > low, logProbability(high) <= limit {
      sum += .exp(logProbability(high))
      high -= 1
    }
    return min(1, sum)
  }

  private var mean: Double { Double(first) * Double(second) / Double(max(n, 1)) }

  private func rising(from start: Int) -> Double {
    var term = Double.exp(logProbability(start))
    var sum = 0.0
    var k = start
    while k <= range.upperBound, term > sum * 1e-18 {
      sum += term
      term *=
        Double(first - k) / Double(k + 1) * Double(second - k) / Double(n - first - second + k + 1)
      k += 1
    }
    return min(1, sum)
  }

  private func falling(from start: Int) -> Double {
    guard start >= range.lowerBound else { return 0 }
    var term = Double.exp(logProbability(start))
    var sum = 0.0
    var k = start
    while k >= range.lowerBound, term > sum * 1e-18 {
      sum += term
      term *=
        Double(k) / Double(first - k + 1) * Double(n - first - second + k)
        / Double(second - k + 1)
      k -= 1
    }
    return min(1, sum)
  }

  private func logProbability(_ k: Int) -> Double {
    FisherExact.logChoose(first, k) + FisherExact.logChoose(n - first, second - k)
      - FisherExact.logChoose(n, second)
  }

  /// ln C(n, k) = −ln(n + 1) − ln B(n − k + 1, k + 1).
  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    if k == 0 || k == n { return 0 }
    return -Double.log(Double(n + 1)) - IncompleteBeta.logBeta(Double(n - k + 1), Double(k + 1))
  }
}
