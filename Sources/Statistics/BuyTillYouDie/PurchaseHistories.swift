import Values

/// Customers grouped into classes of equal histories, which is all that a likelihood needs to see.
///
/// Classes ascend by covariate pattern, x, age and tx, whatever the order of the rows. 2,357 customers
/// of the CDNOW data are 1,016 classes; a million customers over three years of days about 700,000,
/// and those without a repeat purchase one for each age.
package struct PurchaseHistories: Sendable {
  /// Different values of age and tx, ascending: logarithms are taken once of each.
  package let times: [Double]
  /// The class of each row, in the order of the rows.
  package let classOf: [Int32]
  /// Σ of the customers of all rows.
  package let customers: Int
  /// Customers with x > 0.
  package let repeaters: Int
  package let patternCount: Int

  let x: [Int32]
  let ageIndex: [Int32]
  let txIndex: [Int32]
  let counts: [Int32]
  /// Runs of classes with one pattern and one x.
  let runs: [Run]

  struct Run: Sendable {
    let pattern: Int
    let x: Double
    let classes: Range<Int>
    /// Customers in it.
    let customers: Double
  }

  package var classCount: Int { x.count }

  package func history(_ c: Int) -> PurchaseHistory {
    PurchaseHistory(
      x: Double(x[c]), tx: times[Int(txIndex[c])], age: times[Int(ageIndex[c])])
  }

  package func count(_ c: Int) -> Int { Int(counts[c]) }

  package func pattern(_ c: Int) -> Int {
    // The last run that starts at or before c.
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].classes.lowerBound <= c { low = middle } else { high = middle }
    }
    return runs.isEmpty ? 0 : runs[low].pattern
  }

  /// From whole times, such as days.
  ///
  /// - Parameter patterns: The covariate pattern of each row, from 0; nil where all have the same.
  /// - Throws: The first row that cannot be.
  package init(
    x: [Int32], tx: [Int32], age: [Int32], patterns: [Int32]? = nil, threads: Int? = nil
  ) throws(HistoryProblem) {
    precondition(tx.count == x.count && age.count == x.count, "x, tx and age for each row")
    if let row = x.indices.first(where: {
      x[$0] < 0 || tx[$0] < 0 || tx[$0] > age[$0] || (x[$0] == 0 && tx[$0] > 0)
    }) {
      let kind: HistoryProblem.Kind =
        x[row] < 0 || tx[row] < 0 || age[row] < 0
        ? .negative : tx[row] > age[row] ? .lastAfterAge : .lastWithoutRepeat
      throw HistoryProblem(row: row, kind: kind)
    }
    let longest = age.max() ?? 0
    // A table of every time up to the longest, unless it would be longer than the data.
    if Int(longest) <= 4 * x.count + 4096 {
      self.init(
        x: x, txIndex: tx, ageIndex: age, times: (0...longest).map(Double.init), counts: nil,
        patterns: patterns, threads: threads)
    } else {
      let (times, indices) = Self.table(tx.map(Double.init) + age.map(Double.init))
      self.init(
        x: x, txIndex: Array(indices.prefix(x.count)), ageIndex: Array(indices.suffix(x.count)),
        times: times, counts: nil, patterns: patterns, threads: threads)
    }
  }

  /// From times of any unit.
  ///
  /// - Parameters:
  ///   - counts: The customers of each row; nil where each row is one.
  ///   - patterns: The covariate pattern of each row, from 0; nil where all have the same.
  /// - Throws: The first row that cannot be.
  package init(
    x: [Double], tx: [Double], age: [Double], counts: [Int]? = nil, patterns: [Int32]? = nil,
    threads: Int? = nil
  ) throws(HistoryProblem) {
    precondition(
      tx.count == x.count && age.count == x.count && (counts.map { $0.count == x.count } ?? true),
      "x, tx and age for each row")
    for row in x.indices {
      if let kind = Self.problem(x[row], tx[row], age[row], counts?[row] ?? 1) {
        throw HistoryProblem(row: row, kind: kind)
      }
    }
    let (times, indices) = Self.table(tx + age)
    self.init(
      x: x.map { Int32($0) }, txIndex: Array(indices.prefix(x.count)),
      ageIndex: Array(indices.suffix(x.count)), times: times, counts: counts?.map { Int32($0) },
      patterns: patterns, threads: threads)
  }

  private static func problem(
    _ x: Double, _ tx: Double, _ age: Double, _ count: Int
  ) -> HistoryProblem.Kind? {
    if !(x.isFinite && tx.isFinite && age.isFinite) { return .notFinite }
    if x < 0 || tx < 0 || age < 0 || count < 0 { return .negative }
    if x != x.rounded() || x > Double(Int32.max) || count > Int(Int32.max) { return .notWhole }
    if tx > age { return .lastAfterAge }
    return x == 0 && tx > 0 ? .lastWithoutRepeat : nil
  }

  /// Different values, ascending, and the place of each value among them.
  private static func table(_ values: [Double]) -> (times: [Double], indices: [Int32]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var times: [Double] = []
    var indices = [Int32](repeating: 0, count: values.count)
    for index in order {
      if times.last != values[index] { times.append(values[index]) }
      indices[index] = Int32(times.count - 1)
    }
    return (times, indices)
  }

  private init(
    x: [Int32], txIndex: [Int32], ageIndex: [Int32], times: [Double], counts: [Int32]?,
    patterns: [Int32]?, threads: Int?
  ) {
    let workers = max(1, threads ?? Workers.processorCount)
    let grouping = HistoryGrouping(
      columns: [patterns, x, ageIndex, txIndex].compactMap { $0 }, counts: counts,
      threads: workers)
    let offset = patterns == nil ? 0 : 1
    self.times = times
    classOf = grouping.classOf
    self.x = grouping.columns[offset]
    self.ageIndex = grouping.columns[offset + 1]
    self.txIndex = grouping.columns[offset + 2]
    self.counts = grouping.counts
    self.runs = Self.runs(
      self.x, grouping.counts, patterns: patterns == nil ? nil : grouping.columns[0])
    customers = Int(runs.reduce(0) { $0 + $1.customers })
    repeaters = Int(runs.reduce(0) { $0 + ($1.x > 0 ? $1.customers : 0) })
    patternCount = (runs.map(\.pattern).max() ?? 0) + 1
  }

  /// Every `stride`th class, for a first estimate.
  init(_ all: PurchaseHistories, every stride: Int) {
    let kept = Array(Swift.stride(from: 0, to: all.classCount, by: stride))
    times = all.times
    classOf = []
    x = kept.map { all.x[$0] }
    ageIndex = kept.map { all.ageIndex[$0] }
    txIndex = kept.map { all.txIndex[$0] }
    counts = kept.map { all.counts[$0] }
    runs = Self.runs(
      x, counts, patterns: all.patternCount == 1 ? nil : kept.map { Int32(all.pattern($0)) })
    customers = Int(runs.reduce(0) { $0 + $1.customers })
    repeaters = Int(runs.reduce(0) { $0 + ($1.x > 0 ? $1.customers : 0) })
    patternCount = all.patternCount
  }

  private static func runs(_ x: [Int32], _ counts: [Int32], patterns: [Int32]?) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < x.count {
      var end = start
      var customers = 0
      while end < x.count, x[end] == x[start], patterns.map({ $0[end] == $0[start] }) ?? true {
        customers += Int(counts[end])
        end += 1
      }
      runs.append(
        Run(
          pattern: Int(patterns?[start] ?? 0), x: Double(x[start]), classes: start..<end,
          customers: Double(customers)))
      start = end
    }
    return runs
  }
}

extension PurchaseHistories {
  /// Σ customers and Σ x of those customers, by pattern and time of the age.
  var sumsByAge: (customers: [Double], purchases: [Double]) {
    var customers = [Double](repeating: 0, count: patternCount * times.count)
    var purchases = customers
    for run in runs {
      let offset = run.pattern * times.count
      for c in run.classes {
        let n = Double(counts[c])
        customers[offset + Int(ageIndex[c])] += n
        purchases[offset + Int(ageIndex[c])] += n * run.x
      }
    }
    return (customers, purchases)
  }
}
