import RealModule

/// How much of what moves an overall score each item accounts for. All shares are of the response's
/// variance, in the order of the items; one that does not vary has 0.
package struct DriverImportance: Sendable, Equatable {
  /// Share of the variance that all items together explain.
  package let rSquared: Double
  /// `1 − (1 − R²)(n − 1)/(n − p − 1)`; NaN without degrees of freedom.
  package let adjustedRSquared: Double
  /// Rows with all answers; with weights the effective number.
  package let n: Double
  /// Johnson's relative weights; they sum to R².
  package let relativeWeights: [Double]
  /// The gain in R² averaged over all orders; sums to R². nil beyond `lmgLimit` items.
  package let lmg: [Double]?
  /// R² of each item alone, the square of its correlation.
  package let first: [Double]
  /// What R² loses without the item.
  package let last: [Double]
  /// Standardised coefficients; nil for an item that does not vary or that others determine.
  package let beta: [Double?]
  /// β r; may be below 0. Sums to R² where no item is left out.
  package let pratt: [Double?]
  /// Correlation of each item with the response; nil for one that does not vary.
  package let correlations: [Double?]
  /// 1 / (1 − R² of the item on the others); nil for items that others determine.
  package let varianceInflation: [Double?]
  /// Items that do not vary, by their place.
  package let constant: [Int]
  package let collinear: [Collinearity]

  /// The averaged gains need 2^p regressions.
  package static let lmgLimit = 15

  /// nil where the response does not vary.
  ///
  /// Relative weights: `R = Q Δ² Qᵀ`, `Λ = Q Δ Qᵀ`, `β* = Λ⁻¹ r`, `ε_j = Σ_k λ_jk² β*_k²`, with
  /// directions without variance left out. Items that others determine share their part with them
  /// and are named. Sources: Johnson, *A heuristic method for estimating the relative weight of
  /// predictor variables in multiple regression*, Multivariate Behavioral Research 35(1), 2000;
  /// Tonidandel & LeBreton, *RWA web*, Journal of Business and Psychology 30, 2015; the other
  /// measures: Grömping, JSS 17(1), 2006, section 3; Pratt, *Dividing the indivisible*, 1987.
  package init?(_ covariance: Covariance, response: Int, items: [Int]) {
    guard covariance.varies(response) else { return nil }
    let places = items.indices.filter { covariance.varies(items[$0]) }
    let used = places.map { items[$0] }
    let r = covariance.correlations(used)
    let toResponse = used.map { covariance.correlation($0, response) }
    /// Puts figures of the items that vary where the caller has them.
    func spread<Figure>(_ figures: [Figure], else none: Figure) -> [Figure] {
      var all = [Figure](repeating: none, count: items.count)
      for (figure, place) in zip(figures, places) { all[place] = figure }
      return all
    }
    let factor = CholeskyFactor(r)
    let explained = factor.forward(factor.kept.map { toResponse[$0] }).reduce(0) { $0 + $1 * $1 }
    rSquared = max(0, min(1, explained))
    n = covariance.effectiveN
    let left = n - 1 - Double(factor.kept.count)
    adjustedRSquared = left > 0 ? 1 - (1 - rSquared) * (n - 1) / left : .nan
    relativeWeights = spread(Self.relativeWeights(r, toResponse), else: 0)
    if used.count <= Self.lmgLimit {
      lmg = spread(SubsetFits(r, response: toResponse).averagedGains, else: 0)
    } else {
      lmg = nil
    }
    first = spread(toResponse.map { $0 * $0 }, else: 0)
    correlations = spread(toResponse, else: nil)
    last = spread(Self.losses(r, toResponse, explained), else: 0)
    var beta = [Double?](repeating: nil, count: used.count)
    var inflation = beta
    let inverse = factor.inverse
    let solved = factor.solve(factor.kept.map { toResponse[$0] })
    let involved = Set(factor.collinear.flatMap { [$0.item] + $0.others })
    for (index, item) in factor.kept.enumerated() where !involved.contains(item) {
      beta[item] = solved[index]
      inflation[item] = inverse[index][index]
    }
    self.beta = spread(beta, else: nil)
    varianceInflation = spread(inflation, else: nil)
    pratt = spread(zip(beta, toResponse).map { beta, r in beta.map { $0 * r } }, else: nil)
    constant = items.indices.filter { !covariance.varies(items[$0]) }
    collinear = factor.collinear.map { one in
      Collinearity(item: places[one.item], others: one.others.map { places[$0] })
    }
  }

  /// Whether n is large enough to rank the items at all: ten rows an item.
  package var canRank: Bool { n >= 10 * Double(first.count) }

  static func relativeWeights(_ r: [[Double]], _ response: [Double]) -> [Double] {
    guard let matrix = SymmetricMatrix(rows: r) else { return [] }
    let (values, vectors) = matrix.eigen
    let size = r.count
    var roots = [Double](repeating: 0, count: size * size)
    var beta = [Double](repeating: 0, count: size)
    for (value, vector) in zip(values, vectors) where value > CholeskyFactor.tolerance {
      let root = Double.sqrt(value)
      let part = zip(vector, response).reduce(0) { $0 + $1.0 * $1.1 } / root
      for i in 0..<size {
        beta[i] += vector[i] * part
        for j in 0..<size { roots[i * size + j] += root * vector[i] * vector[j] }
      }
    }
    return (0..<size).map { j in
      var sum = 0.0
      for k in 0..<size {
        let part = roots[j * size + k] * beta[k]
        sum += part * part
      }
      return sum
    }
  }

  private static func losses(
    _ r: [[Double]], _ response: [Double], _ explained: Double
  ) -> [Double] {
    r.indices.map { item in
      let others = r.indices.filter { $0 != item }
      let factor = CholeskyFactor(others.map { i in others.map { r[i][$0] } })
      let without = factor.forward(factor.kept.map { response[others[$0]] })
      return max(0, explained - without.reduce(0) { $0 + $1 * $1 })
    }
  }
}
