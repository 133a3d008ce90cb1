import Diagnostics
import Foundation
import Tabular
import Testing
import Values

@Suite struct WriterTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tabular-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func written(_ table: DataTable, _ options: CSVOptions = .init()) throws -> String {
    var text = ""
    try inFolder { folder in
      try CSVWriter.write(table, to: folder + "/t.csv", options: options)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/t.csv"))
      text = String(decoding: bytes, as: UTF8.self)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["t.csv"])
    }
    return text
  }

  private func table(_ columns: [(String, ColumnValues)]) -> DataTable {
    DataTable(
      name: "t", heads: columns.map { ColumnHead($0.0, .text, Phrase("", "")) },
      columns: columns.map(\.1))
  }

  @Test func `every kind of column, with and without a value`() throws {
    let yen = try #require(Currency(code: "JPY"))
    let dinar = try #require(Currency(code: "KWD"))
    let table = table([
      ("text", .text(TextColumn(["a,b", "", "say \"hi\"\nbye"]))),
      ("kind", .category([1, -1, 0], labels: ["x;y", "=sum"])),
      ("n", .integer([-5, .min, 9_223_372_036_854_775_807])),
      ("x", .number([0.1, .nan, -3])),
      ("cny", .money([-5, .min, 123_450], .cny)),
      ("jpy", .money([-5, .min, 123_450], yen)),
      ("kwd", .money([-5, .min, 123_450], dinar)),
      ("day", .day([-1, .min, 19_782])),
      ("at", .instant([-1, .min, 1_704_164_645])),
    ])
    let expected = """
      text,kind,n,x,cny,jpy,kwd,day,at
      "a,b",'=sum,-5,0.1,-0.05,-5,-0.005,1969-12-31,1969-12-31T23:59:59
      ,,,,,,,,
      "say ""hi""
      bye",x;y,9223372036854775807,-3,1234.50,123450,123.450,2024-02-29,2024-01-02T03:04:05

      """
    #expect(try written(table) == expected)
    #expect(try written(table, CSVOptions(hasOrderMark: true)) == "\u{FEFF}" + expected)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "=1,\"2\"", "＝1", "＋1", "－1", "＠x", "'=1", "''＝1",
  ])
  func `a text that a spreadsheet would take for a formula gets an apostrophe`(
    text: String
  ) throws {
    let table = table([("a", .text(TextColumn([text, "1=1"]))), ("b", .integer([-1, 2]))])
    let read = try readTexts(try written(table))
    #expect(read.rows == [["'" + text, "-1"], ["1=1", "2"]])
    #expect(FormulaGuard.removed(from: "'" + text) == text)
  }

  @Test(arguments: ["'t Hooft", "'", "''", "'; x", "'1", "1=1", "", "中文", "'＜"])
  func `a text that is no formula is written as it is, and read so`(text: String) throws {
    let read = try readTexts(try written(table([("a", .text(TextColumn([text, "x"])))])))
    #expect(read.rows.contains([text]) || text.isEmpty)
    #expect(FormulaGuard.removed(from: text) == text)
  }

  @Test func `doubles are written as the shortest text that reads back the same`() throws {
    var generator = SeededGenerator(state: 9)
    var values: [Double] = [
      0.1, 1e-7, 1e22, 123_456_789.125, .leastNonzeroMagnitude, 1.5e300, 2e15, -0.5, 1e15,
    ]
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { values.append(value) }
    }
    let text = try written(table([("x", .number(values)), ("y", .number(values))]))
    #expect(text.contains("\n0.1,0.1\n"))
    let table = try TableReader(
      ByteSource(bytes: Array(text.utf8), name: "t"), FileLayout(header: ["x", "y"]),
      [ColumnSpec("x", .number(range: nil), at: 0)]
    ).readAll()
    #expect(table.columns == [.number(values)])
  }

  @Test func `what is written reads back the same, with any number of threads`() throws {
    var generator = SeededGenerator(state: 5)
    let count = 10_000
    let pieces = ["a", "é", "王", ",", "\"", "\n", "\r", " ", "x"]
    let texts = (0..<count).map { _ in
      "t"
        + (0..<Int.random(in: 0...5, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    let longs = (0..<count).map { _ in Int64.random(in: -1_000_000...1_000_000, using: &generator) }
    let days = (0..<count).map { _ in Int32.random(in: -100_000...100_000, using: &generator) }
    let seconds = (0..<count).map { _ in
      Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator)
    }
    let columns: [ColumnValues] = [
      .text(TextColumn(texts)), .integer(longs), .money(longs, .cny), .day(days),
      .instant(seconds),
    ]
    let names = ["a", "b", "c", "d", "e"]
    let table = table(Array(zip(names, columns)))
    let kinds: [ColumnSpec.Kind] = [
      .text, .integer(range: nil), .money(.cny, range: nil), .day(.asWritten),
      .instant(.asWritten),
    ]
    let one = try written(table, CSVOptions(threads: 1))
    for threads in 2...4 { #expect(try written(table, CSVOptions(threads: threads)) == one) }
    for threads in 1...3 {
      let read = try TableReader(
        ByteSource(bytes: Array(one.utf8), name: "t"), FileLayout(header: names),
        kinds.enumerated().map { ColumnSpec(names[$0.offset], $0.element, at: $0.offset) },
        threads: threads, chunkBytes: 5000
      ).readAll()
      #expect(read.columns == columns)
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func `an empty cell alone in its row is still a row`() throws {
    let text = try written(table([("a", .text(TextColumn(["", "x", ""])))]))
    #expect(text == "a\n\"\"\nx\n\"\"\n")
    #expect(try readTexts(text).rows == [[""], ["x"], [""]])
  }

  @Test func `a file that is not closed leaves nothing, and what was there stays`() throws {
    try inFolder { folder in
      let path = folder + "/r.csv"
      try "old".write(toFile: path, atomically: false, encoding: .utf8)
      do {
        let writer = try CSVRowWriter(path, header: ["a", "b"])
        try writer.append(["1", "x,y"])
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["r.csv"])
      let writer = try CSVRowWriter(path, header: ["a", "b"])
      try writer.append(["1", "x,y"])
      try writer.close()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "a,b\n1,\"x,y\"\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["r.csv"])
    }
  }

  @Test func `devices are written straight through, links stay links`() throws {
    try CSVWriter.write(table([("a", .integer([1]))]), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
    try inFolder { folder in
      try "old".write(toFile: folder + "/real.csv", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.csv", withDestinationPath: "real.csv")
      try CSVWriter.write(table([("a", .integer([1]))]), to: folder + "/link.csv")
      #expect(try String(contentsOfFile: folder + "/real.csv", encoding: .utf8) == "a\n1\n")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.csv")
          == "real.csv")
    }
  }

  @Test func `a pipe is read like a file, with half-filled reads`() throws {
    let text = "a,b\n" + (0..<30_000).map { "\($0),\"x\ny\"\n" }.joined()
    try inFolder { folder in
      let path = folder + "/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      let writer = Thread {
        try? OutputFile(path).write(Array(text.utf8))
      }
      writer.start()
      let source = try ByteSource.open(path)
      let layout = try Sniffer.layout(of: source)
      let table = try TableReader(
        source, layout, [ColumnSpec("a", .integer(range: nil), at: 0)], threads: 2,
        chunkBytes: 10_000
      ).readAll()
      #expect(table.columns == [.integer((0..<30_000).map { Int64($0) })])
      #expect(table.lines == (0..<30_000).map { 2 + 2 * $0 })
    }
  }

  @Test func `a folder that is not there is reported`() {
    let error = #expect(throws: Diagnostic.self) {
      try CSVWriter.write(table([("a", .integer([1]))]), to: "/nowhere/at/all.csv")
    }
    #expect(error?.kind == .cannotWrite)
    #expect(
      error?.message == "the file cannot be written: No such file or directory")
  }

  @Test func `an export that is not there is reported`() {
    let error = #expect(throws: Diagnostic.self) { try ByteSource.open("/nowhere/orders.csv") }
    #expect(error?.kind == .missingExport)
    #expect(error?.place == .init("/nowhere/orders.csv"))
    let folder = #expect(throws: Diagnostic.self) { try ByteSource.open("/") }
    #expect(folder?.code == "is-a-folder")
  }
}
