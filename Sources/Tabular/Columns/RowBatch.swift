package import Values

/// The accepted rows of one chunk as typed columns, and its rejects.
///
/// Valid only during the call that it is given to: its memory is used again for the next chunk.
package final class RowBatch {
  package let specs: [ColumnSpec]
  /// Place of the chunk in the file, from 0.
  package internal(set) var index = 0
  /// Accepted rows.
  package internal(set) var rowCount = 0
  /// Rows that the chunk holds: accepted and rejected.
  package internal(set) var rowsRead = 0
  /// Rejected rows in file order; their lines are those of the file only in `deliver`.
  package internal(set) var rejects: [Reject] = []
  /// Values with more decimals than were kept, by column specification.
  package internal(set) var rounded: [Int]

  let chunk = Chunk()
  let columns: [ColumnBuffer]
  let labels: [CategoryLabels?]
  let dictionary: KeyDictionary
  var lines: UnsafeMutablePointer<UInt32>
  var lineCount = 0
  /// Lines of the file before this chunk; known in `deliver`.
  var linesBefore = 0
  /// How the file is written: what the bytes of a record are shown by.
  let dialect: Dialect

  init(
    _ specs: [ColumnSpec], _ dialect: Dialect, _ dictionary: KeyDictionary,
    _ labels: [CategoryLabels?]
  ) {
    self.specs = specs
    self.dialect = dialect
    self.dictionary = dictionary
    self.labels = labels
    columns = specs.map { _ in ColumnBuffer() }
    rounded = specs.map { _ in 0 }
    lines = GrowingBuffer<UInt32>().pointer
  }

  /// The ids of a key column.
  package func keys(_ column: Int) -> UnsafeBufferPointer<PackedKey> {
    UnsafeBufferPointer(start: columns[column].keys.pointer, count: rowCount)
  }

  /// The values of an integer, money, decimal or instant column; no value: `Int64.min`.
  package func int64(_ column: Int) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: columns[column].longs.pointer, count: rowCount)
  }

  /// Days (no value: `Int32.min`) or codes of categories (no value: -1).
  package func int32(_ column: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: columns[column].ints.pointer, count: rowCount)
  }

  /// The values of a number column; no value: NaN.
  package func doubles(_ column: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: columns[column].doubles.pointer, count: rowCount)
  }

  /// The bytes of a text.
  package func text(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8> {
    let span = columns[column].spans.pointer[row]
    return UnsafeBufferPointer(start: chunk.base + Int(span.start), count: Int(span.count))
  }

  /// One-based line of an accepted row: of the file in `deliver`, of the chunk in `work`.
  package func line(_ row: Int) -> Int { linesBefore + Int(lines[row]) + 1 }

  /// A copy of a column; keys become text, category labels stand in the order of their first row.
  package func values(_ column: Int) -> ColumnValues {
    var collector = ColumnCollector(specs[column], labels[column])
    collector.append(self, column)
    return collector.values(dictionary)
  }
}
