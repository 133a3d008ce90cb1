import Tabular
import Values

/// What a field must be read as, where its text is plain: the slow route, digit by digit.
///
/// Forms beyond the plain ones are not judged: `nil` and `true` say that nothing is claimed.
struct PlainValue {
  private let kind: ColumnSpec.Kind

  init(_ kind: ColumnSpec.Kind) { self.kind = kind }

  /// Whether a field must be accepted; nil where that is not claimed.
  func accepts(_ field: [UInt8]) -> Bool? {
    guard PlainRecords.isText(field) else { return false }
    let text = String(decoding: field, as: UTF8.self)
    switch kind {
    case .text, .key, .category(levels: nil): return true
    case .category(levels: .some(let levels)): return levels.contains(text) ? true : nil
    case .integer(let range), .decimal(_, let range), .money(_, let range):
      guard PlainDecimal(text) != nil else { return nil }
      guard let units = units(text) else { return false }
      return range.map { $0.contains(units) } ?? (units > .min)
    case .number(let range):
      guard PlainDecimal(text) != nil, let value = Double(text) else { return nil }
      return range.map { $0.contains(value) } ?? value.isFinite
    case .day, .instant: return Day(iso: text) == nil ? nil : true
    }
  }

  /// Whether a value, shown as text, is that of an accepted field; nil stands for no value.
  func agrees(_ field: [UInt8], _ found: String?) -> Bool {
    guard PlainRecords.isText(field) else { return false }
    let text = String(decoding: field, as: UTF8.self)
    switch kind {
    case .text: return (found ?? "").utf8.elementsEqual(field)
    case .key:
      // Blanks around an id are none of its own; other controls are.
      let isBlank: (Unicode.Scalar) -> Bool = { [9, 32, 0xA0, 0x3000].contains($0.value) }
      let scalars = text.unicodeScalars.drop(while: isBlank)
      let id = scalars.reversed().drop(while: isBlank).reversed()
      return (found ?? "").unicodeScalars.elementsEqual(id)
    case .category:
      let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
      let label = text.drop(while: blanks).reversed().drop(while: blanks).reversed()
      return Array(String(label).utf8) == Array((found ?? "").utf8)
    case .integer, .decimal:
      guard let units = units(text) else { return true }
      return found == String(units)
    case .money(let currency, _):
      guard let units = units(text) else { return true }
      return found == currency.decimalText(units)
    case .number:
      guard PlainDecimal(text) != nil, let value = Double(text) else { return true }
      return found == String(value)
    case .day: return Day(iso: text).map { $0.iso == found } ?? true
    case .instant: return Day(iso: text).map { "\($0.iso)T00:00:00" == found } ?? true
    }
  }

  /// Whether the text of a value is a form that is read: units of 10^-scale are shown whole, and the
  /// calendar of dates ends with the year 9999.
  func isReadAgain(_ column: ColumnValues, _ row: Int) -> Bool {
    switch column {
    case .integer:
      if case .decimal(let scale, _) = kind { return scale == 0 }
      return true
    case .day(let days): return (1...9999).contains(Day(number: days[row]).year)
    case .instant(let seconds):
      return (1...9999).contains(Day(number: Day.number(ofSecond: seconds[row])).year)
    default: return true
    }
  }

  /// Units of the kind's scale; nil where the text is not plain, has more than 64 bits, or has
  /// decimals where there are none.
  private func units(_ text: String) -> Int64? {
    guard let decimal = PlainDecimal(text) else { return nil }
    switch kind {
    // A whole number has no decimals but zeros.
    case .integer: return decimal.isWhole ? decimal.units(scale: 0) : nil
    case .decimal(let scale, _): return decimal.units(scale: scale)
    case .money(let currency, _): return decimal.units(scale: currency.decimals)
    default: return nil
    }
  }
}

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
