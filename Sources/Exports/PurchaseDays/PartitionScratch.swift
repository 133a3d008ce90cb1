import Tabular

/// The working memory of one worker: the rows of one partition, grouped by customer.
final class PartitionScratch {
  /// Open addressing: bits of the customer's key, 0 for free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var numbers: UnsafeMutablePointer<UInt32>
  private var mask: Int
  /// Customers of the partition in the order they were met.
  private(set) var customers: [PackedKey] = []
  /// Rows of each customer, then where its next row goes.
  private var ends: [UInt32] = []
  /// Number of the customer of each row; `leftOut` for rows that do not count.
  private(set) var owners: UnsafeMutablePointer<UInt32>
  private(set) var rows: UnsafeMutablePointer<FoldRow>
  private var capacity = 0

  static let leftOut = UInt32.max

  init() {
    mask = (1 << 12) - 1
    slots = .allocate(capacity: mask + 1)
    numbers = .allocate(capacity: mask + 1)
    owners = .allocate(capacity: 1)
    rows = .allocate(capacity: 1)
  }

  deinit {
    slots.deallocate()
    numbers.deallocate()
    owners.deallocate()
    rows.deallocate()
  }

  func begin(rows count: Int) {
    slots.update(repeating: 0, count: mask + 1)
    customers.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    guard count > capacity else { return }
    capacity = count + count / 8
    owners.deallocate()
    rows.deallocate()
    owners = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity)
  }

  /// Counts one more row of a customer; the customer's number.
  ///
  /// The empty id never comes here: a customer is required.
  @inline(__always)
  func count(_ customer: PackedKey) -> UInt32 {
    var slot = Int(truncatingIfNeeded: (customer.bits &* 0x9E37_79B9_7F4A_7C15) &>> 24) & mask
    while slots[slot] != 0 {
      if slots[slot] == customer.bits {
        let number = numbers[slot]
        ends[Int(number)] &+= 1
        return number
      }
      slot = (slot &+ 1) & mask
    }
    return add(customer)
  }

  private func add(_ customer: PackedKey) -> UInt32 {
    customers.append(customer)
    ends.append(1)
    if customers.count * 2 > mask { grow() } else { place(customers.count - 1) }
    return UInt32(customers.count - 1)
  }

  private func place(_ number: Int) {
    let bits = customers[number].bits
    var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> 24) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = bits
    numbers[slot] = UInt32(number)
  }

  private func grow() {
    slots.deallocate()
    numbers.deallocate()
    mask = (mask + 1) * 4 - 1
    slots = .allocate(capacity: mask + 1)
    numbers = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for number in customers.indices { place(number) }
  }

  /// Turns the counts into places: the rows of a customer lie behind those of the one before.
  func place() {
    var next: UInt32 = 0
    for number in ends.indices {
      let count = ends[number]
      ends[number] = next
      next += count
    }
  }

  @inline(__always)
  func put(_ row: FoldRow, owner: UInt32) {
    rows[Int(ends[Int(owner)])] = row
    ends[Int(owner)] &+= 1
  }

  /// The rows of a customer, after all were put.
  func rows(of number: Int) -> UnsafeMutableBufferPointer<FoldRow> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return UnsafeMutableBufferPointer(start: rows + start, count: Int(ends[number]) - start)
  }
}
