import RealModule
import Values

/// Predictive intervals of what customers spend, by class, as multiples of `GammaGamma.spendScale`.
///
/// They hold the chance of the number of purchases and of their amounts; the error of the parameters is
/// not in them. To discount, multiply by the ratio of discounted to expected purchases.
package struct SpendIntervals: Sendable, Equatable {
  package let low: [Double]
  package let high: [Double]
  package let mean: [Double]
  /// nil where it is infinite for some class: p x + q ≤ 2.
  package let variance: [Double]?
}

extension PurchaseHistories {
  /// Intervals of the spend in (T, T + t] of each class: from 0 to the upper quantile where no purchase
  /// at all has a probability above the lower tail, else between both tails.
  ///
  /// Given k purchases, spend over scale is a gamma of shape pk over one of shape px+q, whose
  /// distribution function is `I_{w/(1+w)}(pk, px+q)`. Mixed over k it depends on x and T alone; it and
  /// its density are tabled over ln w and interpolated by cubics, to 2e-3 of a probability.
  ///
  /// - Precondition: `spend.q` above 1, so that there is a mean.
  package func spendIntervals(
    _ processes: [any PurchaseProcess], _ spend: GammaGamma, within t: Double,
    confidence: Double = 0.95, threads: Int? = nil
  ) -> SpendIntervals {
    precondition(spend.q > 1, "spend with an expectation")
    let filled = fill(4, processes, threads: threads) { columns, process, run, classes in
      let shape = spend.p * run.x + spend.q
      var amounts = SpendTable(p: spend.p, shape: shape, CountDistribution([1]))
      var mixture = SpendMixture()
      var moments = (mean: 0.0, square: 0.0)
      var last: Int32 = -1
      for c in classes {
        let age = times[Int(ageIndex[c])]
        if ageIndex[c] != last {
          last = ageIndex[c]
          let counts = process.distributionWhilePresent(x: run.x, age: age, within: t)
          // Ages ascend in a run, and who is older purchases no more: the first table serves most.
          if amounts.counts < counts.probabilities.count - 1 {
            amounts = SpendTable(p: spend.p, shape: shape, counts)
          }
          mixture = SpendMixture(counts, amounts)
          let mean = counts.mean
          let square = counts.variance + mean * mean
          moments.mean = mean * spend.p / (shape - 1)
          moments.square =
            shape > 2
            ? (spend.p * spend.p * square + spend.p * mean) / ((shape - 1) * (shape - 2)) : .nan
        }
        let present = process.probabilityPresent(
          PurchaseHistory(x: run.x, tx: times[Int(txIndex[c])], age: age))
        let tails = PredictiveTails(confidence, none: 1 - present + present * mixture.none)
        columns[0, c] = tails.low == 0 ? 0 : mixture.quantile(tails.low, present: present)
        columns[1, c] = mixture.quantile(tails.high, present: present)
        columns[2, c] = present * moments.mean
        let square = present * moments.mean * present * moments.mean
        columns[3, c] = max(present * moments.square - square, 0)
        if shape <= 2 { columns[3, c] = .nan }
      }
    }
    return SpendIntervals(
      low: filled[0], high: filled[1], mean: filled[2],
      variance: filled[3].contains(where: \.isNaN) ? nil : filled[3])
  }
}

/// Distribution functions of spend over scale, given numbers of purchases, over a grid of its logarithm.
private struct SpendTable {
  /// Up to this many purchases.
  let counts: Int
  /// Numbers of purchases that have a row: each up to 32 or more, then at most 3 % apart; those between
  /// are interpolated.
  let nodes: [Int]
  /// ln of the first w.
  let start: Double
  let step: Double
  let points: Int
  /// `[row * points + point]`: distribution function, and its derivative by ln w.
  let values: [Double]
  let slopes: [Double]

