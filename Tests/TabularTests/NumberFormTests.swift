import Diagnostics
import Tabular
import Testing
import Values

/// Columns of numbers: what they are decided to be, and what every value of them becomes.
@Suite struct NumberFormTests {
  /// Values of one column, in fen, or the rule they break.
  struct Column: CustomTestStringConvertible {
    let name: String
    let cells: [(text: String, outcome: String)]
    var currency: Currency? = .cny
    var decimal: DecimalMark?

    init(
      _ name: String, _ cells: [(String, String)], currency: Currency? = .cny,
      decimal: DecimalMark? = nil
    ) {
      self.name = name
      self.cells = cells.map { ($0.0, $0.1) }
      self.currency = currency
      self.decimal = decimal
    }

    var testDescription: String { name }
  }

  static let money: [Column] = [
    Column(
      "plain",
      [
        ("0", "0.00"), ("12.50", "12.50"), ("-3", "-3.00"), (".5", "0.50"), ("5.", "5.00"),
        ("1234567.89", "1234567.89"), ("+2.25", "2.25"), ("1,5", "number"), ("12,50", "number"),
        ("ten", "number"), ("--1", "number"), ("1.2.3", "number"), ("1e5", "number"), ("", "-"),
        (" 7 ", "7.00"), ("NaN", "number"), ("0x10", "number"), ("12.3.", "number"),
        ("5%", "number"), ("-", "number"), ("1234", "1234.00"),
      ]),
    Column(
      "thousands commas",
      [
        ("1,234.56", "1234.56"), ("12.50", "12.50"), ("1,234", "1234.00"), ("999", "999.00"),
        ("-1,234.50", "-1234.50"), ("1,234,567.8", "1234567.80"), ("12,34", "number"),
        ("1,2345", "number"), ("1234,567", "number"), (",234", "number"), ("1,,234", "number"),
        ("0,123", "number"), ("1,234,", "number"), ("1.234,56", "number"), ("1 234", "number"),
        ("12345.6", "12345.60"), ("100,000,000", "100000000.00"), ("1,234.567", "1234.57"),
      ]),
    Column(
      "decimal comma, thousands points",
      [
        ("1.234,56", "1234.56"), ("12,50", "12.50"), ("1.234", "1234.00"), ("0,99", "0.99"),
        ("-1.234.567,8", "-1234567.80"), (",5", "0.50"), ("5,", "5.00"), ("1.23", "number"),
        ("12.5", "number"), ("1,234.5", "number"), ("7", "7.00"), ("1,2,3", "number"),
        ("12.345.67", "number"), ("1 234,5", "number"), ("0,005", "0.01"),
      ]),
    Column(
      "decimal comma",
      [
        ("12,50", "12.50"), ("3", "3.00"), ("-0,5", "-0.50"), ("12.50", "number"),
        ("12345,678", "12345.68"),
      ]),
    Column(
      "spaces between thousands",
      [
        ("1 234,56", "1234.56"), ("1\u{A0}234,56", "1234.56"), ("1\u{202F}234,56", "1234.56"),
        ("1\u{2009}234\u{2009}567,8", "1234567.80"), ("12 34", "number"), ("1234,5", "1234.50"),
        ("1 2345", "number"), ("1  234", "number"),
      ]),
    Column(
      "apostrophes between thousands",
      [
        ("1'234.56", "1234.56"), ("1’234’567.80", "1234567.80"), ("12'34", "number"),
        ("'5", "number"), ("1234.5", "1234.50"),
      ]),
    Column(
      "Indian groups",
      [
        ("12,34,567.89", "1234567.89"), ("1,234", "1234.00"), ("1,00,000", "100000.00"),
        ("9,99,99,999.00", "99999999.00"),
        ("123,456", "number"), ("1,23", "number"),
      ]),
    Column(
      "groups of four",
      [
        ("12,3456.00", "123456.00"), ("1,2345,6789.5", "123456789.50"), ("1,2345", "12345.00"),
        ("1,234.5", "number"), ("9999.99", "9999.99"),
      ]),
    Column(
      "signs, codes and words of the currency",
      [
        ("¥1.50", "1.50"), ("￥1.50", "1.50"), ("1.50元", "1.50"), ("RMB 1.50", "1.50"),
        ("rmb1.50", "1.50"), ("CNY1.50", "1.50"), ("1.50 cny", "1.50"), ("-¥1.50", "-1.50"),
        ("¥-1.50", "-1.50"), ("¥ 1.50", "1.50"), ("人民币1.50元", "number"), ("1.50人民币", "1.50"),
        ("$1.50", "currency"), ("€1.50", "currency"), ("1.50 USD", "currency"),
        ("HK$2", "currency"),
        ("1.50 pcs", "currency"), ("1.50 kg", "number"), ("¥", "number"), ("¥¥1", "number"),
        ("(¥1.50)", "-1.50"), ("1.50美元", "currency"), ("1.50圆", "1.50"),
      ]),
    Column(
      "below zero",
      [
        ("(123.45)", "-123.45"), ("( 1.00 )", "-1.00"), ("123-", "-123.00"), ("5 -", "-5.00"),
        ("-123.45", "-123.45"), ("−7.5", "-7.50"), ("–7.5", "-7.50"), ("(-5)", "number"),
        ("-5-", "number"), ("(5", "number"), ("5)", "number"), ("+5-", "number"),
        ("(5)-", "number"),
        ("()", "number"), ("(0.00)", "0.00"),
      ]),
    Column(
      "full width",
      [
        ("１２３．４５", "123.45"), ("－７．５", "-7.50"), ("（８．００）", "-8.00"), ("１，２３４．５０", "1234.50"),
        ("￥１２．５", "12.50"), ("９９", "99.00"), ("\u{3000}5\u{3000}", "5.00"), ("１２３。４", "number"),
      ]),
    Column(
      "万 and 亿",
      [
        ("1.2万", "12000.00"), ("3亿", "300000000.00"), ("1.5萬", "15000.00"), ("0.5億", "50000000.00"),
        ("12.3万元", "123000.00"), ("¥2万", "20000.00"), ("-1.2万", "-12000.00"),
        ("2百万", "2000000.00"), ("1千万", "10000000.00"), ("0.00001万", "0.10"), ("万", "number"),
        ("1万2", "number"), ("1万万", "number"), ("8000", "8000.00"), ("1.23456789万", "12345.68"),
        ("(2万)", "-20000.00"), ("99999999亿", "9999999900000000.00"),
      ]),
    Column(
      "dollars",
      [("$1,234.50", "1234.50"), ("US$7.25", "7.25"), ("7.25 USD", "7.25"), ("¥5", "currency")],
      currency: Currency(code: "USD")),
    Column(
      "euros",
      [("1.234,50 €", "1234.50"), ("€7,5", "7.50"), ("7 EUR", "7.00"), ("$5", "currency")],
      currency: Currency(code: "EUR")),
    Column(
      "any currency where rows say their own",
      [("$1.50", "1.50"), ("€2.50", "2.50"), ("JPY 300", "300.00"), ("4.25", "4.25")], currency: nil
    ),
    Column(
      "a decimal mark that was said",
      [("1,234", "1234.00"), ("2,500", "2500.00"), ("7", "7.00"), ("1.5", "1.50")], decimal: .point),
    Column(
      "the other one",
      [("1,234", "1.23"), ("2,500", "2.50"), ("1.234", "1234.00"), ("1.5", "number")],
      decimal: .comma),
    Column("a point that was said", [("1.234", "1.23"), ("2.500", "2.50")], decimal: .point),
    Column("a comma that was said", [("1.234", "1234.00"), ("2.500", "2500.00")], decimal: .comma),
    Column(
      "points that cannot group", [("1.234", "1.23"), ("2500", "2500.00"), ("0.125", "0.13")]),
    Column("leading zeros show decimals", [("0.125", "0.13"), ("1.250", "1.25")]),
    Column(
      "three decimals of the currency", [("1.250", "1.250"), ("12.500", "12.500")],
      currency: Currency(code: "KWD")),
  ]

