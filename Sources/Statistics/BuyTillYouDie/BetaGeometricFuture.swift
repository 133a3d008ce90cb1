import RealModule

/// Expected purchases under BG/NBD and MBG/NBD of customers with one x who have not dropped out.
///
/// With R, A = α+T, b′ and a as in `BetaGeometricProcess`, C = a+b′−1, e = a−1, z = t/(A+t):
/// `E = C/e [1 − (1−z)^R 2F1(R, b′; C; z)]`, by Euler's transformation
/// `C/e [1 − (1−z)^e 2F1(C−R, e; C; z)]`, and with the first term of the series taken out
/// `−C ((1−z)^e − 1)/e − (1−z)^e W(z)`, `W = Σ_{j≥1} (C−R)_j (e+1)_{j−1} / ((C+1)_{j−1} j!) zʲ`:
/// nothing is divided by e or C, so a = 1 and a+b′ = 1 need no special case. The coefficients of W
/// depend on x alone and are made once; beyond z = 0.98 the expectation over the dropout probability
/// is integrated instead.
///
/// Source: Fader, Hardie & Lee (2005), equation 10 (the form with 2F1).
struct BetaGeometricFuture: PurchaseFuture {
  private let shape: Double
  private let alpha: Double
  private let a: Double
  private let b: Double
  /// Of z¹, z², …, filled up with zeros to a multiple of four.
  private let coefficients: [Double]
  /// Whether some coefficient is larger than the first few: all are taken then, for any z.
  private let isGrowing: Bool

  private static let largestSeries = 0.98

  init(shape: Double, alpha: Double, a: Double, b: Double, largest: Double) {
    self.shape = shape
    self.alpha = alpha
    self.a = a
    self.b = b
    let z = min(largest, Self.largestSeries)
    let (e, c) = (a - 1, a + b - 1)
    var coefficients: [Double] = []
    var coefficient = c - shape
    var power = z
    var j = 1.0
    var largestTerm = 0.0
    // Terms may grow before they fall: they are small enough once they fall and are 1e-17 of the
    // largest.
    while coefficients.count < 20_000 {
      coefficients.append(coefficient)
      let term = abs(coefficient * power)
      largestTerm = max(largestTerm, term)
      let ratio = (c - shape + j) * (e + j) / ((c + j) * (j + 1))
      if term <= 1e-17 * largestTerm, abs(ratio * z) < 1 { break }
      coefficient *= ratio
      power *= z
      j += 1
    }
    coefficients += [Double](repeating: 0, count: (4 - coefficients.count % 4) % 4)
    self.coefficients = coefficients
    isGrowing = coefficients.contains { abs($0) > 4 * abs(coefficients[0]) }
  }

  func expected(age: Double, steps: [Double], into results: inout [Double]) {
    let rate = alpha + age
    var first = 0
    while first < steps.count {
      let last = min(first + 4, steps.count)
      var z = SIMD4<Double>(repeating: 0)
      for step in first..<last { z[step - first] = steps[step] / (rate + steps[step]) }
      let series = self.series(z, largest: min(z[last - first - 1], Self.largestSeries))
      for step in first..<last {
        results[step] =
          z[step - first] > Self.largestSeries
          ? integral(steps[step] / rate) : value(steps[step] / rate, series[step - first])
      }
      first = last
    }
  }

  /// W(z), with as many terms as the largest z needs: every fourth one in a sum of its own, in powers
  /// of z⁴, so that no term waits for the one before.
  private func series(_ z: SIMD4<Double>, largest: Double) -> SIMD4<Double> {
    guard largest > 0 else { return .zero }
    let needed = isGrowing ? coefficients.count : Int(-42 / Double.log(largest)) + 4
    let z2 = z * z
    let z4 = z2 * z2
    var (one, two) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (three, four) = (one, two)
    coefficients.withUnsafeBufferPointer { coefficients in
      var j = min((needed + 3) & ~3, coefficients.count)
      while j > 0 {
        j -= 4
        one = one * z4 + coefficients[j]
        two = two * z4 + coefficients[j + 1]
        three = three * z4 + coefficients[j + 2]
        four = four * z4 + coefficients[j + 3]
      }
    }
    return z * (one + z * two) + z * z2 * (three + z * four)
  }

  private func value(_ tau: Double, _ series: Double) -> Double {
    let e = a - 1
    let l = -Double.log(onePlus: tau)
    let power = e * l
    // −((1−z)^e − 1)/e, with its limit −ln(1−z) at e = 0.
    let part = abs(e) < 1e-150 ? -l : -Double.expMinusOne(power) / e
    return max(0, (a + b - 1) * part - .exp(power) * series)
  }

  /// E over p ~ Beta(a, b′) of `(1 − (1 + pτ)^−R)/p`, τ = t/A: by ln(p/(1−p)), in panels; below
  /// pτ = 1e-10 the function is Rτ, near p = 1 its value there.
  func integral(_ tau: Double) -> Double {
    let low = min(1e-10 / tau, 1e-10)
    let start = Double.log(low)
    let end = 25.0
    let panels = Int((end - start).rounded(.up)) * 2
    let width = (end - start) / Double(panels)
    let logBeta = IncompleteBeta.logBeta(a, b)
    let rule = GaussLegendre.eight
    var sum = 0.0
    for panel in 0..<panels {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let u = start + width * (Double(panel) + 0.5 + 0.5 * node)
        // p = 1/(1+e^−u), 1−p = 1/(1+e^u).
        let logP = u < 0 ? u - .log(onePlus: .exp(u)) : -.log(onePlus: .exp(-u))
        let logQ = logP - u
        let p = Double.exp(logP)
        let part = -Double.expMinusOne(-shape * .log(onePlus: p * tau)) / p
        sum += 0.5 * width * weight * .exp(a * logP + b * logQ - logBeta) * part
      }
    }
    let right = Double.exp(-end)
    let left = low / (1 + low)
    return sum + shape * tau * IncompleteBeta.regularised(left, a, b)
      - .expMinusOne(-shape * .log(onePlus: tau))
      * IncompleteBeta.regularised(right / (1 + right), b, a)
  }
}
