import RealModule
import Values

/// The Gamma-Gamma log-likelihood of many customers with its first two derivatives.
///
/// x enters by its different values; what remains a customer is ln(γ + x z̄), taken of products of
/// many, and 1/(γ + x z̄).
struct SpendLikelihood: Sendable {
  let customers: Int
  let skipped: Int
  /// Mean of the customers' means.
  let mean: Double
  /// Whether two of the means differ.
  let varies: Bool

  /// x z̄, ordered by x.
  private let spent: [Double]
  private let counts: [Double]
  private let runs: [Run]
  /// Σ ln z̄.
  private let logMeans: Double
  private let pieces: [(run: Int, rows: Range<Int>)]

  private struct Run: Sendable {
    let x: Double
    let rows: Range<Int>
    let customers: Double
    /// Σ ln(x z̄).
    let logSpent: Double
  }

  init(_ x: [Int32], _ mean: [Double], _ counts: [Int]?, every stride: Int) {
    var rows: [Int32] = []
    var skipped = 0
    for row in Swift.stride(from: 0, to: x.count, by: stride) {
      if x[row] > 0, mean[row] > 0, mean[row].isFinite, counts?[row] != 0 {
        rows.append(Int32(row))
      } else {
        skipped += counts?[row] ?? 1
      }
    }
    let grouping = HistoryGrouping(
      columns: [rows.map { x[Int($0)] }], counts: nil, threads: 1)
    var starts: [Int] = []
    var sum = 0
    for count in grouping.counts {
      starts.append(sum)
      sum += Int(count)
    }
    var next = starts
    var spent = [Double](repeating: 0, count: rows.count)
    var weights = spent
    var logs = spent
    for (place, row) in rows.enumerated() {
      let run = Int(grouping.classOf[place])
      let target = next[run]
      next[run] += 1
      spent[target] = Double(x[Int(row)]) * mean[Int(row)]
      weights[target] = Double(counts?[Int(row)] ?? 1)
      logs[target] = .log(mean[Int(row)])
    }
    var total = 0.0
    var money = 0.0
    var logMeans = 0.0
    var runs: [Run] = []
    for run in starts.indices {
      let rows = starts[run]..<next[run]
      let x = Double(grouping.columns[0][run])
      var customers = 0.0
      var logMean = 0.0
      for row in rows {
        customers += weights[row]
        logMean += weights[row] * logs[row]
        money += weights[row] * spent[row] / x
      }
      total += customers
      logMeans += logMean
      runs.append(
        Run(x: x, rows: rows, customers: customers, logSpent: logMean + customers * .log(x)))
    }
    self.spent = spent
    self.counts = weights
    self.runs = runs
    self.logMeans = logMeans
    self.skipped = skipped
    customers = Int(total)
    self.mean = total > 0 ? money / total : 0
    varies = logs.contains { $0 != logs.first }
    var pieces: [(run: Int, rows: Range<Int>)] = []
    for (index, run) in runs.enumerated() {
      var start = run.rows.lowerBound
      while start < run.rows.upperBound {
        let end = min(start + 16384, run.rows.upperBound)
        pieces.append((index, start..<end))
        start = end
      }
    }
    self.pieces = pieces
  }

  /// At ln p, ln q, ln γ.
  func evaluation(at point: [Double], threads: Int) -> TrustRegion.Evaluation {
    let natural = point.map { Double.exp($0) }
    let (p, q, g) = (natural[0], natural[1], natural[2])
    var sums = [SIMD4<Double>](repeating: .zero, count: pieces.count)
    sums.withUnsafeMutableBufferPointer { buffer in
      // Unsafe: each piece writes its own place.
      nonisolated(unsafe) let buffer = buffer
      let batch = 8
      Workers.share((pieces.count + batch - 1) / batch, threads: threads) { part, _ in
        for index in (part * batch)..<min(pieces.count, (part + 1) * batch) {
          buffer[index] = rowSums(pieces[index].rows, g)
        }
      }
    }
    var byRun = [SIMD4<Double>](repeating: .zero, count: runs.count)
    for (index, piece) in pieces.enumerated() { byRun[piece.run] += sums[index] }
    var value = -logMeans
    var gradient = [0.0, 0, 0]
    var hessian = SymmetricMatrix(zeros: 3)
    for (run, sum) in zip(runs, byRun) {
      let n = run.customers
      let x = run.x
      let (logs, inverses, squares) = (sum[0], sum[1], sum[2])
      let px = p * x
      value -= n * IncompleteBeta.logBeta(px, q)
      value += px * (run.logSpent - logs) + q * (n * point[2] - logs)
      let both = Polygamma.digamma(px + q)
      gradient[0] += x * (n * (both - Polygamma.digamma(px)) + run.logSpent - logs)
      gradient[1] += n * (both - Polygamma.digamma(q) + point[2]) - logs
      gradient[2] += n * q / g - (px + q) * inverses
      let second = Polygamma.trigamma(px + q)
      hessian[0, 0] += n * x * x * (second - Polygamma.trigamma(px))
      hessian[0, 1] += n * x * second
      hessian[1, 1] += n * (second - Polygamma.trigamma(q))
      hessian[0, 2] -= x * inverses
      hessian[1, 2] += n / g - inverses
      hessian[2, 2] += (px + q) * squares - n * q / (g * g)
    }
    let map = ParameterMap.plain(3)
    return map.combined(
      [TrustRegion.Evaluation(value: value, gradient: gradient, hessian: hessian)], [natural])
  }

  /// Σ ln(γ + y), Σ 1/(γ + y), Σ 1/(γ + y)².
  private func rowSums(_ rows: Range<Int>, _ g: Double) -> SIMD4<Double> {
    var logs = 0.0
    var inverses = 0.0
    var squares = 0.0
    var product = 1.0
    for row in rows {
      let n = counts[row]
      let y = g + spent[row]
      let inverse = 1 / y
      if n == 1 {
        product *= y
        if product > 1e150 || product < 1e-150 {
          logs += .log(product)
          product = 1
        }
      } else {
        logs += n * .log(y)
      }
      inverses += n * inverse
      squares += n * inverse * inverse
    }
    return SIMD4(logs + .log(product), inverses, squares, 0)
  }
}
