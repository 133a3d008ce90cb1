import RealModule

/// Properties of customers that do not change, as columns of numbers for each covariate pattern.
///
/// They shift the parameters of a customer: `alpha_i = alpha exp(−γ′z)` for the purchases;
/// for the dropout `beta_i = beta exp(−γ′z)` of Pareto/NBD, and `a_i = a exp(γ′z)`, `b_i = b exp(γ′z)`,
/// with coefficients of their own, of BG/NBD and MBG/NBD. A positive coefficient of the purchases
/// means more of them, one of Pareto/NBD's dropout an earlier one.
///
/// Source: Fader & Hardie, *Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD
/// models*, 2007, sections 2 and 3.
package struct CovariateDesign: Sendable, Equatable {
  package let purchaseNames: [String]
  /// `[pattern][column]`.
  package let purchase: [[Double]]
  package let dropoutNames: [String]
  package let dropout: [[Double]]

  /// A category is a column of 0 and 1 for each of its levels but one.
  ///
  /// - Precondition: As many patterns in both, as many values as names in each.
  package init(
    purchase: (names: [String], values: [[Double]]), dropout: (names: [String], values: [[Double]])
  ) {
    precondition(
      purchase.values.count == dropout.values.count
        && purchase.values.allSatisfy { $0.count == purchase.names.count }
        && dropout.values.allSatisfy { $0.count == dropout.names.count },
      "a value for each covariate of each pattern")
    purchaseNames = purchase.names
    self.purchase = purchase.values
    dropoutNames = dropout.names
    self.dropout = dropout.values
  }

  package var patternCount: Int { purchase.count }
}

/// How the logarithms of each pattern's parameters follow from what is estimated:
/// `ln parameter = own + Σ weight · coefficient`.
struct ParameterMap: Sendable, Equatable {
  struct Term: Sendable, Equatable {
    let parameter: Int
    let coefficient: Int
    let weight: Double
  }

  /// Parameters of the model, which come first.
  let parameters: Int
  /// Names of the coefficients, which follow.
  let coefficients: [String]
  /// Of each pattern.
  let terms: [[Term]]

  /// Parameters alone, one pattern.
  static func plain(_ parameters: Int) -> ParameterMap { ParameterMap(parameters) }

  private init(_ parameters: Int) {
    self.parameters = parameters
    coefficients = []
    terms = [[]]
  }

  /// nil where the model has no place for the covariates.
  init?(_ model: PurchaseModel, _ design: CovariateDesign?, patterns: Int) {
    parameters = model.parameterNames.count
    guard let design else {
      coefficients = []
      terms = Array(repeating: [], count: patterns)
      return
    }
    let targets: [(parameter: Int, prefix: String, sign: Double)]
    switch model {
    case .bgNBD, .mbgNBD: targets = [(2, "dropout.a.", 1), (3, "dropout.b.", 1)]
    case .paretoNBD: targets = [(3, "dropout.", -1)]
    case .nbd: targets = []
    case .bgBB: return nil
    }
    guard design.patternCount >= patterns, !targets.isEmpty || design.dropoutNames.isEmpty else {
      return nil
    }
    var names = design.purchaseNames.map { "purchase." + $0 }
    for target in targets { names += design.dropoutNames.map { target.prefix + $0 } }
    let own = model.parameterNames.count
    terms = (0..<patterns).map { pattern in
      var terms: [Term] = []
      for (column, value) in design.purchase[pattern].enumerated() where value != 0 {
        terms.append(Term(parameter: 1, coefficient: own + column, weight: -value))
      }
      for (place, target) in targets.enumerated() {
        let first = own + design.purchaseNames.count + place * design.dropoutNames.count
        for (column, value) in design.dropout[pattern].enumerated() where value != 0 {
          terms.append(
            Term(
              parameter: target.parameter, coefficient: first + column,
              weight: target.sign * value))
        }
      }
      return terms
    }
    coefficients = names
  }

  var size: Int { parameters + coefficients.count }

  /// Logarithms of the parameters, coefficients as they are.
  func point(_ estimates: [Double]) -> [Double] {
    estimates.enumerated().map { $0 < parameters ? Double.log($1) : $1 }
  }

  /// Parameters on the natural scale, coefficients as they are.
  func estimates(_ point: [Double]) -> [Double] {
    point.enumerated().map { $0 < parameters ? Double.exp($1) : $1 }
  }

  /// The natural parameters of each pattern.
  func natural(_ point: [Double]) -> [[Double]] {
    terms.map { terms in
      var logs = Array(point.prefix(parameters))
      for term in terms { logs[term.parameter] += term.weight * point[term.coefficient] }
      return logs.map { .exp($0) }
    }
  }

  /// The sum over patterns, with derivatives by what is estimated, from each pattern's derivatives by
  /// its natural parameters: by `θ = ln p`, `dL/dθ = p dL/dp` and
  /// `d²L/dθ_i dθ_j = p_i p_j d²L/dp_i dp_j + [i = j] p_i dL/dp_i`, then the chain rule for the
  /// coefficients, which is linear.
  func combined(
    _ parts: [TrustRegion.Evaluation], _ natural: [[Double]]
  ) -> TrustRegion.Evaluation {
    var value = 0.0
    var gradient = [Double](repeating: 0, count: size)
    var hessian = SymmetricMatrix(zeros: size)
    for (pattern, part) in parts.enumerated() {
      let p = natural[pattern]
      value += part.value
      // Each parameter enters by itself and by its coefficients.
      var entries = (0..<parameters).map { Term(parameter: $0, coefficient: $0, weight: 1) }
      entries += terms[pattern]
      for left in entries {
        let i = left.parameter
        gradient[left.coefficient] += left.weight * p[i] * part.gradient[i]
        for right in entries where right.coefficient <= left.coefficient {
          let j = right.parameter
          var second = p[i] * p[j] * part.hessian[i, j]
          if i == j { second += p[i] * part.gradient[i] }
          hessian[left.coefficient, right.coefficient] += left.weight * right.weight * second
        }
      }
    }
    return TrustRegion.Evaluation(value: value, gradient: gradient, hessian: hessian)
  }
}
