import RealModule

/// How several items vary together over the rows that answer all of them.
package struct Covariance: Sendable, Equatable {
  /// Rows with an answer to every item and a weight above 0.
  package let n: Int
  /// (Σ w)² / Σ w² of those rows; without weights n.
  package let effectiveN: Double
  package let means: [Double]
  /// Σ w (x − x̄)(y − ȳ) / Σ w · n_eff / (n_eff − 1), both triangles.
  package let matrix: [[Double]]

  /// A published matrix; a correlation matrix counts as one with means of 0.
  ///
  /// - Precondition: square and symmetric, as many means as rows where they are given.
  package init(_ matrix: [[Double]], n: Int, means: [Double]? = nil) {
    precondition(matrix.allSatisfy { $0.count == matrix.count }, "a square matrix")
    precondition(means.map { $0.count == matrix.count } ?? true, "a mean for each item")
    self.n = n
    effectiveN = Double(n)
    self.means = means ?? matrix.map { _ in 0 }
    self.matrix = matrix
  }

  /// One column an item; NaN is no answer. nil where fewer than two rows are complete.
  ///
  /// Whole numbers without weights are summed exactly, anything else with compensation, so the
  /// order of the rows does not show. Rows with a weight of 0 do not count.
  ///
  /// - Precondition: columns of one length, no weight below 0.
  package init?(columns: [[Double]], weights: [Double]? = nil) {
    let isWhole = columns.allSatisfy { column in
      column.allSatisfy { $0.isNaN || ($0 == $0.rounded() && abs($0) < 0x1p20) }
    }
    self.init(rows: columns.first?.count ?? 0, items: columns.count, isWhole, weights) {
      item, row in
      columns[item][row]
    }
  }

  /// One column of answer codes an item; a code below 0 is no answer.
  package init?(codes: [[Int8]], weights: [Double]? = nil) {
    guard weights != nil else {
      self.init(wholeCodes: codes)
      return
    }
    self.init(rows: codes.first?.count ?? 0, items: codes.count, true, weights) { item, row in
      codes[item][row] < 0 ? .nan : Double(codes[item][row])
    }
  }

  package var count: Int { means.count }

  /// Items that vary, by their place.
  package var varying: [Int] { means.indices.filter { varies($0) } }

  /// Whether an item has more than one answer, within rounding.
  package func varies(_ item: Int) -> Bool {
    matrix[item][item] > max(0, 1e-26 * means[item] * means[item])
  }

  /// The correlation of two items that vary, within −1…1.
  package func correlation(_ i: Int, _ j: Int) -> Double {
    if i == j { return 1 }
    return max(-1, min(1, matrix[i][j] / .sqrt(matrix[i][i] * matrix[j][j])))
  }

  /// The correlations among items that vary.
  package func correlations(_ items: [Int]) -> [[Double]] {
    items.map { i in items.map { j in i < j ? correlation(i, j) : correlation(j, i) } }
  }

  /// These items alone, over the same rows.
  package func only(_ items: [Int]) -> Covariance {
    Covariance(
      n: n, effectiveN: effectiveN, means: items.map { means[$0] },
      matrix: items.map { i in items.map { matrix[i][$0] } })
  }

  init(n: Int, effectiveN: Double, means: [Double], matrix: [[Double]]) {
    self.n = n
    self.effectiveN = effectiveN
    self.means = means
    self.matrix = matrix
  }
}
