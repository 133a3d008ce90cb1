import Tabular

/// Which partition the rows of a customer go to.
///
/// Customer numbers of one prefix are mostly dense: each partition takes 4,096 neighbours, so that
/// partitions, and customers within them, already stand in the order of their ids, and the later
/// folds read memory from front to back. All other customers are spread by a hash.
struct CustomerPartitions {
  /// Partitions by number, before those by hash.
  static let numbered = 4096
  static let hashed = 256
  static let count = numbered + hashed
  /// Customers of a partition by number.
  static let width = 4096

  /// The upper half of the keys that are spread by number; 0 before there was one.
  private(set) var family: UInt64 = 0
  /// The first number of the first partition.
  private(set) var base: UInt32 = 0

  /// The first numbered customer settles which numbers have partitions of their own: some eight
  /// million on either side.
  mutating func settle(on customer: PackedKey) {
    family = customer.bits >> 32
    let half = UInt32(Self.numbered * Self.width / 2)
    let number = UInt32(truncatingIfNeeded: customer.bits)
    base = number > half ? (number - half) / UInt32(Self.width) * UInt32(Self.width) : 0
  }

  @inline(__always)
  func partition(_ customer: PackedKey) -> Int {
    let offset = UInt32(truncatingIfNeeded: customer.bits) &- base
    if customer.bits &>> 32 == family, offset < UInt32(Self.numbered &* Self.width) {
      return Int(offset &>> 12)
    }
    return Self.numbered
      &+ Int(truncatingIfNeeded: (customer.bits &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }

  /// The key of the first customer of a partition by number; nil for one by hash.
  func firstCustomer(of partition: Int) -> PackedKey? {
    guard family != 0, partition < Self.numbered else { return nil }
    return PackedKey(bits: family << 32 | UInt64(base) + UInt64(partition * Self.width))
  }
}
