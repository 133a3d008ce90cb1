import Tabular

/// How narrow rows are read, and which rows the resolver took.
struct RowExpansion {
  let customers: KeySlots
  let orders: KeySlots
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

  init(customers: KeySlots, orders: KeySlots, lines: [PackedKey]) {
    self.customers = customers
    self.orders = orders
    self.lines = lines
  }

  private static func word(_ order: UInt64) -> Int { Int(truncatingIfNeeded: order >> 6) & 1023 }

  @inline(__always)
  func customer(_ row: NarrowRow) -> PackedKey {
    customers.key(row.customer)
  }

  @inline(__always)
  func order(_ row: NarrowRow) -> PackedKey {
    row.order == KeySlots.none ? .missing : orders.key(row.order)
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
