import Values

extension PurchaseDays {
  /// The purchase days of the customers whose id is wanted.
  package func restricted(to isWanted: (String) -> Bool) -> PurchaseDays {
    let wanted = (0..<customers.count).filter { isWanted(customers[$0]) }
    guard wanted.count < customers.count else { return self }
    var result = PurchaseDays(
      customers: TextColumn(), starts: [0], day: [], rows: [], orders: [], gross: [], returned: [],
      margin: margin == nil ? nil : [], currency: currency)
    for customer in wanted {
      let range = starts[customer]..<starts[customer + 1]
      result.customers.append(customers[customer])
      result.day += day[range]
      result.rows += rows[range]
      result.orders += orders[range]
      result.gross += gross[range]
      result.returned += returned[range]
      if let margin { result.margin? += margin[range] }
      result.starts.append(result.day.count)
    }
    return result
  }
}
