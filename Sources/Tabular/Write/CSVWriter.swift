package import Diagnostics
package import Values

/// Writes tables as CSV by RFC 4180, formatting on several threads.
///
/// Money as exact decimals, days and instants as ISO 8601, no value as an empty cell; the column
/// names are the ids of the heads. The bytes do not depend on the number of threads.
package final class CSVWriter {
  private let file: OutputFile
  private let threads: Int
  /// Rows that one thread formats at a time.
  private static let blockRows = 4096

  package init(_ path: String, options: CSVOptions = CSVOptions()) throws(Diagnostic) {
    file = try OutputFile(path)
    threads = max(1, options.threads ?? Workers.processorCount)
    if options.hasOrderMark { try file.write([0xEF, 0xBB, 0xBF]) }
  }

  /// Writes one table as a whole file: header and rows.
  package static func write(
    _ table: DataTable, to path: String, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    let writer = try CSVWriter(path, options: options)
    try writer.writeHeader(table.heads.map(\.id))
    try writer.writeRows(table.columns, count: table.rowCount)
    try writer.close()
  }

  package func writeHeader(_ names: [String]) throws(Diagnostic) {
    let buffer = CSVBuffer()
    buffer.appendRow(names)
    try file.write(buffer.bytes)
  }

  /// Writes rows of typed columns of one length.
  package func writeRows(_ columns: [ColumnValues], count: Int) throws(Diagnostic) {
    let blocks = (count + CSVWriter.blockRows - 1) / CSVWriter.blockRows
    guard blocks > 0 else { return }
    let turn = Lock()
    var next = 0
    var written = 0
    var failure: Diagnostic?
    CSVCells.with(columns) { cells in
      Workers.run(min(threads, blocks)) { _ in
        let buffer = CSVBuffer(capacity: 1 << 19)
        while true {
          let block = turn.locked {
            next += 1
            return next - 1
          }
          guard block < blocks else { return }
          buffer.removeAll()
          let first = block * CSVWriter.blockRows
          let rows = first..<min(count, first + CSVWriter.blockRows)
          CSVCells.format(rows, of: cells, into: buffer)
          turn.locked {
            while written != block { turn.wait() }
          }
          // This worker alone has the turn.
          if failure == nil {
            do throws(Diagnostic) { try file.write(buffer.bytes) } catch { failure = error }
          }
          turn.locked {
            written += 1
            turn.wakeAll()
          }
        }
      }
    }
    if let failure { throw failure }
  }

  /// Puts the file in its place.
  package func close() throws(Diagnostic) { try file.close() }
}
