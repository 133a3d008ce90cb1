import RealModule

/// BG/NBD, and MBG/NBD where `modified`.
///
/// Purchase rates are Gamma(r, rate α); after each repeat purchase, in MBG/NBD after the first one too,
/// a customer drops out with a probability that is Beta(a, b). A customer who has not dropped out by T
/// has a rate of Gamma(R = r+x, A = α+T) and a dropout probability of Beta(a, b′), b′ = b+x, in MBG/NBD
/// b+x+1.
///
/// Sources: Fader, Hardie & Lee, *"Counting your customers" the easy way*, Marketing Science 24(2),
/// 2005, equations 6 to 10; Batislam, Denizel & Filiztekin, *Empirical validation and comparison of
/// models for customer base analysis*, IJRM 24(3), 2007.
package struct BetaGeometricProcess: PurchaseProcess {
  package let r: Double
  package let alpha: Double
  package let a: Double
  package let b: Double
  package let modified: Bool

  private var lift: Double { modified ? 1 : 0 }

  package func logLikelihood(_ history: PurchaseHistory) -> Double {
    let (x, age) = (history.x, history.age)
    let base =
      RisingFactorial.logarithm(r, x) + r * .log(alpha)
      + RisingFactorial.logarithm(b, x + lift) - RisingFactorial.logarithm(a + b, x + lift)
      - (r + x) * .log(alpha + age)
    guard let odds = logOddsGone(history) else { return base }
    return base + max(odds, 0) + .log(onePlus: .exp(-abs(odds)))
  }

  /// ln of P(gone)/P(present): `ln a − ln(b+x−1+m) + (r+x) ln((α+T)/(α+t_x))`; nil where nobody can
  /// be gone (BG/NBD without a repeat purchase).
  private func logOddsGone(_ history: PurchaseHistory) -> Double? {
    guard modified || history.x > 0 else { return nil }
    let rise = Double.log(onePlus: (history.age - history.tx) / (alpha + history.tx))
    return .log(a) - .log(b + history.x - 1 + lift) + (r + history.x) * rise
  }

  package func probabilityPresent(_ history: PurchaseHistory) -> Double {
    guard let odds = logOddsGone(history) else { return 1 }
    return 1 / (1 + .exp(odds))
  }

  package func survival(x: Double, age: Double, within t: Double) -> Double {
    let counts = NegativeBinomial.probabilities(shape: r + x, rate: alpha + age, within: t)
    var stay = 1.0
    var sum = 0.0
    for (k, p) in counts.enumerated() {
      sum += stay * p
      stay *= (b + x + lift + Double(k)) / (a + b + x + lift + Double(k))
    }
    return min(1, sum)
  }

  package func noneWhilePresent(x: Double, age: Double, within t: Double) -> Double {
    .exp(-(r + x) * .log(onePlus: t / (alpha + age)))
  }

  /// `P(k) = B(a, b′+k)/B(a, b′) nb(k) + [k > 0] B(a+1, b′+k−1)/B(a, b′) (1 − Σ_{j<k} nb(j))` with the
  /// negative binomial probabilities nb of R and A: Fader, Hardie & Lee (2005), equation 8, from T.
  package func distributionWhilePresent(
    x: Double, age: Double, within t: Double
  ) -> CountDistribution {
    let counts = NegativeBinomial.probabilities(shape: r + x, rate: alpha + age, within: t)
    let shape = b + x + lift
    var result = [Double](repeating: 0, count: counts.count)
    var stay = 1.0
    var reach = 1.0
    var gone = 0.0
    for (k, p) in counts.enumerated() {
      result[k] = stay * p + gone * max(0, reach)
      reach -= p
      gone = stay * a / (a + shape + Double(k))
      stay *= (shape + Double(k)) / (a + shape + Double(k))
    }
    return CountDistribution(result)
  }

  package func future(x: Double, youngest: Double, longest: Double) -> any PurchaseFuture {
    BetaGeometricFuture(
      shape: r + x, alpha: alpha, a: a, b: b + x + lift,
      largest: longest / (alpha + youngest + longest))
  }

  package func discountedPurchases(_ history: PurchaseHistory, rate: Double) -> Double? { nil }

  package func simulate(
    age: Double, within t: Double, using generator: inout CounterGenerator
  ) -> SimulatedCustomer {
    let rate = generator.gamma(shape: r) / alpha
    let dropout = generator.beta(a, b)
    var log = PurchaseLog(age: age, within: t)
    var present = !modified || generator.uniform() >= dropout
    var now = 0.0
    while present {
      now += generator.exponential() / rate
      // Whoever drops out does so with a purchase, so the next is needed to know who is there.
      guard log.record(now) else { break }
      present = generator.uniform() >= dropout
      if !present { log.dropOut(at: now) }
    }
    if !present, now == 0 { log.dropOut(at: 0) }
    return log.customer
  }
}