  @Test(arguments: money)
  func `amounts`(column: Column) throws {
    let decided = try FormQuestion.money(column.currency, decimal: column.decimal)
      .decide(column.cells.map(\.text))
    #expect(decided.answer.problem == nil)
    let found = zip(column.cells, decided.outcomes).filter { $0.outcome != $1 }
    #expect(found.map { "'\($0.text)' is \($1), not \($0.outcome)" } == [])
    #expect(decided.outcomes.count == column.cells.count)
  }

  @Test func `there are enough cases`() {
    #expect(Self.money.reduce(0) { $0 + $1.cells.count } >= 150)
  }

  static let decisions: [([String], String)] = [
    (["1.5", "2"], "plain"), ([], "plain"), (["n/a"], "plain"),
    (["1,234.56"], "decimal point and thousands commas; '1,234.56' (line 2) is 1234.56"),
    (["5", "12,5"], "decimal comma; '12,5' (line 3) is 12.5"),
    (["1.234,5"], "decimal comma and thousands points; '1.234,5' (line 2) is 1234.5"),
    (["1,234,567"], "decimal point and thousands commas; '1,234,567' (line 2) is 1234567"),
    (["1.234.567"], "decimal comma and thousands points; '1.234.567' (line 2) is 1234567"),
    (["¥5"], "decimal point, currency signs; '¥5' (line 2) is 5"),
    (["1.2万"], "decimal point, 万 and 亿; '1.2万' (line 2) is 12000"),
    (["(5)"], "decimal point, brackets below zero; '(5)' (line 2) is -5"),
    (["5-"], "decimal point, minus behind; '5-' (line 2) is -5"),
    (["５"], "decimal point, full width; '５' (line 2) is 5"),
    (["12,5", "13.5", "14,5"], "decimal comma; '12,5' (line 2) is 12.5"),
    (["1.5", "2.5", "2,5", "x"], "plain"),
    (["7,1234", "7,2345"], "decimal comma; '7,1234' (line 2) is 7.1234"),
  ]

