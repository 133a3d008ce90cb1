import Foundation

/// Text as people mean it: full width and compatibility forms plain, letters without case.
///
/// Full-width forms of ASCII become plain, as in Unicode's form NFKC, which everything outside ASCII
/// and the unified ideographs is brought to; upper case is taken first, so that `ß` and `SS` are one.
/// UTF-8 in and out: a million names go through it.
enum PlainText {
  static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text.makeIterator()
    while let byte = rest.next() {
      if byte < 0x80 {
        result.append(lower(byte))
        continue
      }
      guard byte & 0xF0 == 0xE0, let second = rest.next(), let third = rest.next() else {
        return composed(text)
      }
      switch (byte, second, third) {
      // U+4E00 to U+9FFF: ideographs stand for themselves.
      case (0xE4, 0xB8...0xBF, _), (0xE5...0xE9, _, _): result += [byte, second, third]
      case (0xEF, 0xBC, 0x81...0xBF): result.append(lower(third - 0x60))
      case (0xEF, 0xBD, 0x80...0x9E): result.append(lower(third - 0x20))
      case (0xE3, 0x80, 0x80): result.append(0x20)
      default: return composed(text)
      }
    }
    return result
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  private static func composed(_ text: some Collection<UInt8>) -> [UInt8] {
    let whole = String(decoding: text, as: UTF8.self).precomposedStringWithCompatibilityMapping
    return Array(whole.uppercased().lowercased().precomposedStringWithCompatibilityMapping.utf8)
  }
}
