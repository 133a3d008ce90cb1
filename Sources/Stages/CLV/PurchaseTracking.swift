import Statistics
import Values

/// Repeat purchases by week or month beside those that the model expected.
///
/// Expected are Σ E[X(t)] over customers by the day of their first purchase: the model knows when
/// somebody came, and nothing else. Where there is a hold-out the model is the one that was fitted
/// before it, so what follows was not seen.
///
/// Source: Fader, Hardie & Lee, *"Counting your customers" the easy way*, Marketing Science 24(2),
/// 2005, figure 3.
struct PurchaseTracking: Sendable {
  struct Period: Sendable {
    let end: Day
    let actual: Int
    let expected: Double
    let actualSoFar: Int
    let expectedSoFar: Double
    let isHeldOut: Bool
  }

  let periods: [Period]
  let byMonth: Bool

  init(
    _ daily: DailyPurchases, asOf: Day, processes: [any PurchaseProcess], weights: [Double],
    heldOutAfter: Day?
  ) {
    let length = asOf - daily.firstDay + 1
    byMonth = length > 7 * 104
    var ends: [Day] = []
    var back = 0
    while true {
      let end = byMonth ? asOf.adding(months: -back) : asOf.adding(days: -7 * back)
      guard end >= daily.firstDay, ends.count < 600 else { break }
      ends.append(end)
      back += 1
    }
    let byAge = Self.byAge(processes, weights, length)
    var periods: [Period] = []
    var actual = 0
    var next = 0
    for end in ends.reversed() {
      let last = end - daily.firstDay
      while next <= last {
        actual += Int(daily.repeats[next])
        next += 1
      }
      var expected = 0.0
      for day in 0...last where daily.firsts[day] > 0 {
        expected += Double(daily.firsts[day]) * byAge[last - day]
      }
      periods.append(
        Period(
          end: end, actual: actual - (periods.last?.actualSoFar ?? 0),
          expected: expected - (periods.last?.expectedSoFar ?? 0), actualSoFar: actual,
          expectedSoFar: expected, isHeldOut: heldOutAfter.map { end > $0 } ?? false))
    }
    self.periods = periods
  }

  /// E[X(t)] by whole days, over the covariate patterns by how many customers have them.
  private static func byAge(
    _ processes: [any PurchaseProcess], _ weights: [Double], _ length: Int
  ) -> [Double] {
    (0..<length).map { age in
      zip(processes, weights).reduce(0.0) { sum, pair in
        pair.1 > 0 && age > 0
          ? sum + pair.1 * pair.0.expectedPurchases(ofNewcomerWithin: Double(age)) : sum
      }
    }
  }
}

/// Customers of the back-test in tenths by expected purchases, and what they bought.
struct DecileCalibration: Sendable {
  struct Tenth: Sendable {
    let customers: Int
    /// Purchases a customer.
    let expected: Double
    let actual: Double
    /// Of the actual mean.
    let interval: Interval
  }

  /// The tenth with the greatest expectation first.
  let tenths: [Tenth]

  /// nil with fewer than ten customers.
  init?(_ test: BackTest, _ record: BackTestRecord, confidence: Double) {
    let count = record.later.count
    guard count >= 10 else { return nil }
    let order = StableOrder(
      test.expected.map { Int64(bitPattern: ~(max(0, $0).bitPattern) & UInt64(Int64.max)) }
    ).positions
    let z = Normal.twoSided(confidence)
    tenths = (0..<10).map { tenth in
      let rows = order[(tenth * count / 10)..<((tenth + 1) * count / 10)].map { Int($0) }
      let n = Double(rows.count)
      let actual = rows.reduce(0.0) { $0 + Double(record.later[$1]) } / n
      let squares = rows.reduce(0.0) { sum, row in
        let difference = Double(record.later[row]) - actual
        return sum + difference * difference
      }
      let half = n > 1 ? z * (squares / (n - 1) / n).squareRoot() : 0
      return Tenth(
        customers: rows.count, expected: rows.reduce(0.0) { $0 + test.expected[$1] } / n,
        actual: actual, interval: Interval(low: max(0, actual - half), high: actual + half))
    }
  }
}
