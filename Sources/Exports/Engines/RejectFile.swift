package import Diagnostics
package import Store
import Tabular
import Values

/// Writes every rejected row, whole: file, line, column, rule, raw text.
package enum RejectFile {
  static let header = ["file", "contract", "line", "column", "rule", "raw"]

  /// All rejects of the files in the store, by contract, then in the order the files came.
  ///
  /// - Parameter hidesText: the rows themselves, which may tell of persons, are left out.
  package static func write(
    from store: Store, contracts: Set<String>, to path: String, hasOrderMark: Bool,
    hidesText: Bool
  ) throws(Diagnostic) {
    let writer = try Writer(path, hasOrderMark: hasOrderMark)
    for file in try store.filesByContract(contracts) {
      try writer.append(try store.rejects(file.id), of: file, hidesText: hidesText)
    }
    try writer.close()
  }

  /// Takes rejects as they come.
  package struct Writer {
    private let file: CSVRowWriter

    package init(_ path: String, hasOrderMark: Bool) throws(Diagnostic) {
      file = try CSVRowWriter(
        path, header: header, options: CSVOptions(hasOrderMark: hasOrderMark))
    }

    package func append(_ reject: MemoryEngine.Rejected) throws(Diagnostic) {
      try file.append([
        reject.file, reject.contract, String(reject.line), reject.columns, reject.rules, reject.raw,
      ])
    }

    func append(
      _ rejects: RejectColumns, of record: FileRecord, hidesText: Bool = false
    ) throws(Diagnostic) {
      for row in rejects.lines.indices {
        try file.append([
          record.name, record.contract, String(rejects.lines[row]), rejects.columns[row],
          rejects.rules[row], hidesText ? "" : rejects.raw[row],
        ])
      }
    }

    package func close() throws(Diagnostic) { try file.close() }
  }
}
