package import Diagnostics
import Tabular
package import Values

/// A list of a pack read back: every cell as the text it was written as.
package struct ListTable: Sendable {
  package let header: [String]
  package let columns: [TextColumn]

  package init(header: [String], columns: [TextColumn]) {
    precondition(header.count == columns.count, "every column has a head")
    self.header = header
    self.columns = columns
  }

  package var rowCount: Int { columns.first?.count ?? 0 }

  package subscript(_ column: String) -> TextColumn? {
    header.firstIndex(of: column).map { columns[$0] }
  }

  package static func read(_ path: String, threads: Int? = nil) throws(Diagnostic) -> ListTable {
    let source = try ByteSource.open(path)
    let layout = try Sniffer.layout(of: source, encoding: .utf8, delimiter: .comma)
    let specs = layout.header.enumerated().map { position, name in
      ColumnSpec(name, .text, at: position, isRequired: false, isKept: true)
    }
    let table = try TableReader(source, layout, specs, threads: threads).readAll()
    if let reject = table.rejects.first {
      throw Diagnostic(
        .data, "damaged-list", "a row of the list is not whole: \(reject.rules)",
        at: .init(path, line: reject.line),
        help: "`clientele verify` tells which files of the pack were changed")
    }
    return ListTable(
      header: layout.header,
      columns: table.columns.map { values in
        if case .text(let texts) = values { texts } else { TextColumn() }
      })
  }
}
