import CXLSXWriter
import Diagnostics
import Values

/// Cells of one sheet: the only place that writes values into the workbook.
///
/// Texts are always written as strings, so nothing in data becomes a formula or a link, and a
/// number that is not finite is written as its reason, since a spreadsheet cannot hold it.
struct SheetCells {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let formats: CellFormats

  /// Longest text of a cell, in UTF-16 units.
  static let longestText = 32_767

  func write(_ text: String, _ row: Int, _ column: Int, _ look: CellLook) throws(Diagnostic) {
    let format = try formats.format(look)
    try check(
      worksheet_write_string(
        sheet, lxw_row_t(row), lxw_col_t(column), SheetCells.clean(text), format))
  }

  func write(
    _ number: Double, orReason reason: String = "", _ row: Int, _ column: Int, _ look: CellLook
  ) throws(Diagnostic) {
    guard number.isFinite else {
      try write(reason.isEmpty ? NumberStyle.missing : reason, row, column, look)
      return
    }
    let format = try formats.format(look)
    try check(
      worksheet_write_number(
        sheet, lxw_row_t(row), lxw_col_t(column), number == 0 ? 0 : number, format))
  }

  /// A day as the spreadsheet counts it; before March 1900, where its calendar is wrong, as text.
  func write(_ day: Day, _ row: Int, _ column: Int, _ look: CellLook) throws(Diagnostic) {
    let serial = SheetCells.serial(Double(day.number))
    if serial >= 61 {
      try write(serial, row, column, look)
    } else {
      try write(day.iso, row, column, look)
    }
  }

  /// Days since 1970-01-01 as days since 1899-12-30.
  static func serial(_ days: Double) -> Double { days + 25_569 }

  func blank(_ row: Int, _ column: Int, _ look: CellLook) throws(Diagnostic) {
    let format = try formats.format(look)
    try check(worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), format))
  }

  /// Joins the cells of a span in one row; what is written into the first one fills it.
  func merge(_ row: Int, _ span: ClosedRange<Int>, _ look: CellLook) throws(Diagnostic) {
    guard span.count > 1 else {
      try blank(row, span.lowerBound, look)
      return
    }
    let format = try formats.format(look)
    try check(
      worksheet_merge_range(
        sheet, lxw_row_t(row), lxw_col_t(span.lowerBound), lxw_row_t(row),
        lxw_col_t(span.upperBound), "", format))
  }

  func write(_ text: String, _ row: Int, _ span: ClosedRange<Int>, _ look: CellLook)
    throws(Diagnostic)
  {
    try merge(row, span, look)
    try write(text, row, span.lowerBound, look)
  }

  /// A link to the first cell of a sheet of this workbook.
  func link(
    _ text: String, to target: String, _ row: Int, _ span: ClosedRange<Int>, _ look: CellLook
  )
    throws(Diagnostic)
  {
    try merge(row, span, look)
    let format = try formats.format(look)
    let quoted = target.replacing("'", with: "''")
    try check(
      worksheet_write_url_opt(
        sheet, lxw_row_t(row), lxw_col_t(span.lowerBound), "internal:'\(quoted)'!A1", format,
        SheetCells.clean(text), nil))
  }

  func height(_ row: Int, pixels: Double) throws(Diagnostic) {
    try check(worksheet_set_row_pixels(sheet, lxw_row_t(row), UInt32(pixels.rounded(.up)), nil))
  }

  func check(_ code: lxw_error) throws(Diagnostic) {
    try WorkbookLibrary.check(code, name)
  }

  /// Without characters that a workbook may not hold, and cut to what a cell holds.
  static func clean(_ text: String) -> String {
    let text = XMLText.clean(text)
    guard text.utf16.count > longestText else { return text }
    var kept = ""
    var length = 1
    for character in text {
      length += character.utf16.count
      guard length <= longestText else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
