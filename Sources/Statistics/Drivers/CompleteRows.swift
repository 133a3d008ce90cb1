import RealModule

/// The rows that answer every item, in the order of their content.
package struct CompleteRows: Sendable {
  package let covariance: Covariance
  /// Row by row, less the mean of each item.
  private let values: [Double]
  /// nil where all are 1.
  private let weights: [Double]?
  private let width: Int

  /// Rows beyond which a bootstrap draws groups of them.
  static let groupedFrom = 4_000
  static let groups = 2_000

  /// One column an item, NaN for no answer; nil where fewer than two rows are complete.
  package init?(columns: [[Double]], weights: [Double]? = nil) {
    guard let covariance = Covariance(columns: columns, weights: weights) else { return nil }
    self.covariance = covariance
    width = columns.count
    var rows = (0..<(columns.first?.count ?? 0)).filter { row in
      columns.allSatisfy { !$0[row].isNaN } && (weights.map { $0[row] > 0 } ?? true)
    }
    rows.sort { one, other in
      for column in columns where column[one] != column[other] {
        return column[one] < column[other]
      }
      guard let weights, weights[one] != weights[other] else { return false }
      return weights[one] < weights[other]
    }
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for (column, mean) in zip(columns, covariance.means) { values.append(column[row] - mean) }
    }
    self.values = values
    self.weights = weights.map { weights in rows.map { weights[$0] } }
  }

  var count: Int { width > 0 ? values.count / width : 0 }

  /// Sums over rows that are drawn together.
  struct Blocks {
    fileprivate let sums: [CrossProducts]
    fileprivate let weights: [(n: Int, sum: Double, squares: Double)]
    fileprivate let means: [Double]

    /// The covariances of as many blocks, drawn with replacement; nil where they have no variance.
    func draw(_ number: Int, seed: UInt64) -> Covariance? {
      // Stream 0 deals the rows.
      var generator = CounterGenerator(seed: seed, stream: UInt64(number) + 1)
      var times = [Int](repeating: 0, count: sums.count)
      for _ in sums.indices { times[generator.below(sums.count)] += 1 }
      var total = CrossProducts(means.count)
      var n = 0
      var sumW = 0.0
      var squares = 0.0
      for (index, count) in times.enumerated() where count > 0 {
        total.add(sums[index], times: Double(count))
        n += count * weights[index].n
        sumW += Double(count) * weights[index].sum
        squares += Double(count) * weights[index].squares
      }
      return Covariance(
        total, centres: means, n: n, sumW: sumW, effectiveN: sumW * sumW / squares)
    }
  }

  /// Single rows, or groups of many at random.
  func blocks(seed: UInt64) -> Blocks {
    let count = self.count
    let size = count > Self.groupedFrom ? Self.groups : count
    var order = Array(0..<count)
    if size < count {
      var generator = CounterGenerator(seed: seed)
      for place in 0..<count { order.swapAt(place, place + generator.below(count - place)) }
    }
    var sums = [CrossProducts](repeating: CrossProducts(width), count: size)
    var totals = [(n: Int, sum: Double, squares: Double)](repeating: (0, 0, 0), count: size)
    for (place, row) in order.enumerated() {
      let block = place % size
      let w = weights?[row] ?? 1
      for item in 0..<width { sums[block].row[item] = values[row * width + item] }
      sums[block].add(weight: w)
      totals[block].n += 1
      totals[block].sum += w
      totals[block].squares += w * w
    }
    return Blocks(sums: sums, weights: totals, means: covariance.means)
  }
}

extension CounterGenerator {
  /// Uniform on `0 ..< bound`, up to the 2⁻⁶⁴ that does not divide evenly.
  fileprivate mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
