import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  mutating func write(_ table: ReportTable) throws(Diagnostic) {
    // A table of up to half a page stays whole; a longer one begins with some rows.
    let whole = 70 + 22 * Double(min(table.rows.count, document.listRows))
    try keepTogether(whole > SheetGrid.pageHeight / grid.scale / 2 ? 200 : whole)
    let spans = grid.tables[tableCount]
    tableCount += 1
    if !table.title.isEmpty { try line(table.title, .heading) }
    guard !table.columns.isEmpty, !table.rows.isEmpty else {
      try line(ReportPhrases.noRows[language], .note)
      try space(10)
      return
    }
    let shown = min(table.rows.count, document.listRows)
    try writeHeader(table, spans)
    let header = row - 1
    let headerOffset = offset
    let looks = table.columns.indices.map { look(table, $0) }
    for index in 0..<shown {
      let isTotal = table.hasTotal && index == table.rows.count - 1
      try write(table, index, looks, spans, isTotal: isTotal)
    }
    let hasTotal = table.hasTotal && shown == table.rows.count
    let last = row - 1 - (hasTotal ? 1 : 0)
    try shade(table, header + 1, last, spans)
    if table.isList { list = (header, last, table.columns.count, headerOffset) }
    if let remainder = table.remainder(shown: shown, language) { try line(remainder, .note) }
    try space(14)
  }

  private mutating func writeHeader(_ table: ReportTable, _ spans: [ClosedRange<Int>])
    throws(Diagnostic)
  {
    var tallest = 0.0
    for column in table.columns.indices {
      let text = table.heading(column, language)
      var look = CellLook(bold: true, fill: Palette.paleAccent.rgb, wraps: true, bottom: .thick)
      look.alignment = table.alignsRight(column) ? .right : .left
      if table.indents(column) { look.indent = 1 }
      try cells.write(text, row, spans[column], look)
      let room = grid.width(spans[column]) - (table.isList ? 18 : 0)
      tallest = max(tallest, height([text], 10, room, bold: true))
    }
    try advance(tallest + 4)
  }

  private func look(_ table: ReportTable, _ column: Int) -> CellLook {
    var look = CellLook(bottom: .thin)
    look.wraps = !table.alignsRight(column)
    look.alignment = table.alignsRight(column) ? .right : .left
    if table.indents(column) { look.indent = 1 }
    let style = table.columns[column].style
    if case .text = style.unit { return look }
    let largest = table.rows.reduce(0.0) { largest, row in
      guard column < row.count, case .number(let value) = row[column], value.isFinite else {
        return largest
      }
      return max(largest, value.magnitude)
    }
    look.numberFormat = style.excelFormat(language, for: largest)
    return look
  }

  private mutating func write(
    _ table: ReportTable, _ index: Int, _ looks: [CellLook],
    _ spans: [ClosedRange<Int>], isTotal: Bool
  ) throws(Diagnostic) {
    var tallest = 20.0
    let values = table.rows[index]
    for column in table.columns.indices {
      var look = looks[column]
      if isTotal {
        look.bold = true
        look.top = .thick
      }
      let place = spans[column].lowerBound
      let room = grid.width(spans[column]) - (table.indents(column) ? 10 : 0)
      if spans[column].count > 1 { try cells.merge(row, spans[column], look) }
      let cell = column < values.count ? values[column] : .missing("")
      switch cell {
      case .number(let value):
        try write(value, table.columns[column].style.unit, row, place, look)
      case .day(let day):
        look.numberFormat = "yyyy-mm-dd"
        try cells.write(day, row, place, look)
      case .text(let text):
        look.wraps = true
        look.numberFormat = nil
        try cells.write(text, row, place, look)
        tallest = max(tallest, height([text], 10, room, bold: isTotal))
      case .missing(let reason):
        look.italic = true
        look.wraps = true
        look.numberFormat = nil
        look.colour = Palette.grey.rgb
        let text = reason.isEmpty ? NumberStyle.missing : reason
        try cells.write(text, row, place, look)
        tallest = max(tallest, height([text], 10, room))
      }
    }
    try advance(tallest)
  }

  private func write(_ value: Double, _ unit: Unit, _ row: Int, _ column: Int, _ look: CellLook)
    throws(Diagnostic)
  {
    switch unit {
    case .day:
      guard let number = Int32(exactly: value.rounded()) else { fallthrough }
      try cells.write(Day(number: number), row, column, look)
    case .instant where value.isFinite:
      try cells.write(SheetCells.serial(value / 86_400), row, column, look)
    default: try cells.write(value, row, column, look)
    }
  }

  /// Bars and colour scales; columns of one table with a scale share its ends.
  private func shade(_ table: ReportTable, _ first: Int, _ last: Int, _ spans: [ClosedRange<Int>])
    throws(Diagnostic)
  {
    guard last >= first else { return }
    let scaled = table.columns.indices.filter { table.columns[$0].shading == .scale }
    let values = table.rows.prefix(last - first + 1).flatMap { row in
      scaled.compactMap { column -> Double? in
        guard column < row.count, case .number(let value) = row[column] else { return nil }
        return value
      }
    }
    for (span, heading) in zip(spans, table.columns) {
      let column = span.lowerBound
      switch heading.shading {
      case .bar: try bar(first, last, column)
      case .scale: try scale(values.finiteRange, first, last, column...column)
      case nil: break
      }
    }
  }

  /// White at the least value, the accent colour (lightened, so that figures stay legible) at the
  /// greatest.
  func scale(
    _ range: (low: Double, high: Double)?, _ first: Int, _ last: Int, _ columns: ClosedRange<Int>
  ) throws(Diagnostic) {
    guard let range, range.high > range.low else { return }
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    format.min_value = range.low
    format.max_value = range.high
    format.min_color = lxw_color_t(Palette.white.rgb)
    format.max_color = lxw_color_t(Palette.accent.mixed(with: Palette.white, 0.35).rgb)
    try apply(&format, first, last, columns)
  }

  private func bar(_ first: Int, _ last: Int, _ column: Int) throws(Diagnostic) {
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    format.data_bar_2010 = 1
    format.bar_solid = 1
    format.bar_no_border = 1
    format.bar_color = lxw_color_t(Palette.accent.mixed(with: Palette.white, 0.6).rgb)
    format.bar_negative_color = lxw_color_t(Palette.alarm.mixed(with: Palette.white, 0.6).rgb)
    try apply(&format, first, last, column...column)
  }

  private func apply(
    _ format: inout lxw_conditional_format, _ first: Int, _ last: Int,
    _ columns: ClosedRange<Int>
  ) throws(Diagnostic) {
    try cells.check(
      worksheet_conditional_format_range(
        cells.sheet, lxw_row_t(first), lxw_col_t(columns.lowerBound), lxw_row_t(last),
        lxw_col_t(columns.upperBound), &format))
  }
}
