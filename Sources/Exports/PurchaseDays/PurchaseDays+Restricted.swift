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
    for customer in wanted { result.customers.append(customers[customer]) }
    result.totals = result.countedTotals
    return result
  }
}
