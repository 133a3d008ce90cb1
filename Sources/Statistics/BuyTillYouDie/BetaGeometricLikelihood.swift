import RealModule
import Values

/// The log-likelihood of BG/NBD and MBG/NBD.
///
/// With `m` 0 for BG/NBD and 1 for MBG/NBD, of one customer
/// `ln Γ(r+x) − ln Γ(r) + r ln α + ln Γ(a+b) + ln Γ(b+x+m) − ln Γ(b) − ln Γ(a+b+x+m)
///  − (r+x) ln(α+T) + ln(1 + eᶻ)`, `z = ln a − ln(b+x−1+m) + (r+x) (ln(α+T) − ln(α+t_x))`,
/// the last term for BG/NBD only where x > 0.
///
/// Sources: Fader, Hardie & Lee, *"Counting your customers" the easy way*, Marketing Science 24(2),
/// 2005, equation 6; Batislam, Denizel & Filiztekin, *Empirical validation and comparison of models
/// for customer base analysis*, IJRM 24(3), 2007, equation 4. The terms by x and by T are summed over
/// their different values; what remains is one exponential a class, since the logarithms of `1 + eᶻ`
/// are taken of products of many.
struct BetaGeometricLikelihood: PurchaseLikelihood {
  private let histories: PurchaseHistories
  private let modified: Bool
  private let pieces: LikelihoodPieces
  /// Σ customers and Σ x by pattern and time: `[pattern * times + time]`.
  private let customersByAge: [Double]
  private let purchasesByAge: [Double]

  init(_ histories: PurchaseHistories) { self.init(histories, modified: false) }

  init(_ histories: PurchaseHistories, modified: Bool) {
    self.histories = histories
    self.modified = modified
    pieces = LikelihoodPieces(histories.runs) { modified || $0 > 0 }
    (customersByAge, purchasesByAge) = histories.sumsByAge
  }

  func parts(_ parameters: [[Double]], threads: Int) -> [TrustRegion.Evaluation] {
    let times = histories.times
    let tables = parameters.map { TimeLogarithms($0[1], times) }
    var sums = [RowSums](repeating: RowSums(), count: pieces.pieces.count)
    sums.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      pieces.share(threads: threads) { index, piece in
        let run = histories.runs[piece.run]
        let (r, a, b) = (
          parameters[run.pattern][0], parameters[run.pattern][2], parameters[run.pattern][3]
        )
        let start = .log(a) - Double.log(b + run.x - 1 + (modified ? 1 : 0))
        buffer[index] = rowSums(
          piece.classes, start: start, rx: r + run.x, tables[run.pattern])
      }
    }
    var results = parameters.map { _ in NaturalDerivatives() }
    for (pattern, values) in parameters.enumerated() {
      results[pattern].addAges(
        r: values[0], tables[pattern], pattern: pattern, customersByAge, purchasesByAge)
    }
    for (index, piece) in pieces.pieces.enumerated() {
      let run = histories.runs[piece.run]
      let values = parameters[run.pattern]
      results[run.pattern].addRows(
        sums[index], rx: values[0] + run.x, a: values[2],
        bx: values[3] + run.x - 1 + (modified ? 1 : 0))
    }
    for run in histories.runs {
      results[run.pattern].addGammas(run, parameters[run.pattern], modified: modified)
    }
    return results.map(\.evaluation)
  }

  /// Over the classes of one x: with `s = eᶻ/(1+eᶻ)`, `q = s(1−s)`, `d = ln(α+T) − ln(α+t_x)`,
  /// `g = 1/(α+T) − 1/(α+t_x)`, `h = 1/(α+T)² − 1/(α+t_x)²`.
  private func rowSums(
    _ classes: Range<Int>, start: Double, rx: Double, _ table: TimeLogarithms
  ) -> RowSums {
    var sums = RowSums()
    // Products of 1 + e^−|z|, each factor between 1 and 2, overflow after 1,023 of them.
    var product = 1.0
    var factors = 0
    histories.ageIndex.withUnsafeBufferPointer { ages in
      histories.txIndex.withUnsafeBufferPointer { lasts in
        histories.counts.withUnsafeBufferPointer { counts in
          table.logarithms.withUnsafeBufferPointer { logs in
            table.inverses.withUnsafeBufferPointer { inverses in
              for c in classes {
                let age = Int(ages[c])
                let last = Int(lasts[c])
                let n = Double(counts[c])
                let d = logs[age] - logs[last]
                let g = inverses[age] - inverses[last]
                let h = g * (inverses[age] + inverses[last])
                let z = start + rx * d
                let e = Double.exp(-abs(z))
                let inverse = 1 / (1 + e)
                let s = z > 0 ? inverse : e * inverse
                let q = e * inverse * inverse
                if n == 1 {
                  product *= 1 + e
                  factors += 1
                  if factors == 1000 {
                    sums.logarithm += .log(product)
                    product = 1
                    factors = 0
                  }
                } else {
                  sums.logarithm += n * .log(onePlus: e)
                }
                let ns = n * s
                let nq = n * q
                sums.logarithm += z > 0 ? n * z : 0
                sums.s += ns
                sums.sd += ns * d
                sums.sg += ns * g
                sums.sh += ns * h
                sums.q += nq
                sums.qd += nq * d
                sums.qg += nq * g
                sums.qdd += nq * d * d
                sums.qdg += nq * d * g
                sums.qgg += nq * g * g
              }
            }
          }
        }
      }
    }
    sums.logarithm += .log(product)
    return sums
  }
}

