import Diagnostics
import Tabular
import Testing
import Values

/// What real exports have around and between their rows.
@Suite struct StructureTests {
  static let sizes = [1, 2, 3, 5, 8, 13, 64, 1 << 16]

  private func layout(_ text: String, wants: [String]) throws -> FileLayout {
    try Sniffer.layout(of: ByteSource(bytes: Array(text.utf8), name: "t.csv")) {
      Set(wants).isSubset(of: $0)
    }
  }

  /// `id` and `day` are required, `amount` is not.
  private func orders(_ text: String, threads: Int = 1, chunkBytes: Int) throws -> LoadedTable {
    let layout = try layout(text, wants: ["id", "day", "amount"])
    return try TableReader(
      ByteSource(bytes: Array(text.utf8), name: "t.csv"), layout,
      [
        ColumnSpec("id", .key, at: layout.header.firstIndex(of: "id"), isRequired: true),
        ColumnSpec(
          "day", .day(.asWritten), at: layout.header.firstIndex(of: "day"), isRequired: true),
        ColumnSpec(
          "amount", .decimal(scale: 2, range: nil), at: layout.header.firstIndex(of: "amount")),
      ], threads: threads, chunkBytes: chunkBytes
    ).readAll()
  }

  @Test(arguments: [
    ("销售明细表\n\n制表：张三,\"两\n行\"\nid,day,amount\nA,2025-01-01,1\n", 5, 2),
    ("\"x\",,\r\nid,day,amount\r\nA,2025-01-01,1\r\n", 2, 1),
    ("id,day,amount\nA,2025-01-01,1\n", 1, 0), ("\n\nid,day,amount\nA,2025-01-01,1\n", 3, 0),
    ("1\r2\r3\rid,day,amount\rA,2025-01-01,1", 4, 3),
  ])
  func `lines above the header are told and are no rows`(
    text: String, line: Int, titles: Int
  ) throws {
    let layout = try layout(text, wants: ["id", "day", "amount"])
    #expect(layout.headerLine == line)
    #expect(layout.header == ["id", "day", "amount"])
    #expect(layout.reasons.contains { $0.contains("title line") } == (titles > 0))
    if titles > 1 { #expect(layout.reasons.contains { $0.hasPrefix("\(titles) title lines") }) }
    for size in Self.sizes {
      let table = try orders(text, threads: 2, chunkBytes: size)
      #expect(table.rowsRead == 1)
      #expect(table.lines == [line + 1])
      #expect(table.rejects.isEmpty)
    }
  }

  @Test func `a header below the twentieth record is not looked for`() throws {
    let titles = String(repeating: "x\n", count: 20)
    let layout = try layout(titles + "id,day,amount\n", wants: ["id"])
    #expect(layout.headerLine == 1)
    #expect(try self.layout(titles.dropLast(2) + "id,day,amount\n", wants: ["id"]).headerLine == 20)
  }

  @Test(arguments: [
    "合计,,,\n", "合计,,12345.00\n", " 合 计 ：,,\"12,345.00\"\n", "Grand Total,,99\n", ",合计,5\n",
    "TOTAL:,,￥5\n", "小计,3 人,5,9\n", "合計\n", "总计,,5", "合计,,5\n\n\n\r\n\n", "\"合计\",,5\n",
  ])
  func `the last row is a total line where it is no record`(last: String) throws {
    let text = "id,day,amount\nA,2025-01-01,1\n" + last
    for size in Self.sizes {
      for threads in 1...3 {
        let table = try orders(text, threads: threads, chunkBytes: size)
        #expect(table.rowsRead == 2)
        #expect(table.lines == [2])
        #expect(table.rejects.map(\.rules) == ["total"])
        #expect(table.rejects.map(\.line) == [3])
      }
    }
  }

  @Test(arguments: [
    ("Total,2025-01-02,5\n", ["A", "Total"], []),
    ("合计,,\nB,2025-01-02,5\n", ["A", "B"], ["required"]),
    ("合计,,\nx\n", ["A"], ["required", "columns"]), ("Totally,,5\n", ["A"], ["required"]),
    ("C,Total,5\n", ["A"], ["date"]),
  ])
  func `a record called Total stays, and only the last row can be a total line`(
    rest: String, ids: [String], rules: [String]
  ) throws {
    for size in Self.sizes {
      let table = try orders("id,day,amount\nA,2025-01-01,1\n" + rest, chunkBytes: size)
      #expect(table.values("id") == .text(TextColumn(ids)))
      #expect(table.rejects.map(\.rules) == rules)
    }
  }

  @Test(arguments: [
    ("Total,,\n", ["a"], ["total"]), ("Total,12,\n", ["a"], ["total"]),
    ("Total,Retail,\n", ["a", "Total"], []), ("Total,1,2\n", ["a", "Total"], []),
  ])
  func `where only an id is required, a total line has numbers and gaps alone`(
    last: String, ids: [String], rules: [String]
  ) throws {
    let table = try TableReader(
      ByteSource(bytes: Array(("id,x,y\na,b,c\n" + last).utf8), name: "t.csv"),
      FileLayout(header: ["id", "x", "y"]), [ColumnSpec("id", .key, at: 0, isRequired: true)]
    ).readAll()
    #expect(table.values("id") == .text(TextColumn(ids)))
    #expect(table.rejects.map(\.rules) == rules)
  }

  @Test func `a zero byte rejects its row, in a column that nobody needs too`() throws {
    var text = "a,b\n1,2\nx,\0\n\0,4\n5,6\n"
    text += String(repeating: "7,8\n", count: 100)
    for size in Self.sizes {
      let read = try readTexts(text, threads: 2, chunkBytes: size)
      #expect(read.rows.count == 102)
      #expect(read.rejects.map(\.rules) == ["encoding", "encoding"])
      #expect(read.rejects.map(\.raw) == ["x,\\x00", "\\x00,4"])
    }
  }

  @Test func `rows that a stray quote swallowed are all accounted for`() throws {
    let inner = (1...68).map { "B\($0),2025-02-01,\($0)\n" }.joined()
    // Closed by a quote at the end of a cell: one record of three fields.
    let clean =
      "id,day,amount,note\nA,2025-01-01,1,\"5 inch\n"
      + inner.replacing("\n", with: ",x\n") + "C,2025-03-01,3,6\"\nD,2025-04-01,4,y\n"
    // Closed by the opening quote of a later cell: text follows.
    let loose =
      "id,day,amount,note\nA,2025-01-01,1,\"5 inch\n"
      + inner.replacing("\n", with: ",x\n") + "C,2025-03-01,3,\"six\"\nD,2025-04-01,4,y\n"
    for text in [clean, loose] {
      for size in Self.sizes {
        let table = try orders(text, threads: 2, chunkBytes: size)
        #expect(table.rowsRead == 71)
        #expect(table.lines == [72])
        #expect(table.rejects.count == 70)
        #expect(table.rejects.map(\.line) == Array(2...71))
        #expect(table.rejects.allSatisfy { $0.rules == "quote" })
        #expect(table.rejects[0].raw == "A,2025-01-01,1,\"5 inch")
        #expect(table.rejects[1].raw == "B1,2025-02-01,1,x")
        #expect(table.summary.rejectedRows == 70)
      }
    }
  }

  @Test(arguments: [
    "one\ntwo\nthree\nfour\nfive\nsix\n\nseven", "a,b,c\nd,e,f\ng,h,i\nj,k,l\nm,n,o",
    "Ordered:\n- 2, blue, large\n- 3, red, small\n- 1, green, tiny\n- 9, black, huge",
    "A,2025-01-01,1\nB,2025-01-02,2\nthat is what I wrote", "1,2\n3,4\n5,6\n7,8\n9,10\n11,12",
  ])
  func `an honest comment of many lines is no swallowed row`(comment: String) throws {
    let text = "id,day,amount\nA,2025-01-01,1\nB,2025-01-02,2\n"
    let noted = "id,day,note\nX,2025-01-01,\"\(comment)\"\nY,2025-01-02,z\n"
    #expect(try orders(text, chunkBytes: 8).rowsRead == 2)
    let layout = FileLayout(header: ["id", "day", "note"])
    for size in Self.sizes {
      let table = try TableReader(
        ByteSource(bytes: Array(noted.utf8), name: "t.csv"), layout,
        [
          ColumnSpec("id", .key, at: 0, isRequired: true),
          ColumnSpec("day", .day(.asWritten), at: 1, isRequired: true),
          ColumnSpec("note", .text, at: 2),
        ], chunkBytes: size
      ).readAll()
      #expect(table.rejects.isEmpty)
      #expect(table.values("note") == .text(TextColumn([comment, "z"])))
    }
  }

  @Test func `a quote that swallows the rest of the file is an error where it was opened`() throws {
    let text =
      "id,day,amount\nA,2025-01-01,\"1\n" + String(repeating: "B,2025-01-01,2\n", count: 50)
    for size in Self.sizes {
      let error = #expect(throws: Diagnostic.self) { try orders(text, chunkBytes: size) }
      #expect(error?.code == "open-quote")
      #expect(error?.place?.line == 2)
    }
  }

  @Test func `header cells with commas, line breaks and quotes, after an order mark`() throws {
    let text = "\u{FEFF}\"id, the\nfirst\",\"d\"\"ay\"\r\n1,2\r\n"
    let layout = try Sniffer.layout(of: ByteSource(bytes: Array(text.utf8), name: "t"))
    #expect(layout.header == ["id, the\nfirst", "d\"ay"])
    for size in Self.sizes {
      let read = try readTexts(Array(text.utf8), layout: layout, threads: 2, chunkBytes: size)
      #expect(read.rows == [["1", "2"]])
      #expect(read.lines == [3])
    }
  }
}
