/// A pipe table whose source is aligned by display width.
struct MarkdownTable {
  var header: [String]
  /// Whether a column's cells are set to the right.
  var alignsRight: [Bool]
  var rows: [[String]]

  /// The lines of the table; the cells are Markdown already.
  func text() -> String {
    let cells = [header] + rows
    let widths = header.indices.map { column in
      max(3, cells.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 3)
    }
    var text = line(header, widths)
    let rules = header.indices.map { column in
      String(repeating: "-", count: widths[column] - 1) + (alignsRight[column] ? ":" : "-")
    }
    text += "| " + rules.joined(separator: " | ") + " |\n"
    for row in rows { text += line(row, widths) }
    return text
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let padded = widths.indices.map { column in
      DisplayWidth.pad(
        column < row.count ? row[column] : "", to: widths[column], right: alignsRight[column])
    }
    return "| " + padded.joined(separator: " | ") + " |\n"
  }
}
