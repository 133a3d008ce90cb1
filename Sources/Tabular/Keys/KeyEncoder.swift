/// Encodes the ids of one column on one thread; remembers the shape of the last id.
///
/// Ids of one export mostly share prefix and length, so the next one is a comparison and two
/// multiplications away, without touching the shared dictionary.
struct KeyEncoder {
  private let dictionary: KeyDictionary
  private var length = -1
  private var prefixLength = 0
  private var prefixWord: UInt64 = 0
  private var prefixMask: UInt64 = 0
  private var digits = 0
  private var family: UInt64 = 0

  init(_ dictionary: KeyDictionary) { self.dictionary = dictionary }

  /// The key of `bytes[..<count]`, whose surroundings may be read (eight bytes before and after).
  @inline(__always)
  mutating func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> PackedKey {
    if count == length {
      let raw = UnsafeRawPointer(bytes)
      let head = raw.loadUnaligned(as: UInt64.self).littleEndian & prefixMask
      if head == prefixWord {
        let low = Digits.parse8(bytes + count, min(digits, 8))
        if digits <= 8 {
          if low.isValid { return PackedKey(bits: family | low.value) }
        } else {
          let high = Digits.parse8(bytes + count - 8, digits - 8)
          if low.isValid, high.isValid {
            return PackedKey(bits: family | (high.value &* 100_000_000 &+ low.value))
          }
        }
      }
    }
    return slow(bytes, count)
  }

  @inline(never)
  private mutating func slow(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> PackedKey {
    let key = dictionary.key(for: UnsafeBufferPointer(start: bytes, count: count))
    guard key.isNumbered, count - key.digits <= 8 else { return key }
    length = count
    digits = key.digits
    prefixLength = count - digits
    prefixMask = prefixLength == 8 ? .max : (1 << UInt64(8 * prefixLength)) - 1
    prefixWord = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian & prefixMask
    family = key.family << PackedKey.numberBits
    return key
  }
}
