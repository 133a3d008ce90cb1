import RealModule

/// The errors of estimates from the second derivatives at the end of a search.
struct FitErrors {
  let covariance: SymmetricMatrix
  let isPositiveDefinite: Bool
  let gradientNorm: Double
  /// Parameters that the data do not bound.
  let unbounded: [Int]

  /// Beyond this error of a logarithm a 95 % interval spans more than ten orders of magnitude: the
  /// likelihood is flat, and Newton's steps end anywhere on it.
  private static let widest = 6.0

  init(_ result: TrustRegion.Result) {
    let size = result.point.count
    var held = Set(result.held)
    var inverse = Self.inverse(result.evaluation.hessian, without: held)
    let wide = (0..<size).filter {
      !held.contains($0) && inverse.matrix[$0, $0] > Self.widest * Self.widest
    }
    if !wide.isEmpty {
      held.formUnion(wide)
      inverse = Self.inverse(result.evaluation.hessian, without: held)
    }
    covariance = inverse.matrix
    isPositiveDefinite = inverse.isPositiveDefinite
    unbounded = held.sorted()
    gradientNorm =
      (0..<size).filter { !held.contains($0) }.map { abs(result.evaluation.gradient[$0]) }.max()
      ?? 0
  }

  func state(_ end: TrustRegion.End, names: [String]) -> FitState {
    if !unbounded.isEmpty { return .boundary(unbounded.map { names[$0] }) }
    return end == .converged && isPositiveDefinite ? .converged : .stalled
  }

  private static func inverse(
    _ hessian: SymmetricMatrix, without held: Set<Int>
  ) -> (matrix: SymmetricMatrix, isPositiveDefinite: Bool) {
    let free = (0..<hessian.size).filter { !held.contains($0) }
    var information = SymmetricMatrix(zeros: free.count)
    for i in free.indices {
      for j in 0...i { information[i, j] = -hessian[free[i], free[j]] }
    }
    let (inverse, definite) = information.inverse()
    var matrix = SymmetricMatrix(zeros: hessian.size)
    for i in free.indices {
      for j in 0...i { matrix[free[i], free[j]] = inverse[i, j] }
    }
    return (matrix, definite)
  }
}
