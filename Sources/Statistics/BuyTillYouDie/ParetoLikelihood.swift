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
    // after.
    let end = integral.end(age - tx)
    var total = end.weight
    // ∂F by r, α, s, β.
    var first =
      end.weight
      * SIMD4(-end.l1, -R / (A + end.y), -end.l2, -s / (B + end.y))
    var products = SIMD16<Double>(repeating: 0)
    Self.addProducts(
      &products, end.weight, -end.l1, -R / (A + end.y), -end.l2, -s / (B + end.y))
    var inverseA = end.weight / (A + end.y)
    var inverseA2 = end.weight / ((A + end.y) * (A + end.y))
    var inverseB = end.weight / (B + end.y)
    var curvatureB = s * end.weight / ((B + end.y) * (B + end.y))
    var dead = 0.0
    integral.deaths(age - tx) { atom in
      let w = atom.weight
      let iA = 1 / (A + atom.y)
      let iB = 1 / (B + atom.y)
      let (fr, fa, fs, fb) = (-atom.l1, -R * iA, 1 / s - atom.l2, -(s + 1) * iB)
      total += w
      dead += w
      first += w * SIMD4(fr, fa, fs, fb)
      Self.addProducts(&products, w, fr, fa, fs, fb)
      inverseA += w * iA
      inverseA2 += w * iA * iA
      inverseB += w * iB
      curvatureB += (s + 1) * w * iB * iB
    }
    let scale = 1 / total
    first *= scale
    products *= scale
    inverseA *= scale
    inverseB *= scale
    var seconds = products
    var square = SIMD16<Double>(repeating: 0)
    Self.addProducts(&square, 1, first[0], first[1], first[2], first[3])
    seconds -= square
    seconds[1] -= inverseA
    seconds[2] += R * inverseA2 * scale
    seconds[5] -= dead * scale / (s * s)
    seconds[8] -= inverseB
    seconds[9] += curvatureB * scale
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

  @inline(__always)
  private static func addProducts(
    _ sum: inout SIMD16<Double>, _ w: Double, _ r: Double, _ a: Double, _ s: Double, _ b: Double
  ) {
    let left = SIMD16<Double>(r, r, a, r, a, s, r, a, s, b, 0, 0, 0, 0, 0, 0)
    let right = SIMD16<Double>(r, a, a, s, s, s, b, b, b, b, 0, 0, 0, 0, 0, 0)
    sum += w * left * right
  }
}