  /// For purchases distributed like this, or fewer.
  init(p: Double, shape: Double, _ distribution: CountDistribution) {
    counts = distribution.probabilities.count - 1
    guard counts > 0 else {
      (nodes, start, step, points, values, slopes) = ([], 0, 1, 0, [], [])
      return
    }
    // How wide the upper edge of the mixture is in ln w: cubics are true over less than half of it.
    let edge = Double(max(1, distribution.quantile(0.99)))
    let spread = (Double(distribution.quantile(0.9999)) - edge) / 1.4 / edge
    let width = Double.sqrt(spread * spread + 1 / (p * edge) + 1 / shape)
    step = min(0.2, max(0.005, 0.35 * width))
    let apart = min(1.0 / 32, 0.2 * width)
    var nodes = [1]
    while let last = nodes.last, last < counts {
      nodes.append(min(counts, last + max(1, Int((Double(last) * apart).rounded()))))
    }
    self.nodes = nodes
    // From well below one purchase to well above all of them.
    start = .log(p / shape) - 4 * .sqrt(1 / p + 1 / shape) - 9 / p
    let most = p * Double(counts)
    let end =
      Double.log(most / shape) + 4 / .sqrt(most) + 5 * .sqrt(1 / shape) + 7 / shape
    points = max(2, Int(((end - start) / step).rounded(.up)) + 1)
    var values: [Double] = []
    var slopes: [Double] = []
    values.reserveCapacity(nodes.count * points)
    slopes.reserveCapacity(nodes.count * points)
    for k in nodes {
      let pk = p * Double(k)
      let logBeta = IncompleteBeta.logBeta(pk, shape)
      let centre = Double.log(pk / shape)
      // ln w is nearly normal where both shapes are large: nothing is left beyond nine deviations.
      let reach = min(pk, shape) > 30 ? 9 * .sqrt(1 / pk + 1 / shape) : .infinity
      for point in 0..<points {
        let l = start + step * Double(point)
        guard abs(l - centre) < reach else {
          values.append(l < centre ? 0 : 1)
          slopes.append(0)
          continue
        }
        // w/(1+w) and 1/(1+w).
        let y = 1 / (1 + Double.exp(-l))
        let rest = 1 / (1 + Double.exp(l))
        values.append(IncompleteBeta.regularised(y, complement: rest, pk, shape))
        slopes.append(.exp(pk * .log(y) + shape * .log(rest) - logBeta))
      }
    }
    self.values = values
    self.slopes = slopes
  }
}

/// The distribution of spend over scale of customers who are present, mixed over their purchases.
private struct SpendMixture {
  /// P(no purchase).
  let none: Double
  private let start: Double
  private let step: Double
  private let values: [Double]
  private let slopes: [Double]

  init() {
    none = 1
    start = 0
    step = 1
    values = []
    slopes = []
  }

  init(_ counts: CountDistribution, _ table: SpendTable) {
    none = counts.probabilities[0]
    start = table.start
    step = table.step
    var shares = [Double](repeating: 0, count: table.nodes.count)
    var row = 0
    for (k, p) in counts.probabilities.enumerated().dropFirst() {
      while table.nodes[row] < k { row += 1 }
      let above = table.nodes[row]
      if above == k {
        shares[row] += p
      } else {
        let below = table.nodes[row - 1]
        let part = Double(k - below) / Double(above - below)
        shares[row] += part * p
        shares[row - 1] += (1 - part) * p
      }
    }
    var values = [Double](repeating: none, count: table.points)
    var slopes = [Double](repeating: 0, count: table.points)
    for (row, share) in shares.enumerated() where share > 0 {
      let offset = row * table.points
      for point in 0..<table.points {
        values[point] += share * table.values[offset + point]
        slopes[point] += share * table.slopes[offset + point]
      }
    }
    self.values = values
    self.slopes = slopes
  }

  /// The least w with 1 − present + present F(w) ≥ share.
  func quantile(_ share: Double, present: Double) -> Double {
    let level = present > 0 ? (share - (1 - present)) / present : 0
    if level <= none || values.isEmpty { return 0 }
    var low = 0
    var high = values.count - 1
    if values[0] >= level { return .exp(start) }
    if values[high] <= level { return .exp(start + step * Double(high)) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[middle] >= level { high = middle } else { low = middle }
    }
    return .exp(start + step * (Double(low) + place(level, low)))
  }

  /// Where between two points the cubic with their values and slopes has this level: 0…1.
  private func place(_ level: Double, _ point: Int) -> Double {
    let (left, right) = (values[point], values[point + 1])
    let (m0, m1) = (step * slopes[point], step * slopes[point + 1])
    var low = 0.0
    var high = 1.0
    var t = (level - left) / (right - left)
    for _ in 0..<60 {
      let s = 1 - t
      let value =
        left * s * s * (1 + 2 * t) + right * t * t * (3 - 2 * t) + m0 * t * s * s - m1 * t * t * s
      if value < level { low = t } else { high = t }
      let slope = 6 * t * s * (right - left) + m0 * s * (s - 2 * t) + m1 * t * (t - 2 * s)
      var next = t - (value - level) / slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - t) < 1e-9 { return next }
      t = next
    }
    return t
  }
}
