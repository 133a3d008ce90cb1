import Exports
import Values

/// What each customer with a purchase up to the as-of date spent: in the period of the classes, and
/// in the months of the star ladder. One pass over the purchase days.
struct CustomerMonths: Sendable {
  /// Ids, bytewise ascending.
  private(set) var customers = TextColumn()
  /// Minor units, by the policy for returns, in the period.
  private(set) var amount: [Int64] = []
  /// Orders in the period.
  private(set) var orders: [Int32] = []
  private(set) var standing: [StarLadder.Standing] = []
  private(set) var withoutPurchase = 0

  /// - Parameter period: the days that amounts are taken from.
  init(
    _ days: PurchaseDays, asOf: Day, period: ClosedRange<Int32>, value: TiersValue,
    refunds: Refunds, ladder: StarLadder
  ) {
    let window = StarLadder.window(ladder.months, upTo: asOf)
    let first = Day(number: window.lowerBound).adding(months: -1)
    let monthOf = Self.months(from: first, through: asOf)
    let width = ladder.months + 2
    let parts = days.partials { range in
      var part = Part()
      part.reserve(range.count)
      var months = [Int64](repeating: 0, count: width)
      days.forEach(in: range) { customer, rows in
        for index in months.indices { months[index] = 0 }
        var amount: Int64 = 0
        var orders: Int32 = 0
        var hasPurchase = false
        var hasRows = false
        for row in rows {
          guard row.day <= asOf.number else { break }
          hasRows = true
          if row.isPurchase { hasPurchase = true }
          let worth = Self.worth(row, value, refunds)
          if period.contains(row.day) {
            amount += worth
            orders &+= row.orders
          }
          let day = Int(row.day) - Int(first.number)
          if day >= 0 { months[Int(monthOf[day])] += worth }
        }
        guard hasPurchase else {
          if hasRows { part.withoutPurchase += 1 }
          return
        }
        part.customers.append(Int32(customer))
        part.amount.append(amount)
        part.orders.append(orders)
        part.standing.append(months.withUnsafeBufferPointer { ladder.standing($0) })
      }
      return part
    }
    let count = parts.reduce(0) { $0 + $1.customers.count }
    amount.reserveCapacity(count)
    orders.reserveCapacity(count)
    standing.reserveCapacity(count)
    customers.reserve(rows: count, bytes: days.customers.bytes.count)
    days.customers.bytes.withUnsafeBufferPointer { bytes in
      for part in parts {
        amount += part.amount
        orders += part.orders
        standing += part.standing
        withoutPurchase += part.withoutPurchase
        for customer in part.customers.map(Int.init) {
          customers.append(
            UnsafeBufferPointer(
              rebasing: bytes[
                days.customers.offsets[customer]..<days.customers.offsets[customer + 1]]))
        }
      }
    }
  }

  private struct Part {
    var customers: [Int32] = []
    var amount: [Int64] = []
    var orders: [Int32] = []
    var standing: [StarLadder.Standing] = []
    var withoutPurchase = 0

    mutating func reserve(_ count: Int) {
      customers.reserveCapacity(count)
      amount.reserveCapacity(count)
      orders.reserveCapacity(count)
      standing.reserveCapacity(count)
    }
  }

  private static func worth(
    _ row: PurchaseDay, _ value: TiersValue, _ refunds: Refunds
  ) -> Int64 {
    switch value {
    case .revenue: refunds == .net ? row.net : row.gross
    case .margin: row.margin == .min ? 0 : row.margin
    }
  }

  /// The place of each day's month, from 0 with the month of the first day.
  private static func months(from first: Day, through last: Day) -> [Int32] {
    guard first <= last else { return [] }
    return (first.number...last.number).map { number in
      let day = Day(number: number)
      return Int32((day.year - first.year) * 12 + day.month - first.month)
    }
  }
}
