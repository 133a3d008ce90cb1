import Tabular

/// The working memory of one worker: the rows of one partition, grouped by customer.
///
/// Raw memory, kept from partition to partition: every order row passes through.
struct PartitionScratch: ~Copyable {
  /// Open addressing: bits of the customer's key, 0 for free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var numbers: UnsafeMutablePointer<UInt32>
  private var mask = (1 << 13) - 1
  /// Customers of the partition in the order they were met.
  private var customers: UnsafeMutablePointer<PackedKey>
  /// Rows of each customer, then where its next row goes.
  private var ends: UnsafeMutablePointer<UInt32>
  private(set) var customerCount = 0
  /// Number of the customer of each row; `leftOut` for rows that do not count.
  private(set) var owners: UnsafeMutablePointer<UInt32>
  private var rows: UnsafeMutablePointer<FoldRow>
  private var capacity = 0

  /// The first customer of a partition by number: no table is needed to find the others.
  private var first: UInt64?

  static let leftOut = UInt32.max

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    numbers = .allocate(capacity: mask + 1)
    customers = .allocate(capacity: mask + 1)
    ends = .allocate(capacity: mask + 1)
    owners = .allocate(capacity: 1)
    rows = .allocate(capacity: 1)
  }

  deinit {
    slots.deallocate()
    numbers.deallocate()
    customers.deallocate()
    ends.deallocate()
    owners.deallocate()
    rows.deallocate()
  }

  /// Makes room for the rows of a partition.
  ///
  /// - Parameter first: the first customer of a partition by number; nil for one by hash.
  mutating func begin(rows count: Int, first: PackedKey?) {
    self.first = first?.bits
    if first == nil {
      slots.update(repeating: 0, count: mask + 1)
      customerCount = 0
    } else {
      ends.update(repeating: 0, count: CustomerPartitions.width)
      customerCount = CustomerPartitions.width
    }
    guard count > capacity else { return }
    capacity = count + count / 8
    owners.deallocate()
    rows.deallocate()
    owners = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity)
  }

  func customer(_ number: Int) -> PackedKey {
    first.map { PackedKey(bits: $0 + UInt64(number)) } ?? customers[number]
  }

  /// Counts one more row of a customer; the customer's number.
  ///
  /// The empty id never comes here: a customer is required.
  @inline(__always)
  mutating func count(_ customer: PackedKey) -> UInt32 {
    if let first {
      let number = UInt32(truncatingIfNeeded: customer.bits &- first)
      ends[Int(number)] &+= 1
      return number
    }
    var slot = Self.hash(customer) & mask
    while slots[slot] != 0 {
      if slots[slot] == customer.bits {
        let number = numbers[slot]
        ends[Int(number)] &+= 1
        return number
      }
      slot = (slot &+ 1) & mask
    }
    return add(customer, slot)
  }

  /// Bits below those that chose the partition.
  @inline(__always)
  private static func hash(_ customer: PackedKey) -> Int {
    Int(truncatingIfNeeded: (customer.bits &* 0x9E37_79B9_7F4A_7C15) &>> 24)
  }

  @inline(never)
  private mutating func add(_ customer: PackedKey, _ slot: Int) -> UInt32 {
    let number = customerCount
    customers[number] = customer
    ends[number] = 1
    slots[slot] = customer.bits
    numbers[slot] = UInt32(number)
    customerCount += 1
    // Half full: customers and their ends have room for as many as there are slots.
    if customerCount * 2 > mask { grow() }
    return UInt32(number)
  }

  private mutating func grow() {
    let old = mask + 1
    mask = old * 4 - 1
    slots.deallocate()
    numbers.deallocate()
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    numbers = .allocate(capacity: mask + 1)
    let moreCustomers = UnsafeMutablePointer<PackedKey>.allocate(capacity: mask + 1)
    let moreEnds = UnsafeMutablePointer<UInt32>.allocate(capacity: mask + 1)
    moreCustomers.update(from: customers, count: customerCount)
    moreEnds.update(from: ends, count: customerCount)
    customers.deallocate()
    ends.deallocate()
    customers = moreCustomers
    ends = moreEnds
    for number in 0..<customerCount {
      var slot = Self.hash(customers[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = customers[number].bits
      numbers[slot] = UInt32(number)
    }
  }

  /// Turns the counts into places: the rows of a customer lie behind those of the one before.
  func place() {
    var next: UInt32 = 0
    for number in 0..<customerCount {
      let count = ends[number]
      ends[number] = next
      next &+= count
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
