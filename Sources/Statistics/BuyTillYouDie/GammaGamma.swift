import RealModule

/// Gamma-Gamma spend: a customer's purchases are Gamma(p, rate ν), ν is Gamma(q, rate γ) over
/// customers, apart from how often they purchase.
///
/// `gamma` is money: money times k makes it k times as large and leaves p and q.
///
/// Sources: Fader, Hardie & Lee, *RFM and CLV*, JMR 42(4), 2005; Fader & Hardie, *The Gamma-Gamma model
/// of monetary value*, 2013, equations 1a and 5.
package struct GammaGamma: Sendable, Equatable {
  package let p: Double
  package let q: Double
  package let gamma: Double

  /// - Precondition: All above 0.
  package init(p: Double, q: Double, gamma: Double) {
    precondition(p > 0 && q > 0 && gamma > 0, "parameters are above 0")
    self.p = p
    self.q = q
    self.gamma = gamma
  }

  /// `−ln B(px, q) + px ln(x z̄/(γ+x z̄)) + q ln(γ/(γ+x z̄)) − ln z̄` of the mean z̄ of x purchases.
  package func logLikelihood(x: Double, mean: Double) -> Double {
    let spent = x * mean
    return -IncompleteBeta.logBeta(p * x, q) - p * x * .log(onePlus: gamma / spent)
      - q * .log(onePlus: spent / gamma) - .log(mean)
  }

  /// pγ/(q−1), the expected mean purchase of a customer not yet seen; nil where q ≤ 1, when it has no
  /// expectation.
  package var meanOfNewcomer: Double? { q > 1 ? p * gamma / (q - 1) : nil }

  /// `(γ + x z̄) p / (p x + q − 1)`; of a newcomer where x = 0.
  ///
  /// nil where p x + q ≤ 1.
  package func expectedSpend(x: Double, mean: Double) -> Double? {
    guard x > 0 else { return meanOfNewcomer }
    let rest = p * x + q - 1
    return rest > 0 ? (gamma + x * mean) * p / rest : nil
  }

  /// γ + x z̄: the rate of the customer's ν given the purchases, in which all of his future spend scales.
  package func spendScale(x: Double, mean: Double) -> Double { x > 0 ? gamma + x * mean : gamma }
}

/// A fitted model of spend.
package struct GammaGammaCard: Sendable, Equatable {
  /// The maximum of the likelihood, whatever q is.
  package let estimates: GammaGamma
  /// Of the logarithms of p, q and γ.
  package let covariance: [[Double]]
  package let isPositiveDefinite: Bool
  package let logLikelihood: Double
  package let gradientNorm: Double
  package let iterations: Int
  package let evaluations: Int
  package let starts: Int
  package let state: FitState
  /// Customers with a repeat purchase and spend.
  package let customers: Int
  /// Customers left out: no repeat purchase, or a mean that is not above 0.
  package let skipped: Int
  /// The maximum among models with an expectation, where the estimate has none (q ≤ 1).
  ///
  /// It stands at the least q allowed, so that its mean of a newcomer is a matter of that bound: the
  /// mean of all customers is the better forecast there.
  package let constrained: Constrained?

  package struct Constrained: Sendable, Equatable {
    package let estimates: GammaGamma
    package let logLikelihood: Double

    package init(estimates: GammaGamma, logLikelihood: Double) {
      self.estimates = estimates
      self.logLikelihood = logLikelihood
    }
  }

  /// The least q of the constrained fit.
  package static let leastQ = 1.0001

  /// A fit, or a card kept from an earlier one.
  package init(
    estimates: GammaGamma, covariance: [[Double]], isPositiveDefinite: Bool = true,
    logLikelihood: Double, gradientNorm: Double = 0, iterations: Int = 0, evaluations: Int = 0,
    starts: Int = 0, state: FitState = .converged, customers: Int, skipped: Int = 0,
    constrained: Constrained? = nil
  ) {
    self.estimates = estimates
    self.covariance = covariance
    self.isPositiveDefinite = isPositiveDefinite
    self.logLikelihood = logLikelihood
    self.gradientNorm = gradientNorm
    self.iterations = iterations
    self.evaluations = evaluations
    self.starts = starts
    self.state = state
    self.customers = customers
    self.skipped = skipped
    self.constrained = constrained
  }

  /// p, q and γ.
  package var parameters: [FittedParameter] {
    let values = [estimates.p, estimates.q, estimates.gamma]
    return ["p", "q", "gamma"].indices.map { index in
      let variance = covariance[index][index]
      return FittedParameter(
        name: ["p", "q", "gamma"][index], estimate: values[index],
        standardError: variance > 0 ? values[index] * .sqrt(variance) : nil, isLogarithmic: true)
    }
  }

  /// The estimate, or the constrained one where that has no expectation.
  package var usable: GammaGamma { constrained?.estimates ?? estimates }

  /// Models drawn from `N(ln estimate, covariance)`, q held at `leastQ` and above.
  package func draws(_ count: Int, seed: UInt64) -> [GammaGamma] {
    let mean = [Double.log(usable.p), .log(usable.q), .log(usable.gamma)]
    return NormalDraws(mean: mean, covariance: covariance).draws(count, seed: seed).map { point in
      GammaGamma(p: .exp(point[0]), q: max(Self.leastQ, .exp(point[1])), gamma: .exp(point[2]))
    }
  }
}
