import Testing
import Values

@testable import Report

@Suite struct TerminalTests {
  @Test func `columns are aligned by display width`() {
    let table = TerminalTable(
      header: ["客户", "orders"], alignsRight: [false, true],
      rows: [["张伟", "1"], ["Müller", "1,234"]])
    #expect(
      table.text(TerminalPaint(coloured: false)) == """
        客户    orders
        ──────  ──────
        张伟         1
        Müller   1,234

        """)
  }

  @Test func `no escape reaches the terminal but our own`() {
    let table = TerminalTable(
      header: ["x"], alignsRight: [false], rows: [["\u{1B}[31mred\u{7}\u{202E}"]])
    let plain = table.text(TerminalPaint(coloured: false))
    #expect(
      !plain.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
    #expect(table.text(TerminalPaint(coloured: true)).contains("\u{1B}[1m"))
  }

  @Test(arguments: Language.allCases)
  func `a page is its headline, its tables and its notes`(language: Language) {
    let text = TerminalRenderer(language, coloured: false, rows: 5).text(EveryBlock.pages)
    #expect(text.contains("These.\n"))
    #expect(text.contains("Customer 4 "))
    #expect(!text.contains("Customer 5 "))
    #expect(text.contains(ReportPhrases.method[language]))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `a result table shows its cells as people read them`() {
    let table = DataTable(
      name: "t",
      heads: [
        ColumnHead("net", .money(.cny), Phrase("", "")), ColumnHead("day", .day, Phrase("", "")),
        ColumnHead("at", .instant, Phrase("", "")),
      ], columns: [.money([123_456, .min], .cny), .day([0, .min]), .instant([-1, .min])])
    let rows = TerminalTable(table, rows: 2, .english).rows
    #expect(rows == [["1,234.56", "1970-01-01", "1969-12-31 23:59:59"], ["", "", ""]])
  }
}
