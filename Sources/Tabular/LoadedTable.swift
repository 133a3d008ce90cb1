package import Diagnostics
package import Values

/// A whole export in memory: for those that are small beside the orders.
package struct LoadedTable: Sendable {
  /// The kept columns with their specifications, in the order given.
  package let specs: [ColumnSpec]
  package let columns: [ColumnValues]
  /// One-based line of each accepted row.
  package let lines: [Int]
  package let rejects: [Reject]
  package let summary: TableReader.Summary

  package var rowCount: Int { lines.count }
  package var rowsRead: Int { summary.rowsRead }

  /// The values of a field; nil where it was not kept.
  package func values(_ name: String) -> ColumnValues? {
    specs.firstIndex { $0.name == name }.map { columns[$0] }
  }
}

extension TableReader {
  /// Reads all rows into memory.
  package func readAll() throws(Diagnostic) -> LoadedTable {
    let kept = specs.indices.filter { specs[$0].isKept }
    var collectors = kept.map { ColumnCollector(specs[$0], labels($0)) }
    var lines: [Int] = []
    var rejects: [Reject] = []
    let summary = try read(
      work: { (_: RowBatch) in },
      deliver: { (batch: RowBatch, _: Void) throws(Diagnostic) in
        for (place, column) in kept.enumerated() { collectors[place].append(batch, column) }
        for row in 0..<batch.rowCount { lines.append(batch.line(row)) }
        rejects.append(contentsOf: batch.rejects)
      })
    return LoadedTable(
      specs: kept.map { specs[$0] }, columns: collectors.map { $0.values(keys) }, lines: lines,
      rejects: rejects, summary: summary)
  }
}
