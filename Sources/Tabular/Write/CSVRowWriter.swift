package import Diagnostics

/// Writes rows of texts one by one: reject files and other short lists.
package final class CSVRowWriter {
  private let file: OutputFile
  private let buffer = CSVBuffer()
  private let width: Int
  /// Bytes that are gathered before they are written.
  private static let blockBytes = 1 << 16

  package init(
    _ path: String, header: [String], options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    file = try OutputFile(path)
    width = header.count
    if options.hasOrderMark { try file.write([0xEF, 0xBB, 0xBF]) }
    try append(header)
  }

  /// - Precondition: as many cells as the header has.
  package func append(_ cells: [String]) throws(Diagnostic) {
    precondition(cells.count == width, "a row has the width of its header")
    buffer.appendRow(cells)
    if buffer.count >= CSVRowWriter.blockBytes { try flush() }
  }

  private func flush() throws(Diagnostic) {
    try file.write(buffer.bytes)
    buffer.removeAll()
  }

  /// Writes what is left and puts the file in its place.
  package func close() throws(Diagnostic) {
    try flush()
    try file.close()
  }
}
