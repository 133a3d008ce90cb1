/// A model of repeat purchases with its parameters: what it says of one history.
///
/// Everything after T depends on t_x only through the probability that the customer is still there,
/// so a process answers for customers who are, by x and T, and the rest follows.
package protocol PurchaseProcess: Sendable {
  /// ln of the probability (density) of x purchases in T of which the last was at t_x.
  func logLikelihood(_ history: PurchaseHistory) -> Double

  /// P(not dropped out by T | x, t_x, T).
  func probabilityPresent(_ history: PurchaseHistory) -> Double

  /// P(not dropped out by T + t | not by T, x, T).
  func survival(x: Double, age: Double, within t: Double) -> Double

  /// P(no purchase in (T, T + t] | not dropped out by T, x, T).
  func noneWhilePresent(x: Double, age: Double, within t: Double) -> Double

  /// The number of purchases in (T, T + t], of a customer not dropped out by T.
  func distributionWhilePresent(x: Double, age: Double, within t: Double) -> CountDistribution

  /// Expected purchases after T of customers with x purchases who have not dropped out by T.
  ///
  /// - Parameters:
  ///   - youngest: The least age that will be asked for.
  ///   - longest: The greatest time that will be asked for.
  func future(x: Double, youngest: Double, longest: Double) -> any PurchaseFuture

  /// The history of somebody who has just come, before anything is seen of him; P(present) of it is 1
  /// but for models in which the first purchase may be the last.
  var newcomer: PurchaseHistory { get }

  /// P(alive | not dropped out by T, x, T): 1, but for BG/BB, where alive means at opportunity n + 1.
  func aliveWhilePresent(x: Double, age: Double) -> Double

  /// P(alive at T + t | x, t_x, T); for BG/BB, at opportunity n + 1 + t.
  func probabilityAlive(_ history: PurchaseHistory, after t: Double) -> Double

  /// Σ of expected purchases after T, each discounted to T by `exp(−rate t)` (BG/BB: `1/(1+rate)ᵗ`),
  /// without end; nil where the model has no closed form of it.
  func discountedPurchases(_ history: PurchaseHistory, rate: Double) -> Double?

  /// A customer's history up to `age` and the purchases in the time `within` after it.
  func simulate(
    age: Double, within t: Double, using generator: inout CounterGenerator
  ) -> SimulatedCustomer
}

/// Expected purchases of customers with a given x who have not dropped out.
package protocol PurchaseFuture: Sendable {
  /// E[Y(t) | not dropped out by T, x, T] for each t of `steps`, ascending, put into `results`.
  func expected(age: Double, steps: [Double], into results: inout [Double])
}

/// A customer made from a model.
package struct SimulatedCustomer: Sendable {
  package let history: PurchaseHistory
  /// Times of the purchases after the age, from the age.
  package let later: [Double]
  /// Whether the customer was still there at the age.
  package let isPresent: Bool
}

extension PurchaseProcess {
  package var newcomer: PurchaseHistory { PurchaseHistory(x: 0, tx: 0, age: 0) }

  package func aliveWhilePresent(x: Double, age: Double) -> Double { 1 }

  /// P(alive | x, t_x, T): the customer may still purchase at the next moment, for BG/BB at opportunity
  /// n + 1.
  package func probabilityAlive(_ history: PurchaseHistory) -> Double {
    probabilityPresent(history) * aliveWhilePresent(x: history.x, age: history.age)
  }

  package func probabilityAlive(_ history: PurchaseHistory, after t: Double) -> Double {
    probabilityPresent(history) * survival(x: history.x, age: history.age, within: t)
  }

  /// E[Y(t) | x, t_x, T], purchases in (T, T + t].
  package func expectedPurchases(_ history: PurchaseHistory, within t: Double) -> Double {
    var results = [0.0]
    future(x: history.x, youngest: history.age, longest: t)
      .expected(age: history.age, steps: [t], into: &results)
    return probabilityPresent(history) * results[0]
  }

  /// E[X(t)], repeat purchases of a customer not yet seen, in the time t after the first purchase.
  package func expectedPurchases(ofNewcomerWithin t: Double) -> Double {
    expectedPurchases(newcomer, within: t)
  }

  /// P(no purchase in (T, T + t] | x, t_x, T).
  package func probabilityOfNone(_ history: PurchaseHistory, within t: Double) -> Double {
    let present = probabilityPresent(history)
    return 1 - present
      + present * noneWhilePresent(x: history.x, age: history.age, within: t)
  }

  /// The number of purchases in (T, T + t] | x, t_x, T.
  package func distribution(
    _ history: PurchaseHistory, within t: Double
  ) -> CountDistribution {
    distributionWhilePresent(x: history.x, age: history.age, within: t)
      .diluted(present: probabilityPresent(history))
  }
}

extension PurchaseModel {
  /// The model with parameters on the natural scale, in the order of `parameterNames`.
  ///
  /// - Precondition: As many as names, all above 0.
  package func process(_ parameters: [Double]) -> any PurchaseProcess {
    precondition(
      parameters.count == parameterNames.count && parameters.allSatisfy { $0 > 0 },
      "a parameter above 0 for each name")
    let p = parameters
    switch self {
    case .bgNBD:
      return BetaGeometricProcess(r: p[0], alpha: p[1], a: p[2], b: p[3], modified: false)
    case .mbgNBD:
      return BetaGeometricProcess(r: p[0], alpha: p[1], a: p[2], b: p[3], modified: true)
    case .paretoNBD: return ParetoProcess(r: p[0], alpha: p[1], s: p[2], beta: p[3])
    case .nbd: return NegativeBinomialProcess(r: p[0], alpha: p[1])
    case .bgBB: return BetaBinomialProcess(alpha: p[0], beta: p[1], gamma: p[2], delta: p[3])
    }
  }
}