/// ln(α + t) and 1/(α + t) of each different time.
struct TimeLogarithms: Sendable {
  let logarithms: [Double]
  let inverses: [Double]
  let alpha: Double

  init(_ alpha: Double, _ times: [Double]) {
    self.alpha = alpha
    logarithms = times.map { .log(alpha + $0) }
    inverses = times.map { 1 / (alpha + $0) }
  }
}

private struct RowSums {
  var logarithm = 0.0
  var s = 0.0
  var sd = 0.0
  var sg = 0.0
  var sh = 0.0
  var q = 0.0
  var qd = 0.0
  var qg = 0.0
  var qdd = 0.0
  var qdg = 0.0
  var qgg = 0.0
}

/// Value and derivatives by r, α, a, b.
private struct NaturalDerivatives {
  var value = 0.0
  var gradient = [0.0, 0, 0, 0]
  var hessian = SymmetricMatrix(zeros: 4)

  var evaluation: TrustRegion.Evaluation {
    TrustRegion.Evaluation(value: value, gradient: gradient, hessian: hessian)
  }

  /// Σ −(r+x) ln(α+T).
  mutating func addAges(
    r: Double, _ table: TimeLogarithms, pattern: Int, _ customers: [Double], _ purchases: [Double]
  ) {
    let offset = pattern * table.logarithms.count
    for time in table.logarithms.indices where customers[offset + time] > 0 {
      let n = customers[offset + time]
      let rx = r * n + purchases[offset + time]
      let inverse = table.inverses[time]
      value -= rx * table.logarithms[time]
      gradient[0] -= n * table.logarithms[time]
      gradient[1] -= rx * inverse
      hessian[0, 1] -= n * inverse
      hessian[1, 1] += rx * inverse * inverse
    }
  }

  /// Σ ln(1 + eᶻ) of one x, with ∂z = (d, (r+x) g, 1/a, −1/(b+x−1+m)).
  mutating func addRows(_ sums: RowSums, rx: Double, a: Double, bx: Double) {
    value += sums.logarithm
    gradient[0] += sums.sd
    gradient[1] += rx * sums.sg
    gradient[2] += sums.s / a
    gradient[3] -= sums.s / bx
    hessian[0, 0] += sums.qdd
    hessian[0, 1] += rx * sums.qdg + sums.sg
    hessian[1, 1] += rx * rx * sums.qgg - rx * sums.sh
    hessian[0, 2] += sums.qd / a
    hessian[1, 2] += rx * sums.qg / a
    hessian[2, 2] += (sums.q - sums.s) / (a * a)
    hessian[0, 3] -= sums.qd / bx
    hessian[1, 3] -= rx * sums.qg / bx
    hessian[2, 3] -= sums.q / (a * bx)
    hessian[3, 3] += (sums.q + sums.s) / (bx * bx)
  }

  /// ln Γ(r+x) − ln Γ(r) + r ln α + ln Γ(a+b) − ln Γ(b) + ln Γ(b+x+m) − ln Γ(a+b+x+m) of one x.
  mutating func addGammas(_ run: PurchaseHistories.Run, _ values: [Double], modified: Bool) {
    let n = run.customers
    let (r, alpha, a, b) = (values[0], values[1], values[2], values[3])
    let raised = run.x + (modified ? 1 : 0)
    value +=
      n
      * (RisingFactorial.logarithm(r, run.x) + r * .log(alpha)
        + RisingFactorial.logarithm(b, raised) - RisingFactorial.logarithm(a + b, raised))
    let purchase = RisingFactorial.derivatives(r, run.x)
    let alive = RisingFactorial.derivatives(b, raised)
    let all = RisingFactorial.derivatives(a + b, raised)
    gradient[0] += n * (purchase.first + .log(alpha))
    gradient[1] += n * r / alpha
    gradient[2] -= n * all.first
    gradient[3] += n * (alive.first - all.first)
    hessian[0, 0] += n * purchase.second
    hessian[0, 1] += n / alpha
    hessian[1, 1] -= n * r / (alpha * alpha)
    hessian[2, 2] -= n * all.second
    hessian[2, 3] -= n * all.second
    hessian[3, 3] += n * (alive.second - all.second)
  }
}
