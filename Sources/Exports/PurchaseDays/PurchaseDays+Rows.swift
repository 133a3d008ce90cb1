package import Diagnostics
package import Values

extension PurchaseDays {
  /// Order rows that are sorted by customer already: what a store hands over.
  package struct SortedRows: Sendable {
    /// Ids, bytewise ascending.
    package var customers: TextColumn
    /// Index into `customers`, not falling.
    package var customer: [Int32]
    package var day: [Int32]
    /// The same number for the same order; `Int64.min` where a row has no order id.
    package var order: [Int64]
    /// Minor units.
    package var amount: [Int64]
    /// Minor units, `Int64.min` where a row has none; nil where no export has the column.
    package var margin: [Int64]?

    package init(
      customers: TextColumn, customer: [Int32], day: [Int32], order: [Int64], amount: [Int64],
      margin: [Int64]?
    ) {
      self.customers = customers
      self.customer = customer
      self.day = day
      self.order = order
      self.amount = amount
      self.margin = margin
    }
  }

  /// Reduces rows that are current already: versions were settled where they are kept.
  package init(
    _ rows: SortedRows, currency: Currency, zeroAmount: ZeroAmount = .purchase
  ) throws(Diagnostic) {
    self.init(currency: currency)
    let total = rows.customer.count
    var kept: [Int] = []
    var richDays: [RichDay] = []
    var counted = Totals()
    var hasOverflow = false
    var startColumn: [UInt32] = []
    var endColumn: [UInt32] = []
    let dayColumns = RawColumns.make(1, total) { (days: [UnsafeMutablePointer<Int32>]) in
      let countColumns = RawColumns.make(1, total) {
        (counts: [UnsafeMutablePointer<DayCounts>]) in
        let amounts = RawColumns.make(rows.margin == nil ? 1 : 2, total) {
          (amounts: [UnsafeMutablePointer<Int64>]) in
          var fold = PurchaseDayFold(
            zeroAmount: zeroAmount, days: days[0], gross: amounts[0], counts: counts[0],
            margins: amounts.count > 1 ? amounts[1] : nil, position: 0)
          var buffer: [FoldRow] = []
          var at = 0
          while at < total {
            let customer = rows.customer[at]
            buffer.removeAll(keepingCapacity: true)
            while at < total, rows.customer[at] == customer {
              // Codes of orders may be zero; the fold's "none" is zero.
              let order = rows.order[at] == .min ? 0 : UInt64(bitPattern: rows.order[at]) &+ 1
              buffer.append(
                FoldRow(
                  order: order, amount: rows.amount[at], margin: rows.margin?[at] ?? .min,
                  day: rows.day[at]))
              at += 1
            }
            let start = fold.position
            buffer.withUnsafeMutableBufferPointer { fold.fold($0) }
            guard fold.position > start else { continue }
            kept.append(Int(customer))
            startColumn.append(UInt32(start))
            endColumn.append(UInt32(fold.position))
          }
          richDays = fold.rich
          counted = fold.totals
          hasOverflow = fold.hasOverflow
        }
        grossColumn = amounts[0]
        if rows.margin != nil { margins = amounts[1] }
      }
      counts = countColumns[0]
    }
    dayColumn = dayColumns[0]
    guard !hasOverflow else {
      throw Diagnostic(
        .data, "overflow", "the amounts of one customer and day add up beyond 64 bits",
        help: "check the amount column: it may hold numbers that are no amounts")
    }
    if total == 0, rows.margin != nil { margins = [] }
    rich = richDays
    totals = counted
    starts = startColumn
    ends = endColumn
    if kept.count == rows.customers.count {
      customers = rows.customers
    } else {
      customers.reserve(rows: kept.count, bytes: rows.customers.bytes.count)
      rows.customers.bytes.withUnsafeBufferPointer { bytes in
        for customer in kept {
          let range = rows.customers.offsets[customer]..<rows.customers.offsets[customer + 1]
          customers.append(UnsafeBufferPointer(rebasing: bytes[range]))
        }
      }
    }
  }
}
