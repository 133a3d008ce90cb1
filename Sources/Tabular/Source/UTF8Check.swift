#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Strict UTF-8 by the Unicode Standard 15, table 3-7: no overlong forms, no surrogates.
enum UTF8Check {
  /// The position of the first byte that does not fit, or nil.
  static func firstBad(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      if i &+ 8 <= end {
        let word = UnsafeRawPointer(bytes + i).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          i &+= 8
          continue
        }
      }
      let length = characterLength(bytes, i, end)
      if length == 0 { return i }
      i &+= length
    }
    return nil
  }

  /// Whether there is a byte that no text has: one that does not fit, or zero.
  static func isUnfit(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    memchr(bytes + range.lowerBound, 0, range.count) != nil || firstBad(bytes, range) != nil
  }

  /// The length of the character at `i`, 0 where the bytes are no character.
  @inline(__always)
  private static func characterLength(_ b: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    let first = b[i]
    if first < 0x80 { return 1 }
    func continues(_ at: Int) -> Bool { at < end && b[at] & 0xC0 == 0x80 }
    guard continues(i &+ 1) else { return 0 }
    let second = b[i &+ 1]
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF:
      if first == 0xE0, second < 0xA0 { return 0 }
      if first == 0xED, second > 0x9F { return 0 }
      return continues(i &+ 2) ? 3 : 0
    case 0xF0...0xF4:
      if first == 0xF0, second < 0x90 { return 0 }
      if first == 0xF4, second > 0x8F { return 0 }
      return continues(i &+ 2) && continues(i &+ 3) ? 4 : 0
    default: return 0
    }
  }

  /// The bytes as text, each byte that does not fit and each zero byte shown as `\xHH`.
  ///
  /// - Parameter isMarked: the bytes come from a `Transcoder`, which marks bad bytes.
  static func shown(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, isMarked: Bool) -> String {
    var text = ""
    var i = range.lowerBound
    while i < range.upperBound {
      let stop = firstBad(bytes, i..<range.upperBound) ?? range.upperBound
      text += String(
        decoding: UnsafeBufferPointer(start: bytes + i, count: stop - i), as: UTF8.self)
      i = stop
      guard i < range.upperBound else { break }
      var byte = bytes[i]
      if isMarked, byte >= Transcoder.lowByteMark, i + 1 < range.upperBound {
        i += 1
        byte = byte == Transcoder.lowByteMark ? bytes[i] & 0x7F : bytes[i]
      }
      let digits = String(byte, radix: 16, uppercase: true)
      text += "\\x" + (digits.count < 2 ? "0" : "") + digits
      i += 1
    }
    return text.replacing("\0", with: "\\x00")
  }
}
