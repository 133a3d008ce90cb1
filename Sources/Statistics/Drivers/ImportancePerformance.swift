/// Where an item stands between how important it is and how well it does.
///
/// Source: Martilla & James, *Importance-performance analysis*, Journal of Marketing 41(1), 1977.
package enum ImportancePerformance: Sendable, Hashable, CaseIterable {
  /// Important, and done worse than the crosshair.
  case concentrateHere
  /// Important, and done well.
  case keepUp
  /// Not important, and not done well.
  case lowPriority
  /// Not important, and done well.
  case possibleOverkill

  /// The quadrants of all items around one crosshair; an item on it counts as important, and as
  /// done well.
  ///
  /// - Precondition: as many of either, none NaN.
  ///
  /// - Parameter crosshair: importance and performance where the quadrants meet; nil for the means
  ///   of the items.
  package static func quadrants(
    importance: [Double], performance: [Double],
    crosshair: (importance: Double, performance: Double)? = nil
  ) -> [ImportancePerformance] {
    precondition(importance.count == performance.count, "both figures for each item")
    let n = Double(importance.count)
    let middle =
      crosshair
      ?? (importance.reduce(0, +) / n, performance.reduce(0, +) / n)
    // A mean of equal figures may be a rounding above them.
    let slack = 1e-12
    return zip(importance, performance).map { one, other in
      switch (
        one >= middle.importance - slack * abs(middle.importance),
        other >= middle.performance - slack * abs(middle.performance)
      ) {
      case (true, true): .keepUp
      case (true, false): .concentrateHere
      case (false, true): .possibleOverkill
      case (false, false): .lowPriority
      }
    }
  }

  /// The customer satisfaction index, `Σ w P / (Σ w · highest)`, 0…1; nil without weight.
  ///
  /// Source: Hill, Brierley & MacDougall, *How to Measure Customer Satisfaction*, 2nd edition 2003
  /// (weights from importance, scores as a share of the highest possible).
  ///
  /// - Precondition: as many weights as scores, the highest score above 0.
  package static func satisfactionIndex(
    performance: [Double], weights: [Double], highest: Double
  ) -> Double? {
    precondition(performance.count == weights.count && highest > 0, "a weight for each score")
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    return zip(performance, weights).reduce(0) { $0 + $1.0 * $1.1 } / (sum * highest)
  }
}
