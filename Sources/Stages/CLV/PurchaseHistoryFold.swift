import Exports

/// Folds purchase days into what the models take: one pass over the days of each customer.
///
/// A return is taken off the latest purchase before it, then off the one before that, as far as it
/// goes; a purchase of which nothing is left is none. Free orders stay purchases.
struct PurchaseHistoryFold {
  /// Days since 1970-01-01.
  let asOf: Int32
  /// The last day that the back-test's fit may know; nil without a back-test.
  let calibrationEnd: Int32?
  /// First day of the stretch before the as-of date that is as long as the longest horizon.
  let recentFrom: Int32
  /// The first day with rows: daily counts begin with it.
  let firstDay: Int32
  let refunds: Refunds
  /// Days of a period of BG/BB; nil for the other models.
  let period: Double?

  /// What a stretch of customers became.
  struct Part {
    var customers: [Int32] = []
    var x: [Int32] = []
    var first: [Int32] = []
    var last: [Int32] = []
    /// BG/BB alone: number of the last period with a purchase, and of all complete ones.
    var lastPeriod: [Int32] = []
    var periods: [Int32] = []
    /// Sum of the repeat purchases, minor units.
    var repeatSpend: [Int64] = []
    var net: [Int64] = []
    var known = Known()
    var totals = Totals()
    /// First purchases and repeat purchases of each day.
    var firsts: [Int32]
    var repeats: [Int32]
  }

  /// What was known at the end of calibration, for customers who had bought by then.
  struct Known: Sendable {
    var rows: [Int32] = []
    var x: [Int32] = []
    var last: [Int32] = []
    var repeatSpend: [Int64] = []
    /// Purchases after it up to the as-of date, and their amount.
    var later: [Int32] = []
    var laterSpend: [Int64] = []
    var first: [Int32] = []
    var lastPeriod: [Int32] = []
    var periods: [Int32] = []
    var laterPeriods: [Int32] = []
  }

  struct Totals: Sendable {
    var gross: Int64 = 0
    var returned: Int64 = 0
    /// Returns beyond all purchases before them.
    var unmatched: Int64 = 0
    var returnedDays = 0
    var withoutPurchase = 0
    var margin: Int64 = 0
    /// Net of the days that have a margin.
    var marginBase: Int64 = 0
    var recentNet: Int64 = 0
    var recentPurchases = 0
    var firstSpend: Int64 = 0

    mutating func add(_ other: Totals) {
      gross += other.gross
      returned += other.returned
      unmatched += other.unmatched
      returnedDays += other.returnedDays
      withoutPurchase += other.withoutPurchase
      margin += other.margin
      marginBase += other.marginBase
      recentNet += other.recentNet
      recentPurchases += other.recentPurchases
      firstSpend += other.firstSpend
    }
  }

  /// A purchase day with what is left of its amount.
  private struct Purchase {
    var day: Int32
    var amount: Int64
  }

  func fold(_ range: Range<Int>, of days: PurchaseDays) -> Part {
    let length = Int(asOf - firstDay) + 1
    var part = Part(
      firsts: [Int32](repeating: 0, count: length), repeats: [Int32](repeating: 0, count: length))
    var stack: [Purchase] = []
    days.forEach(in: range) { customer, rows in
      fold(customer, rows, &stack, &part)
    }
    return part
  }

