import RealModule

extension DependentCorrelations {
  /// The first correlation less the second, with its interval; nil with fewer than four customers.
  ///
  /// Built from the intervals (l, u) of both by Fisher's z:
  /// `L = r₁ − r₂ − √((r₁ − l₁)² + (u₂ − r₂)² − 2 c (r₁ − l₁)(u₂ − r₂))`, U likewise, where c is the
  /// correlation of the two estimates,
  /// `c = ((r_x − r₁ r₂ / 2)(1 − r₁² − r₂² − r_x²) + r_x³) / ((1 − r₁²)(1 − r₂²))`.
  /// Source: Zou, *Toward using confidence intervals to compare correlations*, Psychological Methods
  /// 12(4), 2007, equations 13–15.
  package func differenceInterval(confidence: Double = 0.95) -> Interval? {
    guard let one = Correlation.interval(first, n: n, confidence: confidence),
      let other = Correlation.interval(second, n: n, confidence: confidence)
    else { return nil }
    return recovered((first, one), (second, other), together: correlationOfEstimates)
  }

  /// R² of the overall score on the first figure less that on the second, with its interval, made of
  /// the intervals of both as in `differenceInterval`; nil with fewer than four customers.
  package func rSquaredDifference(
    confidence: Double = 0.95
  ) -> (value: Double, interval: Interval)? {
    guard let one = firstInterval(confidence: confidence),
      let other = secondInterval(confidence: confidence)
    else { return nil }
    // Squares of correlations of unlike sign move against each other.
    let together = first * second < 0 ? -correlationOfEstimates : correlationOfEstimates
    return (
      firstRSquared - secondRSquared,
      recovered((firstRSquared, one), (secondRSquared, other), together: together)
    )
  }

  /// R² of the first figure, from the interval of its correlation.
  package func firstInterval(confidence: Double = 0.95) -> Interval? {
    Correlation.interval(first, n: n, confidence: confidence).map(Self.squared)
  }

  package func secondInterval(confidence: Double = 0.95) -> Interval? {
    Correlation.interval(second, n: n, confidence: confidence).map(Self.squared)
  }

  private static func squared(_ interval: Interval) -> Interval {
    let (low, high) = (interval.low * interval.low, interval.high * interval.high)
    return Interval(low: interval.contains(0) ? 0 : min(low, high), high: max(low, high))
  }

  private var correlationOfEstimates: Double {
    let (a, b, x) = (first * first, second * second, between)
    guard a < 1, b < 1 else { return 0 }
    let c =
      ((x - first * second / 2) * (1 - a - b - x * x) + x * x * x) / ((1 - a) * (1 - b))
    return max(-1, min(1, c))
  }

  private func recovered(
    _ one: (value: Double, interval: Interval), _ other: (value: Double, interval: Interval),
    together c: Double
  ) -> Interval {
    func reach(_ a: Double, _ b: Double) -> Double {
      max(0, a * a + b * b - 2 * c * a * b).squareRoot()
    }
    let value = one.value - other.value
    return Interval(
      low: value - reach(one.value - one.interval.low, other.interval.high - other.value),
      high: value + reach(one.interval.high - one.value, other.value - other.interval.low))
  }
}
