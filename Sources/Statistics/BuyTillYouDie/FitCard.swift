import RealModule

/// How far a fit got.
package enum FitState: Sendable, Equatable {
  case converged
  /// The data do not bound these parameters: the likelihood rises, or stays as it is, towards 0 or
  /// infinity of them. They stand where the search ended, and have no standard error.
  case boundary([String])
  /// No step improved the likelihood, or the iterations ran out.
  case stalled
}

/// Why there is no fit.
package enum FitFailure: Error, Sendable, Equatable {
  /// Fewer customers with a repeat purchase than the model has parameters.
  case notEnoughData(customers: Int, repeaters: Int, needed: Int)
  /// All values are equal, so that the likelihood has no maximum.
  case noVariation
  /// The discrete model with times that are not whole numbers or last opportunities before the
  /// x-th, or covariates for a process that the model does not have.
  case notSupported
  /// The likelihood is not finite at any start.
  case noMaximum
}

/// An estimate with its error, on the natural scale.
package struct FittedParameter: Sendable, Equatable {
  package let name: String
  package let estimate: Double
  /// By the delta method: estimate times the error of the logarithm. nil where there is none.
  package let standardError: Double?
  /// Whether the estimate is the exponential of what was estimated, so positive.
  let isLogarithmic: Bool

  /// `exp(ln estimate ± z se)` for a positive parameter, `estimate ± z se` for a coefficient.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard let standardError else { return nil }
    let z = Normal.twoSided(confidence)
    guard isLogarithmic else {
      return Interval(low: estimate - z * standardError, high: estimate + z * standardError)
    }
    let half = z * standardError / estimate
    let high = estimate * .exp(half)
    return high.isFinite ? Interval(low: estimate * .exp(-half), high: high) : nil
  }
}

/// A fitted model of purchases: parameters, their errors, and how the fit went.
package struct FitCard: Sendable, Equatable {
  package let model: PurchaseModel
  /// What was estimated: logarithms of the model's parameters, then coefficients of covariates.
  package let point: [Double]
  /// Of `point`; rows and columns of 0 for parameters that the data do not bound.
  package let covariance: [[Double]]
  /// False where the second derivatives show no maximum in some direction: the covariance is a
  /// pseudo-inverse then, and errors along that direction are missing in it.
  package let isPositiveDefinite: Bool
  package let logLikelihood: Double
  /// The largest derivative of the log-likelihood by the logarithm of a parameter.
  package let gradientNorm: Double
  package let iterations: Int
  package let evaluations: Int
  package let starts: Int
  package let state: FitState
  package let customers: Int
  /// Classes of equal histories.
  package let distinct: Int
  package let covariates: CovariateDesign?
  private let map: ParameterMap

  /// A fit, or a card kept from an earlier one.
  ///
  /// nil where estimates and covariance do not fit the model and its covariates, or an estimate of a
  /// parameter is not above 0.
  ///
  /// - Parameters:
  ///   - estimates: The model's parameters, natural scale, then the coefficients of covariates.
  ///   - covariance: Of the logarithms of the parameters, and of the coefficients as they are.
  package init?(
    model: PurchaseModel, estimates: [Double], covariance: [[Double]],
    isPositiveDefinite: Bool = true, logLikelihood: Double, gradientNorm: Double = 0,
    iterations: Int = 0, evaluations: Int = 0, starts: Int = 0, state: FitState = .converged,
    customers: Int, distinct: Int, covariates: CovariateDesign? = nil
  ) {
    let map = ParameterMap(model, covariates, patterns: covariates?.patternCount ?? 1)
    guard let map, estimates.count == map.size, covariance.count == map.size,
      SymmetricMatrix(rows: covariance)?.isFinite == true
    else { return nil }
    let point = map.point(estimates)
    guard point.allSatisfy(\.isFinite) else { return nil }
    self.model = model
    self.point = point
    self.covariance = covariance
    self.isPositiveDefinite = isPositiveDefinite
    self.logLikelihood = logLikelihood
    self.gradientNorm = gradientNorm
    self.iterations = iterations
    self.evaluations = evaluations
    self.starts = starts
    self.state = state
    self.customers = customers
    self.distinct = distinct
    self.covariates = covariates
    self.map = map
  }

  /// The model's parameters on the natural scale, without coefficients.
  package var estimates: [Double] { point.prefix(map.parameters).map { .exp($0) } }

  /// The model's parameters, then the coefficients of covariates.
  package var parameters: [FittedParameter] {
    let names = model.parameterNames + map.coefficients
    return names.indices.map { index in
      let isLogarithmic = index < map.parameters
      let estimate = isLogarithmic ? Double.exp(point[index]) : point[index]
      let variance = covariance[index][index]
      return FittedParameter(
        name: names[index], estimate: estimate,
        standardError: variance > 0 ? .sqrt(variance) * (isLogarithmic ? estimate : 1) : nil,
        isLogarithmic: isLogarithmic)
    }
  }

  /// Schwarz's criterion, `k ln n − 2 ln L` with n customers; smaller is better.
  package var bic: Double { Double(point.count) * .log(Double(customers)) - 2 * logLikelihood }

  /// Akaike's criterion, `2k − 2 ln L`.
  package var aic: Double { 2 * Double(point.count) - 2 * logLikelihood }

  /// The process of each covariate pattern; one without covariates.
  package var processes: [any PurchaseProcess] { map.natural(point).map(model.process) }

  /// Processes by pattern with parameters drawn from `N(point, covariance)`.
  ///
  /// The same seed gives the same draws, and more draws begin with them.
  package func draws(_ count: Int, seed: UInt64) -> [[any PurchaseProcess]] {
    NormalDraws(mean: point, covariance: covariance).draws(count, seed: seed).map {
      map.natural($0).map(model.process)
    }
  }
}
