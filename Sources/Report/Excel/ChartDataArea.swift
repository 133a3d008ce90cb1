import CXLSXWriter
import Diagnostics
import Values

/// The figures that the charts of a sheet point at, in columns right of the printed area.
struct ChartDataArea {
  let firstColumn: Int
  private(set) var row = 0
  private var widths: [Double] = []

  init(firstColumn: Int) { self.firstColumn = firstColumn }

  /// A block of figures in the sheet: names in the first column, one column a series.
  struct Block {
    let firstRow: Int
    let lastRow: Int
    let firstColumn: Int

    func column(_ series: Int) -> Int { firstColumn + 1 + series }
  }

  /// Writes a titled block with names and series of the same length; NaN is left out.
  mutating func write(
    _ title: String, _ names: [String], _ series: [(name: String, values: [Double])],
    format: String, _ cells: SheetCells, _ language: Language
  ) throws(Diagnostic) -> Block {
    try write(
      title, names, series, formats: series.map { _ in format }, cells, language)
  }

  /// Writes a block whose series have a number format each.
  mutating func write(
    _ title: String, _ names: [String], _ series: [(name: String, values: [Double])],
    formats: [String], _ cells: SheetCells, _ language: Language
  ) throws(Diagnostic) -> Block {
    if row == 0 {
      try cells.write(ReportPhrases.chartData[language], row, firstColumn, .data)
      row = 2
    }
    var bold = CellLook.data
    bold.bold = true
    try cells.write(title, row, firstColumn, bold)
    row += 1
    try put(ReportPhrases.category[language], 0, bold, cells)
    bold.alignment = .right
    for (index, line) in series.enumerated() { try put(line.name, index + 1, bold, cells) }
    row += 1
    let first = row
    var number = CellLook.data
    number.alignment = .right
    for (index, name) in names.enumerated() {
      try put(name, 0, .data, cells)
      for (column, line) in series.enumerated() where line.values[at: index].isFinite {
        number.numberFormat = formats[column]
        try cells.write(line.values[index], row, firstColumn + 1 + column, number)
        widen(column + 1, 90)
      }
      row += 1
    }
    let block = Block(firstRow: first, lastRow: row - 1, firstColumn: firstColumn)
    row += 2
    return block
  }

  private mutating func put(
    _ text: String, _ column: Int, _ look: CellLook, _ cells: SheetCells
  ) throws(Diagnostic) {
    try cells.write(text, row, firstColumn + column, look)
    widen(column, min(SheetGrid.pixels(text, size: 9, bold: look.bold), 260))
  }

  private mutating func widen(_ column: Int, _ width: Double) {
    while widths.count <= column { widths.append(60) }
    widths[column] = max(widths[column], width)
  }

  func setWidths(_ cells: SheetCells) throws(Diagnostic) {
    for (index, width) in widths.enumerated() {
      let column = lxw_col_t(firstColumn + index)
      try cells.check(
        worksheet_set_column_pixels(cells.sheet, column, column, UInt32(width), nil))
    }
  }
}
