package import Values

extension PurchaseDays {
  package init(
    sorted customers: TextColumn, starts: [Int], day: [Int32], rows: [Int32], orders: [Int32],
    gross: [Int64], returned: [Int64], margin: [Int64]? = nil, currency: Currency
  ) {
    self.customers = customers
    self.starts = starts
    self.day = day
    self.rows = rows
    self.orders = orders
    self.gross = gross
    self.returned = returned
    self.margin = margin
    self.currency = currency
  }

  /// One row a customer, of the days up to the as-of date.
  package func ledger(asOf: Day, refunds: Refunds) -> Ledger {
    var ledger = Ledger(
      asOf: asOf, currency: currency, refunds: refunds, customers: TextColumn(), firstDay: [],
      lastDay: [], days: [], orders: [], rows: [], gross: [], returned: [], monetary: [],
      repeatSpend: [], medianGap: [], margin: nil, totalRows: 0, totalNet: 0,
      customersWithoutPurchase: 0, rowsAfterAsOf: 0)
    for customer in 0..<customers.count {
      let all = starts[customer]..<starts[customer + 1]
      let past = all.filter { day[$0] <= asOf.number }
      ledger.rowsAfterAsOf += all.reduce(0) { $0 + Int(rows[$1]) }
      ledger.rowsAfterAsOf -= past.reduce(0) { $0 + Int(rows[$1]) }
      ledger.totalRows += past.reduce(0) { $0 + Int(rows[$1]) }
      ledger.totalNet += past.reduce(0) { $0 + self.gross[$1] - self.returned[$1] }
      let bought = past.filter { orders[$0] > 0 }
      guard let first = bought.first, let last = bought.last else {
        if !past.isEmpty { ledger.customersWithoutPurchase += 1 }
        continue
      }
      let gross = past.reduce(0) { $0 + self.gross[$1] }
      let returned = refunds == .ignore ? 0 : past.reduce(0) { $0 + self.returned[$1] }
      ledger.customers.append(customers[customer])
      ledger.firstDay.append(day[first])
      ledger.lastDay.append(day[last])
      ledger.days.append(Int32(bought.count))
      ledger.orders.append(bought.reduce(0) { $0 + orders[$1] })
      ledger.rows.append(past.reduce(0) { $0 + rows[$1] })
      ledger.gross.append(gross)
      ledger.returned.append(returned)
      ledger.monetary.append(refunds == .net ? gross - returned : gross)
      ledger.repeatSpend.append(bought.dropFirst().reduce(0) { $0 + self.gross[$1] })
      ledger.medianGap.append(.nan)
    }
    return ledger
  }
}
