import RealModule

/// A linear regression of one item on others.
package struct LeastSquares: Sendable, Equatable {
  /// Change of the response for one unit of each predictor, others held; nil for predictors that do
  /// not vary or that others determine.
  package let coefficients: [Double?]
  package let intercept: Double
  /// Share of the response's variance that is explained, 0…1.
  package let rSquared: Double
  /// Standard deviation of what is left.
  package let residualDeviation: Double
  /// n − 1 − predictors in; with weights n is the effective number. Not above 0: no errors.
  package let degreesOfFreedom: Double
  /// Predictors that do not vary, by their place.
  package let constant: [Int]
  package let collinear: [Collinearity]
  /// (Xᵀ X)⁻¹ of the centred predictors that are in.
  private let inverse: [[Double]]
  private let kept: [Int]

  /// Ordinary (with weights: weighted) least squares from the covariances; nil where the response
  /// does not vary.
  ///
  /// With weights the errors take the effective number for n, which allows for unequal weights but
  /// not for the design of the sample. Source: Seber & Lee, *Linear Regression Analysis*, 2nd
  /// edition 2003, chapter 3.
  package init?(_ covariance: Covariance, response: Int, predictors: [Int]) {
    guard covariance.varies(response) else { return nil }
    let places = predictors.indices.filter { covariance.varies(predictors[$0]) }
    let items = places.map { predictors[$0] }
    let factor = CholeskyFactor(covariance.correlations(items))
    let r = factor.kept.map { covariance.correlation(items[$0], response) }
    let beta = factor.solve(r)
    let explained = factor.forward(r).reduce(0) { $0 + $1 * $1 }
    kept = factor.kept.map { places[$0] }
    let matrix = covariance.matrix
    let deviation = Double.sqrt(matrix[response][response])
    let spreads = kept.map { Double.sqrt(matrix[predictors[$0]][predictors[$0]]) }
    var coefficients = [Double?](repeating: nil, count: predictors.count)
    var intercept = covariance.means[response]
    for (index, place) in kept.enumerated() {
      let slope = beta[index] * deviation / spreads[index]
      coefficients[place] = slope
      intercept -= slope * covariance.means[predictors[place]]
    }
    self.coefficients = coefficients
    self.intercept = intercept
    rSquared = max(0, min(1, explained))
    let n = covariance.effectiveN
    degreesOfFreedom = n - 1 - Double(kept.count)
    let rest = matrix[response][response] * (n - 1) * max(0, 1 - rSquared)
    residualDeviation = degreesOfFreedom > 0 ? .sqrt(rest / degreesOfFreedom) : .nan
    inverse = factor.inverse.enumerated().map { i, row in
      row.enumerated().map { j, value in value / (spreads[i] * spreads[j] * (n - 1)) }
    }
    constant = predictors.indices.filter { !covariance.varies(predictors[$0]) }
    collinear = factor.collinear.map { one in
      Collinearity(item: places[one.item], others: one.others.map { places[$0] })
    }
  }

  /// A coefficient held against 0; nil for predictors that are out, without degrees of freedom or
  /// without any error.
  package func test(_ predictor: Int) -> TTest? { test([(predictor, 1)]) }

  /// A sum of coefficients held against 0: `Σ c b ± √(cᵀ V c)`; nil where one of them is out.
  package func test(_ combination: [(predictor: Int, factor: Double)]) -> TTest? {
    var value = 0.0
    var places: [(place: Int, factor: Double)] = []
    for (predictor, factor) in combination {
      guard let b = coefficients[predictor], let place = kept.firstIndex(of: predictor) else {
        return nil
      }
      value += factor * b
      places.append((place, factor))
    }
    guard degreesOfFreedom > 0 else { return nil }
    var variance = 0.0
    for one in places {
      for other in places {
        variance += one.factor * other.factor * inverse[one.place][other.place]
      }
    }
    return TTest(
      value, standardError: residualDeviation * .sqrt(max(0, variance)),
      degreesOfFreedom: degreesOfFreedom)
  }
}
