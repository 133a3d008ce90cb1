import Testing
import Values

@testable import Report

@Suite struct NumberStyleTests {
  private static let cny = Unit.money(.cny)
  private static let usd = Currency(code: "USD").map(Unit.money) ?? .count

  static let cases: [(Double, NumberStyle, String, String)] = [
    (0.123, .prose(.share), "12.3 %", "12.3%"),
    (0.145, NumberStyle(.share, decimals: 0), "15 %", "15%"),
    (-0.0004, .prose(.share), "0.0 %", "0.0%"),
    (1_234_567, .prose(.count), "1,234,567", "1,234,567"),
    (1_234_567, .prose(cny), "CNY 1.2 M", "123.5 万元"),
    (34_500, .prose(usd), "$34.5 K", "3.5 万美元"),
    (123_456_789, .prose(cny), "CNY 123.5 M", "1.2 亿元"),
    (2_500_000_000, .prose(cny), "CNY 2.5 B", "25.0 亿元"),
    (410.4, .prose(cny), "CNY 410", "410 元"),
    (12.345, .prose(cny), "CNY 12.35", "12.35 元"),
    (999.7, .prose(cny), "CNY 1.0 K", "1,000 元"),
    (999_960, .prose(cny), "CNY 1.0 M", "100.0 万元"),
    (9_999.6, .prose(cny), "CNY 10.0 K", "1.0 万元"),
    (99_999_999, .prose(cny), "CNY 100.0 M", "1.0 亿元"),
    (-1_234_567, .prose(cny), "−CNY 1.2 M", "−123.5 万元"),
    (0, .prose(cny), "CNY 0", "0 元"),
    (1_234.5, .table(cny), "CNY 1,234.50", "1,234.50 元"),
    (31, .prose(.points), "31", "31"),
    (-6, NumberStyle(.points, decimals: 0, showsSign: true), "−6", "−6"),
    (6, NumberStyle(.points, decimals: 0, showsSign: true), "+6", "+6"),
    (0, NumberStyle(.points, decimals: 0, showsSign: true), "0", "0"),
    (1, .prose(.days), "1 day", "1 天"),
    (12, .prose(.days), "12 days", "12 天"),
    (6.5, .prose(.months), "6.5 months", "6.5 个月"),
    (2.675, .prose(.score), "2.68", "2.68"),
    (20_453, .prose(.day), "2025-12-31", "2025-12-31"),
    (86_399, .prose(.instant), "1970-01-01 23:59:59", "1970-01-01 23:59:59"),
    (.nan, .prose(.share), "–", "–"),
    (.infinity, .prose(cny), "–", "–"),
  ]

  @Test(arguments: cases)
  func `a figure reads as its language writes it`(
    value: Double, style: NumberStyle, english: String, chinese: String
  ) {
    #expect(style.text(value, .english) == english)
    #expect(style.text(value, .simplifiedChinese) == chinese)
  }

  @Test func `the heading names the unit once`() {
    let style = NumberStyle.table(Self.cny)
    #expect(style.heading("Revenue", .english) == "Revenue (CNY)")
    #expect(style.heading("Revenue in CNY", .english) == "Revenue in CNY")
    #expect(style.heading("销售额", .simplifiedChinese) == "销售额（元）")
    #expect(NumberStyle.table(.days).heading("Gap", .english) == "Gap (days)")
    #expect(NumberStyle.table(.share).heading("Share", .english) == "Share")
  }

  static let formats: [(NumberStyle, Double, Language, String)] = [
    (.table(.share), 1, .english, "0.0 %"),
    (.table(.share), 1, .simplifiedChinese, "0.0%"),
    (.table(cny), 1e6, .english, "#,##0.00"),
    (.prose(cny), 1_234_567, .english, "#,##0.0,,\" M\""),
    (.prose(cny), 34_500, .english, "#,##0.0,\" K\""),
    (.prose(cny), 1_234_567, .simplifiedChinese, "0\\.0,\" 万\""),
    (.prose(cny), 123_456_789, .simplifiedChinese, "0\\.00,,\" 亿\""),
    (.table(.count), 5, .english, "#,##0"),
    (
      NumberStyle(.score, decimals: 2, showsSign: true), 1, .english,
      "+#,##0.00;-#,##0.00;#,##0.00"
    ),
  ]

  @Test(arguments: formats)
  func `the spreadsheet has a format for each style`(
    style: NumberStyle, largest: Double, language: Language, format: String
  ) {
    #expect(style.excelFormat(language, for: largest) == format)
  }

  @Test func `a card's format carries the unit`() {
    let style = NumberStyle.prose(Self.cny)
    #expect(
      style.excelFormat(.english, for: 2e6, withUnit: true) == "\"CNY \"#,##0.0,,\" M\"")
    #expect(
      style.excelFormat(.simplifiedChinese, for: 2e6, withUnit: true) == "0\\.0,\" 万元\"")
    #expect(
      NumberStyle.prose(.days).excelFormat(.english, for: 2, withUnit: true) == "#,##0\" days\"")
  }

  @Test func `a rounded number is nearest to its value`() {
    var state: UInt64 = 42
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = (Double(state >> 11) / Double(1 << 53) - 0.5) * 1e7
      for decimals in 0...3 {
        let rounded = RoundedDecimal(value, decimals: decimals)
        let text = (rounded.isNegative ? "-" : "") + rounded.grouped.replacing(",", with: "")
        let back = Double(text) ?? .nan
        let half = [0.5, 0.05, 0.005, 0.0005][decimals]
        #expect((back - value).magnitude <= half * (1 + 1e-6))
        #expect(rounded.fraction.utf8.count == decimals)
      }
    }
  }

  @Test func `moving the point is exact`() {
    #expect(RoundedDecimal(0.07, decimals: 3, shift: 2).grouped == "7.000")
    #expect(RoundedDecimal(1e-7, decimals: 3, shift: 2).isZero)
    #expect(RoundedDecimal(1e21, decimals: 0).grouped == "1,000,000,000,000,000,000,000")
    #expect(RoundedDecimal(0.9999, decimals: 2).grouped == "1.00")
    #expect(RoundedDecimal(5, decimals: 0, shift: -1).grouped == "1")
  }
}
