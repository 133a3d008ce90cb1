import Tabular
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
    let gaps = RawColumns.make(1, count) { (gaps: [UnsafeMutablePointer<Double>]) in
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
    totalRows = total.rows
    totalNet = total.net
    customersWithoutPurchase = total.withoutPurchase
    rowsAfterAsOf = total.rowsAfter
    if hasPurchase.contains(false) { keep(hasPurchase) }
  }

  /// Leaves out customers without a purchase.
  private mutating func keep(_ isKept: [Bool]) {
    func kept<Value>(_ values: [Value]) -> [Value] {
      zip(values, isKept).lazy.filter(\.1).map(\.0)
    }
    var ids = TextColumn()
    customers.bytes.withUnsafeBufferPointer { bytes in
      for row in isKept.indices where isKept[row] {
        ids.append(
          UnsafeBufferPointer(rebasing: bytes[customers.offsets[row]..<customers.offsets[row + 1]]))
      }
    }
    customers = ids
    firstDay = kept(firstDay)
    lastDay = kept(lastDay)
    days = kept(days)
    orders = kept(orders)
    rows = kept(rows)
    gross = kept(gross)
    returned = kept(returned)
    monetary = kept(monetary)
    repeatSpend = kept(repeatSpend)
    medianGap = kept(medianGap)
    margin = margin.map(kept)
  }
}
