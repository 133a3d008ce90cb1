extension PurchaseDays {
  /// First and last day with rows, of those not after a day; nil without any.
  package func span(upTo limit: Int32) -> (first: Int32, last: Int32)? {
    if let first = totals.firstDay, let last = totals.lastDay, last <= limit {
      return (first, last)
    }
    var first = Int32.max
    var last = Int32.min
    for customer in 0..<customerCount {
      for position in days(of: customer) {
        let day = packed[position].day
        guard day <= limit else { break }
        first = min(first, day)
        last = max(last, day)
      }
    }
    return first <= last ? (first, last) : nil
  }
}
