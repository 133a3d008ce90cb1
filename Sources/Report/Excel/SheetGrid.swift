import Values

/// The columns of one sheet: wide enough for every table on it, and together as wide as a page.
struct SheetGrid {
  /// Pixels at 96 a inch.
  private(set) var widths: [Double]

  /// The printable width of A4 landscape at full size.
  static let pageWidth = 1000.0
  /// The printable height.
  static let pageHeight = 630.0
  static let widestText = 330.0

  var total: Double { widths.reduce(0, +) }
  var count: Int { widths.count }

  /// How much a page is made smaller to fit its width.
  var scale: Double { min(1, 1020 / total) }

  init(_ page: Page, listRows: Int, _ language: Language) {
    widths = []
    for block in page.blocks {
      switch block {
      case .table(let table): cover(SheetGrid.widths(of: table, rows: listRows, language))
      case .chart(let chart):
        if case .heatMap(let rows, let columns, let values) = chart.kind {
          cover(SheetGrid.widths(of: chart, rows, columns, values, language))
        }
      default: break
      }
    }
    if widths.isEmpty {
      widths = Array(repeating: SheetGrid.pageWidth / 12, count: 12).map { $0.rounded() }
      return
    }
    let step = 84.0
    while total < SheetGrid.pageWidth - step { widths.append(step) }
    let rest = SheetGrid.pageWidth - total
    if rest > 30 { widths.append(rest.rounded()) }
    while widths.count < 6 { widths.append(40) }
  }

  private mutating func cover(_ needed: [Double]) {
    for (index, width) in needed.enumerated() {
      if index < widths.count {
        widths[index] = max(widths[index], width)
      } else {
        widths.append(width)
      }
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
      var width = max(min(max(words, half), 180), 56) + (isList ? 20 : 0)
      for (index, row) in table.rows.prefix(rows).enumerated() where column < row.count {
        let isTotal = table.hasTotal && index == table.rows.count - 1
        let text = table.text(row[column], column, language)
        let natural = pixels(text, bold: isTotal)
        switch row[column] {
        case .number, .day: width = max(width, natural)
        case .text: width = max(width, min(natural, widestText))
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
  func spans(_ parts: [Double]) -> [ClosedRange<Int>] {
    precondition(parts.count <= widths.count, "every span needs a column")
    let whole = parts.reduce(0, +)
    var edges: [Double] = []
    var edge = 0.0
    for width in widths {
      edge += width
      edges.append(edge)
    }
    var spans: [ClosedRange<Int>] = []
    var first = 0
    var wanted = 0.0
    for (index, part) in parts.enumerated() {
      wanted += part / whole * total
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
}

extension TextMeasure {
  /// The parts that cannot be broken: words, and single Chinese characters.
  static func words(_ text: String) -> [String] {
    text.split(separator: " ").flatMap { word in
      DisplayWidth.of(word) > word.count ? word.map { String($0) } : [String(word)]
    }
  }
}
