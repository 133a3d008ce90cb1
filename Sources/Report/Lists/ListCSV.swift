package import Diagnostics
import Tabular
package import Values

/// A whole list as a CSV file: column ids as header, values without rounding.
package struct ListCSV: Sendable {
  /// An order mark, so that spreadsheet programs read Chinese text rightly.
  package var hasOrderMark: Bool
  package var threads: Int?

  package init(hasOrderMark: Bool = false, threads: Int? = nil) {
    self.hasOrderMark = hasOrderMark
    self.threads = threads
  }

  /// Writes the table to a file, or to standard output for `-`.
  package func write(_ table: DataTable, to path: String) throws(Diagnostic) {
    try CSVWriter.write(
      table, to: path, options: CSVOptions(hasOrderMark: hasOrderMark, threads: threads))
  }
}
