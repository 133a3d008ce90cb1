import RealModule

/// How many customers of a contract are still there after t renewal decisions.
package enum RenewalModel: Sendable, Equatable {
  /// Every customer has a chance θ of their own to leave at each decision, θ ~ Beta(α, β): those
  /// likely to leave go first, so retention rises with every renewal.
  case shiftedBetaGeometric(alpha: Double, beta: Double)
  /// All customers leave with the same chance at each decision: what the model above becomes where
  /// the data show no difference between customers.
  case geometric(churn: Double)

  /// The share that is kept at the t-th decision, `(β + t − 1) / (α + β + t − 1)`, t ≥ 1.
  ///
  /// Source: Fader & Hardie, *How to project customer retention*, Journal of Interactive Marketing
  /// 21(1), 2007, equation 8.
  package func retention(_ t: Int) -> Double {
    switch self {
    case .shiftedBetaGeometric(let alpha, let beta):
      (beta + Double(t - 1)) / (alpha + beta + Double(t - 1))
    case .geometric(let churn): 1 - churn
    }
  }

  /// S(t) = B(α, β + t) / B(α, β), the share still there after t decisions; 1 at 0.
  ///
  /// Source: Fader & Hardie, 2007, equation 6.
  package func survival(_ t: Int) -> Double {
    switch self {
    case .shiftedBetaGeometric(let alpha, let beta):
      .exp(
        IncompleteBeta.logBeta(alpha, beta + Double(t)) - IncompleteBeta.logBeta(alpha, beta))
    case .geometric(let churn): .pow(1 - churn, Double(t))
    }
  }

  /// The discounted number of payments expected of a new customer, the first one counted:
  /// `DEL = Σ S(t) / (1 + d)^t` from t = 0.
  ///
  /// Source: Fader & Hardie, *Customer-base valuation in a contractual setting: the perils of
  /// ignoring heterogeneity*, Marketing Science 29(1), 2010, equation 5.
  ///
  /// - Parameter discount: d for one term; nil where the sum has no end: d ≤ 0 and S too slow.
  package func discountedLifetime(discount: Double) -> Double? {
    residual(after: 0, discount: discount)
  }

  /// The discounted number of payments still expected of a customer just before the n-th renewal
  /// decision: `DERL = Σ S(t) / S(n − 1) / (1 + d)^(t − n)` from t = n, n ≥ 1.
  ///
  /// Source: Fader & Hardie, 2010, equation 6.
  package func discountedResidualLifetime(before n: Int, discount: Double) -> Double? {
    residual(after: n, discount: discount).map { retention(n) * $0 }
  }

  /// `Σ S(t) / S(n) / (1 + d)^(t − n)` from t = n: the payment at n and what follows it.
  private func residual(after n: Int, discount: Double) -> Double? {
    let v = 1 / (1 + discount)
    switch self {
    case .geometric(let churn):
      let kept = (1 - churn) * v
      return kept < 1 ? 1 / (1 - kept) : nil
    case .shiftedBetaGeometric(let alpha, let beta):
      guard discount > 0 else { return nil }
      // Terms have the ratio v (β + t) / (α + β + t) < v: what is left out is below term / (1 − v).
      var sum = 1.0
      var term = 1.0
      var t = beta + Double(n)
      for _ in 0..<RenewalModel.mostTerms {
        term *= v * t / (alpha + t)
        sum += term
        t += 1
        if term * v < 1e-15 * sum * (1 - v) { return sum }
      }
      return nil
    }
  }

  /// The discount rate of one term from that of a year, (1 + d)^(months / 12) − 1.
  package static func termDiscount(yearly discount: Double, months: Int) -> Double {
    .exp(.log(onePlus: discount) * Double(months) / 12) - 1
  }

  /// Enough for discounts of a millionth a term.
  private static let mostTerms = 100_000_000
}
