import Diagnostics
import Tabular
import Testing
import Values

@Suite struct EncodingTests {
  // 姓名,城市 / 王伟,上海 / 𠮷,€ in GB18030 (the last two as four bytes and as two).
  static let gb18030: [UInt8] =
    [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB3, 0xC7, 0xCA, 0xD0, 0x0A]
    + [0xCD, 0xF5, 0xCE, 0xB0, 0x2C, 0xC9, 0xCF, 0xBA, 0xA3, 0x0A]
    + [0x95, 0x34, 0xB2, 0x35, 0x2C, 0xA2, 0xE3, 0x0A]

  @Test(arguments: [1, 3, 64, 65, 1000])
  func `GB18030 is taken when the header then maps`(size: Int) throws {
    let source = ByteSource(bytes: EncodingTests.gb18030, name: "test.csv")
    let layout = try Sniffer.layout(of: source) { $0.contains("姓名") }
    #expect(layout.dialect.encoding == .gb18030)
    #expect(layout.header == ["姓名", "城市"])
    let read = try readTexts(
      EncodingTests.gb18030, layout: layout, threads: 2, chunkBytes: size)
    #expect(read.rows == [["王伟", "上海"], ["𠮷", "€"]])
    #expect(read.rejects.isEmpty)
  }

  @Test func `bytes that are no GB18030 reject their row and are shown`() throws {
    let rows: [UInt8] =
      [0x61, 0xFF, 0x62, 0x2C, 0x31, 0x0A] + [0xCD, 0xF5, 0x2C, 0x32, 0x0A]
      + [0x81, 0x2C, 0x33, 0x0A] + [0x34, 0x2C, 0x81]
    let bytes = EncodingTests.gb18030 + rows
    let layout = FileLayout(dialect: Dialect(encoding: .gb18030), header: ["姓名", "城市"])
    for size in [1, 64, 66, 70, 1000] {
      let read = try readTexts(bytes, layout: layout, threads: 2, chunkBytes: size)
      #expect(read.rows == [["王伟", "上海"], ["𠮷", "€"], ["王", "2"]])
      #expect(read.rejects.map(\.rules) == ["encoding", "encoding", "encoding"])
      #expect(read.rejects.map(\.raw) == ["a\\xFFb,1", "\\x81,3", "4,\\x81"])
      #expect(read.rejects.map(\.line) == [4, 6, 7])
    }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0x80], [0xFE],
      [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 reject their row, in a column that nobody needs too`(
    bad: [UInt8]
  ) throws {
    let bytes = Array("a,b\n王,1\n".utf8) + Array("x,".utf8) + bad + Array("\n2,é\n".utf8)
    let table = try TableReader(
      ByteSource(bytes: bytes, name: "test.csv"), FileLayout(header: ["a", "b"]),
      [ColumnSpec("first", .text, at: 0)], threads: 1
    ).readAll()
    #expect(table.columns == [.text(TextColumn(["王", "2"]))])
    #expect(table.rejects.map(\.rules) == ["encoding"])
    #expect(table.rejects.map(\.columns) == ["b"])
    let shown = bad.map { "\\x" + String($0, radix: 16, uppercase: true) }.joined()
    #expect(table.rejects.map(\.raw) == ["x," + shown])
  }

  @Test func `a few bad bytes among much Chinese do not make a UTF-8 file GB18030`() throws {
    let text = "name,n\n" + String(repeating: "王伟和李娜,1\n", count: 20)
    let source = ByteSource(bytes: Array(text.utf8) + [0xFF, 0x2C, 0x31, 0x0A], name: "test.csv")
    let layout = try Sniffer.layout(of: source)
    #expect(layout.dialect.encoding == .utf8)
    #expect(layout.reasons.first?.contains("first at line 22") == true)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0] as [UInt8], "not-csv"),
    ([0x50, 0x4B, 3, 4, 1], "not-csv"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "not-csv"),
    ([0x1F, 0x8B, 8], "cut-gzip"), ([0x61, 0x00, 0x62], "not-text"), ([], "empty-file"),
    ([0xFF, 0xFE], "empty-file"), ([10, 10, 13], "empty-file"),
    ([0xEF, 0xBB, 0xBF], "empty-file"), (Array("a,\"b\n1,2\n".utf8), "open-quote"),
  ])
  func `files that are no CSV are refused with the reason`(bytes: [UInt8], code: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try Sniffer.layout(of: ByteSource(bytes: bytes, name: "test.csv"))
    }
    #expect(error?.code == code)
    #expect(error?.help != nil)
  }

  @Test(arguments: [
    ("a,b;c\n1,2;3\n4,5;6\n", Dialect.Delimiter.comma), ("a;b\n1,5;2,5\n", .semicolon),
    ("a\tb\n\"x,y\"\tz\n", .tab), ("a|b|c\n1|2|3\n", .bar), ("alone\n1\n", .comma),
    ("\"a,x\";b\n1;2\n", .semicolon), ("a,b,c\n1,2,3\n4,5\n", .comma),
  ])
  func `the delimiter that fits the rows`(text: String, delimiter: Dialect.Delimiter) throws {
    let layout = try Sniffer.layout(of: ByteSource(bytes: Array(text.utf8), name: "t"))
    #expect(layout.dialect.delimiter == delimiter)
  }

  @Test(arguments: [
    ("a\n1\n", Dialect.LineEnd.lf), ("a\r\n1\r\n", .crlf), ("a\r1\r", .cr), ("\"a\nb\"\r\n", .crlf),
  ])
  func `the line end after the header`(text: String, end: Dialect.LineEnd) throws {
    let layout = try Sniffer.layout(of: ByteSource(bytes: Array(text.utf8), name: "t"))
    #expect(layout.dialect.lineEnd == end)
  }

  @Test func `sniffing takes no bytes`() throws {
    let bytes = Array("a,b\n1,2\n3,4\n".utf8)
    let source = ByteSource(bytes: bytes, name: "test.csv")
    let layout = try Sniffer.layout(of: source)
    let reader = TableReader(
      source, layout, [ColumnSpec("a", .integer(range: nil), at: 0)], threads: 2, chunkBytes: 3)
    let table = try reader.readAll()
    #expect(table.columns == [.integer([1, 3])])
    #expect(table.summary.bytes == bytes.count)
  }
}
