import Statistics
import Values

/// Revenue of contract periods by month, and what became of the revenue of so many months before.
struct RecurringRevenue: Sendable {
  /// One month beside the month `over` months before it; amounts in minor units.
  struct Month: Sendable {
    /// First day.
    let month: Day
    /// Revenue and customers of the earlier month.
    var start: Int64 = 0
    var startCustomers = 0
    /// Customers of the earlier month who pay more, less, or nothing now.
    var expansion: Int64 = 0
    var contraction: Int64 = 0
    var churned: Int64 = 0
    var lostCustomers = 0
    /// Customers who paid nothing then.
    var new: Int64 = 0
    /// Revenue and customers now.
    var end: Int64 = 0
    var customers = 0
    fileprivate(set) var net = RatioSums()
    fileprivate(set) var gross = RatioSums()

    /// (start + expansion − contraction − churned) / start.
    var netRetention: RatioEstimate? { RatioEstimate(net) }
    /// (start − contraction − churned) / start: no customer counts for more than before.
    var grossRetention: RatioEstimate? { RatioEstimate(gross) }
  }

  let over: Int
  /// Every month from the first with revenue to the last one that is over.
  let months: [Month]
  /// Revenue of the last `term` months of each customer, by number of the index.
  private let recent: [Int64]
  private let index: TextIndex
  /// Customer months below zero, which count as nothing.
  let negative: Int

  /// nil without revenue in a month that is over.
  ///
  /// - Parameter term: months of a contract's term, for what a customer pays in one.
  init?(_ periods: DataTable, over: Int, term: Int, asOf: Day) {
    guard case .text(let ids)? = periods.values("customer_id"),
      let dates = periods.values("period"), case .money(let amounts, _)? = periods.values("amount")
    else { return nil }
    let lastOver =
      asOf.adding(days: 1).firstOfMonth == asOf.adding(days: 1)
      ? asOf.firstOfMonth : asOf.firstOfMonth.adding(months: -1)
    var index = TextIndex()
    var entries: [(customer: Int32, month: Int32, amount: Int64)] = []
    ids.forEachRow { row, bytes in
      guard let day = dates.day(row), day.firstOfMonth <= lastOver, amounts[row] != .min else {
        return
      }
      entries.append(
        (index.intern(bytes), Int32(RecurringRevenue.number(day)), amounts[row]))
    }
    guard let first = entries.map(\.month).min(), let last = entries.map(\.month).max() else {
      return nil
    }
    entries.sort { ($0.customer, $0.month) < ($1.customer, $1.month) }
    self.over = over
    self.index = index
    var months = (first...last).map {
      Month(month: Day(number: Day.daysFromCivil(Int($0) / 12, Int($0) % 12 + 1, 1)))
    }
    var recent = [Int64](repeating: 0, count: index.texts.count)
    var negative = 0
    var own = [Int64](repeating: 0, count: months.count)
    var next = 0
    while next < entries.count {
      let customer = entries[next].customer
      for month in own.indices { own[month] = 0 }
      while next < entries.count, entries[next].customer == customer {
        own[Int(entries[next].month - first)] += entries[next].amount
        next += 1
      }
      for month in own.indices where own[month] < 0 {
        negative += 1
        own[month] = 0
      }
      let running = own.suffix(term)
      // A contract of four months pays its term at the rate of those four.
      let paid = running.drop { $0 == 0 }
      if let latest = own.last, latest > 0 {
        recent[Int(customer)] = paid.reduce(0, +) * Int64(term) / Int64(paid.count)
      }
      for month in months.indices {
        months[month].add(before: month >= over ? own[month - over] : 0, now: own[month])
      }
    }
    self.months = months
    self.recent = recent
    self.negative = negative
  }

  private static func number(_ day: Day) -> Int { day.year * 12 + day.month - 1 }

  /// Whether the month has one to compare it with.
  func isComparable(_ month: Int) -> Bool { month >= over && months[month].start > 0 }

  /// The last month that can be compared.
  var latest: Month? { months.indices.last(where: isComparable).map { months[$0] } }

  /// What each of these customers pays in a term at the rate of the last months; nil for those
  /// without revenue in the last month.
  func termRevenue(_ customers: TextColumn) -> [Int64?] {
    var found = [Int64?](repeating: nil, count: customers.count)
    customers.forEachRow { row, bytes in
      let number = index.find(bytes)
      if number >= 0, recent[Int(number)] > 0 { found[row] = recent[Int(number)] }
    }
    return found
  }
}

extension RecurringRevenue.Month {
  fileprivate mutating func add(before: Int64, now: Int64) {
    end += now
    if now > 0 { customers += 1 }
    guard before > 0 else {
      new += now
      return
    }
    start += before
    startCustomers += 1
    if now == 0 {
      churned += before
      lostCustomers += 1
    } else if now < before {
      contraction += before - now
    } else {
      expansion += now - before
    }
    net.add(Double(now), over: Double(before))
    gross.add(Double(min(now, before)), over: Double(before))
  }
}
