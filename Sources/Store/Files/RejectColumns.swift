package import Values

/// Rejected rows of a file: where, why, and the row as it stood there.
package struct RejectColumns: Sendable, Equatable {
  package private(set) var lines: [Int]
  package private(set) var columns: TextColumn
  package private(set) var rules: TextColumn
  /// The whole row, undecoded where it could not be decoded.
  package private(set) var raw: TextColumn

  package init() {
    lines = []
    columns = TextColumn()
    rules = TextColumn()
    raw = TextColumn()
  }

  /// - Precondition: all columns have one length.
  package init(lines: [Int], columns: TextColumn, rules: TextColumn, raw: TextColumn) {
    precondition(
      columns.count == lines.count && rules.count == lines.count && raw.count == lines.count,
      "rejects have one length")
    self.lines = lines
    self.columns = columns
    self.rules = rules
    self.raw = raw
  }

  package var count: Int { lines.count }

  package mutating func append(line: Int, column: String, rule: String, raw text: String) {
    lines.append(line)
    columns.append(column)
    rules.append(rule)
    raw.append(text)
  }
}
