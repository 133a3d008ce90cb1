/// Encodes the ids of one column on one thread; remembers the shape of the last id of each length.
///
/// Ids of one export mostly share a prefix, so the next one is a comparison and two multiplications
/// away, without touching the shared dictionary.
struct KeyEncoder {
  private let dictionary: KeyDictionary
  /// The shape in use, and the last one of each length.
  private var shape = Shape()
  private var shapes = [Shape](repeating: Shape(), count: 32)

  private struct Shape {
    var length = -1
    var prefixWord: UInt64 = 0
    var prefixMask: UInt64 = 0
    var digits = 0
    var family: UInt64 = 0
  }

  init(_ dictionary: KeyDictionary) { self.dictionary = dictionary }

  /// The key of `bytes[..<count]` without blanks around it, `.missing` of nothing but blanks and of an
  /// id that a spreadsheet has rounded; its surroundings may be read (eight bytes before and after).
  @inline(__always)
  mutating func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> PackedKey {
    if count != shape.length, count < 32 { shape = shapes[count] }
    if count == shape.length {
      let raw = UnsafeRawPointer(bytes)
      let head = raw.loadUnaligned(as: UInt64.self).littleEndian & shape.prefixMask
      if head == shape.prefixWord {
        let digits = shape.digits
        let low = Digits.parse8(bytes + count, min(digits, 8))
        if digits <= 8 {
          if low.isValid { return PackedKey(bits: shape.family | low.value) }
        } else {
          let high = Digits.parse8(bytes + count - 8, digits - 8)
          if low.isValid, high.isValid {
            return PackedKey(bits: shape.family | (high.value &* 100_000_000 &+ low.value))
          }
        }
      }
    }
    return slow(bytes, count)
  }

  @inline(never)
  private mutating func slow(_ field: UnsafePointer<UInt8>, _ size: Int) -> PackedKey {
    // Shapes are of ids without blanks, so an id with some always comes here.
    let (bytes, count) = KeyBlanks.trimmed(field, size)
    if count == 0 || MangledKey.isOne(bytes, count) { return .missing }
    let key = dictionary.key(for: UnsafeBufferPointer(start: bytes, count: count))
    let prefixLength = count - key.digits
    guard key.isNumbered, prefixLength <= 8, count < 32 else { return key }
    let mask = prefixLength == 8 ? UInt64.max : (1 << UInt64(8 * prefixLength)) - 1
    shape = Shape(
      length: count,
      prefixWord: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian & mask,
      prefixMask: mask, digits: key.digits, family: key.family << PackedKey.numberBits)
    shapes[count] = shape
    return key
  }
}
