import RealModule
import Values

/// Predictive intervals of the number of purchases, by class, with mean and variance.
///
/// They hold the customers' own chance; the error of the parameters is not in them.
package struct PurchaseIntervals: Sendable, Equatable {
  package let low: [Int32]
  package let high: [Int32]
  package let mean: [Double]
  package let variance: [Double]
}

extension PurchaseHistories {
  /// Intervals of the purchases in (T, T + t] of each class, by the rule of
  /// `CountDistribution.interval`.
  package func purchaseIntervals(
    _ processes: [any PurchaseProcess], within t: Double, confidence: Double = 0.95,
    threads: Int? = nil
  ) -> PurchaseIntervals {
    let filled = fill(4, processes, threads: threads) { columns, process, run, classes in
      var table = CumulativeCounts(CountDistribution([1]))
      var last: Int32 = -1
      for c in classes {
        let age = times[Int(ageIndex[c])]
        if ageIndex[c] != last {
          last = ageIndex[c]
          table = CumulativeCounts(
            process.distributionWhilePresent(x: run.x, age: age, within: t))
        }
        let present = process.probabilityPresent(
          PurchaseHistory(x: run.x, tx: times[Int(txIndex[c])], age: age))
        let tails = PredictiveTails(
          confidence, none: 1 - present + present * table.cumulative[0])
        columns[0, c] = tails.low == 0 ? 0 : Double(table.quantile(tails.low, present: present))
        columns[1, c] = Double(table.quantile(tails.high, present: present))
        let mean = present * table.mean
        columns[2, c] = mean
        columns[3, c] = max(0, present * table.square - mean * mean)
      }
    }
    return PurchaseIntervals(
      low: filled[0].map { Int32($0) }, high: filled[1].map { Int32($0) }, mean: filled[2],
      variance: filled[3])
  }
}

/// The distribution of purchases of customers who are present, for those who may not be.
private struct CumulativeCounts {
  let cumulative: [Double]
  let mean: Double
  /// E[k²].
  let square: Double

  init(_ distribution: CountDistribution) {
    var sum = 0.0
    cumulative = distribution.probabilities.map {
      sum += $0
      return sum
    }
    mean = distribution.mean
    square = distribution.variance + mean * mean
  }

  /// The least k with 1 − present + present · (P(0) + … + P(k)) ≥ share.
  func quantile(_ share: Double, present: Double) -> Int {
    let level = share - (1 - present)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if present * cumulative[middle] >= level { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
