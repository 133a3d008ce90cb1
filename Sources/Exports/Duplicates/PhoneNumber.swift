/// Phone numbers of a cell: digits, the country in front where it is not China, the extension behind.
///
/// `+86`, `0086` and a bare `86` before a whole number go, as does the trunk zero of an area code:
/// `+86 10 6552 9988`, `（010）65529988` and `010-65529988` are one number. Other countries keep `+`
/// and their code. An extension (`转 801`, `ext. 801`, `#801`) tells desks of one company apart.
/// Letters, slashes, commas and the like part several numbers of a cell.
enum PhoneNumber {
  /// Digits that a number has: seven of a local one, fifteen at most (ITU-T E.164, 2010, 6.2.1).
  private static let lengths = 7...15

  static func keys(of text: String) -> [String] {
    var keys: [String] = []
    for part in parts(of: text).flatMap(whole) {
      guard let key = key(of: part), !keys.contains(key) else { continue }
      keys.append(key)
    }
    return keys
  }

  /// One number as written.
  private struct Part {
    /// Digits, with `+` in front where it stood there, and blanks where there were some.
    var number = ""
    var extensionDigits = ""
    var isInExtension = false
  }

  private static let extensionMarks = [
    "extension", "分机号", "分機號", "分机", "分機", "ext", "转", "轉", "x", "#",
  ]

  private static func parts(of text: String) -> [Part] {
    // `+44 (0)20`: the zero is not dialled from abroad.
    var rest = Substring(PlainText.folded(text).replacing("(0)", with: ""))
    var parts: [Part] = []
    var part = Part()
    while let character = rest.unicodeScalars.first {
      if !part.number.isEmpty, !part.isInExtension,
        let mark = extensionMarks.first(where: { rest.hasPrefix($0) })
      {
        part.isInExtension = true
        rest = rest.dropFirst(mark.count)
        continue
      }
      rest = Substring(rest.unicodeScalars.dropFirst())
      switch character {
      case "0"..."9":
        if part.isInExtension {
          part.extensionDigits.unicodeScalars.append(character)
        } else {
          part.number.unicodeScalars.append(character)
        }
      case "+" where part.number.isEmpty: part.number = "+"
      case " ", "\u{A0}", "\t": if !part.isInExtension { part.number += " " }
      case "-", ".", "(", ")", ":", "\u{2010}"..."\u{2015}", "\u{2212}", "_": continue
      default:
        parts.append(part)
        part = Part()
      }
    }
    return parts + [part]
  }

  /// Two numbers with a blank between them are too long for one.
  private static func whole(_ part: Part) -> [Part] {
    guard part.number.filter({ $0 != " " }).utf8.count > lengths.upperBound + 1 else {
      return [part]
    }
    return part.number.split(separator: " ").map { Part(number: String($0)) }
  }

  private static func key(of part: Part) -> String? {
    var digits = part.number.filter { $0 != " " }
    if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
    if digits.hasPrefix("+86") {
      digits.removeFirst(3)
    } else if digits.hasPrefix("86"), (12...13).contains(digits.utf8.count) {
      digits.removeFirst(2)
    }
    let isForeign = digits.hasPrefix("+")
    let plain = isForeign ? String(digits.dropFirst()) : digits
    let number = !isForeign && plain.hasPrefix("0") ? String(plain.dropFirst()) : plain
    guard lengths.contains(number.utf8.count), !isPlaceholder(number) else { return nil }
    return (isForeign ? "+" : "") + number
      + (part.extensionDigits.isEmpty ? "" : "x\(part.extensionDigits)")
  }

  /// The last eight digits one digit or a count (`13800000000`, `12345678`), or the number that
  /// everybody types.
  private static func isPlaceholder(_ number: String) -> Bool {
    let end = number.suffix(8)
    return Placeholder.isOneCharacter(end) || Placeholder.isCount(end) || number == "13800138000"
  }
}
