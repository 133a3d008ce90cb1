import Exports
import Values

/// What was bought month by month, and how long customers waited in between: one pass over the
/// purchase days up to the as-of date.
struct MonthlySums: Sendable {
  struct Month: Sendable, Equatable {
    /// Customers with a purchase day in the month.
    var active = 0
    /// Customers whose first purchase day is in the month.
    var new = 0
    var orders = 0
    var gross: Int64 = 0
    var returned: Int64 = 0

    var net: Int64 { gross - returned }

    mutating func add(_ other: Month) {
      active += other.active
      new += other.new
      orders += other.orders
      gross += other.gross
      returned += other.returned
    }
  }

  /// The first day of the first month; nil without rows.
  let firstMonth: Day?
  /// Without gaps, up to the month of the as-of date.
  private(set) var months: [Month] = []
  /// The first and the last day with rows.
  private(set) var firstDay: Day?
  private(set) var lastDay: Day?
  /// How often a wait of so many days (the index) lay between a customer's purchase days.
  private(set) var gaps: [Int] = []

  init(_ days: PurchaseDays, asOf: Day) {
    guard let (least, most) = days.span(upTo: asOf.number) else {
      firstMonth = nil
      return
    }
    let first = Day(number: least)
    firstDay = first
    lastDay = Day(number: most)
    let start = first.firstOfMonth
    firstMonth = start
    let monthOf = (start.number...most).map { number -> Int32 in
      let day = Day(number: number)
      return Int32((day.year - start.year) * 12 + day.month - start.month)
    }
    let count = (asOf.year - start.year) * 12 + asOf.month - start.month + 1
    let waits = Int(most - least) + 1
    let parts = days.partials { customers in
      var part = Part(months: count, waits: waits)
      days.forEach(in: customers) { _, rows in
        part.add(rows, monthOf, start: start.number, through: asOf.number)
      }
      return part
    }
    let sum = parts.reduce(into: Part(months: count, waits: waits)) { $0.add($1) }
    months = sum.months
    gaps = sum.gaps
  }

  /// The sums of some of the customers.
  private struct Part {
    var months: [Month]
    var gaps: [Int]

    init(months: Int, waits: Int) {
      self.months = [Month](repeating: Month(), count: months)
      gaps = [Int](repeating: 0, count: waits)
    }

    mutating func add(_ other: Part) {
      for index in months.indices { months[index].add(other.months[index]) }
      for index in gaps.indices { gaps[index] += other.gaps[index] }
    }

    /// The days of one customer.
    mutating func add(
      _ rows: UnsafeBufferPointer<PurchaseDay>, _ monthOf: [Int32], start: Int32, through: Int32
    ) {
      var lastPurchase = Int32.min
      var lastActive = Int32(-1)
      for row in rows {
        let day = row.day
        guard day <= through else { break }
        let month = Int(monthOf[Int(day - start)])
        months[month].gross += row.gross
        months[month].returned += row.returned
        guard row.orders > 0 else { continue }
        months[month].orders += Int(row.orders)
        if lastPurchase == .min {
          months[month].new += 1
        } else {
          gaps[Int(day - lastPurchase)] += 1
        }
        if month != Int(lastActive) { months[month].active += 1 }
        lastPurchase = day
        lastActive = Int32(month)
      }
    }
  }

  func month(_ index: Int) -> Day? { firstMonth?.adding(months: index) }

  /// The median of all waits between purchase days of a customer, in days; nil without any.
  var medianGap: Double? {
    let total = gaps.reduce(0, +)
    guard total > 0 else { return nil }
    return Double(gap(at: (total - 1) / 2) + gap(at: total / 2)) / 2
  }

  /// The wait at a position of the sorted waits.
  private func gap(at position: Int) -> Int {
    var passed = 0
    for (days, count) in gaps.enumerated() {
      passed += count
      if passed > position { return days }
    }
    return gaps.count
  }

  /// Whether the rows reach from a quarter's first week to its last one.
  func covers(_ quarter: CalendarQuarter) -> Bool {
    guard let firstDay, let lastDay else { return false }
    return firstDay - quarter.first < 7 && quarter.last - lastDay < 7
  }

  /// Net, gross and returned of a quarter.
  func quarter(_ quarter: CalendarQuarter) -> Month {
    var sum = Month()
    guard let firstMonth else { return sum }
    let from = (quarter.first.year - firstMonth.year) * 12 + quarter.first.month - firstMonth.month
    for index in from..<from + 3 where months.indices.contains(index) {
      sum.gross += months[index].gross
      sum.returned += months[index].returned
      sum.orders += months[index].orders
      sum.new += months[index].new
    }
    return sum
  }
}
