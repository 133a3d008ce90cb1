import Diagnostics
import Tabular
import Testing

@Suite struct RecordTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\n\"1,5\",\"x\"\"y\"\n", [["1,5", "x\"y"]]),
    ("a,b\n\"l1\nl2\",z\n", [["l1\nl2", "z"]]),
    ("a,b\r\n\"l1\r\nl2\",z\r\n", [["l1\r\nl2", "z"]]),
    ("a,b\n\"\",\"\"\n", [["", ""]]),
    ("a,b\n,\n", [["", ""]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("a,b\n5\" pipe,6\"\n", [["5\" pipe", "6\""]]),
    ("a,b\n \"x\",y\n", [[" \"x\"", "y"]]),
    ("a\n1\n\n2\n", [["1"], ["2"]]),
    ("a\n\"\"\n1\n", [[""], ["1"]]),
    ("\n\na,b\n\n1,2\n\n\n", [["1", "2"]]),
    ("a;b\n1,5;2\n", [["1,5", "2"]]),
    ("a\tb\n1\t2\n", [["1", "2"]]),
    ("a|b\n1|2\n", [["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("姓名,城市\n王伟,上海\n", [["王伟", "上海"]]),
    ("a,b\n", []),
    ("a,b", []),
  ])
  func `RFC 4180, all line ends and delimiters`(text: String, rows: [[String]]) throws {
    let read = try readTexts(text)
    #expect(read.rows == rows)
    #expect(read.rejects.isEmpty)
  }

  @Test func `each row knows its line, with blank lines and newlines in quotes before it`() throws {
    let text = "a,b\n1,2\n\n\"x\ny\r\nz\",3\n4,5\r6,7\r\n8,9"
    let read = try readTexts(text)
    #expect(read.rows.map { $0[1] } == ["2", "3", "5", "7", "9"])
    #expect(read.lines == [2, 4, 7, 8, 9])
  }

  @Test func `rows with too few or too many fields are rejected whole`() throws {
    let read = try readTexts("a,b,c\n1,2,3\n1,2\n1,2,3,4\n\"1,2\",3\n4,5,6\n")
    #expect(read.rows == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(read.rejects.map(\.line) == [3, 4, 5])
    #expect(read.rejects.map(\.rules) == ["columns", "columns", "columns"])
    #expect(
      read.rejects.map(\.found)
        == ["2 fields, 3 expected", "4 fields, 3 expected", "2 fields, 3 expected"])
    #expect(read.rejects.map(\.raw) == ["1,2", "1,2,3,4", "\"1,2\",3"])
  }

  @Test func `text after a closing quote is rejected by the rule quote`() throws {
    let read = try readTexts("a,b\n\"x\"y,2\n\"x\"\"y\",2\n1,\"z\" \n")
    #expect(read.rows == [["x\"y", "2"]])
    #expect(read.rejects.map(\.rules) == ["quote", "quote"])
    #expect(read.rejects.map(\.columns) == ["c0", "c1"])
    #expect(read.rejects.map(\.raw) == ["\"x\"y,2", "1,\"z\" "])
  }

  @Test func `a quote that is never closed is reported where it was opened`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try readTexts("a,b\n1,2\n\"x\ny\",3\n4,\"open\n5,6\n7,8\n", chunkBytes: 8)
    }
    #expect(error?.code == "open-quote")
    #expect(error?.place == .init("test.csv", line: 5))
  }

  @Test func `a row that does not end is reported, not read into memory`() throws {
    let source = ByteSource(
      bytes: Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 120, count: 5000), name: "test.csv")
    let reader = TableReader(
      source, FileLayout(header: ["a", "b"]), [], threads: 2, chunkBytes: 64, rowLimit: 1000)
    let error = #expect(throws: Diagnostic.self) { try reader.readAll() }
    #expect(error?.code == "long-row")
    #expect(error?.place?.line == 3)
  }

  @Test func `a failing consumer stops the reading with its own diagnostic`() throws {
    let text = "a\n" + (0..<1000).map { "\($0)\n" }.joined()
    let reader = TableReader(
      ByteSource(bytes: Array(text.utf8), name: "test.csv"), FileLayout(header: ["a"]),
      [ColumnSpec("a", .integer(range: nil), at: 0)], threads: 3, chunkBytes: 16)
    var delivered: [Int] = []
    let error = #expect(throws: Diagnostic.self) {
      _ = try reader.read(
        work: { (_: RowBatch) in },
        deliver: { (batch: RowBatch, _: Void) throws(Diagnostic) in
          if batch.index == 20 { throw Diagnostic(.cannotWrite, "full", "no room") }
          delivered.append(batch.index)
        })
    }
    #expect(error?.code == "full")
    #expect(delivered == Array(0..<20))
  }
}
