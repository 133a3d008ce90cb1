import RealModule

/// A small symmetric matrix, such as the second derivatives of a likelihood.
package struct SymmetricMatrix: Sendable, Equatable {
  package let size: Int
  /// Row by row, both triangles.
  private var values: [Double]

  package init(zeros size: Int) {
    self.size = size
    values = Array(repeating: 0, count: size * size)
  }

  /// nil where rows are not square or differ from their columns.
  package init?(rows: [[Double]]) {
    guard rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    self.init(zeros: rows.count)
    for i in rows.indices {
      for j in 0...i {
        guard rows[i][j] == rows[j][i] else { return nil }
        self[i, j] = rows[i][j]
      }
    }
  }

  /// Sets both places.
  package subscript(_ i: Int, _ j: Int) -> Double {
    get { values[i * size + j] }
    set {
      values[i * size + j] = newValue
      values[j * size + i] = newValue
    }
  }

  package var rows: [[Double]] {
    (0..<size).map { i in Array(values[(i * size)..<((i + 1) * size)]) }
  }

  package var isFinite: Bool { values.allSatisfy(\.isFinite) }

  /// Eigenvalues, ascending, and their unit vectors by Jacobi's rotations, which keep the digits of
  /// small eigenvalues.
  ///
  /// Source: Golub & Van Loan, *Matrix Computations*, 4th edition, 2013, algorithm 8.5.2.
  package var eigen: (values: [Double], vectors: [[Double]]) {
    var a = rows
    var v = (0..<size).map { i in (0..<size).map { $0 == i ? 1.0 : 0 } }
    // Convergence is quadratic: a handful of sweeps; the limit is never reached.
    for _ in 0..<60 {
      var rotated = false
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) {
          let off = a[p][q]
          if abs(off) <= 1e-18 * .sqrt(abs(a[p][p] * a[q][q])) || off == 0 { continue }
          rotated = true
          let theta = (a[q][q] - a[p][p]) / (2 * off)
          let t = (theta >= 0 ? 1.0 : -1) / (abs(theta) + .sqrt(theta * theta + 1))
          let c = 1 / Double.sqrt(t * t + 1)
          let s = t * c
          for k in 0..<size {
            let (left, right) = (a[k][p], a[k][q])
            a[k][p] = c * left - s * right
            a[k][q] = s * left + c * right
          }
          for k in 0..<size {
            let (upper, lower) = (a[p][k], a[q][k])
            a[p][k] = c * upper - s * lower
            a[q][k] = s * upper + c * lower
          }
          for k in 0..<size {
            let (left, right) = (v[k][p], v[k][q])
            v[k][p] = c * left - s * right
            v[k][q] = s * left + c * right
          }
        }
      }
      if !rotated { break }
    }
    let diagonal = (0..<size).map { a[$0][$0] }
    let order = diagonal.indices.sorted { left, right in
      diagonal[left] == diagonal[right] ? left < right : diagonal[left] < diagonal[right]
    }
    let vectors = order.map { column in v.map { row in row[column] } }
    return (order.map { diagonal[$0] }, vectors)
  }

  /// The inverse, from eigenvalues; those that are not above `floor` times the largest are left out
  /// (the Moore–Penrose inverse of what can be told), and `isPositiveDefinite` is then false.
  package func inverse(floor: Double = 1e-13) -> (matrix: SymmetricMatrix, isPositiveDefinite: Bool)
  {
    let (lambda, vectors) = eigen
    let least = floor * (lambda.last ?? 0)
    var result = SymmetricMatrix(zeros: size)
    var definite = true
    for k in lambda.indices {
      guard lambda[k] > least, lambda[k] > 0 else {
        definite = false
        continue
      }
      for i in 0..<size {
        for j in 0...i {
          result[i, j] += vectors[k][i] * vectors[k][j] / lambda[k]
        }
      }
    }
    return (result, definite)
  }
}
