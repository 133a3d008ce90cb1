import Tabular

/// Which partition the rows of a customer go to.
///
/// Customer numbers are mostly dense: each partition takes 4,096 neighbours, so customers of a
/// partition need no table to be found, and the later folds read memory nearly from front to back.
/// Numbers that are spread too widely for that, and other ids, go to a partition by hash.
struct CustomerPartitions {
  /// Partitions by number at most, before those by hash.
  static let numbered = 4096
  static let hashed = 256
  static let count = numbered + hashed
  /// Customers of a partition by number.
  static let width = 4096

  /// The partition of each page of 4,096 short keys, plus one; 0 for one that was not met.
  private var pages: [UInt16] = []
  /// The first short key of each partition by number.
  private(set) var firsts: [UInt32] = []

  private static let byHash = UInt16.max

  /// The partition of a customer, given its short key.
  @inline(__always)
  mutating func partition(_ customer: PackedKey, short: UInt32) -> Int {
    if short != KeySlots.none {
      let page = Int(short &>> 12)
      if page < pages.count {
        let known = pages[page]
        if known != 0, known != Self.byHash { return Int(known) &- 1 }
      }
      if let partition = settle(page) { return partition }
    }
    return Self.numbered
      &+ Int(truncatingIfNeeded: (customer.bits &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }

  /// Gives a page that is met first a partition of its own while there are any.
  @inline(never)
  private mutating func settle(_ page: Int) -> Int? {
    if page >= pages.count {
      pages.append(contentsOf: repeatElement(0, count: page + 1024 - pages.count))
    }
    guard pages[page] == 0, firsts.count < Self.numbered else {
      pages[page] = Self.byHash
      return nil
    }
    firsts.append(UInt32(page) << 12)
    pages[page] = UInt16(firsts.count)
    return firsts.count - 1
  }
}
