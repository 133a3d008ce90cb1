import RealModule

/// Pareto/NBD: purchase rates are Gamma(r, rate α), death rates Gamma(s, rate β).
///
/// A customer alive at T has a purchase rate of Gamma(r+x, α+T) and a death rate of Gamma(s, β+T).
///
/// Sources: Schmittlein, Morrison & Colombo, *Counting your customers: who are they and what will they
/// do next?*, Management Science 33(1), 1987; Fader & Hardie, *A note on deriving the Pareto/NBD model
/// and related expressions*, 2005; discounted purchases from Fader, Hardie & Lee, *RFM and CLV: using
/// iso-value curves for customer base analysis*, JMR 42(4), 2005.
package struct ParetoProcess: PurchaseProcess {
  package let r: Double
  package let alpha: Double
  package let s: Double
  package let beta: Double

  private func integral(x: Double, from time: Double) -> DeathIntegral {
    DeathIntegral(shape: r + x, s: s, rate: alpha + time, beta: beta + time)
  }

  /// `ln Γ(r+x) − ln Γ(r) + r ln α + s ln β − (r+x) ln(α+t_x) − s ln(β+t_x) + ln D(T − t_x)`.
  package func logLikelihood(_ history: PurchaseHistory) -> Double {
    let (x, tx) = (history.x, history.tx)
    return RisingFactorial.logarithm(r, x) + r * .log(alpha) - (r + x) * .log(alpha + tx)
      - s * .log(onePlus: tx / beta)
      + .log(integral(x: x, from: tx).value(history.age - tx))
  }

  package func probabilityPresent(_ history: PurchaseHistory) -> Double {
    let integral = integral(x: history.x, from: history.tx)
    let t = history.age - history.tx
    let whole = integral.value(t)
    return whole > 0 ? integral.end(t).weight / whole : 0
  }

  /// `((β+T)/(β+T+t))^s`.
  package func survival(x: Double, age: Double, within t: Double) -> Double {
    .exp(-s * .log(onePlus: t / (beta + age)))
  }

  package func noneWhilePresent(x: Double, age: Double, within t: Double) -> Double {
    min(1, integral(x: x, from: age).value(t))
  }

  /// `P(k) = S(t) nb_t(k) + ∫₀ᵗ f(y) nb_y(k) dy`: death at y, of density f and survival S, or later.
  package func distributionWhilePresent(
    x: Double, age: Double, within t: Double
  ) -> CountDistribution {
    guard t > 0 else { return CountDistribution([1]) }
    let (rate, death) = (alpha + age, beta + age)
    var result = NegativeBinomial.probabilities(shape: r + x, rate: rate, within: t)
    let stay = Double.exp(-s * .log(onePlus: t / death))
    for k in result.indices { result[k] *= stay }
    // Moments of death by ln(1 + y/min(A, B)), as in `DeathIntegral`, but without its weights.
    let least = min(rate, death)
    let length = Double.log(onePlus: t / least)
    let rule = GaussLegendre.thirtyTwo
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let y = least * .expMinusOne(0.5 * length * (1 + node))
      let density = s / (death + y) * .exp(-s * .log(onePlus: y / death))
      let share = 0.5 * length * weight * (least + y) * density
      let counts = NegativeBinomial.probabilities(shape: r + x, rate: rate, within: y)
      for k in 0..<min(counts.count, result.count) { result[k] += share * counts[k] }
    }
    return CountDistribution(result)
  }

  package func future(x: Double, youngest: Double, longest: Double) -> any PurchaseFuture {
    Future(shape: r + x, alpha: alpha, s: s, beta: beta)
  }

  /// `P(alive) (r+x)/(α+T) ∫₀^∞ e^−δt ((β+T)/(β+T+t))^s dt`; nil for a rate that is not above 0.
  ///
  /// The integral is `(β+T) Ψ(1, 2−s; δ(β+T))` with Tricomi's function Ψ, by Kummer's transformation
  /// the paper's `(β+T)^s δ^(s−1) Ψ(s, s; δ(β+T))`.
  package func discountedPurchases(_ history: PurchaseHistory, rate: Double) -> Double? {
    guard rate > 0, rate.isFinite else { return nil }
    let death = beta + history.age
    return probabilityPresent(history) * (r + history.x) / (alpha + history.age) * death
      * TricomiPsi.ofOne(s, rate * death)
  }

  package func simulate(
    age: Double, within t: Double, using generator: inout CounterGenerator
  ) -> SimulatedCustomer {
    let rate = generator.gamma(shape: r) / alpha
    let death = generator.exponential() / (generator.gamma(shape: s) / beta)
    var log = PurchaseLog(age: age, within: t)
    log.dropOut(at: death)
    var now = generator.exponential() / rate
    while now < death, log.record(now) { now += generator.exponential() / rate }
    return log.customer
  }

  private struct Future: PurchaseFuture {
    let shape: Double
    let alpha: Double
    let s: Double
    let beta: Double

    /// `(r+x)(β+T)/((α+T)(s−1)) [1 − ((β+T)/(β+T+t))^(s−1)]`, for s = 1 with the logarithm that it
    /// becomes.
    func expected(age: Double, steps: [Double], into results: inout [Double]) {
      let e = s - 1
      let scale = shape * (beta + age) / (alpha + age)
      for step in steps.indices {
        let l = Double.log(onePlus: steps[step] / (beta + age))
        results[step] = scale * (abs(e) < 1e-150 ? l : -.expMinusOne(-e * l) / e)
      }
    }
  }
}
