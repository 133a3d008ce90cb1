import Values

extension PurchaseDays {
  /// The purchase days of the customers whose id is wanted; the days themselves are shared.
  ///
  /// Its totals have rows, days, and the first and last day alone: kinds of rows are not counted by
  /// customer.
  package func restricted(to isWanted: (String) -> Bool) -> PurchaseDays {
    let wanted = (0..<customerCount).filter { isWanted(customers[$0]) }
    guard wanted.count < customerCount else { return self }
    var result = self
    result.customers = TextColumn()
    result.starts = wanted.map { starts[$0] }
    result.ends = wanted.map { ends[$0] }
    result.totals = Totals()
    for customer in wanted {
      result.customers.append(customers[customer])
      for position in days(of: customer) {
        let day = self[position]
        result.totals.rows += Int(day.rows)
        result.totals.days += 1
        result.totals.firstDay = min(result.totals.firstDay ?? day.day, day.day)
        result.totals.lastDay = max(result.totals.lastDay ?? day.day, day.day)
      }
    }
    return result
  }
}
