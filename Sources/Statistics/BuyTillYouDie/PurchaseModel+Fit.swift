import RealModule
import Values

extension PurchaseModel {
  /// Maximum likelihood from several fixed starts, by Newton steps on the logarithms of the
  /// parameters.
  ///
  /// With many classes the starts are tried on every 16th of them, and the best end is where the
  /// fit of all begins. The result is the same for any number of threads.
  ///
  /// - Parameter covariates: One row a pattern of the histories.
  package func fit(
    _ histories: PurchaseHistories, covariates: CovariateDesign? = nil, threads: Int? = nil
  ) throws(FitFailure) -> FitCard {
    guard histories.repeaters >= repeatersNeeded else {
      throw .notEnoughData(
        customers: histories.customers, repeaters: histories.repeaters, needed: repeatersNeeded)
    }
    guard supports(histories),
      let map = ParameterMap(self, covariates, patterns: histories.patternCount)
    else { throw .notSupported }
    let threads = max(1, threads ?? Workers.processorCount)
    let centre = histories.meanAge
    let box = searchBox(map, meanAge: centre)
    var points = starts(histories, map, meanAge: centre)
    let tried = points.count
    if histories.classCount > 1 << 16 {
      let sample = likelihood(PurchaseHistories(histories, every: 16))
      // From an edge of the search all customers would not lead away.
      if let best = Self.best(box, points, sample, map, threads: threads),
        FitErrors(best).unbounded.isEmpty
      {
        points = [best.point]
      }
    }
    let all = likelihood(histories)
    guard let best = Self.best(box, points, all, map, threads: threads) else { throw .noMaximum }
    return try card(best, histories, covariates, map, starts: tried)
  }

  /// The log-likelihood of all customers and its derivatives by the logarithms of the parameters, then
  /// by the coefficients of covariates.
  ///
  /// nil where the model has no place for the covariates.
  ///
  /// - Parameter estimates: Parameters on the natural scale, then coefficients.
  package func evaluation(
    _ histories: PurchaseHistories, at estimates: [Double], covariates: CovariateDesign? = nil,
    threads: Int? = nil
  ) -> TrustRegion.Evaluation? {
    guard let map = ParameterMap(self, covariates, patterns: histories.patternCount),
      estimates.count == map.size
    else { return nil }
    let natural = map.natural(map.point(estimates))
    return map.combined(
      likelihood(histories).parts(natural, threads: max(1, threads ?? Workers.processorCount)),
      natural)
  }

  private func likelihood(_ histories: PurchaseHistories) -> any PurchaseLikelihood {
    switch self {
    case .bgNBD: BetaGeometricLikelihood(histories)
    case .mbgNBD: BetaGeometricLikelihood(histories, modified: true)
    case .paretoNBD: ParetoLikelihood(histories)
    case .nbd: NegativeBinomialLikelihood(histories)
    case .bgBB: BetaBinomialLikelihood(histories)
    }
  }

  private func supports(_ histories: PurchaseHistories) -> Bool {
    guard self == .bgBB else { return true }
    return histories.times.allSatisfy { $0 == $0.rounded() }
      && (0..<histories.classCount).allSatisfy {
        let history = histories.history($0)
        return history.x <= history.tx
      }
  }

  /// Shapes from e⁻¹⁶ to e¹⁶, rates likewise times the mean age, coefficients from −20 to 20.
  private func searchBox(_ map: ParameterMap, meanAge: Double) -> TrustRegion {
    let centres = (0..<map.parameters).map { isTime($0) ? Double.log(meanAge) : 0 }
    let coefficients = map.coefficients.map { _ in 20.0 }
    return TrustRegion(
      lower: centres.map { $0 - 16 } + coefficients.map { -$0 },
      upper: centres.map { $0 + 16 } + coefficients)
  }

  /// Fixed shapes, with the rate that gives the mean number of purchases.
  private func starts(
    _ histories: PurchaseHistories, _ map: ParameterMap, meanAge age: Double
  ) -> [[Double]] {
    // Purchases in a mean age, if nobody dropped out.
    let mean = histories.meanPurchases
    let natural: [[Double]]
    switch self {
    case .bgNBD, .mbgNBD:
      natural = [[0.5, 1, 3], [1, 0.5, 5], [0.2, 2, 2], [3, 1, 20]].map { shape in
        [shape[0], shape[0] * age / (1.5 * mean), shape[1], shape[2]]
      }
    case .paretoNBD:
      natural = [(0.5, 0.6, 0.6), (1, 2, 2), (0.3, 0.3, 0.1), (3, 1, 3)].map { r, s, ratio in
        [r, r * age / (1.5 * mean), s, ratio * age]
      }
    case .nbd: natural = [0.5, 3].map { [$0, $0 * age / mean] }
    case .bgBB:
      natural = [[1, 1, 1, 3], [0.5, 0.5, 0.3, 1], [2, 4, 1, 6]]
    }
    return natural.map { values in
      values.map { .log($0) } + [Double](repeating: 0, count: map.coefficients.count)
    }
  }

  private static func best(
    _ box: TrustRegion, _ points: [[Double]], _ likelihood: any PurchaseLikelihood,
    _ map: ParameterMap, threads: Int
  ) -> TrustRegion.Result? {
    var best: TrustRegion.Result?
    for point in points {
      let result = box.maximise(from: point) { point in
        let natural = map.natural(point)
        return map.combined(likelihood.parts(natural, threads: threads), natural)
      }
      guard let result else { continue }
      // Of equal maxima the first is taken, so that rounding does not choose between starts.
      let margin = 1e-9 * abs(result.evaluation.value)
      if best.map({ result.evaluation.value > $0.evaluation.value + margin }) ?? true {
        best = result
      }
    }
    return best
  }

  private func card(
    _ result: TrustRegion.Result, _ histories: PurchaseHistories, _ covariates: CovariateDesign?,
    _ map: ParameterMap, starts: Int
  ) throws(FitFailure) -> FitCard {
    let errors = FitErrors(result)
    let names = parameterNames + map.coefficients
    let card = FitCard(
      model: self, estimates: map.estimates(result.point), covariance: errors.covariance.rows,
      isPositiveDefinite: errors.isPositiveDefinite, logLikelihood: result.evaluation.value,
      gradientNorm: errors.gradientNorm, iterations: result.iterations,
      evaluations: result.evaluations, starts: starts,
      state: errors.state(result.end, names: names), customers: histories.customers,
      distinct: histories.classCount, covariates: covariates)
    guard let card else { throw .noMaximum }
    return card
  }
}

extension PurchaseHistories {
  /// Of all customers; 1 where every age is 0.
  var meanAge: Double {
    var sum = 0.0
    for c in counts.indices { sum += Double(counts[c]) * times[Int(ageIndex[c])] }
    return sum > 0 ? sum / Double(customers) : 1
  }

  /// Repeat purchases of a customer.
  var meanPurchases: Double {
    runs.reduce(0) { $0 + $1.x * $1.customers } / Double(max(1, customers))
  }
}
