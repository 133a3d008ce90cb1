import Statistics

/// Whether what customers say of the whole goes with the peak and the end of their journey, or with
/// the mean of it.
struct PeakEndComparison: Sendable {
  /// Customers with moments enough before their overall score.
  let n: Int
  /// Of (peak + end) / 2, and of the mean of the moments.
  let peakEnd: MeanEstimate?
  let mean: MeanEstimate?
  /// nil where fewer than `leastCompared` customers have all figures, or one does not vary.
  let correlations: DependentCorrelations?

  /// Fewer than ten customers are no base for a regression.
  static let leastCompared = 10

  init(_ moments: CustomerMoments, _ overall: OverallAnswers, least: Int) {
    var columns = [[Double]](repeating: [], count: 3)
    for customer in 0..<moments.customers.count where overall.row[customer] >= 0 {
      let rows = moments.rows(customer, before: overall)
      guard rows.count >= least, let memory = moments.memory(rows) else { continue }
      columns[0].append(overall.value(customer))
      columns[1].append(memory.score)
      columns[2].append(memory.mean)
    }
    n = columns[0].count
    peakEnd = MeanEstimate(columns[1])
    mean = MeanEstimate(columns[2])
    correlations =
      n < Self.leastCompared
      ? nil : DependentCorrelations(overall: columns[0], first: columns[1], second: columns[2])
  }
}
