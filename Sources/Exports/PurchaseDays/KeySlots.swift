import Tabular

/// Keys in 32 bits: the upper 36 bits of a key are one of at most fifteen, the lower 28 stay.
///
/// Ids of one export have few prefixes and lengths, and numbers below 268 million, or a few times
/// that. Keys that find no slot, and those of up to seven free letters, have no short form.
struct KeySlots {
  static let none = UInt32.max

  private(set) var uppers: [UInt64] = []
  /// The slot that was asked for last: mostly the next one too.
  private var lastUpper = UInt64.max
  private var lastSlot: UInt32 = 0

  private static let lowerBits: UInt64 = 28
  private static let lowerMask: UInt64 = (1 << 28) - 1

  /// The short form of a key; `none` where it has none, now and for good.
  @inline(__always)
  mutating func short(_ key: PackedKey) -> UInt32 {
    let upper = key.bits &>> Self.lowerBits
    if upper != lastUpper, !find(upper) { return Self.none }
    return lastSlot | UInt32(truncatingIfNeeded: key.bits & Self.lowerMask)
  }

  /// The key of a short form.
  @inline(__always)
  func key(_ short: UInt32) -> PackedKey {
    PackedKey(
      bits: uppers[Int(short &>> 28)] &<< Self.lowerBits | UInt64(short) & Self.lowerMask)
  }

  @inline(never)
  private mutating func find(_ upper: UInt64) -> Bool {
    var slot = uppers.firstIndex(of: upper)
    if slot == nil, upper >> 34 != 0, uppers.count < 15 {
      slot = uppers.count
      uppers.append(upper)
    }
    guard let slot else { return false }
    lastUpper = upper
    lastSlot = UInt32(slot) << 28
    return true
  }
}