  private func fold(
    _ customer: Int, _ rows: UnsafeBufferPointer<PurchaseDay>, _ stack: inout [Purchase],
    _ part: inout Part
  ) {
    stack.removeAll(keepingCapacity: true)
    var net: Int64 = 0
    var hasRows = false
    var atEnd: (x: Int32, last: Int32, spend: Int64, periods: PeriodCount?)?
    var firstThen: Int32 = .min
    for row in rows {
      guard row.day <= asOf else { break }
      if atEnd == nil, let end = calibrationEnd, row.day > end, let first = stack.first,
        first.day <= end
      {
        atEnd = known(stack, through: end)
        firstThen = first.day
      }
      hasRows = true
      let returned = refunds == .ignore ? 0 : row.returned
      net += row.gross - returned
      part.totals.gross += row.gross
      part.totals.returned += returned
      if row.day >= recentFrom { part.totals.recentNet += row.gross - returned }
      if row.margin != .min {
        part.totals.margin += row.margin
        part.totals.marginBase += row.gross - returned
      }
      if row.isPurchase { stack.append(Purchase(day: row.day, amount: row.gross)) }
      if refunds == .net, returned > 0 { takeOff(returned, &stack, &part.totals) }
    }
    guard let first = stack.first, let last = stack.last else {
      if hasRows { part.totals.withoutPurchase += 1 }
      return
    }
    if atEnd == nil, let end = calibrationEnd, first.day <= end {
      // Nothing came after the end of calibration.
      atEnd = known(stack, through: end)
      firstThen = first.day
    }
    if let atEnd, let end = calibrationEnd {
      var later: Int32 = 0
      var laterSpend: Int64 = 0
      for purchase in stack.reversed() {
        guard purchase.day > end else { break }
        later += 1
        laterSpend += purchase.amount
      }
      part.known.rows.append(Int32(part.x.count))
      part.known.x.append(atEnd.x)
      part.known.first.append(firstThen)
      part.known.last.append(atEnd.last)
      part.known.repeatSpend.append(atEnd.spend)
      part.known.later.append(later)
      part.known.laterSpend.append(laterSpend)
      if let then = atEnd.periods, let period {
        let whole = periodCount(stack, from: firstThen, through: asOf, period)
        part.known.lastPeriod.append(then.last)
        part.known.periods.append(then.all)
        part.known.laterPeriods.append(max(0, whole.bought - then.bought))
      }
    }
    part.customers.append(Int32(customer))
    part.first.append(first.day)
    part.last.append(last.day)
    part.net.append(net)
    part.repeatSpend.append(stack.dropFirst().reduce(0) { $0 + $1.amount })
    part.totals.firstSpend += first.amount
    part.firsts[Int(first.day - firstDay)] += 1
    for purchase in stack.dropFirst() { part.repeats[Int(purchase.day - firstDay)] += 1 }
    for purchase in stack.reversed() {
      guard purchase.day >= recentFrom else { break }
      part.totals.recentPurchases += 1
    }
    if let period {
      let whole = periodCount(stack, from: first.day, through: asOf, period)
      part.x.append(whole.bought)
      part.lastPeriod.append(whole.last)
      part.periods.append(whole.all)
    } else {
      part.x.append(Int32(stack.count - 1))
    }
  }

  /// What is given back counts against the purchases before it, the latest first.
  private func takeOff(_ returned: Int64, _ stack: inout [Purchase], _ totals: inout Totals) {
    var rest = returned
    while rest > 0, let last = stack.indices.last(where: { stack[$0].amount > 0 }) {
      let taken = min(rest, stack[last].amount)
      stack[last].amount -= taken
      rest -= taken
      guard stack[last].amount == 0 else { break }
      stack.remove(at: last)
      totals.returnedDays += 1
    }
    totals.unmatched += rest
  }

  private func known(
    _ stack: [Purchase], through end: Int32
  ) -> (x: Int32, last: Int32, spend: Int64, periods: PeriodCount?) {
    var count: Int32 = 0
    var last: Int32 = .min
    var spend: Int64 = 0
    for (index, purchase) in stack.enumerated() {
      guard purchase.day <= end else { break }
      count += 1
      last = purchase.day
      if index > 0 { spend += purchase.amount }
    }
    let periods = period.flatMap { period in
      stack.first.map { periodCount(stack, from: $0.day, through: end, period) }
    }
    return (periods?.bought ?? count - 1, last, spend, periods)
  }

  /// Complete periods after the first purchase: all, those with a purchase, and the last of those.
  struct PeriodCount {
    var all: Int32
    var bought: Int32
    var last: Int32
  }

  private func periodCount(
    _ stack: [Purchase], from first: Int32, through end: Int32, _ period: Double
  ) -> PeriodCount {
    var count = PeriodCount(all: Int32(Double(end - first) / period), bought: 0, last: 0)
    for purchase in stack where purchase.day > first && purchase.day <= end {
      // Period k is the days after (k - 1) periods up to k periods.
      let number = Int32((Double(purchase.day - first) / period).rounded(.up))
      guard number <= count.all, number > count.last else { continue }
      count.bought += 1
      count.last = number
    }
    return count
  }
}
