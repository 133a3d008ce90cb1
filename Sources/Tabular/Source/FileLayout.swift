/// What was found out about a CSV file before its rows are read.
package struct FileLayout: Sendable, Equatable {
  package var dialect: Dialect
  /// The cells of the header: of the first line that fits the contract, or else is not blank.
  package var header: [String]
  /// One-based line of the header; what stands above it is no row.
  package var headerLine: Int
  /// What was taken and why, a sentence each; the encoding comes first.
  package var reasons: [String]
  /// UTF-8 text of the first mebibyte from the header on, whole records only: what the forms of
  /// columns are decided on.
  package var head: [UInt8]

  package init(
    dialect: Dialect = Dialect(), header: [String], headerLine: Int = 1, reasons: [String] = [],
    head: [UInt8] = []
  ) {
    self.dialect = dialect
    self.header = header
    self.headerLine = headerLine
    self.reasons = reasons
    self.head = head
  }
}
