import RealModule

/// How often each expectation met each perception on one item.
package struct GapCounts: Sendable, Equatable {
  package let scale: ClosedRange<Int>
  /// Respondents by expectation (row) and perception (column), both from the low end of the scale.
  package let cells: [Int]
  /// Respondents who answered both ways.
  package let n: Int
  /// False where only perceptions were asked; they are in the first row then.
  package let asksExpectation: Bool

  /// - Precondition: a cell for each pair of levels, none below 0.
  package init(scale: ClosedRange<Int>, cells: [Int], asksExpectation: Bool = true) {
    precondition(cells.count == scale.count * scale.count, "a cell for each pair of levels")
    self.scale = scale
    self.cells = cells
    self.asksExpectation = asksExpectation
    n = cells.reduce(0, +)
  }

  /// nil where nobody answered or expectations were not asked.
  package var expectation: MeanEstimate? {
    asksExpectation ? estimate { level, _ in level } : nil
  }

  /// nil where nobody answered.
  package var perception: MeanEstimate? {
    estimate { _, level in level }
  }

  /// Perception less expectation, with the spread of the differences of each respondent; nil as
  /// `expectation` is.
  ///
  /// Source: Parasuraman, Zeithaml & Berry, *SERVQUAL: a multiple-item scale for measuring consumer
  /// perceptions of service quality*, Journal of Retailing 64(1), 1988.
  package var gap: MeanEstimate? {
    asksExpectation ? estimate { expectation, perception in perception - expectation } : nil
  }

  /// The gap by ranks: asks nothing of the distances between levels.
  package var signedRanks: WilcoxonSignedRank? {
    WilcoxonSignedRank(differences: differences.map { (Double($0.gap), $0.count) })
  }

  /// How often each gap occurs, ascending; none where expectations were not asked.
  package var differences: [(gap: Int, count: Int)] {
    guard asksExpectation else { return [] }
    let width = scale.count
    var counts = [Int](repeating: 0, count: 2 * width - 1)
    for (index, count) in cells.enumerated() {
      counts[index % width - index / width + width - 1] += count
    }
    return counts.enumerated().map { ($0.offset - width + 1, $0.element) }
  }

  /// The mean of a figure of whole numbers: exact sums, so the order of answers does not show.
  private func estimate(_ figure: (Int, Int) -> Int) -> MeanEstimate? {
    guard n > 0 else { return nil }
    let width = scale.count
    var sum = 0
    var squares = 0
    for (index, count) in cells.enumerated() where count > 0 {
      let value = figure(
        scale.lowerBound + index / width, scale.lowerBound + index % width)
      sum += count * value
      squares += count * value * value
    }
    return MeanEstimate(n: n, sum: sum, squares: squares)
  }
}

extension MeanEstimate {
  /// Of whole numbers, from their sum and that of their squares.
  ///
  /// - Precondition: n > 0.
  init(n: Int, sum: Int, squares: Int) {
    // n Σx² − (Σx)² loses nothing in whole numbers; beyond 64 bits it is taken in floating point.
    let (whole, isOver) = n.multipliedReportingOverflow(by: squares)
    let (square, isOverToo) = sum.multipliedReportingOverflow(by: sum)
    let count = Double(n)
    let meanSquare =
      isOver || isOverToo
      ? max(0, Double(squares) / count - (Double(sum) / count) * (Double(sum) / count))
      : Double(whole - square) / count / count
    self.init(mean: Double(sum) / count, meanSquare: meanSquare, effectiveN: count)
  }
}
