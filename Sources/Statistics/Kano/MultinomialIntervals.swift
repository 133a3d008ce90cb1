import RealModule

/// Intervals of all shares of a distribution that hold together.
package enum MultinomialIntervals {
  /// For each count the range of its share, so that all of them hold at once with `confidence`.
  ///
  /// `(χ² + 2x ± √(χ² (χ² + 4x(n − x)/n))) / (2(n + χ²))` with χ² of one degree of freedom at
  /// `1 − (1 − confidence)/k`: Wilson's interval for each share with Bonferroni's bound; nil
  /// without counts. Source: Goodman, *On simultaneous confidence intervals for multinomial
  /// proportions*, Technometrics 7(2), 1965.
  ///
  /// - Precondition: no count below 0.
  ///
  /// - Parameter effectiveN: with weights the effective number; nil without.
  package static func goodman(
    _ counts: [Double], effectiveN: Double? = nil, confidence: Double = 0.95
  ) -> [Interval]? {
    precondition(counts.allSatisfy { $0 >= 0 }, "counts are not below 0")
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let n = effectiveN ?? total
    let single = 1 - (1 - confidence) / Double(counts.count)
    return counts.map { count in
      Proportion(share: count / total, n: n)?.wilson(confidence: single)
        ?? Interval(low: 0, high: 1)
    }
  }
}
