/// Phone numbers of a cell: digits, the country in front where it is not China, the extension behind.
///
/// `+86`, `0086` and a bare `86` before a whole number go, as does the trunk zero of an area code:
/// `+86 10 6552 9988`, `（010）65529988` and `010-65529988` are one number. Other countries keep `+`
/// and their code. An extension (`转 801`, `ext. 801`, `#801`) tells desks of one company apart.
/// Letters, slashes, commas and the like part several numbers of a cell.
enum PhoneNumber {
  /// Digits that a number has: seven of a local one, fifteen at most (ITU-T E.164, 2010, 6.2.1).
  private static let lengths = 7...15

  /// - Parameter text: folded.
  static func keys(of text: [UInt8]) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    for part in parts(of: text) {
      for whole in part.numbers {
        guard let key = key(of: whole, part), !keys.contains(key) else { continue }
        keys.append(key)
      }
    }
    return keys
  }

  /// One number as written.
  private struct Part {
    var isForeign = false
    var digits: [UInt8] = []
    /// Where blanks stand between its digits.
    var blanks: [Int] = []
    var extensionDigits: [UInt8] = []
    var isInExtension = false

    var isEmpty: Bool { digits.isEmpty && !isForeign }

    /// Two numbers with a blank between them are too long for one.
    var numbers: [ArraySlice<UInt8>] {
      guard digits.count > lengths.upperBound + 1 else { return [digits[...]] }
      let bounds = [0] + blanks + [digits.count]
      return zip(bounds, bounds.dropFirst()).map { digits[$0..<$1] }
    }
  }

  /// Longest first where one begins another.
  private static let extensionMarks = [
    "extension", "分机号", "分機號", "分机", "分機", "ext", "转", "轉", "x", "#",
  ].map { Array($0.utf8) }

  private static func parts(of text: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    var at = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      switch byte {
      case 48...57:
        if part.isInExtension {
          part.extensionDigits.append(byte)
        } else {
          part.digits.append(byte)
        }
      case UInt8(ascii: "+") where part.isEmpty: part.isForeign = true
      case 0x20, 0x09:
        if !part.isInExtension, !part.digits.isEmpty { part.blanks.append(part.digits.count) }
      // `+44 (0)20`: the zero is not dialled from abroad.
      case UInt8(ascii: "(") where text[at...].starts(with: [48, 41]): at += 2
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: ":"), UInt8(ascii: "_"):
        continue
      default:
        if let length = dash(text[(at - 1)...]) {
          at += length - 1
        } else if !part.digits.isEmpty, !part.isInExtension,
          let mark = extensionMarks.first(where: { text[(at - 1)...].starts(with: $0) })
        {
          part.isInExtension = true
          at += mark.count - 1
        } else if !part.isEmpty {
          parts.append(part)
          part = Part()
        }
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }

  /// The bytes of a dash or minus sign at the beginning (U+2010 to U+2015, U+2212).
  private static func dash(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == 0xE2 else { return nil }
    let next = text.dropFirst().prefix(2)
    return next.elementsEqual([0x88, 0x92])
      || (next.first == 0x80 && (0x90...0x95).contains(next.last ?? 0)) ? 3 : nil
  }

  private static func key(of number: ArraySlice<UInt8>, _ part: Part) -> [UInt8]? {
    var digits = number
    var isForeign = part.isForeign
    if !isForeign, digits.starts(with: [48, 48]) {
      digits = digits.dropFirst(2)
      isForeign = true
    }
    let isHome = digits.starts(with: [56, 54])
    if isForeign, isHome {
      digits = digits.dropFirst(2)
      isForeign = false
    } else if isHome, (12...13).contains(digits.count) {
      digits = digits.dropFirst(2)
    }
    if !isForeign, digits.first == 48 { digits = digits.dropFirst() }
    guard lengths.contains(digits.count), !isPlaceholder(digits) else { return nil }
    let end = part.extensionDigits
    return (isForeign ? [UInt8(ascii: "+")] : []) + digits
      + (end.isEmpty ? [] : [UInt8(ascii: "x")] + end)
  }

  /// The last eight digits one digit or a count (`13800000000`, `12345678`), or the number that
  /// everybody types.
  private static func isPlaceholder(_ number: ArraySlice<UInt8>) -> Bool {
    let end = number.suffix(8)
    return Placeholder.isOneCharacter(end) || Placeholder.isCount(end)
      || number.elementsEqual("13800138000".utf8)
  }
}
