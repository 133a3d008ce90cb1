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
    let sound = Dictionary(records.map { ($0.line, $0) }) { first, _ in first }
    let rows = try Expectation.rows(records, table.rejects)
    var row = 0
    var reject = 0
    for (place, (line, raw)) in rows.enumerated() {
      if row < table.rowCount, table.lines[row] == line {
        guard let record = sound[line], isSound(record, width: width) else {
          throw FuzzFinding("the row of line \(line) is accepted: \(PlainRecords.shown(raw))")
        }
        for (column, cell) in zip(columns, record.cells) {
          let found = column.bytes[column.offsets[row]..<column.offsets[row + 1]]
          try FuzzFinding.expect(
            found.elementsEqual(cell), "line \(line) has \(Array(found)), the file \(cell)")
        }
        row += 1
      } else {
        guard reject < table.rejects.count, table.rejects[reject].line == line else {
          throw FuzzFinding("the row of line \(line) is neither accepted nor rejected")
        }
        let found = table.rejects[reject]
        try FuzzFinding.expect(
          found.raw == PlainRecords.shown(raw),
          "the reject is \(found), the row \(PlainRecords.shown(raw))")
        // Sound rows are rejected where a quote swallowed them, or as the total line below.
        let rule = found.problems.first?.rule
        let isTotal = rule == .total && place == rows.count - 1
        try FuzzFinding.expect(
          rule == .quote || isTotal || !(sound[line].map { isSound($0, width: width) } ?? true),
          "a sound row is rejected: \(found)")
        reject += 1
      }
    }
    try FuzzFinding.expect(
      row == table.rowCount && reject == table.rejects.count && table.rowsRead == rows.count,
      "\(rows.count) rows: \(table.rowCount) accepted, \(table.rejects.count) rejected")
  }

  private func isSound(_ record: PlainRecords.Record, width: Int) -> Bool {
    record.cells.count == width && !record.isLoose
      && record.cells.allSatisfy { PlainRecords.isText($0) }
  }

  private func expectOpenQuote(_ error: Diagnostic) throws(FuzzFinding) {
    // Any delimiter that was looked for may have been taken.
    let lines = Dialect.Delimiter.allCases.map {
      PlainRecords(bytes[...], delimiter: $0.rawValue).openQuote
    }
    try FuzzFinding.expect(
      lines.contains(error.place?.line) || !PlainRecords.isText(bytes)
        || bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0x1F, 0x8B]),
      "the quote is not open where it is said to be: \(error)")
  }
}
