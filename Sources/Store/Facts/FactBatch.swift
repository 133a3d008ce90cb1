package import Values

/// Accepted rows of a file in their order of arrival, as columns.
package struct FactBatch: Sendable {
  /// One for each of the file's columns, in that order.
  package let columns: [ColumnValues]
  /// The line of each row in the file, one-based.
  package let lines: [Int]

  /// - Precondition: all columns are as long as `lines`.
  package init(columns: [ColumnValues], lines: [Int]) {
    precondition(columns.allSatisfy { $0.count == lines.count }, "a batch has one length")
    self.columns = columns
    self.lines = lines
  }

  package var count: Int { lines.count }
}
