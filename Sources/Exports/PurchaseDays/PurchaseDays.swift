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
  var packed: [PackedDay] = []
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
    rich.withUnsafeBufferPointer {
      packed[position].unpacked(position, $0, margin: margins?[position] ?? .min)
    }
  }
}

/// A day in 16 bytes: 15 bits rows, 16 bits orders, and a bit for "look the rest up".
struct PackedDay: Sendable, BitwiseCopyable {
  private let gross: Int64
  let day: Int32
  private let counts: UInt32

  private static let richMark: UInt32 = 1 << 31

  /// The day without its margin; `isRich` says that it has to be kept whole beside.
  @inline(__always)
  init(_ day: PurchaseDay) {
    gross = day.gross
    self.day = day.day
    if day.returned == 0, day.rows < 1 << 15, day.orders < 1 << 16 {
      counts = UInt32(day.rows) | UInt32(day.orders) << 15
    } else {
      counts = PackedDay.richMark
    }
  }

  @inline(__always) var isRich: Bool { counts == PackedDay.richMark }

  /// The day again; `rich` has it where this one could not hold it.
  @inline(__always)
  func unpacked(
    _ position: Int, _ rich: UnsafeBufferPointer<RichDay>, margin: Int64
  ) -> PurchaseDay {
    var found = PurchaseDay(
      day: day, rows: Int32(counts & 0x7FFF), orders: Int32(counts >> 15), gross: gross,
      returned: 0, margin: margin)
    if isRich {
      let whole = rich[RichDay.search(rich, position)]
      found.rows = whole.rows
      found.orders = whole.orders
      found.returned = whole.returned
    }
    return found
  }
}

/// A day with returns, or with more rows than a `PackedDay` holds.
struct RichDay: Sendable, BitwiseCopyable {
  var position: UInt32
  var rows: Int32
  var orders: Int32
  var returned: Int64

  init(_ position: Int, _ day: PurchaseDay) {
    self.position = UInt32(position)
    rows = day.rows
    orders = day.orders
    returned = day.returned
  }

  /// The index of the day at a position that is known to be there.
  static func search(
    _ days: UnsafeBufferPointer<RichDay>, _ position: Int
  ) -> Int {
    var low = 0
    var high = days.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(days[middle].position) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
