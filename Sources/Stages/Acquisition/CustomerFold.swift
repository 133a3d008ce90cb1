import Exports
import Values

/// One pass over the purchase days: who was new when, what each customer earned, and what the new
/// ones earned month by month.
struct CustomerFold: Sendable {
  /// First purchase day up to the as-of date; `Int32.min` without one.
  private(set) var first: [Int32] = []
  /// The day on which a customer counts as new; `Int32.min` for those who bought before the orders
  /// begin, or never.
  private(set) var new: [Int32] = []
  /// All that a customer has earned, minor units.
  private(set) var earned: [Double] = []
  /// Whether a customer bought within the window of retention, and before it.
  private(set) var isKept: [Bool] = []
  /// Earned by month since the first purchase, by group of new customers: `[group][month]`.
  private(set) var sums: [[Double]]
  /// Customers whose month is over, likewise.
  private(set) var counts: [[Int]]
  /// Days from the first purchase to the end of the as-of day, by group.
  private(set) var daysSince: [Int]
  private let months: Int

  private init(groups: Int, months: Int) {
    sums = [[Double]](repeating: [Double](repeating: 0, count: months), count: groups)
    counts = [[Int]](repeating: [Int](repeating: 0, count: months), count: groups)
    daysSince = [Int](repeating: 0, count: groups)
    self.months = months
  }

  /// - Parameters:
  ///   - cohort: days on which customers have to be new to count into the groups.
  ///   - kept: the window of retention; nil for none.
  init(
    _ input: AcquisitionInput, _ settings: AcquisitionSettings, _ worth: CustomerWorth,
    cohort: ClosedRange<Day>?, kept: ClosedRange<Day>?
  ) {
    // Group 0 has the customers without a channel.
    self.init(groups: input.channels.count + 1, months: settings.curveMonths)
    guard let span = input.days.span(upTo: input.asOf.number) else { return }
    let begin = span.first
    let table = MonthsBetween(Day(number: begin), input.asOf.adding(days: 1))
    let parts = input.days.partials { customers in
      var part = CustomerFold(groups: input.channels.count + 1, months: settings.curveMonths)
      var scratch: [Double] = []
      input.days.forEach(in: customers) { customer, rows in
        part.add(
          customer, rows, input, settings, worth, table, begin, cohort: cohort, kept: kept,
          &scratch)
      }
      return part
    }
    for part in parts {
      first += part.first
      new += part.new
      earned += part.earned
      isKept += part.isKept
      for group in sums.indices {
        daysSince[group] += part.daysSince[group]
        for month in 0..<months {
          sums[group][month] += part.sums[group][month]
          counts[group][month] += part.counts[group][month]
        }
      }
    }
  }

  private mutating func add(
    _ customer: Int, _ rows: UnsafeBufferPointer<PurchaseDay>, _ input: AcquisitionInput,
    _ settings: AcquisitionSettings, _ worth: CustomerWorth, _ table: MonthsBetween,
    _ begin: Int32, cohort: ClosedRange<Day>?, kept: ClosedRange<Day>?, _ scratch: inout [Double]
  ) {
    let asOf = input.asOf.number
    var firstDay = Int32.min
    var total = 0.0
    var boughtInWindow = false
    for row in rows {
      guard row.day <= asOf else { break }
      total += worth.earned(on: row)
      guard row.isPurchase else { continue }
      if firstDay == .min { firstDay = row.day }
      if let kept, kept.contains(Day(number: row.day)) { boughtInWindow = true }
    }
    first.append(firstDay)
    earned.append(total)
    isKept.append(
      boughtInWindow && (kept.map { firstDay < $0.lowerBound.number } ?? false))
    let newDay = CustomerFold.newDay(
      first: firstDay, acquired: input.acquiredOn[customer], begin: begin, settings.newBy)
    new.append(newDay)
    guard newDay != .min, let cohort, cohort.contains(Day(number: newDay)) else { return }
    let group = Int(input.channel[customer]) + 1
    daysSince[group] += Int(asOf - firstDay) + 1
    let over = min(months, table.whole(from: firstDay, to: asOf + 1))
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: repeatElement(0, count: over))
    for row in rows where row.day >= firstDay && row.day <= asOf {
      let month = table.whole(from: firstDay, to: row.day)
      if month < over { scratch[month] += worth.earned(on: row) }
    }
    for month in 0..<over {
      sums[group][month] += scratch[month]
      counts[group][month] += 1
    }
  }

  /// The day on which a customer counts as new; `Int32.min` for one who never bought, or who was a
  /// customer before the orders begin.
  static func newDay(
    first: Int32, acquired: Int32, begin: Int32, _ rule: NewCustomerRule
  ) -> Int32 {
    guard first != .min else { return .min }
    switch rule {
    case .acquiredOn: return acquired == .min ? first : acquired
    case .firstPurchase: return acquired != .min && acquired < begin ? .min : first
    }
  }

  /// The groups added up: all new customers.
  var total: (sums: [Double], counts: [Int], daysSince: Int) {
    var result = (
      sums: [Double](repeating: 0, count: months), counts: [Int](repeating: 0, count: months),
      daysSince: 0
    )
    for group in sums.indices {
      result.daysSince += daysSince[group]
      for month in 0..<months {
        result.sums[month] += sums[group][month]
        result.counts[month] += counts[group][month]
      }
    }
    return result
  }
}
