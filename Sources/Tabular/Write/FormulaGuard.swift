/// The apostrophe before a text that a spreadsheet would take for a formula.
///
/// A formula begins with `=`, `+`, `-`, `@`, also in full width, a tab or a line end. Apostrophes that
/// were there before one are kept and one more is added, so that every text comes back from a file.
///
/// Source: OWASP, *CSV Injection*.
package enum FormulaGuard {
  /// The text as it was before its cell was written.
  package static func removed(from cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    var text = cell
    let isGuarded = text.withUTF8 { bytes in
      bytes.baseAddress.map { isNeeded($0, bytes.count) } ?? false
    }
    return isGuarded ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  @inline(__always)
  static func isNeeded(_ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var at = 0
    while at < length, start[at] == UInt8(ascii: "'") { at &+= 1 }
    guard at < length else { return false }
    switch start[at] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      return true
    case 0xEF where length - at > 2: return isWideSign(start[at + 1], start[at + 2])
    default: return false
    }
  }

  /// `＝`, `＋`, `－` or `＠` (U+FF1D, FF0B, FF0D, FF20), by their last two bytes.
  private static func isWideSign(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0xBC && (third == 0x9D || third == 0x8B || third == 0x8D || third == 0xA0)
  }
}
