import Diagnostics
import Tabular
import Testing
import Values

@Suite struct ColumnTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("00012", 12), ("12345678", 12_345_678),
    ("123456789", 123_456_789), ("-9223372036854775807", -9_223_372_036_854_775_807),
    (" 42 ", 42), ("3.0", 3),
  ])
  func `integers`(text: String, value: Int64) throws {
    #expect(try readColumn([text], .integer(range: nil)).columns == [.integer([value])])
  }

  @Test(arguments: [
    ("x", "integer"), ("1 2", "integer"), ("1.5", "integer"), ("-", "integer"), ("--1", "integer"),
    ("1e3", "integer"), ("0x10", "integer"), ("9223372036854775808", "range"), ("１", "integer"),
    ("12345 78", "integer"), ("1234567a", "integer"),
  ])
  func `what is no integer`(text: String, rule: String) throws {
    let table = try readColumn([text], .integer(range: nil))
    #expect(table.rejects.map(\.rules) == [rule])
    #expect(table.rejects.map(\.found) == [text])
  }

  @Test(arguments: [
    ("1", 100), ("1.5", 150), ("1.50", 150), ("-1.50", -150), ("0.01", 1), ("-0.01", -1),
    (".5", 50), ("5.", 500), ("+2.25", 225), ("12345678.99", 1_234_567_899),
    ("123456789.01", 12_345_678_901), ("1.500", 150), ("-0.00", 0), (" 3.10 ", 310),
  ])
  func `money in minor units`(text: String, cents: Int64) throws {
    let table = try readColumn([text], .money(.cny, range: nil))
    #expect(table.columns == [.money([cents], .cny)])
    #expect(table.summary.rounded == [0])
  }

  @Test(arguments: [
    ("1.005", 101), ("1.004", 100), ("-1.005", -101), ("0.0049999", 0), ("2.675", 268),
    ("1.994999", 199), ("1.995", 200),
  ])
  func `decimals beyond the minor unit are rounded half away from zero and counted`(
    text: String, cents: Int64
  ) throws {
    let table = try readColumn([text, "1.00"], .money(.cny, range: nil))
    #expect(table.columns == [.money([cents, 100], .cny)])
    #expect(table.summary.rounded == [1])
  }

  @Test(arguments: ["n/a", "1,5", "1.2.3", "12a4.00", "1.a0", ".", "-", "NaN", "¥5", "1e5"])
  func `what is no amount`(text: String) throws {
    let quoted = text.contains(",") ? "\"\(text)\"" : text
    let table = try readColumn([quoted], .money(.cny, range: nil))
    #expect(table.rejects.map(\.rules) == ["number"])
    #expect(table.rejects.map(\.found) == [text])
  }

  @Test func `a decimal keeps the scale that is asked for, a currency its own`() throws {
    let texts = ["12.3456", "0.5", "7"]
    #expect(
      try readColumn(texts, .decimal(scale: 4, range: nil)).columns
        == [.integer([123_456, 5000, 70_000])])
    let yen = try #require(Currency(code: "JPY"))
    let table = try readColumn(texts, .money(yen, range: nil))
    #expect(table.columns == [.money([12, 1, 7], yen)])
    #expect(table.summary.rounded == [2])
  }

  @Test(arguments: [
    "0", "1", "-1.5", "3.14159", "0.1", "123456789012345", "0.30000000000000004", "1e5", "2.5E-3",
    "9007199254740993", "1.7976931348623157e308", "5e-324", "4.35", "0.000001",
  ])
  func `numbers are the nearest double`(text: String) throws {
    let expected = try #require(Double(text))
    #expect(try readColumn([text], .number(range: nil)).columns == [.number([expected])])
  }

  @Test(arguments: ["nan", "inf", "0x1p3", "1e", "e5", "--1", "1 2", "1e+", "1_000"])
  func `what is no number`(text: String) throws {
    #expect(try readColumn([text], .number(range: nil)).rejects.map(\.rules) == ["number"])
  }

  @Test func `numbers outside their range are rejected`() throws {
    #expect(
      try readColumn(["0.5", "1.5", "-0.1", "1e999"], .number(range: 0...1)).rejects.map(\.rules)
        == ["range", "range", "range"])
    let scores = try readColumn(["0", "10", "11", "-1"], .integer(range: 0...10))
    #expect(scores.columns == [.integer([0, 10])])
    #expect(scores.rejects.map(\.rules) == ["range", "range"])
    #expect(
      try readColumn(["1.00", "0.99"], .money(.cny, range: 100 ... .max)).rejects.map(\.line)
        == [3])
  }

  @Test func `an empty field has no value, or rejects where one is required`() throws {
    let fields = ["", " "]
    #expect(try readColumn(fields, .integer(range: nil)).columns == [.integer([.min, .min])])
    #expect(
      try readColumn(fields, .money(.cny, range: nil)).columns == [.money([.min, .min], .cny)])
    #expect(try readColumn(fields, .day(.asWritten)).columns == [.day([.min, .min])])
    #expect(
      try readColumn(fields, .category(levels: ["a"])).columns
        == [.category([-1, -1], labels: [])])
    guard case .number(let values)? = try readColumn(fields, .number(range: nil)).columns.first
    else {
      Issue.record("a number column was read as something else")
      return
    }
    #expect(values.filter { !$0.isNaN }.isEmpty)
    for kind in [
      ColumnSpec.Kind.integer(range: nil), .money(.cny, range: nil), .instant(.asWritten),
      .number(range: nil), .category(levels: nil), .day(.asWritten),
    ] {
      let table = try readColumn(fields, kind, isRequired: true)
      #expect(table.rejects.map(\.rules) == ["required", "required"])
    }
    #expect(try readColumn([""], .key, isRequired: true).rejects.map(\.rules) == ["required"])
    #expect(try readColumn([""], .text, isRequired: true).rejects.map(\.rules) == ["required"])
  }

  @Test func `categories have codes in the order of their rows, and levels are kept to`() throws {
    let fields = ["web", "a long label with more", "web", "", "店", "a long label with more"]
    #expect(
      try readColumn(fields, .category(levels: nil)).columns
        == [.category([0, 1, 0, -1, 2, 1], labels: ["web", "a long label with more", "店"])])
    let table = try readColumn(
      ["internal", "other", "external"], .category(levels: ["external", "internal"]))
    #expect(table.columns == [.category([0, 1], labels: ["internal", "external"])])
    #expect(table.rejects.map(\.rules) == ["level"])
    #expect(table.rejects.map(\.found) == ["other"])
  }

  @Test func `all problems of a row are reported in the order of the columns`() throws {
    let text = "id,day,amount,n\nA1,2024-02-30,x,\nA2,2024-02-29,1,5\n,later,,99\n"
    let specs = [
      ColumnSpec("order_id", .key, at: 0, isRequired: true),
      ColumnSpec("order_date", .day(.asWritten), at: 1, isRequired: true),
      ColumnSpec("amount", .money(.cny, range: nil), at: 2, isRequired: true),
      ColumnSpec("quantity", .integer(range: 0...10), at: 3, isKept: false),
      ColumnSpec("margin", .money(.cny, range: nil), at: nil),
    ]
    let table = try TableReader(
      ByteSource(bytes: Array(text.utf8), name: "test.csv"),
      FileLayout(header: ["id", "day", "amount", "n"]), specs, threads: 1
    ).readAll()
    #expect(table.rowsRead == 3)
    #expect(table.lines == [3])
    #expect(
      table.columns == [
        .text(TextColumn(["A2"])), .day([19_782]), .money([100], .cny), .money([.min], .cny),
      ])
    #expect(
      table.rejects.map(\.columns) == [
        "order_date; amount", "order_id; order_date; amount; quantity",
      ])
    #expect(table.rejects.map(\.rules) == ["date; number", "required; date; required; range"])
    #expect(table.rejects.map(\.found) == ["2024-02-30; x", "; later; ; 99"])
    #expect(table.rejects.map(\.raw) == ["A1,2024-02-30,x,", ",later,,99"])
    #expect(table.rejects.map(\.line) == [2, 4])
  }
}
