import RealModule

/// How often each pair of answers was given to one feature.
package struct KanoResponses: Sendable, Equatable {
  /// Σ w by functional answer (row) and dysfunctional answer (column), 25 in all.
  package private(set) var cells: [Double]
  private var sumOfSquares = 0.0

  package init() { cells = Array(repeating: 0, count: 25) }

  package mutating func add(
    functional: KanoAnswer, dysfunctional: KanoAnswer, weight: Double = 1
  ) {
    precondition(weight >= 0, "weights are not below 0")
    cells[(functional.rawValue - 1) * 5 + dysfunctional.rawValue - 1] += weight
    sumOfSquares += weight * weight
  }

  /// Takes over the answers of other respondents, such as another segment's.
  package mutating func add(_ other: KanoResponses) {
    for index in cells.indices { cells[index] += other.cells[index] }
    sumOfSquares += other.sumOfSquares
  }

  package subscript(_ functional: KanoAnswer, _ dysfunctional: KanoAnswer) -> Double {
    cells[(functional.rawValue - 1) * 5 + dysfunctional.rawValue - 1]
  }

  package var total: Double { cells.reduce(0, +) }

  /// (Σ w)² / Σ w²; 0 where nobody answered.
  package var effectiveN: Double {
    sumOfSquares > 0 ? total * total / sumOfSquares : 0
  }

  /// By category; nil where nobody answered.
  package var counts: KanoCounts? {
    var counts = [Double](repeating: 0, count: KanoCategory.allCases.count)
    for functional in KanoAnswer.allCases {
      for dysfunctional in KanoAnswer.allCases {
        let category = KanoCategory(functional: functional, dysfunctional: dysfunctional)
        counts[category.rawValue] += self[functional, dysfunctional]
      }
    }
    return KanoCounts(counts: counts, effectiveN: effectiveN)
  }

  /// The continuous view; nil where nobody answered.
  package var scores: KanoScores? {
    let levels = KanoAnswer.allCases
    let functional = levels.map { one in levels.reduce(0) { $0 + self[one, $1] } }
    let dysfunctional = levels.map { one in levels.reduce(0) { $0 + self[$1, one] } }
    guard
      let wanted = MeanEstimate(
        levels: levels.map(\.functionalScore), weights: functional, effectiveN: effectiveN),
      let minded = MeanEstimate(
        levels: levels.map(\.dysfunctionalScore), weights: dysfunctional, effectiveN: effectiveN)
    else { return nil }
    return KanoScores(functional: wanted, dysfunctional: minded)
  }
}
