/// Texts: where they stand; nothing is copied.
enum TextParser {
  static func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<ColumnBuffer.Span>, isRequired: Bool,
    column: Int, log: IssueLog
  ) {
    for row in 0..<fields.rows {
      let at = Int(fields.rowAt[row])
      let start = fields.lo[at] &+ 1
      let count = fields.hi[at] &- start
      out[row] = ColumnBuffer.Span(start: start, count: count)
      if isRequired, count == 0 { log.note(row, column, .required) }
    }
  }
}
