import RealModule

/// One common factor behind the correlations of several items.
package struct OneFactor: Sendable, Equatable {
  /// Correlation of each item with the factor, −1…1; their sum is not below 0.
  package let loadings: [Double]
  /// Items whose loading was stopped at ±1 (Heywood cases): the model leaves them no variance of
  /// their own, so it does not fit or the sample is small.
  package let heywood: [Int]
  /// The root of the mean square of correlations that the factor does not explain.
  package let rootMeanSquareResidual: Double

  /// The loadings with the least squares of what is left off the diagonal (minres), each kept
  /// within ±1; nil with fewer than three items, which leave a loading undetermined.
  ///
  /// Each loading in turn is the regression of its correlations on the loadings of the others,
  /// `λᵢ = Σ_{j≠i} r_ij λⱼ / Σ_{j≠i} λⱼ²`, until none moves. Sources: Harman & Jones, *Factor
  /// analysis by minimizing residuals (minres)*, Psychometrika 31(3), 1966; Harman & Fukuda,
  /// *Resolution of the Heywood case in the minres solution*, Psychometrika 31(4), 1966.
  ///
  /// - Precondition: a square matrix of correlations.
  package init?(correlations r: [[Double]]) {
    guard r.count > 2, let matrix = SymmetricMatrix(rows: r) else { return nil }
    let (values, vectors) = matrix.eigen
    guard let largest = values.last, let vector = vectors.last else { return nil }
    var loadings = vector.map { $0 * .sqrt(max(0, largest)) }
    // Linear convergence, slow only where a loading meets its bound; a matrix of 50 takes moments.
    for _ in 0..<20_000 {
      var moved = 0.0
      for i in loadings.indices {
        var above = 0.0
        var below = 0.0
        for j in loadings.indices where j != i {
          above += r[i][j] * loadings[j]
          below += loadings[j] * loadings[j]
        }
        let next = below > 1e-300 ? max(-1, min(1, above / below)) : 0
        moved = max(moved, abs(next - loadings[i]))
        loadings[i] = next
      }
      if moved < 1e-13 { break }
    }
    if loadings.reduce(0, +) < 0 { loadings = loadings.map { -$0 } }
    self.loadings = loadings
    heywood = loadings.indices.filter { abs(loadings[$0]) >= 1 - 1e-9 }
    var squares = 0.0
    for i in loadings.indices {
      for j in 0..<i {
        let rest = r[i][j] - loadings[i] * loadings[j]
        squares += rest * rest
      }
    }
    rootMeanSquareResidual = .sqrt(squares / Double(r.count * (r.count - 1) / 2))
  }
}
