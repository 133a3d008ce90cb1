import RealModule

/// Whether the rows of a table of counts, such as segments by answer, share one distribution.
package struct ChiSquareTest: Sendable, Equatable {
  /// Σ (observed − expected)² / expected.
  package let statistic: Double
  package let degreesOfFreedom: Int
  /// P(χ² ≥ statistic).
  package let pValue: Double
  /// Answers the test rests on: with weights the effective number.
  package let n: Double
  /// √(X² / (n · min(rows − 1, columns − 1))), 0 for no relation to 1 for a complete one.
  ///
  /// Source: Cramér, *Mathematical Methods of Statistics*, 1946, chapter 21.
  package let cramersV: Double
  /// The smallest expected count; below 5 the p-value is rough, below 1 it means little.
  ///
  /// Source: Cochran, *Some methods for strengthening the common χ² tests*, Biometrics 10, 1954.
  package let smallestExpected: Double

  /// Pearson's test; nil where fewer than two rows or columns have answers. Empty rows and columns
  /// are left out.
  ///
  /// Weighted counts are scaled to their effective number, `X² · n_eff / Σw`: the first-order
  /// correction with Kish's design effect of the weights. Sources: Pearson, *On the criterion …*,
  /// Philosophical Magazine 50, 1900; Rao & Scott, *On chi-squared tests for multiway contingency
  /// tables*, Annals of Statistics 12(1), 1984 (correction by a mean design effect).
  ///
  /// - Precondition: rows of equal length, no count below 0.
  ///
  /// - Parameter effectiveN: (Σ w)² / Σ w² over the answers; nil without weights.
  package init?(_ table: [[Double]], effectiveN: Double? = nil) {
    let width = table.first?.count ?? 0
    precondition(table.allSatisfy { $0.count == width }, "rows of equal length")
    precondition(table.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "counts are not below 0")
    let rows = table.map { $0.reduce(0, +) }
    let columns = (0..<width).map { column in table.reduce(0) { $0 + $1[column] } }
    let total = rows.reduce(0, +)
    let usedRows = rows.indices.filter { rows[$0] > 0 }
    let usedColumns = columns.indices.filter { columns[$0] > 0 }
    guard usedRows.count > 1, usedColumns.count > 1 else { return nil }
    let n = effectiveN ?? total
    var sum = 0.0
    var smallest = Double.infinity
    for row in usedRows {
      for column in usedColumns {
        let expected = rows[row] * (columns[column] / total)
        let deviation = table[row][column] - expected
        sum += deviation * deviation / expected
        smallest = min(smallest, expected)
      }
    }
    statistic = sum * n / total
    degreesOfFreedom = (usedRows.count - 1) * (usedColumns.count - 1)
    pValue = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
    self.n = n
    cramersV = min(
      1, .sqrt(sum / total / Double(min(usedRows.count, usedColumns.count) - 1)))
    smallestExpected = smallest * n / total
  }
}
