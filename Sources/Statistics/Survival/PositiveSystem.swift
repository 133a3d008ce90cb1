import RealModule

/// Linear systems of a symmetric, positive definite matrix, by Cholesky's decomposition.
enum PositiveSystem {
  /// xᵀ A⁻¹ x; nil where the matrix is not positive definite within rounding.
  static func quadraticForm(_ matrix: [[Double]], _ x: [Double]) -> Double? {
    guard let factor = factor(matrix) else { return nil }
    var y = x
    for i in x.indices {
      for j in 0..<i { y[i] -= factor[i][j] * y[j] }
      y[i] /= factor[i][i]
    }
    return y.reduce(0) { $0 + $1 * $1 }
  }

  /// The lower triangle L with A = L Lᵀ.
  private static func factor(_ matrix: [[Double]]) -> [[Double]]? {
    let n = matrix.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0...i {
        var sum = matrix[i][j]
        for l in 0..<j { sum -= factor[i][l] * factor[j][l] }
        if i == j {
          guard sum > 1e-12 * matrix[i][i] else { return nil }
          factor[i][i] = .sqrt(sum)
        } else {
          factor[i][j] = sum / factor[j][j]
        }
      }
    }
    return factor
  }
}
