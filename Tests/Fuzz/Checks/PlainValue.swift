import Tabular
import Values

/// What a field must be read as, where its text is plain: the slow route, digit by digit.
///
/// Forms beyond the plain ones are not judged: `nil` and `true` say that nothing is claimed.
struct PlainValue {
  private let kind: ColumnSpec.Kind
  private let form: ColumnForm

  init(_ column: ValueCheck.Kind) {
    kind = column.kind
    form = column.form
  }

  /// Whether a field must be accepted; nil where that is not claimed.
  func accepts(_ field: [UInt8]) -> Bool? {
    guard PlainRecords.isText(field) else { return false }
    let text = String(decoding: field, as: UTF8.self)
    switch kind {
    case .text, .category(levels: nil): return true
    case .key: return withoutBlanks(text).wholeMatch(of: #/[0-9]([.,][0-9]+)?[eE][+][0-9]+/#) == nil
    case .category(levels: .some(let levels)): return levels.contains(text) ? true : nil
    case .integer(let range), .decimal(_, let range), .money(_, let range):
      guard decimal(text) != nil else { return nil }
      guard let units = units(text) else { return false }
      return range.map { $0.contains(units) } ?? (units > .min)
    case .number(let range):
      guard let value = decimal(text)?.double else { return nil }
      return range.map { $0.contains(value) } ?? value.isFinite
    case .day, .instant: return isISO && Day(iso: text) != nil ? true : nil
    }
  }

  /// Whether a value, shown as text, is that of an accepted field; nil stands for no value.
  func agrees(_ field: [UInt8], _ found: String?) -> Bool {
    guard PlainRecords.isText(field) else { return false }
    let text = String(decoding: field, as: UTF8.self)
    switch kind {
    case .text: return (found ?? "").utf8.elementsEqual(field)
    case .key:
      return (found ?? "").unicodeScalars.elementsEqual(withoutBlanks(text).unicodeScalars)
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
      guard let value = decimal(text)?.double else { return true }
      return found == String(value)
    case .day: return day(text).map { $0.iso == found } ?? true
    case .instant: return day(text).map { "\($0.iso)T00:00:00" == found } ?? true
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

  /// Blanks around an id are none of its own.
  private func withoutBlanks(_ text: String) -> Substring {
    let isBlank: (Unicode.Scalar) -> Bool = { [0x20, 0x09, 0xA0, 0x3000].contains($0.value) }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first...last]
  }

  private var isISO: Bool { form == .plain || form == .date(.yearMonthDay) }

  private func day(_ text: String) -> Day? { isISO ? Day(iso: text) : nil }

  /// The number of a text with the separators of the form; nil where nothing is claimed.
  private func decimal(_ text: String) -> PlainDecimal? {
    guard case .number(let form) = form else { return PlainDecimal(text) }
    if form.isPercent { return nil }
    let separators = form.separators
    if separators.mark == .point, let plain = PlainDecimal(text) { return plain }
    let mark: Character = separators.mark == .point ? "." : ","
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var whole = String(parts[0])
    if let group = separators.group, separators.size == .three {
      let sign = whole.first.map { "+-".contains($0) } == true ? String(whole.removeFirst()) : ""
      let groups = whole.split(
        separator: Character(UnicodeScalar(group.rawValue)), omittingEmptySubsequences: false)
      if groups.count > 1 {
        guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }),
          groups[0].first != "0"
        else { return nil }
      }
      whole = sign + groups.joined()
    }
    // A point left over is neither mark nor separator.
    guard !whole.contains(".") else { return nil }
    return PlainDecimal(parts.count == 1 ? whole : "\(whole).\(parts[1])")
  }

  /// Units of the kind's scale; nil where the text is not plain, has more than 64 bits, or has
  /// decimals where there are none.
  private func units(_ text: String) -> Int64? {
    guard let decimal = decimal(text) else { return nil }
    switch kind {
    // A whole number has no decimals but zeros.
    case .integer: return decimal.isWhole ? decimal.units(scale: 0) : nil
    case .decimal(let scale, _): return decimal.units(scale: scale)
    case .money(let currency, _): return decimal.units(scale: currency.decimals)
    default: return nil
    }
  }
}
