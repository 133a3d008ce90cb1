import RealModule

/// NBD: purchase rates are Gamma(r, rate α) and nobody drops out.
///
/// Source: Ehrenberg, *The pattern of consumer purchases*, Applied Statistics 8(1), 1959; likelihood as
/// in Fader & Hardie, *A note on deriving the Pareto/NBD model*, 2005, with no dropout.
package struct NegativeBinomialProcess: PurchaseProcess {
  package let r: Double
  package let alpha: Double

  package func logLikelihood(_ history: PurchaseHistory) -> Double {
    RisingFactorial.logarithm(r, history.x) + r * .log(alpha)
      - (r + history.x) * .log(alpha + history.age)
  }

  package func probabilityPresent(_ history: PurchaseHistory) -> Double { 1 }

  package func survival(x: Double, age: Double, within t: Double) -> Double { 1 }

  package func noneWhilePresent(x: Double, age: Double, within t: Double) -> Double {
    .exp(-(r + x) * .log(onePlus: t / (alpha + age)))
  }

  package func distributionWhilePresent(
    x: Double, age: Double, within t: Double
  ) -> CountDistribution {
    CountDistribution(
      NegativeBinomial.probabilities(shape: r + x, rate: alpha + age, within: t))
  }

  package func future(x: Double, youngest: Double, longest: Double) -> any PurchaseFuture {
    Future(shape: r + x, alpha: alpha)
  }

  /// E[λ | x, T] / rate.
  package func discountedPurchases(_ history: PurchaseHistory, rate: Double) -> Double? {
    (r + history.x) / (alpha + history.age) / rate
  }

  package func simulate(
    age: Double, within t: Double, using generator: inout CounterGenerator
  ) -> SimulatedCustomer {
    let rate = generator.gamma(shape: r) / alpha
    var log = PurchaseLog(age: age, within: t)
    var now = generator.exponential() / rate
    while log.record(now) { now += generator.exponential() / rate }
    return log.customer
  }

  private struct Future: PurchaseFuture {
    let shape: Double
    let alpha: Double

    /// (r+x)/(α+T) t.
    func expected(age: Double, steps: [Double], into results: inout [Double]) {
      for step in steps.indices { results[step] = shape / (alpha + age) * steps[step] }
    }
  }
}
