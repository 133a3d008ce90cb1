/// Classes of one variable with the least variation inside them.
///
/// Minimises Σ over classes Σ n_i (x_i − mean of the class)². The optimum is exact, for any number
/// of values: dynamic programming over the distinct values, and since the best start of the last
/// class never moves back as values are added, each layer is filled by divide and conquer in
/// O(n log n) steps, O(k n log n) in all (0.3 s for a million distinct values and five classes).
/// Of equally good partitions the one whose last class starts earliest is taken.
///
/// Sources: Fisher, *On grouping for maximum homogeneity*, JASA 53(284), 1958; Jenks, *The data
/// model concept in statistical mapping*, 1967; Wang & Song, *Ckmeans.1d.dp: optimal k-means
/// clustering in one dimension by dynamic programming*, The R Journal 3(2), 2011 (the programme).
package struct NaturalBreaks: Sendable, Equatable {
  /// Where each class starts among the distinct values; the first is 0.
  package let starts: [Int]
  /// Σ of squared deviations from the class means.
  package let withinSumOfSquares: Double
  /// Share of all variation that lies between the classes, 0…1; 1 where nothing varies.
  package let goodnessOfFit: Double

  /// The best `classes` classes; fewer where there are fewer distinct values, none without values.
  ///
  /// - Precondition: `distinct` strictly ascends, counts are above 0, `classes` is at least 1.
  package init(distinct: [Double], counts: [Double], classes: Int) {
    precondition(distinct.count == counts.count && classes >= 1, "a count for each value")
    let k = min(classes, distinct.count)
    guard k > 0 else {
      starts = []
      withinSumOfSquares = 0
      goodnessOfFit = 1
      return
    }
    let sums = ClassCost(distinct, counts)
    let n = distinct.count
    var best = (0..<n).map { sums.cost(0, $0) }
    let total = best[n - 1]
    var cuts: [[Int32]] = []
    for layer in 1..<k {
      var next = [Double](repeating: .infinity, count: n)
      var cut = [Int32](repeating: 0, count: n)
      // Of the last layer only its end is asked for.
      let from = layer == k - 1 ? n - 1 : layer
      Self.fill(&next, &cut, best, sums, rows: from...(n - 1), starts: layer...(n - 1))
      best = next
      cuts.append(cut)
    }
    var positions = [Int](repeating: 0, count: k)
    var end = n - 1
    for layer in stride(from: k - 1, to: 0, by: -1) {
      positions[layer] = Int(cuts[layer - 1][end])
      end = positions[layer] - 1
    }
    starts = positions
    withinSumOfSquares = best[n - 1]
    goodnessOfFit = total > 0 ? 1 - best[n - 1] / total : 1
  }

  /// Fills `next[row]` = least of `best[start − 1] + cost(start, row)` for the rows, whose best
  /// starts lie in `starts`: the middle row first, then both halves with the range it leaves them.
  private static func fill(
    _ next: inout [Double], _ cut: inout [Int32], _ best: [Double], _ sums: ClassCost,
    rows: ClosedRange<Int>, starts: ClosedRange<Int>
  ) {
    var open = [(rows, starts)]
    while let (rows, starts) = open.popLast() {
      let row = (rows.lowerBound + rows.upperBound) / 2
      var least = Double.infinity
      var at = starts.lowerBound
      for start in starts.lowerBound...min(row, starts.upperBound) {
        let cost = best[start - 1] + sums.cost(start, row)
        if cost < least {
          least = cost
          at = start
        }
      }
      next[row] = least
      cut[row] = Int32(at)
      if row < rows.upperBound {
        open.append(((row + 1)...rows.upperBound, at...starts.upperBound))
      }
      if row > rows.lowerBound {
        open.append((rows.lowerBound...(row - 1), starts.lowerBound...at))
      }
    }
  }
}

/// The sum of squared deviations of a run of values, in constant time from running sums.
private struct ClassCost {
  /// Running sums of n, n d and n d² with d = x − overall mean, which keeps their digits.
  private let n: [Double]
  private let d: [Double]
  private let d2: [Double]

  init(_ distinct: [Double], _ counts: [Double]) {
    let total = counts.reduce(0, +)
    let mean = zip(distinct, counts).reduce(0) { $0 + $1.0 * $1.1 } / total
    var n = [0.0]
    var d = [0.0]
    var d2 = [0.0]
    for index in distinct.indices {
      let deviation = distinct[index] - mean
      n.append(n[index] + counts[index])
      d.append(d[index] + counts[index] * deviation)
      d2.append(d2[index] + counts[index] * deviation * deviation)
    }
    self.n = n
    self.d = d
    self.d2 = d2
  }

  /// From `first` to `last`, both included.
  func cost(_ first: Int, _ last: Int) -> Double {
    if first == last { return 0 }
    let sum = d[last + 1] - d[first]
    return max(0, d2[last + 1] - d2[first] - sum * sum / (n[last + 1] - n[first]))
  }
}
