import Exports
import Statistics
import Values

/// Each customer's time until lost, in columns: one entry a customer with a purchase.
struct CustomerLives: Sendable {
  /// The customer's position among the purchase days.
  private(set) var customer: [Int32] = []
  private(set) var firstDay: [Int32] = []
  private(set) var lastDay: [Int32] = []
  /// Days from the origin at which the customer is first seen: 0 for the first purchase itself.
  private(set) var entry: [Int32] = []
  /// Days from the origin to the loss, or to the end of observation.
  private(set) var duration: [Int32] = []
  private(set) var isLost: [Bool] = []
  /// Lost by the rule, and bought again later.
  private(set) var cameBack: [Bool] = []
  /// Revenue by the policy for returns, minor units.
  private(set) var revenue: [Int64] = []
  /// Customers whose day of acquisition is missing or after the first purchase.
  private(set) var withoutOrigin = 0

  var count: Int { customer.count }

  /// - Parameters:
  ///   - origin: the day each customer's time begins, `Int32.min` where unknown; nil for the first
  ///     purchase.
  init(
    _ days: PurchaseDays, through: Day, rule: ChurnRule, refunds: Refunds, origin: [Int32]? = nil
  ) {
    let limit = through.number
    let silence = Int32(rule.days)
    let parts = days.partials { range in
      var part = CustomerLives()
      days.forEach(in: range) { customer, rows in
        part.add(
          customer, rows, limit: limit, silence: silence, refunds: refunds,
          origin: origin?[customer])
      }
      return part
    }
    for part in parts { append(part) }
  }

  private init() {}

  private mutating func append(_ part: CustomerLives) {
    customer += part.customer
    firstDay += part.firstDay
    lastDay += part.lastDay
    entry += part.entry
    duration += part.duration
    isLost += part.isLost
    cameBack += part.cameBack
    revenue += part.revenue
    withoutOrigin += part.withoutOrigin
  }

  private mutating func add(
    _ index: Int, _ rows: UnsafeBufferPointer<PurchaseDay>, limit: Int32, silence: Int32,
    refunds: Refunds, origin: Int32?
  ) {
    var first = Int32.min
    var last = Int32.min
    var lost = Int32.min
    var cameBack = false
    var amount: Int64 = 0
    for row in rows {
      guard row.day <= limit else { break }
      amount += refunds == .net ? row.net : row.gross
      guard row.isPurchase else { continue }
      if first == .min {
        first = row.day
      } else if lost != .min {
        cameBack = true
      } else if row.day - last > silence {
        lost = last + silence
        cameBack = true
      }
      last = row.day
    }
    guard first != .min else { return }
    if lost == .min, limit - last >= silence { lost = last + silence }
    var start = first
    if let origin {
      if origin == .min || origin > first { withoutOrigin += 1 } else { start = origin }
    }
    customer.append(Int32(index))
    firstDay.append(first)
    lastDay.append(last)
    entry.append(first - start)
    duration.append((lost == .min ? limit : lost) - start)
    isLost.append(lost != .min)
    self.cameBack.append(cameBack)
    revenue.append(amount)
  }

  /// Life tables of groups of customers; one group without a code for each customer.
  ///
  /// - Parameter codes: the group of each customer of the purchase days.
  func tables(_ codes: [Int32]?, groups: Int) -> [LifeTable] {
    var counts = [SurvivalCounts](repeating: SurvivalCounts(), count: groups)
    for row in 0..<count {
      let group = codes.map { Int($0[Int(customer[row])]) } ?? 0
      counts[group].add(
        entry: entry[row] > 0 ? Int(entry[row]) : nil, exit: Int(duration[row]),
        isEvent: isLost[row])
    }
    return counts.map(LifeTable.init)
  }
}
