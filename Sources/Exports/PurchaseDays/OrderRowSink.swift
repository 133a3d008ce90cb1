import Tabular
import Values

/// Order rows on their way into partitions, in arrival order; rows of orders that come again are set
/// aside.
///
/// A structure that is changed in place: each row costs a few nanoseconds, and access checks of a
/// class would double that.
struct OrderRowSink: ~Copyable {
  let narrow = PartitionedRows<NarrowRow>()
  let wide = PartitionedRows<WideRow>()
  /// Margins of the narrow rows, once some export has them.
  private(set) var margins: PartitionedRows<Int64>?
  private(set) var customerSlots = KeySlots()
  private var orderSlots = KeySlots()
  private(set) var partitions = CustomerPartitions()
  private var lines = LineCodes()
  private var orders = OrderSet()
  /// Further rows of orders that had come before.
  private(set) var late: [OrderResolver.Row] = []
  private var run = Run()

  /// The order whose rows are coming, its lines so far, and whether it had come before.
  private struct Run {
    var order = PackedKey.missing
    var firstLine = PackedKey.missing
    var lines: [PackedKey] = []
    var isLate = false
  }

  /// How the narrow rows are read.
  var expansion: RowExpansion {
    RowExpansion(customers: customerSlots, orders: orderSlots, lines: lines.keys)
  }

  mutating func beginFile() { run = Run() }

  /// Takes the rows of one chunk of a file; how many were no further rows of a known order.
  mutating func append(_ rows: OrderRows, file: Int) -> Int {
    if rows.margin != nil, margins == nil { beginMargins() }
    var accepted = 0
    for row in 0..<rows.count {
      if let keeps = rows.keeps, !keeps[row] { continue }
      let order = rows.order?[row] ?? .missing
      let line = rows.line?[row] ?? .missing
      if order.bits == 0 || isNew(order, line) {
        accepted &+= 1
        keep(rows, row, order, line)
      } else {
        late.append(.init(file: file, row: Self.wideRow(rows, row, order, line)))
      }
    }
    return accepted
  }

  /// Whether a row is the first of its key, as far as neighbours and the set of orders tell.
  @inline(__always)
  private mutating func isNew(_ order: PackedKey, _ line: PackedKey) -> Bool {
    if order.bits == run.order.bits { return !run.isLate && addLine(line) }
    let isNew = orders.insert(order)
    run.order = order
    run.firstLine = line
    run.isLate = !isNew
    if !run.lines.isEmpty { run.lines.removeAll(keepingCapacity: true) }
    return isNew
  }

  private mutating func addLine(_ line: PackedKey) -> Bool {
    if line == run.firstLine || run.lines.contains(line) { return false }
    run.lines.append(line)
    return true
  }

  @inline(__always)
  private mutating func keep(
    _ rows: OrderRows, _ row: Int, _ order: PackedKey, _ line: PackedKey
  ) {
    let customer = rows.customer[row]
    let amount = rows.amount[row]
    let day = Self.day(rows.dates, row)
    let short = customerSlots.short(customer)
    let partition = partitions.partition(customer, short: short)
    let shortOrder = order.bits == 0 ? KeySlots.none : orderSlots.short(order)
    if short != KeySlots.none, shortOrder != KeySlots.none || order.bits == 0,
      let amount = Int32(exactly: amount), let day = UInt16(exactly: day),
      let code = lines.code(line)
    {
      narrow.append(
        NarrowRow(customer: short, order: shortOrder, amount: amount, day: day, line: code),
        to: partition)
      if let margins { margins.append(rows.margin?[row] ?? .min, to: partition) }
    } else {
      wide.append(Self.wideRow(rows, row, order, line), to: partition)
    }
  }

  /// The partition of a customer whose rows came.
  mutating func partition(_ customer: PackedKey) -> Int {
    partitions.partition(customer, short: customerSlots.short(customer))
  }

  private static func wideRow(
    _ rows: OrderRows, _ row: Int, _ order: PackedKey, _ line: PackedKey
  ) -> WideRow {
    WideRow(
      customer: rows.customer[row], order: order, line: line, amount: rows.amount[row],
      margin: rows.margin?[row] ?? .min, day: day(rows.dates, row))
  }

  @inline(__always)
  private static func day(_ dates: OrderRows.Dates, _ row: Int) -> Int32 {
    switch dates {
    case .days(let days): return days[row]
    case .instants(let instants): return Day.number(ofSecond: instants[row])
    }
  }

  /// Earlier exports had no margin: their rows get "none".
  private mutating func beginMargins() {
    let column = PartitionedRows<Int64>()
    for partition in 0..<CustomerPartitions.count {
      for _ in 0..<narrow.count(partition) { column.append(.min, to: partition) }
    }
    margins = column
  }

  mutating func forgetLate() { late = [] }
}
