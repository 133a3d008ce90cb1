import Values

/// Folds the purchase days of some customers into their rows of the ledger.
struct LedgerFold {
  /// Where the rows go, by customer.
  struct Target {
    /// First day, last day, days, orders, rows.
    let small: [UnsafeMutablePointer<Int32>]
    /// Gross, returned, monetary, repeat spend, and margin where there is one.
    let amounts: [UnsafeMutablePointer<Int64>]
    let gaps: UnsafeMutablePointer<Double>
  }

  struct Totals {
    var rows = 0
    var net: Int64 = 0
    var withoutPurchase = 0
    var rowsAfter = 0

    mutating func add(_ other: Totals) {
      rows += other.rows
      net += other.net
      withoutPurchase += other.withoutPurchase
      rowsAfter += other.rowsAfter
    }
  }

  /// The columns of the purchase days, borrowed: valid during `with`.
  private let starts: UnsafeBufferPointer<UInt32>
  private let ends: UnsafeBufferPointer<UInt32>
  private let packed: UnsafeBufferPointer<PackedDay>
  private let rich: UnsafeBufferPointer<RichDay>
  private let margin: UnsafeBufferPointer<Int64>?
  private let asOf: Int32
  private let refunds: Refunds

  /// Calls `body` with a fold over purchase days.
  static func with(
    _ days: PurchaseDays, asOf: Int32, refunds: Refunds, _ body: (LedgerFold) -> Void
  ) {
    days.starts.withUnsafeBufferPointer { starts in
      days.ends.withUnsafeBufferPointer { ends in
        days.packed.withUnsafeBufferPointer { packed in
          days.rich.withUnsafeBufferPointer { rich in
            func call(_ margin: UnsafeBufferPointer<Int64>?) {
              body(
                LedgerFold(
                  starts: starts, ends: ends, packed: packed, rich: rich, margin: margin,
                  asOf: asOf, refunds: refunds))
            }
            guard let margins = days.margins else { return call(nil) }
            margins.withUnsafeBufferPointer { call($0) }
          }
        }
      }
    }
  }

  func fold(
    _ customers: Range<Int>, into target: Target,
    _ hasPurchase: UnsafeMutableBufferPointer<Bool>
  ) -> Totals {
    var totals = Totals()
    var gaps: [Int32] = []
    let (first, last) = (target.small[0], target.small[1])
    let (dayCount, orders, rows) = (target.small[2], target.small[3], target.small[4])
    let (gross, returned) = (target.amounts[0], target.amounts[1])
    let (monetary, repeatSpend) = (target.amounts[2], target.amounts[3])
    let marginSum = target.amounts.count > 4 ? target.amounts[4] : nil
    for customer in customers {
      var sum = PurchaseDay(day: 0, rows: 0, orders: 0, gross: 0, returned: 0)
      var firstDay = Int32.min
      var lastDay = Int32.min
      var firstGross: Int64 = 0
      var count: Int32 = 0
      gaps.removeAll(keepingCapacity: true)
      for position in Int(starts[customer])..<Int(ends[customer]) {
        let day = packed[position].unpacked(position, rich, margin: margin?[position] ?? .min)
        guard day.day <= asOf else {
          totals.rowsAfter &+= Int(day.rows)
          continue
        }
        sum.rows &+= day.rows
        sum.orders &+= day.orders
        sum.gross += day.gross
        if refunds != .ignore { sum.returned += day.returned }
        if day.margin != .min {
          sum.margin = sum.margin == .min ? day.margin : sum.margin + day.margin
        }
        guard day.isPurchase else { continue }
        if count == 0 {
          firstDay = day.day
          firstGross = day.gross
        } else {
          gaps.append(day.day &- lastDay)
        }
        lastDay = day.day
        count &+= 1
      }
      totals.rows &+= Int(sum.rows)
      totals.net += sum.net
      hasPurchase[customer] = count > 0
      if count == 0, sum.rows > 0 { totals.withoutPurchase &+= 1 }
      first[customer] = firstDay
      last[customer] = lastDay
      dayCount[customer] = count
      orders[customer] = sum.orders
      rows[customer] = sum.rows
      gross[customer] = sum.gross
      returned[customer] = sum.returned
      monetary[customer] = refunds == .net ? sum.net : sum.gross
      repeatSpend[customer] = sum.gross - firstGross
      target.gaps[customer] = Self.median(&gaps)
      marginSum?[customer] = sum.margin
    }
    return totals
  }

  /// The middle value, or the mean of the two in the middle; NaN of nothing.
  static func median(_ values: inout [Int32]) -> Double {
    let count = values.count
    guard count > 0 else { return .nan }
    values.withUnsafeMutableBufferPointer { values in
      guard count < 48 else {
        var values = values
        values.sort()
        return
      }
      var i = 1
      while i < count {
        let value = values[i]
        var k = i
        while k > 0, values[k &- 1] > value {
          values[k] = values[k &- 1]
          k &-= 1
        }
        values[k] = value
        i &+= 1
      }
    }
    let upper = Double(values[count / 2])
    return count % 2 == 1 ? upper : (Double(values[count / 2 - 1]) + upper) / 2
  }
}
