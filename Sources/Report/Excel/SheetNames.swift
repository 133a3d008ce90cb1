/// Names of the sheets: legal, at most 31 characters, and different from each other.
///
/// Source: Microsoft Support, Rename a worksheet: no `/ \ ? * : [ ]`, no apostrophe at either end,
/// not "History", not empty; compared without case. A name that could be read as a cell (`Q4`, `R1C1`)
/// or begins with a digit gets a number behind it, since formulas refer to it without quotes.
struct SheetNames {
  /// Sheet names in the order of the titles.
  let names: [String]

  init(_ titles: [String]) {
    var taken: Set<String> = ["history"]
    names = titles.map { title in
      let base = SheetNames.legal(title)
      var name = base
      var number = 1
      if SheetNames.looksLikeCell(base) { name = SheetNames.numbered(base, number) }
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = SheetNames.numbered(base, number)
      }
      return name
    }
  }

  static let limit = 31

  private static func legal(_ title: String) -> String {
    var name = String(
      XMLText.clean(title).map { "/\\?*:[]\n\t".contains($0) ? " " : $0 })
    name = cut(name, to: limit)
    while let first = name.first, first == "'" || first == " " { name.removeFirst() }
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    return name.isEmpty ? "–" : name
  }

  private static func numbered(_ base: String, _ number: Int) -> String {
    let suffix = " (\(number))"
    return cut(base, to: limit - suffix.utf16.count).trimmingSpacesAtEnd + suffix
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var text = text
    while text.utf16.count > length { text.removeLast() }
    return text
  }

  /// A leading digit, up to three letters with digits, or R and C with digits.
  static func looksLikeCell(_ name: String) -> Bool {
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    guard let first = name.utf8.first,
      name.utf8.allSatisfy({ isDigit($0) || isLetter($0) || $0 == 0x5F || $0 == 0x2E })
    else { return false }
    let letters = name.utf8.prefix(while: isLetter).count
    let rest = name.utf8.dropFirst(letters)
    if isDigit(first) || letters <= 3 && !rest.isEmpty && rest.allSatisfy(isDigit) { return true }
    return ["R", "C", "RC"].contains(name.uppercased().filter { !$0.isNumber })
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
