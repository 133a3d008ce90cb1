/// The models of repeat purchases with a dropout that nobody sees.
///
/// Parameters are positive and estimated on their logarithms.
package enum PurchaseModel: String, CaseIterable, Sendable {
  /// Modified beta geometric: a customer may drop out after each purchase, the first included.
  case mbgNBD = "mbg-nbd"
  /// Beta geometric: a customer may drop out after each repeat purchase.
  case bgNBD = "bg-nbd"
  /// Pareto: a customer may drop out at any time.
  case paretoNBD = "pareto-nbd"
  /// Negative binomial: no customer drops out.
  case nbd = "nbd"
  /// Beta binomial: discrete opportunities to purchase, a dropout before each.
  case bgBB = "bg-bb"

  /// Names of the papers.
  package var parameterNames: [String] {
    switch self {
    case .mbgNBD, .bgNBD: ["r", "alpha", "a", "b"]
    case .paretoNBD: ["r", "alpha", "s", "beta"]
    case .nbd: ["r", "alpha"]
    case .bgBB: ["alpha", "beta", "gamma", "delta"]
    }
  }

  /// Customers with a repeat purchase that a fit asks for: one a parameter.
  package var repeatersNeeded: Int { parameterNames.count }

  /// Whether a parameter is a rate in units of time: `alpha` of the purchases, `beta` of the dropout.
  func isTime(_ parameter: Int) -> Bool {
    switch self {
    case .mbgNBD, .bgNBD, .nbd: parameter == 1
    case .paretoNBD: parameter == 1 || parameter == 3
    case .bgBB: false
    }
  }
}
