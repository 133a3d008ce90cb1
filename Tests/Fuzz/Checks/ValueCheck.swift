import Diagnostics
import Tabular
import Values

/// Fields of one kind: a value does not depend on quotes around it or on its neighbours, is what a
/// slow second route makes of the same text, and is read again from the text that it is shown as.
struct ValueCheck {
  func run(_ input: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(input)
    let kinds = ValueCheck.kinds
    let kind = kinds[input.choice() % kinds.count]
    let fields = input.rest.split(omittingEmptySubsequences: false) { $0 == 10 || $0 == 13 }
      .map { Array($0) }
    let table = try read(fields, kind, quoted: false, chunkBytes: 1 << 16, threads: 1)
    let quoted = try read(fields, kind, quoted: true, chunkBytes: 1 << 16, threads: 1)
    let pieces = try read(fields, kind, quoted: false, chunkBytes: 1, threads: 2)
    try expectSame(table, quoted, "quotes")
    try expectSame(table, pieces, "chunks")
    guard let column = table.columns.first else { throw FuzzFinding("the column is not kept") }
    let plain = PlainValue(kind)
    var row = 0
    var texts: [[UInt8]] = []
    var rows: [Int] = []
    for (index, field) in fields.enumerated() {
      let isAccepted = row < table.rowCount && table.lines[row] == index + 2
      guard isAccepted else {
        try FuzzFinding.expect(
          plain.accepts(field) != true, "'\(PlainRecords.shown(field[...]))' is rejected")
        continue
      }
      let found = column.isMissing(row) ? nil : column.text(row)
      try FuzzFinding.expect(
        plain.accepts(field) != false && plain.agrees(field, found),
        "'\(PlainRecords.shown(field[...]))' is read as \(found ?? "nothing")")
      if let found, plain.isReadAgain(column, row) {
        texts.append(Array(found.utf8))
        rows.append(row)
      }
      row += 1
    }
    // What is shown is plain, however the column is written.
    let again = try read(texts, Kind(kind.kind), quoted: false, chunkBytes: 1 << 16, threads: 1)
    try FuzzFinding.expect(
      again.rejects.isEmpty, "what was shown is not read again: \(again.rejects)")
    for (place, row) in rows.enumerated() {
      try FuzzFinding.expect(
        again.columns[0].text(place) == column.text(row),
        "\(column.text(row)) is read again as \(again.columns[0].text(place))")
    }
  }

  /// What a column is, and how it is written.
  struct Kind {
    let kind: ColumnSpec.Kind
    let form: ColumnForm

    init(_ kind: ColumnSpec.Kind, _ form: ColumnForm = .plain) {
      self.kind = kind
      self.form = form
    }
  }

  private static let kinds: [Kind] = {
    let amounts = ColumnSpec.Kind.decimal(
      scale: 2, range: -10_000_000_000_000...10_000_000_000_000)
    let plain: [ColumnSpec.Kind] = [
      .integer(range: nil), .integer(range: 0...10), .number(range: nil),
      .number(range: -1e12...1e12), .decimal(scale: 0, range: nil), .decimal(scale: 2, range: nil),
      .decimal(scale: 3, range: nil), amounts, .money(.cny, range: nil), .day(.asWritten),
      .day(.fixed(offsetSeconds: 28_800)), .instant(.asWritten),
      .instant(.fixed(offsetSeconds: -43_200)), .key, .category(levels: nil),
      .category(levels: ["1", "2", "满意"]), .text,
    ]
    let separators: [NumberSeparators] = [
      NumberSeparators(.point), NumberSeparators(.point, .comma),
      NumberSeparators(.point, .comma, .indian), NumberSeparators(.point, .space),
      NumberSeparators(.comma), NumberSeparators(.comma, .point),
      NumberSeparators(.comma, .apostrophe), NumberSeparators(.point, .comma, .four),
    ]
    let numbers: [Kind] = separators.flatMap { separators in
      let money = NumberForm(separators, .money(.cny))
      return [
        Kind(amounts, .number(money)), Kind(.money(.cny, range: nil), .number(money)),
        Kind(
          .number(range: nil), .number(NumberForm(separators, .measure(percent: nil, units: nil)))),
        Kind(.integer(range: nil), .number(NumberForm(separators, .money(nil)))),
      ]
    }
    let percent = NumberForm(
      NumberSeparators(.point), .measure(percent: 2, units: nil), isPercent: true)
    let hours = NumberForm(
      NumberSeparators(.comma), .measure(percent: nil, units: ["h", "小时"]), unit: "h")
    let dates = DateForm.allCases.flatMap {
      [Kind(.day(.asWritten), .date($0)), Kind(.instant(.fixed(offsetSeconds: 28_800)), .date($0))]
    }
    return plain.map { Kind($0) } + numbers
      + [Kind(.number(range: nil), .number(percent)), Kind(.number(range: nil), .number(hours))]
      + dates
  }()

  private func read(
    _ fields: [[UInt8]], _ kind: Kind, quoted: Bool, chunkBytes: Int, threads: Int
  ) throws(FuzzFinding) -> LoadedTable {
    var bytes = Array("v,end\n".utf8)
    for field in fields {
      if quoted || field.contains(UInt8(ascii: ",")) || field.first == UInt8(ascii: "\"") {
        bytes.append(UInt8(ascii: "\""))
        for byte in field {
          bytes.append(byte)
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes += field
      }
      bytes += Array(",x\n".utf8)
    }
    do throws(Diagnostic) {
      return try TableReader(
        ByteSource(bytes: bytes, name: "input.csv"), FileLayout(header: ["v", "end"]),
        [ColumnSpec("v", kind.kind, at: 0, form: kind.form)], threads: threads,
        chunkBytes: chunkBytes
      ).readAll()
    } catch {
      throw FuzzFinding("well-formed rows are not read: \(error)")
    }
  }

  private func expectSame(
    _ one: LoadedTable, _ other: LoadedTable, _ what: String
  ) throws(FuzzFinding) {
    func problems(_ table: LoadedTable) -> [String] {
      table.rejects.map { "\($0.line) \($0.problems)" }
    }
    try FuzzFinding.expect(
      one.lines == other.lines && problems(one) == problems(other)
        && one.summary.rounded == other.summary.rounded,
      "\(what) change what is rejected: \(problems(one)), \(problems(other))")
    for (left, right) in zip(one.columns, other.columns) {
      for row in 0..<one.rowCount {
        try FuzzFinding.expect(
          left.text(row) == right.text(row),
          "\(what) change '\(left.text(row))' to '\(right.text(row))'")
      }
    }
  }
}
