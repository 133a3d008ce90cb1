import Diagnostics
import Tabular
import Values

/// A table of texts: the same cells as by the slow route, record by record.
struct StructureCheck {
  let bytes: [UInt8]
  let chunkBytes: Int
  let threads: Int

  func run() throws(FuzzFinding) {
    let layout: FileLayout
    let table: LoadedTable
    do throws(Diagnostic) {
      let source = ByteSource(bytes: bytes, name: "input.csv")
      layout = try Sniffer.layout(of: source)
      let specs = layout.header.indices.map { ColumnSpec("c\($0)", .text, at: $0) }
      table = try TableReader(source, layout, specs, threads: threads, chunkBytes: chunkBytes)
        .readAll()
    } catch {
      try Expectation.problems(Diagnostics([error]), in: bytes)
      if error.code == "open-quote" { try expectOpenQuote(error) }
      return
    }
    guard let plain = Expectation.records(bytes, layout.dialect) else { return }
    try FuzzFinding.expect(plain.openQuote == nil, "an open quote was read over")
    guard let header = plain.records.first(where: { $0.line == layout.headerLine }) else {
      throw FuzzFinding("no record begins on the line of the header")
    }
    try FuzzFinding.expect(
      header.cells.map { String(decoding: $0, as: UTF8.self) } == layout.header,
      "the header is \(layout.header)")
    try compare(
      table, plain.records.filter { $0.line > layout.headerLine }, width: layout.header.count)
  }

  private func compare(
    _ table: LoadedTable, _ records: [PlainRecords.Record], width: Int
  ) throws(FuzzFinding) {
    let columns = table.columns.map { values in
      if case .text(let column) = values { column } else { TextColumn() }
    }
    var row = 0
    var reject = 0
    for record in records {
      let isAccepted =
        record.cells.count == width && !record.isLoose
        && record.cells.allSatisfy { PlainRecords.isUTF8($0) }
      if isAccepted {
        guard row < table.rowCount, table.lines[row] == record.line else {
          throw FuzzFinding("the record of line \(record.line) is not accepted")
        }
        for (column, cell) in zip(columns, record.cells) {
          let found = column.bytes[column.offsets[row]..<column.offsets[row + 1]]
          try FuzzFinding.expect(
            found.elementsEqual(cell),
            "line \(record.line) has \(Array(found)), the file \(cell)")
        }
        row += 1
      } else {
        guard reject < table.rejects.count, table.rejects[reject].line == record.line else {
          throw FuzzFinding("the record of line \(record.line) is not rejected")
        }
        try FuzzFinding.expect(
          table.rejects[reject].raw == PlainRecords.shown(record.raw),
          "the reject is \(table.rejects[reject]), the record \(PlainRecords.shown(record.raw))")
        reject += 1
      }
    }
    try FuzzFinding.expect(
      row == table.rowCount && reject == table.rejects.count && table.rowsRead == records.count,
      "\(records.count) records: \(table.rowCount) accepted, \(table.rejects.count) rejected")
  }

  private func expectOpenQuote(_ error: Diagnostic) throws(FuzzFinding) {
    // Any delimiter that was looked for may have been taken.
    let lines = Dialect.Delimiter.allCases.map {
      PlainRecords(bytes[...], delimiter: $0.rawValue).openQuote
    }
    try FuzzFinding.expect(
      lines.contains(error.place?.line) || !PlainRecords.isUTF8(bytes)
        || bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      "the quote is not open where it is said to be: \(error)")
  }
}