  @Test(arguments: decisions)
  func `the form is said with an example`(fields: [String], statement: String) throws {
    let answer = try FormQuestion.money().decide(fields).answer
    #expect(answer.problem == nil)
    #expect(answer.statement ?? "plain" == statement)
  }

  static let doubts: [([String], String, String)] = [
    (
      ["1,234", "2,500"], "two-forms",
      "'v' can be read in two ways: '1,234' is 1234 with a decimal point and thousands commas, "
        + "1.234 with a decimal comma"
    ),
    (
      ["5", "1.234"], "two-forms",
      "'v' can be read in two ways: '1.234' is 1.234 with a decimal point, 1234 with a decimal "
        + "comma and thousands points"
    ),
    (
      ["1.5", "1,5"], "mixed-forms",
      "'v' has as many values with a decimal point, such as '1.5' (line 2), as with a decimal "
        + "comma, such as '1,5' (line 3)"
    ),
    (
      ["$5", "$6", "7"], "other-currency",
      "'v' has amounts such as '$5', and the currency is CNY"
    ),
  ]

  @Test(arguments: doubts)
  func `two forms that fit are never chosen between`(
    fields: [String], code: String, message: String
  ) throws {
    let problem = try #require(try FormQuestion.money().decide(fields).answer.problem)
    #expect(problem.code == code)
    #expect(problem.kind == .data)
    #expect(problem.message == message)
    #expect(problem.place?.line == (fields[0] == "5" ? 3 : 2))
  }

  @Test func `what was not in the head is rejected later, not guessed`() throws {
    let plain = try FormQuestion.money().decide(["1.5"], then: ["1,234.50", "¥5", "1.2万", "(5)"])
    #expect(plain.outcomes == ["1.50", "number", "number", "number", "number"])
    let comma = try FormQuestion.money().decide(["1,5"], then: ["1.234", "1.5", "2,25"])
    #expect(comma.outcomes == ["1.50", "number", "number", "2.25"])
  }

  @Test func `percent is a part of one, or a point of a hundred, as the column has it`() throws {
    let share = try FormQuestion.number(0...1, percent: 2)
      .decide(["12%", "5 %", "100%", "１５％", "0.5", "120%"])
    #expect(share.outcomes == ["0.12", "0.05", "1.0", "0.15", "number", "range"])
    #expect(share.answer.statement == "decimal point, percent, full width; '12%' (line 2) is 0.12")
    let points = try FormQuestion.number(0...100, percent: 0).decide(["12%", "7.5%"])
    #expect(points.outcomes == ["12.0", "7.5"])
    let comma = try FormQuestion.number(0...1, percent: 2).decide(["12,5%", "7,25 %"])
    #expect(comma.outcomes == ["0.125", "0.0725"])
    #expect(try FormQuestion.number().decide(["12%"]).outcomes == ["number"])
  }

