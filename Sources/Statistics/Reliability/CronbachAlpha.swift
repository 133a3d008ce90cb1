import RealModule

/// How consistently the items of a scale measure one thing.
package struct CronbachAlpha: Sendable, Equatable {
  /// What one item adds to the scale.
  package struct Item: Sendable, Equatable {
    /// Correlation with the sum of the other items; nil where either does not vary.
    package let itemRest: Double?
    /// Alpha of the scale without the item; nil where one item would be left or nothing varies.
    package let alphaIfDeleted: Double?
    /// Correlation with the first principal component, turned so that most items are above 0; nil
    /// where the item does not vary.
    package let loading: Double?
  }

  /// 1 for items that agree completely; may be below 0 where an item runs the other way.
  package let value: Double
  /// `k r̄ / (1 + (k − 1) r̄)`, of items brought to one spread; nil where an item does not vary.
  package let standardised: Double?
  package let items: [Item]
  /// Rows that answer all items; with weights the effective number.
  package let n: Double

  /// `α = k/(k−1) · (1 − Σ σᵢ² / σ_T²)`; nil with fewer than two items or a sum that does not vary.
  ///
  /// Sources: Cronbach, *Coefficient alpha and the internal structure of tests*, Psychometrika
  /// 16(3), 1951, equation 2; item-rest correlations: Nunnally & Bernstein, *Psychometric Theory*,
  /// 3rd edition 1994.
  package init?(_ covariance: Covariance) {
    let c = covariance.matrix
    let all = Array(c.indices)
    guard let value = Self.alpha(c, all) else { return nil }
    self.value = value
    n = covariance.effectiveN
    let varying = covariance.varying
    let loadings = Self.loadings(covariance, varying)
    items = all.map { item in
      let rest = all.filter { $0 != item }
      return Item(
        itemRest: Self.itemRest(c, item, rest), alphaIfDeleted: Self.alpha(c, rest),
        loading: varying.firstIndex(of: item).map { loadings[$0] })
    }
    let k = Double(all.count)
    if varying.count == all.count {
      var sum = 0.0
      for i in all { for j in 0..<i { sum += covariance.correlation(i, j) } }
      let mean = sum / (k * (k - 1) / 2)
      let below = 1 + (k - 1) * mean
      standardised = below > 1e-12 ? k * mean / below : nil
    } else {
      standardised = nil
    }
  }

  /// The interval of alpha, `1 − (1 − α) F` with F's quantiles of n − 1 and (n − 1)(k − 1) degrees
  /// of freedom; nil with a single row. Exact for parallel items with normal answers.
  ///
  /// Source: Feldt, *The approximate sampling distribution of Kuder-Richardson reliability
  /// coefficient twenty*, Psychometrika 30(3), 1965.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard n > 1 else { return nil }
    let f = FisherF(n - 1, (n - 1) * Double(items.count - 1))
    let tail = (1 - confidence) / 2
    return Interval(
      low: 1 - (1 - value) * f.quantile(1 - tail), high: 1 - (1 - value) * f.quantile(tail))
  }

  /// Items that look as if their scale ran the other way: they load on the first principal
  /// component at −0.3 or below while most items load above 0. Empty where as many run one way as
  /// the other, for then nothing tells which are the reversed ones.
  ///
  /// With few items a reversed one takes the item-rest correlations of the others down with it, so
  /// those alone would name the wrong items. Source: the sign of the first component is the rule of
  /// `check.keys` in Revelle's R package *psych*, 2024; the threshold is ours.
  package var reversed: [Int] {
    let known = items.compactMap(\.loading)
    guard known.count(where: { $0 > 0 }) > known.count(where: { $0 < 0 }) else { return [] }
    return items.indices.filter { items[$0].loading.map { $0 <= -0.3 } ?? false }
  }

  private static func alpha(_ c: [[Double]], _ items: [Int]) -> Double? {
    guard items.count > 1 else { return nil }
    var single = 0.0
    var total = 0.0
    for i in items {
      single += c[i][i]
      for j in items { total += c[i][j] }
    }
    guard single > 0, total > 1e-12 * single else { return nil }
    let k = Double(items.count)
    return k / (k - 1) * (1 - single / total)
  }

  private static func itemRest(_ c: [[Double]], _ item: Int, _ rest: [Int]) -> Double? {
    var shared = 0.0
    var variance = 0.0
    var single = 0.0
    for i in rest {
      shared += c[item][i]
      single += c[i][i]
      for j in rest { variance += c[i][j] }
    }
    guard c[item][item] > 0, variance > 1e-12 * single else { return nil }
    return max(-1, min(1, shared / .sqrt(c[item][item] * variance)))
  }

  /// Vector times the root of its eigenvalue, for the largest one.
  private static func loadings(_ covariance: Covariance, _ varying: [Int]) -> [Double] {
    guard let matrix = SymmetricMatrix(rows: covariance.correlations(varying)) else { return [] }
    let (values, vectors) = matrix.eigen
    guard let largest = values.last, let vector = vectors.last else { return [] }
    let above = vector.count { $0 > 0 }
    let below = vector.count { $0 < 0 }
    // As many either way: by their sum, so that the same answers always turn the same way.
    let sign = above == below ? (vector.reduce(0, +) < 0 ? -1.0 : 1) : above < below ? -1.0 : 1
    return vector.map { $0 * sign * .sqrt(max(0, largest)) }
  }
}
