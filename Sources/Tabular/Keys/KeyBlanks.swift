/// Blanks around an id: exports that pad their columns make no new customers.
enum KeyBlanks {
  /// The bytes without blanks at both ends: ASCII blanks and controls, no-break and ideographic space.
  static func trimmed(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (start: UnsafePointer<UInt8>, count: Int) {
    var start = bytes
    var rest = count
    while rest > 0 {
      let width = leading(start, rest)
      if width == 0 { break }
      start += width
      rest -= width
    }
    while rest > 0 {
      let width = trailing(start, rest)
      if width == 0 { break }
      rest -= width
    }
    return (start, rest)
  }

  private static func leading(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if bytes[0] <= 32 { return 1 }
    if count >= 2, bytes[0] == 0xC2, bytes[1] == 0xA0 { return 2 }
    if count >= 3, bytes[0] == 0xE3, bytes[1] == 0x80, bytes[2] == 0x80 { return 3 }
    return 0
  }

  private static func trailing(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let end = bytes + count
    if end[-1] <= 32 { return 1 }
    if count >= 2, end[-2] == 0xC2, end[-1] == 0xA0 { return 2 }
    if count >= 3, end[-3] == 0xE3, end[-2] == 0x80, end[-1] == 0x80 { return 3 }
    return 0
  }
}
