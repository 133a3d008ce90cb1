/// Full-width letters, digits and marks, and the many spaces, hyphens and apostrophes, as plain ASCII.
enum HalfWidth {
  /// Copies a field without blanks around it; the new length, never more than `count`.
  ///
  /// Characters without a plain counterpart are kept; marks of writing direction and zero width go.
  static func copy(
    _ start: UnsafePointer<UInt8>, _ count: Int, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var i = 0
    var written = 0
    while i < count {
      let byte = start[i]
      if byte < 0x80 {
        out[written] = byte == 9 ? 32 : byte
        written &+= 1
        i &+= 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard i &+ length <= count else {
        out[written] = byte
        written &+= 1
        i &+= 1
        continue
      }
      var scalar = UInt32(byte) & (length == 2 ? 0x1F : 0x0F)
      for k in 1..<length { scalar = scalar << 6 | UInt32(start[i &+ k] & 0x3F) }
      switch plain(length < 4 ? scalar : 0x10000) {
      case .byte(let plain):
        out[written] = plain
        written &+= 1
      case .none: break
      case .yen, .pound:
        out[written] = 0xC2
        out[written &+ 1] = scalar == 0xFFE5 ? 0xA5 : 0xA3
        written &+= 2
      case .same:
        for k in 0..<length { out[written &+ k] = start[i &+ k] }
        written &+= length
      }
      i &+= length
    }
    return trim(out, written)
  }

  private enum Plain { case byte(UInt8), none, yen, pound, same }

  private static func plain(_ scalar: UInt32) -> Plain {
    switch scalar {
    case 0xFF01...0xFF5E: .byte(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
    case 0xFFE5: .yen
    case 0xFFE1: .pound
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: .byte(32)
    case 0x2018, 0x2019, 0xB4: .byte(UInt8(ascii: "'"))
    case 0x2010...0x2015, 0x2212: .byte(UInt8(ascii: "-"))
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: .none
    default: .same
    }
  }

  private static func trim(_ out: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var end = count
    while end > 0, out[end - 1] == 32 { end -= 1 }
    var from = 0
    while from < end, out[from] == 32 { from += 1 }
    if from > 0 { for i in from..<end { out[i - from] = out[i] } }
    return end - from
  }

  /// A field as plain bytes, for the time of a call.
  static func withPlain<Result>(
    _ start: UnsafePointer<UInt8>, _ count: Int,
    _ body: (UnsafePointer<UInt8>, Int) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 8) { buffer in
      guard let out = buffer.baseAddress else { preconditionFailure("the buffer is not empty") }
      let length = copy(start, count, to: out)
      // Eight bytes behind the text, so that what comes after it never looks like text.
      (out + length).update(repeating: 0, count: min(8, buffer.count - length))
      return body(UnsafePointer(out), length)
    }
  }
}
