import RealModule

/// BG/BB: at each opportunity a customer who is still there purchases with a probability that is
/// Beta(α, β), and before each drops out with one that is Beta(γ, δ).
///
/// In a history `age` is the number of opportunities n, `tx` the last one taken, x how many were. A
/// customer present at n has a purchase probability of Beta(α+x, β+n−x) and a dropout probability of
/// Beta(γ, δ+n). Times are whole.
///
/// Source: Fader, Hardie & Shang, *Customer-base analysis in a discrete-time noncontractual setting*,
/// Marketing Science 29(6), 2010, equations 5 to 15.
package struct BetaBinomialProcess: PurchaseProcess {
  package let alpha: Double
  package let beta: Double
  package let gamma: Double
  package let delta: Double

  /// ln of P(x purchases and present at n), and of P(x purchases and dropped out) over it.
  private func parts(_ history: PurchaseHistory) -> (present: Double, oddsGone: Double) {
    let (x, tx, n) = (history.x, history.tx, history.age)
    let present =
      IncompleteBeta.logBeta(alpha + x, beta + n - x) - IncompleteBeta.logBeta(alpha, beta)
      + IncompleteBeta.logBeta(gamma, delta + n) - IncompleteBeta.logBeta(gamma, delta)
    // The term of i over the one of presence: the last first, each earlier one by its ratio.
    // B(α+x, β+k−x)/B(α+x, β+n−x) · B(γ+1, δ+k)/B(γ, δ+n) for k = n−1 down to t_x.
    var odds = 0.0
    var purchases = 1.0
    var stay = 1.0
    var k = n - 1
    while k >= tx {
      purchases *= (alpha + beta + k) / (beta + k - x)
      // B(γ+1, δ+k) = B(γ, δ+k) γ/(γ+δ+k), and B(γ, δ+k) = B(γ, δ+k+1) (γ+δ+k)/(δ+k).
      stay *= (gamma + delta + k) / (delta + k)
      odds += purchases * stay * gamma / (gamma + delta + k)
      k -= 1
    }
    return (present, odds)
  }

  package func logLikelihood(_ history: PurchaseHistory) -> Double {
    let parts = parts(history)
    return parts.present + .log(onePlus: parts.oddsGone)
  }

  package func probabilityPresent(_ history: PurchaseHistory) -> Double {
    1 / (1 + parts(history).oddsGone)
  }

  /// `(δ+n)/(γ+δ+n)`, so that P(alive) is that of equation 11.
  package func aliveWhilePresent(x: Double, age: Double) -> Double {
    (delta + age) / (gamma + delta + age)
  }

  /// At opportunity n + 1 + t.
  package func probabilityAlive(_ history: PurchaseHistory, after t: Double) -> Double {
    probabilityPresent(history) * survival(x: history.x, age: history.age, within: t + 1)
  }

  /// `B(γ, δ+n+t)/B(γ, δ+n)`.
  package func survival(x: Double, age: Double, within t: Double) -> Double {
    let n = delta + age
    return .exp(
      RisingFactorial.logarithm(n, t) - RisingFactorial.logarithm(gamma + n, t))
  }

  package func noneWhilePresent(x: Double, age: Double, within t: Double) -> Double {
    distributionWhilePresent(x: x, age: age, within: t).probabilities.first ?? 1
  }

  /// By opportunities at which the customer is still there: those before the dropout, or all t.
  package func distributionWhilePresent(
    x: Double, age: Double, within t: Double
  ) -> CountDistribution {
    let opportunities = Int(max(0, t.rounded()))
    let (a, b) = (alpha + x, beta + age - x)
    var result = [Double](repeating: 0, count: opportunities + 1)
    // Beta binomial probabilities of m opportunities, from those of m − 1 given what came before:
    // P(k purchases in m) = P(k in m−1) (b+m−1−k)/(a+b+m−1) + P(k−1 in m−1) (a+k−1)/(a+b+m−1).
    var counts = [1.0]
    var stay = 1.0
    for m in 0...opportunities {
      if m > 0 {
        let whole = a + b + Double(m - 1)
        var next = [Double](repeating: 0, count: m + 1)
        for (k, p) in counts.enumerated() {
          next[k] += p * (b + Double(m - 1 - k)) / whole
          next[k + 1] += p * (a + Double(k)) / whole
        }
        counts = next
      }
      let rest = gamma + delta + age + Double(m)
      let share = m < opportunities ? stay * gamma / rest : stay
      for (k, p) in counts.enumerated() { result[k] += share * p }
      stay *= (delta + age + Double(m)) / rest
    }
    return CountDistribution(result)
  }

  package func future(x: Double, youngest: Double, longest: Double) -> any PurchaseFuture {
    Future(process: self, x: x)
  }

  /// Σ over all opportunities to come, the next one a period away: equation 14,
  /// `(α+x)/(α+β+n) · P(alive at n+1)/(1+d) · 2F1(1, δ+n+1; γ+δ+n+1; 1/(1+d))`.
  package func discountedPurchases(_ history: PurchaseHistory, rate: Double) -> Double? {
    guard rate > 0, rate.isFinite else { return nil }
    let n = history.age
    let step = 1 / (1 + rate)
    var term = step * (delta + n) / (gamma + delta + n)
    var sum = 0.0
    var k = 1.0
    // The terms fall by 1/(1+d) at least; the limit stands for a rate of nothing.
    while k < 10_000_000 {
      sum += term
      let ratio = step * (delta + n + k) / (gamma + delta + n + k)
      if term * step / (1 - step) < 1e-15 * sum { break }
      term *= ratio
      k += 1
    }
    return probabilityPresent(history) * (alpha + history.x) / (alpha + beta + n) * sum
  }

  package func simulate(
    age: Double, within t: Double, using generator: inout CounterGenerator
  ) -> SimulatedCustomer {
    let purchase = generator.beta(alpha, beta)
    let dropout = generator.beta(gamma, delta)
    var log = PurchaseLog(age: age, within: t)
    var opportunity = 1.0
    while opportunity <= age + t {
      if generator.uniform() < dropout {
        log.dropOut(at: opportunity - 1 < age ? opportunity - 1 : opportunity)
        break
      }
      if generator.uniform() < purchase { _ = log.record(opportunity) }
      opportunity += 1
    }
    return log.customer
  }

  private struct Future: PurchaseFuture {
    let process: BetaBinomialProcess
    let x: Double

    /// `Σ_{k=1…t} (α+x)/(α+β+n) B(γ, δ+n+k)/B(γ, δ+n)`: equation 13 term by term, which has no
    /// singularity at γ = 1.
    func expected(age: Double, steps: [Double], into results: inout [Double]) {
      let n = process.delta + age
      let mean = (process.alpha + x) / (process.alpha + process.beta + age)
      var stay = 1.0
      var sum = 0.0
      var k = 0.0
      for step in steps.indices {
        while k + 1 <= steps[step] {
          stay *= (n + k) / (process.gamma + n + k)
          sum += stay
          k += 1
        }
        results[step] = mean * sum
      }
    }
  }
}
