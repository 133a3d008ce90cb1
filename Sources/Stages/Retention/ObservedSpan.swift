import Exports
import Values

/// From when to when purchases are known.
///
/// Exports that end long before the as-of date say nothing about the days between: a silence of the
/// whole company longer than any before it, and than a week, is taken for the end of the exports.
struct ObservedSpan: Sendable, Equatable {
  /// The first day with rows.
  let first: Day
  /// The as-of date, or the last day with rows where the exports end before it.
  let through: Day
  let endsEarly: Bool

  /// nil without rows up to the as-of date.
  init?(_ days: PurchaseDays, asOf: Day) {
    guard let (least, most) = days.span(upTo: asOf.number) else { return nil }
    first = Day(number: least)
    let silence = asOf.number - most
    guard silence > 7 else {
      through = asOf
      endsEarly = false
      return
    }
    var hasRows = [Bool](repeating: false, count: Int(most - least) + 1)
    days.forEach(in: 0..<days.customerCount) { _, rows in
      for row in rows {
        guard row.day <= most else { break }
        hasRows[Int(row.day - least)] = true
      }
    }
    var longest: Int32 = 0
    var run: Int32 = 0
    for has in hasRows {
      run = has ? 0 : run + 1
      longest = max(longest, run + 1)
    }
    endsEarly = silence > longest
    through = endsEarly ? Day(number: most) : asOf
  }
}
