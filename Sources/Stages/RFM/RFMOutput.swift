import Pipeline
import Values

/// The scores and segments of all customers, and their sums.
package struct RFMOutput: StageOutput {
  let settings: RFMSettings
  let input: RFMInput
  package let segments: [RFMSegment]
  /// Days since the last purchase.
  package let recency: [Int64]
  /// Orders or purchase days, by the settings.
  package let frequency: [Int64]
  /// Total or average of an order in minor units, by the settings.
  package let monetary: [Int64]
  /// Recency, frequency, monetary.
  let scored: [RFMScores]
  /// Mean scores in that order; NaN without customers.
  let means: [Double]
  /// Indices into `segments`, one a customer: what later steps group by.
  package let segment: [Int32]
  /// Indices into `rules`, one a customer.
  let rule: [Int32]
  let rules: [String]
  let sums: [Sum]
  /// Customers and amounts by recency score, then frequency score.
  let cells: [Sum]
  /// The customers at risk with the greatest amounts, greatest first.
  let largestAtRisk: [Int]

  /// Customers that belong together, added up.
  struct Sum: Equatable {
    var customers = 0
    /// Amounts by the policy for refunds, minor units.
    var revenue: Int64 = 0
    var orders: Int64 = 0
    var recency: Int64 = 0

    mutating func add(revenue amount: Int64, orders count: Int64, recency days: Int64) {
      customers += 1
      revenue += amount
      orders += count
      recency += days
    }
  }

  package var count: Int { recency.count }

  init(
    settings: RFMSettings, input: RFMInput, segments: [RFMSegment], recency: [Int64],
    frequency: [Int64], monetary: [Int64], scored: [RFMScores], means: [Double],
    cells map: RFMSegmentMap.Cells
  ) {
    self.settings = settings
    self.input = input
    self.segments = segments
    self.recency = recency
    self.frequency = frequency
    self.monetary = monetary
    self.scored = scored
    self.means = means
    rules = map.rules
    let bins = settings.bins
    let (r, f, m) = (scored[0].scores, scored[1].scores, scored[2].scores)
    var segment = [Int32](repeating: 0, count: r.count)
    var rule = segment
    var sums = [Sum](repeating: Sum(), count: segments.count)
    var cells = [Sum](repeating: Sum(), count: bins * bins)
    for index in r.indices {
      let pair = (Int(r[index]) - 1) * bins + Int(f[index]) - 1
      let cell = pair * bins + Int(m[index]) - 1
      segment[index] = map.segment[cell]
      rule[index] = map.rule[cell]
      let revenue = input.monetary[index]
      let orders = Int64(input.orders[index])
      sums[Int(segment[index])].add(revenue: revenue, orders: orders, recency: recency[index])
      cells[pair].add(revenue: revenue, orders: orders, recency: recency[index])
    }
    self.segment = segment
    self.rule = rule
    self.sums = sums
    self.cells = cells
    largestAtRisk = Self.largest(
      20, of: segment, in: segments.map { $0.role == .atRisk }, input.monetary)
  }

  /// The positions of the greatest amounts among the chosen segments; of equal ones the first id.
  private static func largest(
    _ most: Int, of segment: [Int32], in chosen: [Bool], _ amounts: [Int64]
  ) -> [Int] {
    var found: [Int] = []
    for index in segment.indices where chosen[Int(segment[index])] {
      if found.count == most, let last = found.last, amounts[last] >= amounts[index] { continue }
      let place = found.firstIndex { amounts[$0] < amounts[index] } ?? found.count
      found.insert(index, at: place)
      if found.count > most { found.removeLast() }
    }
    return found
  }

  /// The score of one customer on one axis.
  func score(_ axis: RFMAxis.Kind, _ index: Int) -> Int { Int(scored[axis.rawValue].scores[index]) }

  /// `555`; with ten bins `10-9-10`, where digits alone would not tell.
  func code(r: Int, f: Int, m: Int) -> String {
    settings.bins < 10 ? "\(r)\(f)\(m)" : "\(r)-\(f)-\(m)"
  }

  /// The segments of a role, added up.
  func sum(_ role: RFMRole) -> Sum {
    zip(segments, sums).reduce(into: Sum()) { total, pair in
      guard pair.0.role == role else { return }
      total.customers += pair.1.customers
      total.revenue += pair.1.revenue
      total.orders += pair.1.orders
      total.recency += pair.1.recency
    }
  }

  /// All customers, added up.
  var total: Sum {
    sums.reduce(into: Sum()) { total, sum in
      total.customers += sum.customers
      total.revenue += sum.revenue
      total.orders += sum.orders
      total.recency += sum.recency
    }
  }

  /// The share of all customers' revenue; nil where it would not be a share: nothing was earned,
  /// or the part is below zero or above the whole because others are below zero.
  func revenueShare(_ sum: Sum) -> Double? {
    let whole = total.revenue
    guard whole > 0, (0...whole).contains(sum.revenue) else { return nil }
    return Double(sum.revenue) / Double(whole)
  }
}
