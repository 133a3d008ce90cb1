import Exports
import Values

/// When each customer bought up to a day, how long they usually wait, and what they bought for.
struct PurchaseRhythm: Sendable {
  struct Row: Sendable {
    /// `Int32.min` without a purchase.
    var firstDay = Int32.min
    var lastDay = Int32.min
    /// Purchase days.
    var days: Int32 = 0
    /// Median days between them; NaN with one.
    var gap = Double.nan
    /// The longest gap that ended in the last days, as won back counts them; 0 for none.
    var returnGap: Int32 = 0
    /// By the policy for returns, minor units.
    var amount: Int64 = 0
    /// The same in the year up to the last purchase.
    var year: Int64 = 0

    var bought: Bool { days > 0 }
  }

  let asOf: Day
  /// One a customer of the purchase days.
  let rows: [Row]
  /// The median of the median gaps of customers with a rhythm; nil where nobody has one.
  let usualGap: Double?

  /// - Parameters:
  ///   - returnDays: how many days before the as-of date a return counts as one.
  ///   - minGaps: gaps that make a rhythm.
  init(_ days: PurchaseDays, asOf: Day, refunds: Refunds, returnDays: Int, minGaps: Int) {
    self.asOf = asOf
    let today = asOf.number
    let parts = days.partials { range in
      var found: [Row] = []
      found.reserveCapacity(range.count)
      var gaps: [Int32] = []
      days.forEach(in: range) { _, purchases in
        gaps.removeAll(keepingCapacity: true)
        found.append(Self.row(purchases, today, refunds, returnDays, &gaps))
      }
      return found
    }
    var rows: [Row] = []
    rows.reserveCapacity(days.customerCount)
    for part in parts { rows += part }
    self.rows = rows
    var gaps = rows.filter { Int($0.days) > minGaps }.map(\.gap)
    gaps.sort()
    usualGap =
      gaps.isEmpty ? nil : (gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
  }

  private static func row(
    _ purchases: UnsafeBufferPointer<PurchaseDay>, _ today: Int32, _ refunds: Refunds,
    _ returnDays: Int, _ gaps: inout [Int32]
  ) -> Row {
    var row = Row()
    for day in purchases {
      guard day.day <= today else { break }
      row.amount += refunds == .net ? day.net : day.gross
      guard day.isPurchase else { continue }
      if row.days == 0 {
        row.firstDay = day.day
      } else {
        let gap = day.day - row.lastDay
        gaps.append(gap)
        if Int(today - day.day) < returnDays { row.returnGap = max(row.returnGap, gap) }
      }
      row.lastDay = day.day
      row.days += 1
    }
    guard row.bought else { return row }
    for day in purchases where day.day > row.lastDay - 365 && day.day <= today {
      row.year += refunds == .net ? day.net : day.gross
    }
    gaps.sort()
    if !gaps.isEmpty {
      row.gap = Double(gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
    }
    return row
  }
}
