package import Diagnostics
package import Tabular
package import Values

/// Makes purchase days from order rows, file by file, row by row, in arrival order.
///
/// Rows are spread over partitions by customer as they come (16 bytes each), then each partition is
/// sorted and reduced on its own, on all processors, and its memory given back. Nothing depends on
/// the number of threads. Not thread-safe: it is fed in `deliver`.
package final class PurchaseDayBuilder {
  private let keys: KeyDictionary
  private let zeroAmount: ZeroAmount
  private let currency: Currency
  private let narrow = PartitionedRows<NarrowRow>()
  private let wide = PartitionedRows<WideRow>()
  /// Margins of the narrow rows, once some export has them.
  private var margins: PartitionedRows<Int64>?
  private var customerFamily: UInt64?
  private var orderFamily: UInt64?
  private var lines = LineCodes()
  private var orders = OrderSet()
  private var late: [OrderResolver.Row] = []
  private var counts: [OrderCounts] = []
  /// Rows of each partition, narrow and wide, when each file began.
  private var fileStarts: [(narrow: [Int], wide: [Int])] = []
  /// The order whose rows are coming, its lines so far, and whether it had come before.
  private var run = Run()

  private struct Run {
    var order = PackedKey.missing
    var firstLine = PackedKey.missing
    var lines: [PackedKey] = []
    var isLate = false
  }

  package init(keys: KeyDictionary, currency: Currency, zeroAmount: ZeroAmount = .purchase) {
    self.keys = keys
    self.currency = currency
    self.zeroAmount = zeroAmount
  }

  /// The rows that follow are those of the next file.
  package func beginFile() {
    counts.append(OrderCounts())
    run = Run()
    let partitions = 0..<PartitionedRows<NarrowRow>.partitions
    fileStarts.append((partitions.map { narrow.count($0) }, partitions.map { wide.count($0) }))
  }

  /// Takes the rows of one chunk.
  ///
  /// - Precondition: `beginFile` was called.
  package func append(_ rows: OrderRows) {
    precondition(!counts.isEmpty, "rows belong to a file")
    if rows.margin != nil, margins == nil { beginMargins() }
    var accepted = 0
    var run = self.run
    for row in 0..<rows.count {
      if let keeps = rows.keeps, !keeps[row] { continue }
      let order = rows.order?[row] ?? .missing
      let line = rows.line?[row] ?? .missing
      var isNew = true
      if !order.isMissing {
        if order == run.order {
          isNew = !run.isLate && Self.addLine(line, &run)
        } else {
          isNew = orders.insert(order)
          run.order = order
          run.firstLine = line
          if !run.lines.isEmpty { run.lines.removeAll(keepingCapacity: true) }
          run.isLate = !isNew
        }
      }
      if isNew {
        accepted &+= 1
        keep(rows, row, order, line)
      } else {
        late.append(.init(file: counts.count - 1, row: wideRow(rows, row, order, line)))
      }
    }
    self.run = run
    counts[counts.count - 1].accepted += accepted
  }

  /// Whether the line is new in the run.
  @inline(__always)
  private static func addLine(_ line: PackedKey, _ run: inout Run) -> Bool {
    if line == run.firstLine || run.lines.contains(line) { return false }
    run.lines.append(line)
    return true
  }

  @inline(__always)
  private func keep(_ rows: OrderRows, _ row: Int, _ order: PackedKey, _ line: PackedKey) {
    let customer = rows.customer[row]
    let amount = rows.amount[row]
    let day = Self.day(rows.dates, row)
    let partition = Self.partition(customer)
    if customer.family == customerFamily, customer.number <= UInt64(UInt32.max),
      order.isMissing || (order.family == orderFamily && order.number < UInt64(NarrowRow.noOrder)),
      let amount = Int32(exactly: amount), let day = UInt16(exactly: day),
      let code = lines.code(line)
    {
      narrow.append(
        NarrowRow(
          customer: UInt32(truncatingIfNeeded: customer.number),
          order: order.isMissing
            ? NarrowRow.noOrder : UInt32(truncatingIfNeeded: order.number),
          amount: amount, day: day, line: code), to: partition)
      margins?.append(rows.margin?[row] ?? .min, to: partition)
    } else {
      keepOther(rows, row, order, line)
    }
  }

  /// The first ids settle which prefixes narrow rows have; the rest of the odd rows stay wide.
  @inline(never)
  private func keepOther(_ rows: OrderRows, _ row: Int, _ order: PackedKey, _ line: PackedKey) {
    let customer = rows.customer[row]
    let isFirst =
      (customerFamily == nil && customer.isNumbered) || (orderFamily == nil && order.isNumbered)
    if customerFamily == nil, customer.isNumbered { customerFamily = customer.family }
    if orderFamily == nil, order.isNumbered { orderFamily = order.family }
    if isFirst {
      keep(rows, row, order, line)
    } else {
      wide.append(wideRow(rows, row, order, line), to: Self.partition(customer))
    }
  }

  private func wideRow(
    _ rows: OrderRows, _ row: Int, _ order: PackedKey, _ line: PackedKey
  ) -> WideRow {
    WideRow(
      customer: rows.customer[row], order: order, line: line, amount: rows.amount[row],
      margin: rows.margin?[row] ?? .min, day: Self.day(rows.dates, row))
  }

  @inline(__always)
  private static func day(_ dates: OrderRows.Dates, _ row: Int) -> Int32 {
    switch dates {
    case .days(let days): return days[row]
    case .instants(let instants):
      let seconds = instants[row]
      return Int32(
        truncatingIfNeeded: seconds >= 0 ? seconds / 86_400 : (seconds &- 86_399) / 86_400)
    }
  }

  @inline(__always)
  static func partition(_ customer: PackedKey) -> Int {
    Int(truncatingIfNeeded: (customer.bits &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }

  /// Earlier exports had no margin: their rows get "none".
  private func beginMargins() {
    let column = PartitionedRows<Int64>()
    for partition in 0..<PartitionedRows<NarrowRow>.partitions {
      for _ in 0..<narrow.count(partition) { column.append(.min, to: partition) }
    }
    margins = column
  }

  /// Reduces all rows; the builder is used up.
  ///
  /// - Returns: the purchase days, and what became of the rows of each file.
  package func finish(
    threads: Int? = nil
  ) throws(Diagnostic) -> (days: PurchaseDays, counts: [OrderCounts]) {
    let threads = max(1, threads ?? Workers.processorCount)
    var expansion = RowExpansion(
      customerFamily: customerFamily ?? 0, orderFamily: orderFamily ?? 0, lines: lines.keys)
    var added: [[WideRow]] = Array(
      repeating: [], count: PartitionedRows<NarrowRow>.partitions)
    if !late.isEmpty {
      expansion.resolved = Set(late.map(\.row.order.bits))
      let early = takeEarly(expansion, threads)
      let outcome = OrderResolver.settle(early: early, late: late, files: counts.count)
      late = []
      for (file, more) in outcome.counts.enumerated() {
        counts[file].accepted += more.accepted
        counts[file].merged += more.merged
        counts[file].withdrawn += more.withdrawn
      }
      for row in outcome.standing { added[Self.partition(row.customer)].append(row) }
    }
    let reduction = PurchaseDayReduction(
      narrow: narrow, wide: wide, margins: margins, added: added, expansion: expansion,
      zeroAmount: zeroAmount)
    return (try reduction.reduce(keys: keys, currency: currency, threads: threads), counts)
  }

  /// The first rows of orders that came again; the reduction leaves them out.
  private func takeEarly(_ expansion: RowExpansion, _ threads: Int) -> [OrderResolver.Row] {
    let count = PartitionedRows<NarrowRow>.partitions
    var found: [[OrderResolver.Row]] = Array(repeating: [], count: count)
    for partition in 0..<count {
      var rows: [OrderResolver.Row] = []
      narrow.forEach(partition) { block, size, position in
        for k in 0..<size where expansion.isResolved(block[k]) {
          var row = expansion.wide(block[k])
          if let margins { row.margin = margins.value(partition, position + k) }
          rows.append(.init(file: file(partition, position + k) { $0.narrow }, row: row))
        }
      }
      wide.forEach(partition) { block, size, position in
        for k in 0..<size where expansion.isResolved(block[k]) {
          rows.append(.init(file: file(partition, position + k) { $0.wide }, row: block[k]))
        }
      }
      found[partition] = rows
    }
    return found.flatMap { $0 }
  }

  /// The file that the row at a position of a partition came from.
  private func file(
    _ partition: Int, _ position: Int,
    _ starts: ((narrow: [Int], wide: [Int])) -> [Int]
  ) -> Int {
    (fileStarts.lastIndex { starts($0)[partition] <= position }) ?? 0
  }
}

/// How narrow rows are read, and which rows the resolver took.
struct RowExpansion {
  let customerFamily: UInt64
  let orderFamily: UInt64
  let lines: [PackedKey]
  /// Orders that came again: their rows were taken out.
  var resolved: Set<UInt64> = [] {
    didSet {
      sieve = [UInt64](repeating: 0, count: 1024)
      for order in resolved { sieve[Self.word(order)] |= 1 << (order & 63) }
    }
  }
  /// 65,536 bits: an order whose bit is not set is not among the resolved.
  private var sieve: [UInt64] = []

  init(customerFamily: UInt64, orderFamily: UInt64, lines: [PackedKey]) {
    self.customerFamily = customerFamily
    self.orderFamily = orderFamily
    self.lines = lines
  }

  private static func word(_ order: UInt64) -> Int { Int(truncatingIfNeeded: order >> 6) & 1023 }

  @inline(__always)
  func customer(_ row: NarrowRow) -> PackedKey {
    PackedKey(bits: customerFamily << 44 | UInt64(row.customer))
  }

  @inline(__always)
  func order(_ row: NarrowRow) -> PackedKey {
    row.order == NarrowRow.noOrder
      ? .missing : PackedKey(bits: orderFamily << 44 | UInt64(row.order))
  }

  func wide(_ row: NarrowRow) -> WideRow {
    WideRow(
      customer: customer(row), order: order(row), line: lines[Int(row.line)],
      amount: Int64(row.amount), margin: .min, day: Int32(row.day))
  }

  @inline(__always)
  func isResolved(_ row: NarrowRow) -> Bool {
    !sieve.isEmpty && isAmongResolved(order(row).bits)
  }

  @inline(__always)
  func isResolved(_ row: WideRow) -> Bool { !sieve.isEmpty && isAmongResolved(row.order.bits) }

  @inline(__always)
  private func isAmongResolved(_ order: UInt64) -> Bool {
    sieve[Self.word(order)] & (1 << (order & 63)) != 0 && resolved.contains(order)
  }
}
