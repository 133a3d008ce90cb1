import Tabular

/// An order row of one customer, as the fold takes it.
struct FoldRow: BitwiseCopyable {
  /// Bits of the order's key; 0 without one.
  var order: UInt64
  var amount: Int64
  var margin: Int64
  var day: Int32

  @inline(__always)
  static func isOrdered(_ a: FoldRow, _ b: FoldRow) -> Bool {
    a.day != b.day ? a.day < b.day : a.order < b.order
  }
}

/// Reduces the rows of one customer to days and writes them one behind the other.
///
/// A row is a purchase when its amount is above zero, or zero where free orders count; a return
/// when it is below. An order counts once a day; a row without order id is an order of its own.
struct PurchaseDayFold {
  let zeroAmount: ZeroAmount
  let days: UnsafeMutablePointer<PackedDay>
  let margins: UnsafeMutablePointer<Int64>?
  /// Where the next day goes.
  private(set) var position: Int
  private(set) var rich: [RichDay] = []
  private(set) var totals = PurchaseDays.Totals()
  /// A sum left the range of 64 bits.
  private(set) var hasOverflow = false

  init(
    zeroAmount: ZeroAmount, days: UnsafeMutablePointer<PackedDay>,
    margins: UnsafeMutablePointer<Int64>?, position: Int
  ) {
    self.zeroAmount = zeroAmount
    self.days = days
    self.margins = margins
    self.position = position
  }

  /// Folds the rows of one customer, in any order; they are sorted in place.
  mutating func fold(_ rows: UnsafeMutableBufferPointer<FoldRow>) {
    Self.sort(rows)
    var at = 0
    while at < rows.count {
      let day = rows[at].day
      var made = PurchaseDay(day: day, rows: 0, orders: 0, gross: 0, returned: 0)
      var lastOrder: UInt64 = 0
      while at < rows.count, rows[at].day == day {
        let row = rows[at]
        at &+= 1
        if row.amount == 0 {
          totals.zeroRows &+= 1
          if zeroAmount == .ignore {
            totals.ignoredRows &+= 1
            continue
          }
        }
        made.rows &+= 1
        if row.amount >= 0 {
          totals.purchaseRows &+= 1
          made.gross = add(made.gross, row.amount)
          if row.order == 0 || row.order != lastOrder { made.orders &+= 1 }
          lastOrder = row.order
        } else {
          totals.returnRows &+= 1
          made.returned = add(made.returned, 0 &- row.amount)
        }
        if row.margin != .min {
          made.margin = made.margin == .min ? row.margin : add(made.margin, row.margin)
        }
      }
      if made.rows > 0 { write(made) }
    }
  }

  @inline(__always)
  private mutating func write(_ day: PurchaseDay) {
    let small = PackedDay(day)
    days[position] = small
    margins?[position] = day.margin
    if small.isRich { rich.append(RichDay(position, day)) }
    position &+= 1
    totals.rows &+= Int(day.rows)
    totals.days &+= 1
    totals.firstDay = min(totals.firstDay ?? day.day, day.day)
    totals.lastDay = max(totals.lastDay ?? day.day, day.day)
  }

  @inline(__always)
  private mutating func add(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { hasOverflow = true }
    return sum
  }

  /// By day, then order; rows mostly come in that order already.
  @inline(__always)
  private static func sort(_ rows: UnsafeMutableBufferPointer<FoldRow>) {
    guard rows.count < 48 else {
      var rows = rows
      rows.sort(by: FoldRow.isOrdered)
      return
    }
    var i = 1
    while i < rows.count {
      let row = rows[i]
      var k = i
      while k > 0, FoldRow.isOrdered(row, rows[k &- 1]) {
        rows[k] = rows[k &- 1]
        k &-= 1
      }
      rows[k] = row
      i &+= 1
    }
  }
}
