import Tabular

/// The order ids that were met so far, exactly.
///
/// Numbers of one prefix are mostly dense: a bit each, in pages of 65,536 that are made when needed.
/// Ids that are scattered too thinly for that move to a hash table.
struct OrderSet: ~Copyable {
  private var pages: [UInt64: UnsafeMutablePointer<UInt64>] = [:]
  private var lastPage: UInt64 = .max
  private var lastBits: UnsafeMutablePointer<UInt64>
  private var scattered: Set<UInt64> = []
  private var isScattered = false
  private(set) var count = 0

  private static let pageWords = 1024

  init() { lastBits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1) }

  deinit {
    if lastPage == .max { lastBits.deallocate() }
    for page in pages.values { page.deallocate() }
  }

  /// Whether the id is new.
  @inline(__always)
  mutating func insert(_ order: PackedKey) -> Bool {
    if order.bits &>> 16 != lastPage || isScattered { return slow(order) }
    return mark(order)
  }

  @inline(__always)
  private mutating func mark(_ order: PackedKey) -> Bool {
    let word = lastBits + Int(truncatingIfNeeded: order.bits &>> 6 & 1023)
    let bit = 1 &<< (order.bits & 63)
    if word.pointee & bit != 0 { return false }
    word.pointee |= bit
    count &+= 1
    return true
  }

  @inline(never)
  private mutating func slow(_ order: PackedKey) -> Bool {
    if isScattered {
      let isNew = scattered.insert(order.bits).inserted
      if isNew { count += 1 }
      return isNew
    }
    let number = order.bits >> 16
    if lastPage == .max { lastBits.deallocate() }
    if let page = pages[number] {
      lastBits = page
    } else {
      lastBits = UnsafeMutablePointer<UInt64>.allocate(capacity: OrderSet.pageWords)
      lastBits.initialize(repeating: 0, count: OrderSet.pageWords)
      pages[number] = lastBits
    }
    lastPage = number
    let isNew = mark(order)
    // Eight kilobytes a page against some 32 bytes an id in a table.
    if pages.count > 2048, pages.count * 256 > count { scatter() }
    return isNew
  }

  private mutating func scatter() {
    scattered.reserveCapacity(count * 2)
    for (number, page) in pages {
      for word in 0..<OrderSet.pageWords {
        var bits = page[word]
        while bits != 0 {
          scattered.insert(number << 16 | UInt64(word << 6 | bits.trailingZeroBitCount))
          bits &= bits - 1
        }
      }
      page.deallocate()
    }
    pages = [:]
    lastBits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    lastPage = .max
    isScattered = true
  }
}
