import RealModule

/// A mean with its uncertainty, weighted or not.
package struct MeanEstimate: Sendable, Equatable {
  /// Σ w x / Σ w.
  package let mean: Double
  /// Σ w (x − mean)² / (Σ w − Σ w² / Σ w); with equal weights the usual sum over n − 1.
  /// NaN with one observation.
  package let variance: Double
  /// (Σ w)² / Σ w²; with equal weights n.
  package let effectiveN: Double

  /// The mean of values with a weight each, or all weights 1.
  ///
  /// nil without values or where all weights are 0. Values with weight 0 do not count.
  /// The effective number is Kish's (*Survey sampling*, 1965, section 11.7); the variance is the
  /// unbiased one for reliability weights, which Kish's number makes
  /// `Σ w (x − mean)² / Σ w · n_eff / (n_eff − 1)`.
  ///
  /// - Precondition: as many weights as values, none below 0.
  package init?(_ values: [Double], weights: [Double]? = nil) {
    precondition(weights.map { $0.count == values.count } ?? true, "a weight for each value")
    var sumW = 0.0
    var sumW2 = 0.0
    var sumWX = 0.0
    for index in values.indices {
      let w = weights?[index] ?? 1
      precondition(w >= 0, "weights are not below 0")
      sumW += w
      sumW2 += w * w
      sumWX += w * values[index]
    }
    guard sumW > 0 else { return nil }
    let mean = sumWX / sumW
    var squares = 0.0
    for index in values.indices {
      let deviation = values[index] - mean
      squares += (weights?[index] ?? 1) * deviation * deviation
    }
    self.init(mean: mean, meanSquare: squares / sumW, effectiveN: sumW * sumW / sumW2)
  }

  /// The mean of levels of a scale, from how much weight each level has.
  ///
  /// nil where no level has weight.
  ///
  /// - Parameters:
  ///   - weights: Σ w of the answers at each level; without weights their number.
  ///   - effectiveN: (Σ w)² / Σ w² over the answers; nil without weights, then Σ weights.
  package init?(levels: [Double], weights: [Double], effectiveN: Double? = nil) {
    precondition(levels.count == weights.count, "a weight for each level")
    let sumW = weights.reduce(0, +)
    guard sumW > 0 else { return nil }
    let mean = zip(levels, weights).reduce(0) { $0 + $1.0 * $1.1 } / sumW
    let squares = zip(levels, weights).reduce(0) { sum, pair in
      sum + pair.1 * (pair.0 - mean) * (pair.0 - mean)
    }
    self.init(mean: mean, meanSquare: squares / sumW, effectiveN: effectiveN ?? sumW)
  }

  /// - Parameter meanSquare: Σ w (x − mean)² / Σ w.
  init(mean: Double, meanSquare: Double, effectiveN: Double) {
    self.mean = mean
    self.effectiveN = effectiveN
    // Weights that differ by rounding alone leave n_eff a speck above 1 for one observation.
    variance = effectiveN > 1 + 1e-9 ? meanSquare * effectiveN / (effectiveN - 1) : .nan
  }

  package var standardDeviation: Double { .sqrt(variance) }

  /// √(variance / n_eff); NaN with one observation.
  package var standardError: Double { .sqrt(variance / effectiveN) }

  /// `mean ± t · standard error`, t of n_eff − 1 degrees of freedom; nil with one observation.
  /// Of no width where all values are equal.
  ///
  /// Source: Student, *The probable error of a mean*, Biometrika 6(1), 1908.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard variance.isFinite else { return nil }
    let half = StudentT(degreesOfFreedom: effectiveN - 1).twoSided(confidence) * standardError
    return Interval(low: mean - half, high: mean + half)
  }

  /// This mean less that of an independent group, in large samples: `z = Δ / √(se₁² + se₂²)`.
  /// nil where neither varies or one has a single observation.
  package func difference(from earlier: MeanEstimate) -> Difference? {
    Difference(mean - earlier.mean, standardError: .hypot(standardError, earlier.standardError))
  }

  /// Kish's effective number of observations, (Σ w)² / Σ w²; 0 where all weights are 0.
  ///
  /// Source: Kish, *Survey sampling*, 1965, section 11.7.
  package static func effectiveN(of weights: some Sequence<Double>) -> Double {
    var sum = 0.0
    var squares = 0.0
    for weight in weights {
      sum += weight
      squares += weight * weight
    }
    return squares > 0 ? sum * sum / squares : 0
  }
}
