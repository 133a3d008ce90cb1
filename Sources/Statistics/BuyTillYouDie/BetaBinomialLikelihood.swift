import RealModule

/// The log-likelihood of BG/BB, a sum over the opportunities at which a customer may have dropped out.
///
/// `L = B(α+x, β+n−x)/B(α, β) · B(γ, δ+n)/B(γ, δ)
///    + Σ_{i=0}^{n−t_x−1} B(α+x, β+t_x−x+i)/B(α, β) · B(γ+1, δ+t_x+i)/B(γ, δ)`.
/// Derivatives of the logarithm of the sum are means under the terms' shares, as for Pareto/NBD; those
/// of a term are differences of polygamma functions, tabled by whole number.
///
/// Source: Fader, Hardie & Shang, Marketing Science 29(6), 2010, equation 5.
struct BetaBinomialLikelihood: PurchaseLikelihood {
  private let histories: PurchaseHistories

  init(_ histories: PurchaseHistories) { self.histories = histories }

  func parts(_ parameters: [[Double]], threads: Int) -> [TrustRegion.Evaluation] {
    let longest = Int(histories.times.last ?? 0)
    let tables = parameters.map { BetaBinomialTables($0, longest: longest) }
    var results = parameters.map { _ in
      TrustRegion.Evaluation(
        value: 0, gradient: [0, 0, 0, 0], hessian: SymmetricMatrix(zeros: 4))
    }
    for run in histories.runs {
      let table = tables[run.pattern]
      for c in run.classes {
        table.add(
          Double(histories.counts[c]), x: Int(run.x),
          tx: Int(histories.times[Int(histories.txIndex[c])]),
          n: Int(histories.times[Int(histories.ageIndex[c])]), to: &results[run.pattern])
      }
    }
    return results
  }
}

/// ln Γ, ψ and ψ′ of z, z+1, …, each less its value at z.
private struct GammaTable {
  let values: [Double]
  let first: [Double]
  let second: [Double]

  init(_ z: Double, _ longest: Int) {
    values = (0...longest).map { RisingFactorial.logarithm(z, Double($0)) }
    let derivatives = (0...longest).map { RisingFactorial.derivatives(z, Double($0)) }
    first = derivatives.map(\.first)
    second = derivatives.map(\.second)
  }
}

private struct BetaBinomialTables {
  let alpha: GammaTable
  let beta: GammaTable
  let both: GammaTable
  let gamma: GammaTable
  let delta: GammaTable
  let dropout: GammaTable

  init(_ p: [Double], longest: Int) {
    alpha = GammaTable(p[0], longest + 1)
    beta = GammaTable(p[1], longest + 1)
    both = GammaTable(p[0] + p[1], longest + 1)
    gamma = GammaTable(p[2], 1)
    delta = GammaTable(p[3], longest + 1)
    dropout = GammaTable(p[2] + p[3], longest + 2)
  }

  /// ln of a term: k opportunities seen, and dropped out after them (`gone` 1) or not (0).
  private func logarithm(_ x: Int, _ k: Int, _ gone: Int) -> Double {
    alpha.values[x] + beta.values[k - x] - both.values[k]
      + gamma.values[gone] + delta.values[k] - dropout.values[k + gone]
  }

  func add(
    _ count: Double, x: Int, tx: Int, n: Int, to result: inout TrustRegion.Evaluation
  ) {
    var terms = [(k: n, gone: 0, logarithm: logarithm(x, n, 0))]
    for k in tx..<max(tx, n) { terms.append((k, 1, logarithm(x, k, 1))) }
    let largest = terms.reduce(-Double.infinity) { max($0, $1.logarithm) }
    let total = terms.reduce(0) { $0 + .exp($1.logarithm - largest) }
    var mean = SIMD4<Double>(repeating: 0)
    var hessian = SymmetricMatrix(zeros: 4)
    for term in terms {
      let w = Double.exp(term.logarithm - largest) / total
      let (k, e) = (term.k, term.gone)
      let slope = SIMD4(
        alpha.first[x] - both.first[k], beta.first[k - x] - both.first[k],
        gamma.first[e] - dropout.first[k + e], delta.first[k] - dropout.first[k + e])
      mean += w * slope
      for i in 0..<4 {
        for j in 0...i { hessian[i, j] += w * slope[i] * slope[j] }
      }
      hessian[0, 0] += w * (alpha.second[x] - both.second[k])
      hessian[0, 1] -= w * both.second[k]
      hessian[1, 1] += w * (beta.second[k - x] - both.second[k])
      hessian[2, 2] += w * (gamma.second[e] - dropout.second[k + e])
      hessian[2, 3] -= w * dropout.second[k + e]
      hessian[3, 3] += w * (delta.second[k] - dropout.second[k + e])
    }
    result.value += count * (largest + .log(total))
    for i in 0..<4 {
      result.gradient[i] += count * mean[i]
      for j in 0...i {
        result.hessian[i, j] += count * (hessian[i, j] - mean[i] * mean[j])
      }
    }
  }
}
