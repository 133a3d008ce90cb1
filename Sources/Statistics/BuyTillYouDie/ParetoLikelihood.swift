import RealModule
import Values

/// The log-likelihood of Pareto/NBD.
///
/// The bracket of the likelihood is a sum over the moments at which the customer may have died, and the
/// end (`DeathIntegral`). Of such a sum `ln Σ e^F` the gradient is the mean of ∇F under the weights
/// `e^F / Σ e^F`, and the second derivatives are the mean of `∇²F + ∇F ∇Fᵀ` less the product of the
/// means; F is a few logarithms, so all derivatives are exact and cost a few sums more.
struct ParetoLikelihood: PurchaseLikelihood {
  private let histories: PurchaseHistories
  private let pieces: LikelihoodPieces

  init(_ histories: PurchaseHistories) {
    self.histories = histories
    pieces = LikelihoodPieces(histories.runs, largest: 512) { _ in true }
  }

  func parts(_ parameters: [[Double]], threads: Int) -> [TrustRegion.Evaluation] {
    var sums = [ParetoSums](repeating: ParetoSums(), count: pieces.pieces.count)
    sums.withUnsafeMutableBufferPointer { buffer in
      // Unsafe: each piece writes its own place.
      nonisolated(unsafe) let buffer = buffer
      pieces.share(threads: threads) { index, piece in
        let run = histories.runs[piece.run]
        let p = parameters[run.pattern]
        var sum = ParetoSums()
        for c in piece.classes {
          sum.add(
            Double(histories.counts[c]), r: p[0], alpha: p[1], s: p[2], beta: p[3], x: run.x,
            tx: histories.times[Int(histories.txIndex[c])],
            age: histories.times[Int(histories.ageIndex[c])])
        }
        buffer[index] = sum
      }
    }
    var results = parameters.map { _ in ParetoSums() }
    for (index, piece) in pieces.pieces.enumerated() {
      results[histories.runs[piece.run].pattern].add(sums[index])
    }
    for run in histories.runs where run.x > 0 {
      let r = parameters[run.pattern][0]
      let purchase = RisingFactorial.derivatives(r, run.x)
      let n = run.customers
      results[run.pattern].value += n * RisingFactorial.logarithm(r, run.x)
      results[run.pattern].gradient[0] += n * purchase.first
      results[run.pattern].second[0] += n * purchase.second
    }
    return results.map(\.evaluation)
  }
}

/// Value and derivatives by r, α, s, β.
private struct ParetoSums {
  var value = 0.0
  var gradient = SIMD4<Double>(repeating: 0)
  /// rr, rα, αα, rs, αs, ss, rβ, αβ, sβ, ββ: the lower triangle, row by row.
  var second = SIMD16<Double>(repeating: 0)

  mutating func add(_ other: ParetoSums) {
    value += other.value
    gradient += other.gradient
    second += other.second
  }

  var evaluation: TrustRegion.Evaluation {
    var hessian = SymmetricMatrix(zeros: 4)
    var place = 0
    for i in 0..<4 {
      for j in 0...i {
        hessian[i, j] = second[place]
        place += 1
      }
    }
    return TrustRegion.Evaluation(
      value: value, gradient: (0..<4).map { gradient[$0] }, hessian: hessian)
  }

  /// n customers with this history, without ln Γ(r+x) − ln Γ(r).
  mutating func add(
    _ n: Double, r: Double, alpha: Double, s: Double, beta: Double, x: Double, tx: Double,
    age: Double
  ) {
    let R = r + x
    let (A, B) = (alpha + tx, beta + tx)
    let integral = DeathIntegral(shape: R, s: s, rate: A, beta: B)
    // Logarithms are from t_x on, so that weights do not vanish; their parts before t_x are added
    // after. Moments of (l1, 1/(A+y), l2, 1/(B+y)) over the moments of death.
    var dead = 0.0
    var means = SIMD4<Double>(repeating: 0)
    var products1 = means
    var products2 = means
    var products3 = means
    integral.deaths(age - tx) { atom in
      let weighted = atom.weight * SIMD4(atom.l1, 1 / (A + atom.y), atom.l2, 1 / (B + atom.y))
      let plain = SIMD4(atom.l1, 1 / (A + atom.y), atom.l2, 1 / (B + atom.y))
      dead += atom.weight
      means += weighted
      products1 += weighted[0] * plain
      products2 += weighted[1] * plain
      products3 += weighted[3] * SIMD4(plain[2], plain[3], 0, 0)
      products3[2] += weighted[2] * plain[2]
    }
    let end = integral.end(age - tx)
    let total = end.weight + dead
    let scale = 1 / total
    let gone = dead * scale
    let stay = end.weight * scale
    means *= scale
    products1 *= scale
    products2 *= scale
    products3 *= scale
    let iA = 1 / (A + end.y)
    let iB = 1 / (B + end.y)
    // ∂F by r, α, s, β: (−l1, −R iA, 1/s − l2, −(s+1) iB) at a death, (−l1, −R iA, −l2, −s iB) at the
    // end; their mean, and the mean of their products.
    var first = SIMD4(
      -means[0] - stay * end.l1, -R * (means[1] + stay * iA),
      gone / s - means[2] - stay * end.l2, -(s + 1) * means[3] - stay * s * iB)
    let s1 = s + 1
    var seconds = SIMD16<Double>(repeating: 0)
    seconds[0] = products1[0] + stay * end.l1 * end.l1
    seconds[1] = R * (products1[1] + stay * end.l1 * iA)
    seconds[2] = R * R * (products2[1] + stay * iA * iA)
    seconds[3] = products1[2] - means[0] / s + stay * end.l1 * end.l2
    seconds[4] = R * (products2[2] - means[1] / s + stay * iA * end.l2)
    seconds[5] =
      gone / (s * s) - 2 * means[2] / s + products3[2] + stay * end.l2 * end.l2
    seconds[6] = s1 * products1[3] + stay * s * end.l1 * iB
    seconds[7] = R * (s1 * products2[3] + stay * s * iA * iB)
    seconds[8] = s1 * (products3[0] - means[3] / s) + stay * s * end.l2 * iB
    seconds[9] = s1 * s1 * products3[1] + stay * s * s * iB * iB
    // Less the products of the means, plus the mean of ∇²F.
    var place = 0
    for i in 0..<4 {
      for j in 0...i {
        seconds[place] -= first[i] * first[j]
        place += 1
      }
    }
    seconds[1] -= means[1] + stay * iA
    seconds[2] += R * (products2[1] + stay * iA * iA)
    seconds[5] -= gone / (s * s)
    seconds[8] -= means[3] + stay * iB
    seconds[9] += s1 * products3[1] + stay * s * iB * iB
    // r ln α − (r+x) ln(α+t_x) + s ln β − s ln(β+t_x).
    let fallA = Double.log(onePlus: tx / alpha)
    let fallB = Double.log(onePlus: tx / beta)
    value += n * (-R * fallA - x * .log(alpha) - s * fallB + .log(total))
    first += SIMD4(-fallA, r / alpha, -fallB, s / beta)
    seconds[1] += 1 / alpha
    seconds[2] -= r / (alpha * alpha)
    seconds[8] += 1 / beta
    seconds[9] -= s / (beta * beta)
    gradient += n * first
    second += n * seconds
  }
}
