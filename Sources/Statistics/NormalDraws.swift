import RealModule

/// Draws from a multivariate normal distribution.
package struct NormalDraws: Sendable {
  private let mean: [Double]
  /// Eigenvectors times the roots of their eigenvalues; none for directions without variance.
  private let axes: [[Double]]

  /// - Precondition: `covariance` is symmetric, of the size of `mean`.
  package init(mean: [Double], covariance: [[Double]]) {
    self.mean = mean
    guard let matrix = SymmetricMatrix(rows: covariance), matrix.size == mean.count else {
      preconditionFailure("a symmetric covariance for each mean")
    }
    let (values, vectors) = matrix.eigen
    axes = values.indices.filter { values[$0] > 0 }.map { index in
      vectors[index].map { $0 * .sqrt(values[index]) }
    }
  }

  /// The first `count` draws of this seed; draw k is the same whatever the count.
  package func draws(_ count: Int, seed: UInt64) -> [[Double]] {
    (0..<count).map { number in
      var generator = CounterGenerator(seed: seed, stream: UInt64(number))
      var point = mean
      for axis in axes {
        let z = generator.normal()
        for index in point.indices { point[index] += z * axis[index] }
      }
      return point
    }
  }
}
