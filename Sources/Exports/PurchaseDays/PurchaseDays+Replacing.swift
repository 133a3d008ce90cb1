import Values

extension PurchaseDays {
  /// These days without some customers, and with those of others: what a merge map does.
  ///
  /// Its totals have rows, days, and the first and last day alone.
  ///
  /// - Precondition: no customer of `others` remains.
  func replacing(_ leaving: Set<String>, with others: PurchaseDays) -> PurchaseDays {
    var result = self
    let offset = UInt32(packed.count)
    result.packed += others.packed
    result.rich += others.rich.map { day in
      var day = day
      day.position += offset
      return day
    }
    if margins != nil || others.margins != nil {
      result.margins =
        (margins ?? [Int64](repeating: .min, count: packed.count))
        + (others.margins ?? [Int64](repeating: .min, count: others.packed.count))
    }
    result.customers = TextColumn()
    result.customers.reserve(
      rows: customerCount + others.customerCount,
      bytes: customers.bytes.count + others.customers.bytes.count)
    result.starts = []
    result.ends = []
    var next = 0
    func take(_ days: PurchaseDays, _ customer: Int, _ offset: UInt32) {
      result.customers.append(days.customers[customer])
      result.starts.append(days.starts[customer] + offset)
      result.ends.append(days.ends[customer] + offset)
    }
    for customer in 0..<customerCount {
      let id = customers[customer]
      if leaving.contains(id) { continue }
      while next < others.customerCount,
        others.customers[next].utf8.lexicographicallyPrecedes(id.utf8)
      {
        take(others, next, offset)
        next += 1
      }
      take(self, customer, 0)
    }
    while next < others.customerCount {
      take(others, next, offset)
      next += 1
    }
    result.totals = result.countedTotals
    return result
  }

  /// What the days themselves tell: rows, days, the first and last day.
  var countedTotals: Totals {
    var totals = Totals()
    for customer in 0..<customerCount {
      for position in days(of: customer) {
        let day = self[position]
        totals.rows += Int(day.rows)
        totals.days += 1
        totals.firstDay = min(totals.firstDay ?? day.day, day.day)
        totals.lastDay = max(totals.lastDay ?? day.day, day.day)
      }
    }
    return totals
  }
}