  @Test func `a unit is the same in the whole column`() throws {
    let hours = try FormQuestion.number(0...1e6, units: ["h", "小时"])
      .decide(["12 h", "5小时", "24", "2天", "1.5H"])
    #expect(hours.outcomes == ["12.0", "5.0", "24.0", "number", "1.5"])
    let pieces = try FormQuestion.number().decide(["12 件", "5件", "2 kg", "3k", "2打", "7", "1.5 m"])
    #expect(pieces.outcomes == ["12.0", "5.0", "number", "number", "number", "7.0", "number"])
    #expect(
      try FormQuestion.integer(1...5).decide(["4分", "5 分", "４", "4.0", "4.5分", "9分"]).outcomes
        == ["4", "5", "4", "4", "integer", "range"])
  }

  @Test func `exponents are numbers, under a decimal comma too`() throws {
    #expect(
      try FormQuestion.number().decide(["1e5", "2.5E-3", "1E+2"]).outcomes
        == ["100000.0", "0.0025", "100.0"])
    #expect(
      try FormQuestion.number().decide(["1,5E+3", "2,25"]).outcomes == ["1500.0", "2.25"])
  }

  @Test func `a range rules out readings, so that scores are never in doubt`() throws {
    #expect(try FormQuestion.integer(1...10).decide(["3,0", "4,0"]).outcomes == ["3", "4"])
    #expect(
      try FormQuestion.number(0...100).decide(["1.250", "12.500"]).outcomes == ["1.25", "12.5"])
    #expect(
      try FormQuestion.number(0...100).decide(["1,250", "12,500"]).outcomes == ["1.25", "12.5"])
  }

  @Test func `decimals beyond the currency are rounded and counted in every form`() throws {
    let decided = try FormQuestion.money().decide(["1,005", "2,5", "1.234,5649", "1,00004万"])
    #expect(decided.outcomes == ["1.01", "2.50", "1234.56", "10000.40"])
    #expect(decided.table.summary.rounded == [2])
  }

  @Test func `amounts beyond 64 bits are out of range, not wrapped`() throws {
    #expect(
      try FormQuestion.money().decide(["1,5", "99999999999999999999,0", "9999999999万亿"]).outcomes
        == ["1.50", "range", "range"])
  }

  @Test(arguments: 0..<12)
  func `a number written in a form is read back`(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed) + 7)
    let writers: [(String, NumberSeparators)] = [
      ("point", NumberSeparators(.point)), ("comma groups", NumberSeparators(.point, .comma)),
      ("Indian", NumberSeparators(.point, .comma, .indian)),
      ("fours", NumberSeparators(.point, .comma, .four)),
      ("spaces", NumberSeparators(.comma, .space)), ("comma", NumberSeparators(.comma)),
      ("points", NumberSeparators(.comma, .point)),
      ("apostrophes", NumberSeparators(.point, .apostrophe)),
    ]
    for (name, separators) in writers {
      let values = (0..<40).map { _ in
        Int64.random(in: -100_000_000_000...100_000_000_000, using: &generator)
          / [1, 10, 1000, 100_000, 10_000_000][Int.random(in: 0..<5, using: &generator)]
      }
      let style = Int.random(in: 0..<5, using: &generator)
      let texts = values.map { Self.written($0, separators, style: style) }
      let decided = try FormQuestion.money().decide(texts)
      #expect(decided.answer.problem == nil, "\(name)")
      #expect(decided.table.columns == [.money(values, .cny)], "\(name): \(texts)")
    }
  }

  /// An amount in fen as text: digits grouped from the mark on, written independently of the reader.
  private static func written(
    _ fen: Int64, _ separators: NumberSeparators, style: Int
  ) -> String {
    let whole = String(fen.magnitude / 100)
    let cents = String(fen.magnitude % 100)
    var digits = Array(whole)
    if let group = separators.group {
      let mark = Character(Unicode.Scalar(group.rawValue))
      var at = digits.count - (separators.size == .four ? 4 : 3)
      while at > 0 {
        digits.insert(mark, at: at)
        at -= separators.size == .four ? 4 : separators.size == .indian ? 2 : 3
      }
    }
    let mark = separators.mark == .point ? "." : ","
    let text = String(digits) + mark + (cents.count == 1 ? "0" : "") + cents
    switch (style, fen < 0) {
    case (0, true): return "(\(text))"
    case (1, true): return "\(text)-"
    case (2, true): return "-¥\(text)"
    case (2, false): return "¥ \(text)"
    case (3, _): return "\(fen < 0 ? "-" : "")\(text) 元"
    case (_, true): return "-\(text)"
    default: return text
    }
  }
}
