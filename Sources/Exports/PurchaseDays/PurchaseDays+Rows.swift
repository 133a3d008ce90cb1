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
    var marginColumns: [[Int64]] = []
    let packedColumns = RawColumns.make(1, total) {
      (packed: [UnsafeMutablePointer<PackedDay>]) in
      marginColumns = RawColumns.make(1, rows.margin == nil ? 1 : total) {
        (margins: [UnsafeMutablePointer<Int64>]) in
        var fold = PurchaseDayFold(
          zeroAmount: zeroAmount, days: packed[0],
          margins: rows.margin == nil ? nil : margins[0], position: 0)
        var buffer: [FoldRow] = []
        var at = 0
        while at < total {
          let customer = rows.customer[at]
          buffer.removeAll(keepingCapacity: true)
          while at < total, rows.customer[at] == customer {
            // The fold's "no order" is zero.
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
    }
    packed = packedColumns[0]
    if rows.margin != nil { margins = marginColumns.first ?? [] }
    guard !hasOverflow else {
      throw Diagnostic(
        .data, "overflow", "the amounts of one customer and day add up beyond 64 bits",
        help: "check the amount column: it may hold numbers that are no amounts")
    }
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
    try checkSums()
  }
}
