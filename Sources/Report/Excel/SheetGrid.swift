import Values

/// The columns of one sheet: wide enough for every table on it, and together as wide as a page.
struct SheetGrid {
  /// Pixels at 96 a inch.
  private(set) var widths: [Double]

  /// The printable width of A4 landscape at full size.
  static let pageWidth = 1000.0
  /// The printable height of A4 landscape between our margins, a little less than the 678 pixels
  /// that it has.
  static let pageHeight = 660.0
  static let widestText = 330.0

  var total: Double { widths.reduce(0, +) }
  var count: Int { widths.count }

  /// How much a page is made smaller to fit its width.
  var scale: Double { min(1, 1020 / total) }

  /// Where the columns of each table of the page stand, in the order of the tables.
  private(set) var tables: [[ClosedRange<Int>]] = []

  init(_ page: Page, listRows: Int, _ language: Language) {
    widths = []
    let grids = page.blocks.count { block in
      switch block {
      case .table: true
      case .chart(let chart): if case .heatMap = chart.kind { true } else { false }
      default: false
      }
    }
    for block in page.blocks {
      switch block {
      case .table(let table):
        let needed = SheetGrid.widths(of: table, rows: listRows, language)
        tables.append(
          place(
            needed,
            spreads: table.columns.indices.map { column in
              grids > 1 && !table.isList && column > 0 && !table.alignsRight(column)
                && needed[column] > SheetGrid.step * 1.5
            }))
      case .chart(let chart):
        if case .heatMap(let rows, let columns, let values) = chart.kind {
          let needed = SheetGrid.widths(of: chart, rows, columns, values, language)
          _ = place(needed, spreads: needed.map { _ in false })
        }
      default: break
      }
    }
    if widths.isEmpty { widths = Array(repeating: 125, count: 8) }
    while total < SheetGrid.pageWidth - SheetGrid.step { widths.append(SheetGrid.step) }
    let rest = SheetGrid.pageWidth - total
    if rest > 30 { widths.append(rest.rounded()) }
    while widths.count < 6 { widths.append(40) }
  }

  /// The width of a column that no table asks for.
  private static let step = 90.0

  /// Gives each column of a table a column of the grid, or several to a long text, so that it does
  /// not make the columns of other tables wide.
  private mutating func place(_ needed: [Double], spreads: [Bool]) -> [ClosedRange<Int>] {
    var next = 0
    return zip(needed, spreads).map { width, isSpread in
      let count = isSpread ? Int((width / SheetGrid.step).rounded(.up)) : 1
      let span = next...(next + count - 1)
      for column in span {
        while widths.count <= column { widths.append(0) }
        widths[column] = max(widths[column], (width / Double(count)).rounded(.up))
      }
      next += count
      return span
    }
  }

  /// What a text of a size takes, with the cell's padding.
  static func pixels(_ text: String, size: Double = 10, bold: Bool = false) -> Double {
    (TextMeasure.ems(text, bold: bold) * size * 96 / 72 + 14).rounded(.up)
  }

  private static func widths(of table: ReportTable, rows: Int, _ language: Language) -> [Double] {
    let isList = table.isList
    return table.columns.indices.map { column in
      let heading = table.heading(column, language)
      let words = TextMeasure.words(heading).map { pixels($0, bold: true) }.max() ?? 0
      let half = pixels(heading, bold: true) / 2 + 14
      let full = pixels(heading, bold: true)
      var width = max(min(max(words, half), 180), min(full, 125), 56) + (isList ? 20 : 0)
      let indents = table.indents(column)
      for (index, row) in table.rows.prefix(rows).enumerated() where column < row.count {
        let isTotal = table.hasTotal && index == table.rows.count - 1
        let text = table.text(row[column], column, language)
        let natural = pixels(text, bold: isTotal)
        switch row[column] {
        case .number, .day: width = max(width, natural)
        case .text: width = max(width, min(natural + (indents ? 10 : 0), widestText))
        case .missing: width = max(width, min(natural, 140))
        }
      }
      return width
    }
  }

  private static func widths(
    of chart: Chart, _ rows: [String], _ columns: [String], _ values: [[Double]],
    _ language: Language
  ) -> [Double] {
    let first = rows.map { min(pixels($0), 240) }.max() ?? 80
    return [max(first, 80)]
      + columns.indices.map { column in
        let words = TextMeasure.words(columns[column]).map { pixels($0, bold: true) }.max() ?? 0
        let half = pixels(columns[column], bold: true) / 2 + 14
        let figures = values.map { row in
          row[at: column].isFinite ? pixels(chart.style.figure(row[at: column], language)) : 0
        }
        return max(figures.max() ?? 0, min(max(words, half), 150), 70)
      }
  }

  /// Consecutive spans of columns that come nearest to parts of the whole width.
  ///
  /// - Precondition: no more parts than columns.
  func spans(_ parts: [Double], from start: Int = 0) -> [ClosedRange<Int>] {
    precondition(parts.count <= widths.count - start, "every span needs a column")
    let whole = parts.reduce(0, +)
    var edges: [Double] = []
    var edge = 0.0
    for width in widths {
      edge += width
      edges.append(edge)
    }
    var spans: [ClosedRange<Int>] = []
    var first = start
    let before = widths[..<start].reduce(0, +)
    var wanted = before
    for (index, part) in parts.enumerated() {
      wanted += part / whole * (total - before)
      let lastPossible = widths.count - (parts.count - index)
      var last = first
      if index == parts.count - 1 {
        last = widths.count - 1
      } else {
        while last < lastPossible,
          (edges[last + 1] - wanted).magnitude
            <= (edges[last] - wanted).magnitude
        {
          last += 1
        }
      }
      spans.append(first...last)
      first = last + 1
    }
    return spans
  }

  func width(_ span: ClosedRange<Int>) -> Double { widths[span].reduce(0, +) }
}

extension ReportTable {
  /// Long enough to be filtered and to have its heading repeated.
  var isList: Bool { rows.count >= 15 }

  /// A text that follows figures keeps away from them.
  func indents(_ column: Int) -> Bool {
    column > 0 && !alignsRight(column) && alignsRight(column - 1)
  }
}

extension TextMeasure {
  /// The parts that cannot be broken: words, and single Chinese characters.
  static func words(_ text: String) -> [String] {
    text.split(separator: " ").flatMap { word in
      DisplayWidth.of(word) > word.count ? word.map { String($0) } : [String(word)]
    }
  }
}
