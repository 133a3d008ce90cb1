/// The rows among the first bytes of a file, taken apart as the reader does.
package final class HeadRows {
  private let chunk = Chunk()
  private let index = RecordIndex()
  private let width: Int
  /// Lines of the file before the header.
  private let linesBefore: Int
  private var firstRow = 0

  package init(_ layout: FileLayout) {
    width = max(1, layout.header.count)
    linesBefore = layout.headerLine - 1
    layout.head.withUnsafeBufferPointer { bytes in
      guard let text = bytes.baseAddress else { return }
      chunk.reserve(bytes.count + 1, keeping: 0)
      let start = chunk.base + Chunk.margin
      start.update(from: text, count: bytes.count)
      chunk.count = bytes.count
      if start[chunk.count - 1] != 10, start[chunk.count - 1] != 13 {
        start[chunk.count] = 10
        chunk.count += 1
      }
      chunk.clearMargin()
      var walk = QuoteWalk(start: Chunk.margin, delimiter: layout.dialect.delimiter.rawValue)
      walk.advance(chunk.base, to: chunk.end, isLast: true)
      // A quote that is never closed is told when the rows are read.
      guard !walk.isQuoted else { return }
      chunk.hasQuote = walk.hasQuote
      index.build(chunk, delimiter: layout.dialect.delimiter.rawValue, width: width)
      // The header is the first record.
      let headerLine = index.rowCount > 0 ? Int(index.rowLine.pointer[0]) : .max
      if index.misshapen.first.map({ $0.line > headerLine }) ?? true { firstRow = 1 }
    }
  }

  /// Goes over the fields of a column that are not blank, until the body says that it has enough.
  func forEach(
    _ column: Int, _ body: (_ line: () -> Int, UnsafePointer<UInt8>, Int) -> Bool
  ) {
    let rows = index.rowCount - firstRow
    guard column < width, rows > 0 else { return }
    let fields = FieldRun(
      base: chunk.base, lo: index.lo + column, hi: index.hi + column,
      rowAt: index.rowAt.pointer + firstRow, rows: rows)
    for row in 0..<rows {
      let (start, count) = fields.field(row)
      guard count > 0, !Blank.isBlank(start, count) else { continue }
      let line = { self.linesBefore + Int(self.index.rowLine.pointer[self.firstRow + row]) + 1 }
      if !body(line, start, count) { return }
    }
  }
}
