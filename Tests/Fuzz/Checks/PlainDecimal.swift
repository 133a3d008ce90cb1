/// Sign, digits, perhaps a point and digits: nothing else, not even spaces.
struct PlainDecimal {
  private let isNegative: Bool
  private let whole: [UInt8]
  private let decimals: [UInt8]

  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([-+]?)([0-9]+)(?:\.([0-9]+))?/) else { return nil }
    isNegative = match.1 == "-"
    whole = match.2.utf8.map { $0 - 48 }
    decimals = (match.3 ?? "").utf8.map { $0 - 48 }
  }

  /// The nearest double, by the standard library.
  var double: Double? {
    func text(_ digits: [UInt8]) -> String { digits.map { String($0) }.joined() }
    return Double("\(isNegative ? "-" : "")\(text(whole)).\(text(decimals))0")
  }

  var isWhole: Bool { decimals.allSatisfy { $0 == 0 } }

  /// Units of 10^-scale, rounded half away from zero; nil beyond 64 bits.
  func units(scale: Int) -> Int64? {
    var digits = whole + decimals.prefix(scale)
    digits += [UInt8](repeating: 0, count: max(0, scale - decimals.count))
    if decimals.count > scale, decimals[scale] >= 5 {
      var at = digits.count - 1
      while at >= 0, digits[at] == 9 {
        digits[at] = 0
        at -= 1
      }
      if at >= 0 { digits[at] += 1 } else { digits.insert(1, at: 0) }
    }
    return Int64((isNegative ? "-" : "") + digits.map { String($0) }.joined())
  }
}
