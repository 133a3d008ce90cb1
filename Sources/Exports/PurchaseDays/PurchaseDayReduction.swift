import Diagnostics
import Tabular
import Values

/// Reduces partitioned rows to purchase days: each partition alone, all of them on all processors.
struct PurchaseDayReduction {
  let partitions: CustomerPartitions
  let narrow: PartitionedRows<NarrowRow>
  let wide: PartitionedRows<WideRow>
  let margins: PartitionedRows<Int64>?
  /// Rows of orders that came again, by partition.
  let added: [[WideRow]]
  let expansion: RowExpansion
  let zeroAmount: ZeroAmount

  /// What one partition became.
  private struct Part {
    var customers: [PackedKey] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var rich: [RichDay] = []
    var totals = PurchaseDays.Totals()
    var hasOverflow = false
  }

  func reduce(
    keys: KeyDictionary, currency: Currency, threads: Int
  ) throws(Diagnostic) -> PurchaseDays {
    let partitions = CustomerPartitions.count
    // The days of a partition lie together; there are at most as many as rows.
    var bases = [0]
    for partition in 0..<partitions {
      let rows = narrow.count(partition) + wide.count(partition) + added[partition].count
      bases.append(bases[partition] + rows)
    }
    let total = bases[partitions]
    guard total < Int(UInt32.max) else {
      throw Diagnostic(
        .data, "too-many-rows", "\(total) order rows are more than one reduction holds",
        help: "split the exports by customer, or use a store")
    }
    var parts = [Part](repeating: Part(), count: partitions)
    var days = PurchaseDays(currency: currency)
    let hasMargin = margins != nil
    let scratch = UnsafeMutablePointer<PartitionScratch>.allocate(capacity: threads)
    for worker in 0..<threads { (scratch + worker).initialize(to: PartitionScratch()) }
    defer {
      scratch.deinitialize(count: threads)
      scratch.deallocate()
    }
    var margins: [[Int64]] = []
    let packed = RawColumns.make(1, total) { (packed: [UnsafeMutablePointer<PackedDay>]) in
      margins = RawColumns.make(1, hasMargin ? total : 1) {
        (margins: [UnsafeMutablePointer<Int64>]) in
        parts.withUnsafeMutableBufferPointer { parts in
          let parts = parts
          Workers.share(partitions, threads: threads) { partition, worker in
            let fold = PurchaseDayFold(
              zeroAmount: zeroAmount, days: packed[0], margins: hasMargin ? margins[0] : nil,
              position: bases[partition])
            parts[partition] = reduce(partition, fold, &scratch[worker])
          }
        }
      }
    }
    days.packed = packed[0]
    if hasMargin { days.margins = margins.first ?? [] }
    guard !parts.contains(where: \.hasOverflow) else {
      throw Diagnostic(
        .data, "overflow", "the amounts of one customer and day add up beyond 64 bits",
        help: "check the amount column: it may hold numbers that are no amounts")
    }
    gather(parts, keys, &days)
    try days.checkSums(threads: threads)
    return days
  }

  /// Puts the customers of all partitions in the order of their ids.
  private func gather(_ parts: [Part], _ keys: KeyDictionary, _ days: inout PurchaseDays) {
    let customers = parts.flatMap(\.customers)
    let starts = parts.flatMap(\.starts)
    let ends = parts.flatMap(\.ends)
    let order = keys.order(of: customers)
    days.customers = keys.texts(of: order.map { customers[Int($0)] })
    days.starts = order.map { starts[Int($0)] }
    days.ends = order.map { ends[Int($0)] }
    days.rich = parts.flatMap(\.rich)
    for part in parts { days.totals.add(part.totals) }
  }

  private func reduce(
    _ partition: Int, _ fold: PurchaseDayFold, _ scratch: inout PartitionScratch
  ) -> Part {
    var fold = fold
    let narrowCount = narrow.count(partition)
    let wideCount = wide.count(partition)
    let extra = added[partition]
    let rows = narrowCount + wideCount + extra.count
    guard rows > 0 else { return Part() }
    scratch.begin(rows: rows, first: firstCustomer(of: partition))
    count(partition, &scratch, narrowCount, wideCount)
    put(partition, &scratch, narrowCount, wideCount)
    narrow.release(partition)
    wide.release(partition)
    margins?.release(partition)
    var part = Part()
    for number in 0..<scratch.customerCount {
      let start = fold.position
      fold.fold(scratch.rows(of: number))
      guard fold.position > start else { continue }
      part.customers.append(scratch.customer(number))
      part.starts.append(UInt32(start))
      part.ends.append(UInt32(fold.position))
    }
    part.rich = fold.rich
    part.totals = fold.totals
    part.hasOverflow = fold.hasOverflow
    return part
  }

  /// The first customer of a partition by number; nil for one by hash.
  private func firstCustomer(of partition: Int) -> PackedKey? {
    partition < partitions.firsts.count
      ? expansion.customers.key(partitions.firsts[partition]) : nil
  }

  /// Finds the customer of each row.
  private func count(
    _ partition: Int, _ scratch: inout PartitionScratch, _ narrowCount: Int, _ wideCount: Int
  ) {
    let owners = scratch.owners
    narrow.forEach(partition) { rows, count, position in
      for k in 0..<count {
        let row = rows[k]
        owners[position &+ k] =
          expansion.isResolved(row)
          ? PartitionScratch.leftOut : scratch.count(expansion.customer(row))
      }
    }
    wide.forEach(partition) { rows, count, position in
      for k in 0..<count {
        owners[narrowCount &+ position &+ k] =
          expansion.isResolved(rows[k])
          ? PartitionScratch.leftOut : scratch.count(rows[k].customer)
      }
    }
    for (k, row) in added[partition].enumerated() {
      owners[narrowCount + wideCount + k] = scratch.count(row.customer)
    }
    scratch.place()
  }

  /// Brings the rows of each customer together.
  private func put(
    _ partition: Int, _ scratch: inout PartitionScratch, _ narrowCount: Int, _ wideCount: Int
  ) {
    let owners = scratch.owners
    narrow.forEach(partition) { rows, count, position in
      for k in 0..<count {
        let owner = owners[position &+ k]
        guard owner != PartitionScratch.leftOut else { continue }
        let row = rows[k]
        scratch.put(
          FoldRow(
            order: expansion.order(row).bits, amount: Int64(row.amount),
            margin: margins?.value(partition, position &+ k) ?? .min, day: Int32(row.day)),
          owner: owner)
      }
    }
    wide.forEach(partition) { rows, count, position in
      for k in 0..<count {
        let owner = owners[narrowCount &+ position &+ k]
        guard owner != PartitionScratch.leftOut else { continue }
        scratch.put(FoldRow(rows[k]), owner: owner)
      }
    }
    for (k, row) in added[partition].enumerated() {
      scratch.put(FoldRow(row), owner: owners[narrowCount + wideCount + k])
    }
  }
}

extension FoldRow {
  @inline(__always)
  fileprivate init(_ row: WideRow) {
    self.init(order: row.order.bits, amount: row.amount, margin: row.margin, day: row.day)
  }
}
