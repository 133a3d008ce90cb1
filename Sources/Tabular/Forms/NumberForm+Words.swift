extension NumberSeparators {
  /// `decimal comma, thousands points`.
  var words: String {
    let decimal = "decimal \(mark.rawValue)"
    guard let group else { return decimal }
    let mark =
      switch group {
      case .comma: "commas"
      case .point: "points"
      case .space: "spaces"
      case .apostrophe: "apostrophes"
      }
    switch size {
    case .three: return "\(decimal) and thousands \(mark)"
    case .indian: return "\(decimal) and \(mark) as in 12,34,567"
    case .four: return "\(decimal) and \(mark) every four digits"
    }
  }
}

extension NumberForm {
  /// The form in words, with what stands beside the digits.
  func words(_ traits: NumberToken.Traits) -> String {
    var words = [separators.words]
    if traits.contains(.currency) { words.append("currency signs") }
    if traits.contains(.brackets) { words.append("brackets below zero") }
    if traits.contains(.trailingMinus) { words.append("minus behind") }
    if traits.contains(.myriads) { words.append("万 and 亿") }
    if isPercent { words.append("percent") }
    if let unit { words.append("unit \(unit)") }
    if traits.contains(.fullWidth) { words.append("full width") }
    return words.joined(separator: ", ")
  }
}

extension NumberToken {
  /// The number in plain digits.
  func plainText(decimals: Int) -> String {
    var digits = (0..<coreCount).filter { Digits.isDigit(core[$0]) }.map { core[$0] }
    let power = shift - decimals
    if power > 0 { digits += repeatElement(48, count: min(power, 20)) }
    let fraction = max(0, -power)
    if fraction >= digits.count {
      digits.insert(
        contentsOf: repeatElement(48, count: min(fraction, 20) + 1 - digits.count), at: 0)
    }
    var whole = digits.dropLast(min(fraction, digits.count - 1))
    while whole.count > 1, whole.first == 48 { whole = whole.dropFirst() }
    let sign = isNegative ? "-" : ""
    let head = String(decoding: whole, as: UTF8.self)
    let tail = String(decoding: digits.suffix(min(fraction, digits.count - 1)), as: UTF8.self)
    return sign + head + (tail.isEmpty ? "" : "." + tail)
  }
}

extension ColumnSpec.Kind {
  /// Whether values may have decimals.
  var takesDecimals: Bool {
    if case .integer = self { false } else { true }
  }

  /// Whether a reading of a number is possible in the column: whole where it must be, and within
  /// the range.
  func mayBe(_ token: NumberToken, decimals: Int) -> Bool {
    var value = 0.0
    for i in 0..<token.coreCount where Digits.isDigit(token.core[i]) {
      value = value * 10 + Double(token.core[i] & 15)
    }
    let power = token.shift - decimals
    for _ in 0..<min(abs(power), 400) { value = power < 0 ? value / 10 : value * 10 }
    if token.isNegative { value = -value }
    switch self {
    case .integer(let range):
      guard value == value.rounded() else { return false }
      return range.map { value >= Double($0.lowerBound) && value <= Double($0.upperBound) } ?? true
    case .number(let range):
      // A percent sign is worth what the column says; only without one the range is known.
      return token.isPercent || (range.map { $0.contains(value) } ?? true)
    default: return true
    }
  }
}
