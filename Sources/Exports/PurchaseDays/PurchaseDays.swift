package import Values

/// Orders reduced to one row a customer and day: the first reduction.
///
/// Customers stand in the order of the bytes of their ids; the days of one customer lie together and
/// rise. Sixteen bytes a day: most days have few rows and no return, the others stand apart.
package struct PurchaseDays: Sendable {
  /// Distinct ids, bytewise ascending.
  package internal(set) var customers = TextColumn()
  package internal(set) var currency: Currency
  package internal(set) var totals = Totals()
  /// Some export has a margin.
  package var hasMargin: Bool { margins != nil }

  /// What was counted while the rows were reduced.
  package struct Totals: Sendable, Equatable {
    /// Rows that count: purchases and returns.
    package var rows = 0
    /// Rows of amount zero, counted or not.
    package var zeroRows = 0
    /// Rows of amount zero that were left out.
    package var ignoredRows = 0
    package var purchaseRows = 0
    package var returnRows = 0
    /// Rows (customer, day).
    package var days = 0
    /// First and last day with a row; nil without rows.
    package var firstDay: Int32?
    package var lastDay: Int32?

    mutating func add(_ other: Totals) {
      rows += other.rows
      zeroRows += other.zeroRows
      ignoredRows += other.ignoredRows
      purchaseRows += other.purchaseRows
      returnRows += other.returnRows
      days += other.days
      if let day = other.firstDay { firstDay = min(firstDay ?? day, day) }
      if let day = other.lastDay { lastDay = max(lastDay ?? day, day) }
    }
  }

  /// Where the days of each customer lie; not in the order of the customers, and with gaps.
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  var dayColumn: [Int32] = []
  var grossColumn: [Int64] = []
  /// Rows and orders of a day, or the mark of a day that is among the `rich`.
  var counts: [DayCounts] = []
  /// Days with returns or many rows, by rising position.
  var rich: [RichDay] = []
  var margins: [Int64]?

  init(currency: Currency) { self.currency = currency }

  package var customerCount: Int { customers.count }

  /// The positions of the days of a customer.
  package func days(of customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(ends[customer])
  }

  /// The day at a position.
  package subscript(_ position: Int) -> PurchaseDay {
    let packed = counts[position]
    var day = PurchaseDay(
      day: dayColumn[position], rows: packed.rows, orders: packed.orders,
      gross: grossColumn[position], returned: 0, margin: margins?[position] ?? .min)
    if packed.isRich {
      let found = rich[RichDay.search(rich, position)]
      day.rows = found.rows
      day.orders = found.orders
      day.returned = found.returned
    }
    return day
  }
}

/// Rows and orders of a day in 32 bits: 15 bits rows, 16 bits orders, the top bit for "look it up".
struct DayCounts: Sendable, BitwiseCopyable {
  private let bits: UInt32

  static let rich = DayCounts(bits: 1 << 31)

  private init(bits: UInt32) { self.bits = bits }

  /// nil where the counts do not fit.
  @inline(__always)
  init?(rows: Int32, orders: Int32) {
    guard rows < 1 << 15, orders < 1 << 16 else { return nil }
    bits = UInt32(rows) | UInt32(orders) << 15
  }

  @inline(__always) var isRich: Bool { bits >> 31 == 1 }
  @inline(__always) var rows: Int32 { Int32(bits & 0x7FFF) }
  @inline(__always) var orders: Int32 { Int32(bits >> 15 & 0xFFFF) }
}

/// A day whose counts do not fit into `DayCounts`, or with returns.
struct RichDay: Sendable, BitwiseCopyable {
  var position: UInt32
  var rows: Int32
  var orders: Int32
  var returned: Int64

  /// The index of the day at a position that is known to be there.
  static func search(_ days: [RichDay], _ position: Int) -> Int {
    var low = 0
    var high = days.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(days[middle].position) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
