import RealModule

/// Whether pairs of answers differ more to one side, by the ranks of their differences.
package struct WilcoxonSignedRank: Sendable, Equatable {
  /// V, the sum of the ranks of the differences above 0.
  package let statistic: Double
  /// Differences other than 0.
  package let n: Int
  /// Differences of 0, which are left out.
  package let zeros: Int
  /// P of a V at least as far from n (n + 1) / 4, either way.
  package let pValue: Double
  /// Whether the p-value is counted out rather than taken from the normal distribution.
  package let isExact: Bool
  /// (V − its opposite) / (n (n + 1) / 2): −1 where all differences are below 0, 1 where all are
  /// above.
  ///
  /// Source: Kerby, *The simple difference formula*, Comprehensive Psychology 3, 2014.
  package let rankBiserial: Double

  /// From how often each difference occurs, as whole answers give it; nil where all are 0.
  ///
  /// Differences of 0 are left out, as Wilcoxon did. Up to 50 differences without ties the p-value
  /// is exact; otherwise it is the normal one with variance
  /// `n (n + 1)(2n + 1) / 24 − Σ (t³ − t) / 48` and half a rank for continuity, as in R's
  /// `wilcox.test`. Sources: Wilcoxon, *Individual comparisons by ranking methods*, Biometrics
  /// Bulletin 1(6), 1945; ties: Hollander, Wolfe & Chicken, *Nonparametric Statistical Methods*,
  /// 3rd edition 2014, section 3.1.
  ///
  /// - Precondition: no count below 0.
  package init?(differences: [(value: Double, count: Int)]) {
    var zeros = 0
    var sizes: [(size: Double, count: Int, isAbove: Bool)] = []
    for (value, count) in differences where count != 0 && !value.isNaN {
      precondition(count > 0, "counts are not below 0")
      if value == 0 { zeros += count } else { sizes.append((abs(value), count, value > 0)) }
    }
    sizes.sort { $0.size < $1.size }
    var n = 0
    // Twice the ranks, which are whole with ties as well.
    var doubled = 0
    var ties = 0.0
    var start = 0
    while start < sizes.count {
      var end = start
      var tied = 0
      var above = 0
      while end < sizes.count, sizes[end].size == sizes[start].size {
        tied += sizes[end].count
        if sizes[end].isAbove { above += sizes[end].count }
        end += 1
      }
      doubled += above * (2 * n + tied + 1)
      let t = Double(tied)
      ties += t * t * t - t
      n += tied
      start = end
    }
    guard n > 0 else { return nil }
    self.n = n
    self.zeros = zeros
    let v = Double(doubled) / 2
    statistic = v
    let count = Double(n)
    let all = count * (count + 1) / 2
    rankBiserial = (2 * v - all) / all
    isExact = ties == 0 && n <= 50
    if isExact {
      pValue = Self.exact(doubled / 2, n)
    } else {
      let variance = count * (count + 1) * (2 * count + 1) / 24 - ties / 48
      let away = max(0, abs(v - all / 2) - 0.5)
      pValue = min(1, 2 * Normal.cdf(-away / .sqrt(variance)))
    }
  }

  /// From the differences one by one; those that are no number do not count.
  package init?(_ differences: [Double]) {
    self.init(differences: differences.map { ($0, 1) })
  }

  /// Twice the smaller tail of V, from the share of the 2ⁿ choices of signs that give each sum.
  private static func exact(_ v: Int, _ n: Int) -> Double {
    let all = n * (n + 1) / 2
    var shares = [Double](repeating: 0, count: all + 1)
    shares[0] = 1
    var reach = 0
    for rank in 1...n {
      reach += rank
      for sum in stride(from: reach, through: 0, by: -1) {
        shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2
      }
    }
    let near = min(v, all - v)
    return min(1, 2 * shares[...near].reduce(0, +))
  }
}
