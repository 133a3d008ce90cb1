import RealModule

/// The distribution of a number of purchases.
package struct CountDistribution: Sendable, Equatable {
  /// P(0), P(1), … up to where less than 1e-9 is left.
  package let probabilities: [Double]

  package init(_ probabilities: [Double]) { self.probabilities = probabilities }

  /// Σ k P(k).
  package var mean: Double {
    var sum = 0.0
    for (k, p) in probabilities.enumerated() { sum += Double(k) * p }
    return sum
  }

  /// Σ k² P(k) − mean².
  package var variance: Double {
    let mean = mean
    var sum = 0.0
    for (k, p) in probabilities.enumerated() {
      sum += (Double(k) - mean) * (Double(k) - mean) * p
    }
    return sum
  }

  /// The least k with P(0) + … + P(k) ≥ share.
  package func quantile(_ share: Double) -> Int {
    var sum = 0.0
    for (k, p) in probabilities.enumerated() {
      sum += p
      if sum >= share { return k }
    }
    return max(0, probabilities.count - 1)
  }

  /// From 0 to the upper quantile where no purchase at all has a probability above the lower tail,
  /// else between both tails.
  ///
  /// With 0.95: the low end is 0 and the high end the 95 % quantile where P(0) is above 2.5 %, else
  /// the 2.5 % and the 97.5 % quantile. Counts are whole, so the interval holds 95 % or a little more.
  package func interval(_ confidence: Double = 0.95) -> (low: Int, high: Int) {
    let tails = PredictiveTails(confidence, none: probabilities.first ?? 1)
    return (tails.low == 0 ? 0 : quantile(tails.low), quantile(tails.high))
  }

  /// Of somebody who is there with this probability, and purchases nothing otherwise.
  package func diluted(present: Double) -> CountDistribution {
    var result = probabilities.map { $0 * present }
    if result.isEmpty { result = [0] }
    result[0] += 1 - present
    return CountDistribution(result)
  }
}

/// Which quantiles bound a predictive interval of what may well be nothing.
struct PredictiveTails {
  /// 0 where nothing lies in the interval.
  let low: Double
  let high: Double

  /// - Parameter none: The probability of nothing.
  init(_ confidence: Double, none: Double) {
    let tail = (1 - confidence) / 2
    low = none > tail ? 0 : tail
    high = none > tail ? confidence : 1 - tail
  }
}

/// Negative binomial probabilities: purchases in t of customers whose rates are Gamma(R, rate A).
enum NegativeBinomial {
  /// `P(k) = Γ(R+k) / (Γ(R) k!) (A/(A+t))^R (t/(A+t))^k` for k from 0 to where less than 1e-10 is left.
  ///
  /// Where P(0) is below what a number can hold, the recursion starts eight standard deviations below
  /// the mean, and probabilities before that are 0. More than 262,144 purchases, which come from rates
  /// without bound only, count as that many.
  static func probabilities(shape R: Double, rate A: Double, within t: Double) -> [Double] {
    guard t > 0 else { return [1] }
    let logStay = -Double.log(onePlus: t / A)
    let z = t / (A + t)
    let mean = R * t / A
    let most = 262_144.0
    let deviation = Double.sqrt(mean * (1 + t / A))
    var result: [Double] = []
    var k = 0.0
    var p = Double.exp(R * logStay)
    if R * logStay < -600 {
      k = max(0, (mean - 8 * deviation).rounded(.down))
      if k >= most { return [Double](repeating: 0, count: Int(most)) + [1] }
      result = [Double](repeating: 0, count: Int(k))
      p = .exp(
        RisingFactorial.logarithm(R, k) - logGamma(k + 1) + R * logStay + k * .log(z))
    }
    var sum = 0.0
    // The probabilities fall by z at least beyond the mode; what is left is below the last by z/(1−z).
    while true {
      result.append(p)
      sum += p
      let ratio = (R + k) / (k + 1) * z
      if k > mean, ratio < 1, p * ratio / (1 - ratio) < 1e-10 || sum > 1 - 1e-13 { break }
      p *= ratio
      k += 1
      if k >= most {
        result.append(max(0, 1 - sum))
        break
      }
    }
    return result
  }
}
