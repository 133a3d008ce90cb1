package import Values

extension Ledger {
  /// Folds purchase days up to the end of the as-of day, on all processors.
  ///
  /// Nothing but the purchase days, the day and the policy enters.
  package init(
    _ days: PurchaseDays, asOf: Day, refunds: Refunds = .net, threads: Int? = nil
  ) {
    let count = days.customerCount
    let threads = max(1, threads ?? Workers.processorCount)
    let blockSize = 4096
    let blocks = (count + blockSize - 1) / blockSize
    var totals = [LedgerFold.Totals](repeating: .init(), count: blocks)
    var hasPurchase = [Bool](repeating: false, count: count)
    // Without customers nothing below is called.
    var small = [[Int32]](repeating: [], count: 5)
    var amounts = [[Int64]](repeating: [], count: 5)
    var gaps = RawColumns.make(1, count) { (gaps: [UnsafeMutablePointer<Double>]) in
      small = RawColumns.make(5, count) { (small: [UnsafeMutablePointer<Int32>]) in
        amounts = RawColumns.make(days.hasMargin ? 5 : 4, count) {
          (amounts: [UnsafeMutablePointer<Int64>]) in
          let target = LedgerFold.Target(small: small, amounts: amounts, gaps: gaps[0])
          totals.withUnsafeMutableBufferPointer { totals in
            hasPurchase.withUnsafeMutableBufferPointer { hasPurchase in
              let totals = totals
              let hasPurchase = hasPurchase
              LedgerFold.with(days, asOf: asOf.number, refunds: refunds) { fold in
                Workers.share(blocks, threads: threads) { block, _ in
                  let range = block * blockSize..<min(count, (block + 1) * blockSize)
                  totals[block] = fold.fold(range, into: target, hasPurchase)
                }
              }
            }
          }
        }
      }
    }
    let total = totals.reduce(into: LedgerFold.Totals()) { $0.add($1) }
    self.asOf = asOf
    currency = days.currency
    self.refunds = refunds
    customers = days.customers
    firstDay = small[0]
    lastDay = small[1]
    self.days = small[2]
    orders = small[3]
    rows = small[4]
    gross = amounts[0]
    returned = amounts[1]
    monetary = amounts[2]
    repeatSpend = amounts[3]
    margin = days.hasMargin ? amounts[4] : nil
    medianGap = gaps[0]
    // The columns are changed in place below: nothing else may hold them.
    small = []
    amounts = []
    gaps = []
    totalRows = total.rows
    totalNet = total.net
    customersWithoutPurchase = total.withoutPurchase
    rowsAfterAsOf = total.rowsAfter
    if hasPurchase.contains(false) { keep(hasPurchase) }
  }

  /// Leaves out customers without a purchase, in place: there are few of them, and many columns.
  private mutating func keep(_ isKept: [Bool]) {
    let count = isKept.count(where: \.self)
    func compact<Value: BitwiseCopyable>(_ values: inout [Value]) {
      values.withUnsafeMutableBufferPointer { values in
        var next = 0
        for row in isKept.indices where isKept[row] {
          values[next] = values[row]
          next += 1
        }
      }
      values.removeLast(isKept.count - count)
    }
    var ids = TextColumn()
    ids.reserve(rows: count, bytes: customers.bytes.count)
    customers.bytes.withUnsafeBufferPointer { bytes in
      for row in isKept.indices where isKept[row] {
        ids.append(
          UnsafeBufferPointer(rebasing: bytes[customers.offsets[row]..<customers.offsets[row + 1]]))
      }
    }
    customers = ids
    compact(&firstDay)
    compact(&lastDay)
    compact(&days)
    compact(&orders)
    compact(&rows)
    compact(&gross)
    compact(&returned)
    compact(&monetary)
    compact(&repeatSpend)
    compact(&medianGap)
    if var values = margin {
      margin = nil
      compact(&values)
      margin = values
    }
  }
}
