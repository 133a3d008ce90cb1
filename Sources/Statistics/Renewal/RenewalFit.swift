import RealModule

/// A renewal model with the parameters under which the decisions seen are most likely.
package struct RenewalFit: Sendable, Equatable {
  /// Why all customers are given the same chance to leave.
  package enum Reason: String, Sendable, CaseIterable {
    /// Only first decisions were seen: differences show from the second one on.
    case oneDecision = "one_decision"
    /// Nobody left, or all left.
    case noDifference = "no_difference"
    /// The share that leaves does not fall from decision to decision.
    case noDecline = "no_decline"
  }

  package let model: RenewalModel
  /// nil for a fit of the shifted beta geometric model.
  package let reason: Reason?
  package let logLikelihood: Double
  /// Length of the gradient on the scale of the search, ln α and ln β; 0 for a geometric fit.
  package let gradientNorm: Double
  package let steps: Int
  /// Renewal decisions seen, and how many of them ended the contract.
  package let decisions: Int
  package let losses: Int
  /// On the scale of the search: ln α and ln β, or the logit of the churn; empty where the churn is
  /// 0 or 1.
  private let parameters: [Double]
  private let covariance: SymmetricMatrix?

  /// The fit to decisions by number: `atRisk` customers before the t-th decision, `events` of them
  /// left at it; late entry and contracts that still run are in the numbers at risk. nil where no
  /// decision was seen.
  ///
  /// `ln L = Σ lost ln(α / (α + β + t − 1)) + Σ kept ln((β + t − 1) / (α + β + t − 1))`, which is
  /// the sum over customers of ln P(T = t) and ln S(t).
  /// Source: Fader & Hardie, *How to project customer retention*, Journal of Interactive Marketing
  /// 21(1), 2007, equations 5, 6 and B3.
  package init?(_ table: LifeTable) {
    let decisions = RenewalDecisions(table)
    guard decisions.total > 0 else { return nil }
    self.decisions = decisions.total
    losses = decisions.losses
    let reason = decisions.reasonForOneChance
    if reason == nil, let found = decisions.maximum() {
      model = .shiftedBetaGeometric(alpha: .exp(found.point[0]), beta: .exp(found.point[1]))
      self.reason = nil
      logLikelihood = found.value
      gradientNorm = found.gradientNorm
      steps = found.steps
      parameters = found.point
      covariance = found.covariance
      return
    }
    let churn = decisions.churn
    model = .geometric(churn: churn)
    self.reason = reason ?? .noDecline
    logLikelihood = decisions.geometricLogLikelihood
    gradientNorm = 0
    steps = 0
    let information = Double(decisions.total) * churn * (1 - churn)
    parameters = information > 0 ? [.log(churn / (1 - churn))] : []
    covariance = information > 0 ? SymmetricMatrix(rows: [[1 / information]]) : nil
  }

  /// Whether errors are known: the likelihood is curved downwards at an estimate inside the search.
  package var hasErrors: Bool { covariance != nil }

  /// The interval of a parameter above zero, made on its logarithm: α, β, or any figure of the model
  /// that is above zero, such as the discounted lifetime.
  package func interval(confidence: Double = 0.95, of figure: (RenewalModel) -> Double?)
    -> Interval?
  {
    guard let value = figure(model), value > 0,
      let error = standardError(of: { figure($0).map { .log($0) } })
    else { return nil }
    let half = Normal.twoSided(confidence) * error
    return Interval(low: value * .exp(-half), high: value * .exp(half))
  }

  /// The interval of a share, made on ln(−ln S), so that it stays inside 0…1.
  package func shareInterval(confidence: Double = 0.95, of figure: (RenewalModel) -> Double)
    -> Interval?
  {
    let value = figure(model)
    guard value > 0, value < 1, let error = standardError(of: { .log(-.log(figure($0))) }) else {
      return nil
    }
    let power = Double.exp(Normal.twoSided(confidence) * error)
    return Interval(low: .pow(value, power), high: .pow(value, 1 / power))
  }

  /// √(gᵀ Σ g) with the figure's gradient g by central differences (the delta method).
  package func standardError(of figure: (RenewalModel) -> Double?) -> Double? {
    guard let covariance else { return nil }
    let step = 1e-5
    var gradient: [Double] = []
    for index in parameters.indices {
      var above = parameters
      var below = parameters
      above[index] += step
      below[index] -= step
      guard let high = figure(model(at: above)), let low = figure(model(at: below)) else {
        return nil
      }
      gradient.append((high - low) / (2 * step))
    }
    var variance = 0.0
    for i in gradient.indices {
      for j in gradient.indices { variance += gradient[i] * covariance[i, j] * gradient[j] }
    }
    return variance.isFinite && variance >= 0 ? .sqrt(variance) : nil
  }

  private func model(at parameters: [Double]) -> RenewalModel {
    parameters.count == 2
      ? .shiftedBetaGeometric(alpha: .exp(parameters[0]), beta: .exp(parameters[1]))
      : .geometric(churn: 1 / (1 + .exp(-parameters[0])))
  }
}
