import Values

/// Whose a history is: the customer's id, or the row of a file that names nobody.
enum HistoryIDs: Sendable {
  case named(TextColumn)
  /// Rows of the file, from 0.
  case rows([Int32])
  /// All rows of the file, so many.
  case allRows(Int)

  subscript(_ row: Int) -> String {
    switch self {
    case .named(let texts): texts[row]
    case .rows(let rows): "\(rows[row] + 1)"
    case .allRows: "\(row + 1)"
    }
  }

  /// One text a history; made where it is asked for, since most runs on such files never do.
  var column: TextColumn {
    switch self {
    case .named(let texts): texts
    case .rows(let rows): TextColumn(rows.lazy.map { "\($0 + 1)" })
    case .allRows(let count): TextColumn((0..<count).lazy.map { "\($0 + 1)" })
    }
  }
}
