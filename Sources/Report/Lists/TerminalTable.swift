package import Values

/// A table for a screen of fixed pitch: columns aligned by display width, figures to the right.
package struct TerminalTable: Sendable {
  package var header: [String]
  package var alignsRight: [Bool]
  package var rows: [[String]]
  /// The last row is a total and is set apart.
  package var hasTotal: Bool

  package init(header: [String], alignsRight: [Bool], rows: [[String]], hasTotal: Bool = false) {
    self.header = header
    self.alignsRight = alignsRight
    self.rows = rows
    self.hasTotal = hasTotal
  }

  /// The first rows of a result table as people read them, with the column ids as heading.
  package init(_ table: DataTable, rows limit: Int, _ language: Language) {
    let shown = 0..<min(limit, table.rowCount)
    self.init(
      header: table.heads.map(\.id),
      alignsRight: table.columns.map(\.isNumeric),
      rows: shown.map { row in
        zip(table.heads, table.columns).map { $1.text(row, $0.unit, language) }
      })
  }

  package init(_ table: ReportTable, _ language: Language) {
    self.init(
      header: table.columns.indices.map { table.heading($0, language) },
      alignsRight: table.columns.indices.map(table.alignsRight),
      rows: table.rows.map { row in
        table.columns.indices.map { column in
          column < row.count ? table.text(row[column], column, language) : ""
        }
      }, hasTotal: table.hasTotal)
  }

  /// The lines of the table; a cell wider than `widest` columns is cut.
  package func text(_ paint: TerminalPaint, widest: Int = 48) -> String {
    let head = header.map { DisplayWidth.cut(TerminalText.clean($0), to: widest) }
    let body = rows.map { $0.map { DisplayWidth.cut(TerminalText.clean($0), to: widest) } }
    let widths = head.indices.map { column in
      (CollectionOfOne(head) + body).reduce(0) { widest, row in
        max(widest, column < row.count ? DisplayWidth.of(row[column]) : 0)
      }
    }
    var text = paint.bold(line(head, widths)) + "\n"
    let rule = paint.faint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    text += rule + "\n"
    for (index, row) in body.enumerated() {
      if hasTotal, index == body.count - 1, index > 0 { text += rule + "\n" }
      text += line(row, widths) + "\n"
    }
    return text
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    widths.indices.map { column in
      DisplayWidth.pad(
        column < row.count ? row[column] : "", to: widths[column],
        right: column < alignsRight.count && alignsRight[column])
    }.joined(separator: "  ").trimmingSpacesAtEnd
  }
}

extension ColumnValues {
  package var isNumeric: Bool {
    switch self {
    case .integer, .number, .money: true
    case .text, .category, .day, .instant: false
    }
  }

  /// One cell as people read it; empty for no value.
  package func text(_ row: Int, _ unit: Unit, _ language: Language) -> String {
    guard !isMissing(row) else { return "" }
    switch self {
    case .text(let texts): return texts[row]
    case .category(let codes, let labels): return labels[Int(codes[row])]
    case .integer(let values): return NumberStyle.table(unit).figure(Double(values[row]), language)
    case .number(let values): return NumberStyle.table(unit).figure(values[row], language)
    case .money(let values, let currency):
      return NumberStyle.table(.money(currency)).figure(currency.major(values[row]), language)
    case .day(let values): return Day(number: values[row]).iso
    case .instant(let values): return Day.iso(ofSecond: values[row], separator: " ")
    }
  }
}
