import Testing
import Values

@testable import Report

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("*x*", "\\*x\\*"), ("a_b", "a\\_b"), ("`x`", "\\`x\\`"),
    ("[x](y)", "\\[x\\](y)"), ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
    ("&lt;", "&amp;lt;"), ("# x", "\\# x"), ("- x", "\\- x"), ("+1", "\\+1"), ("1. x", "1\\. x"),
    ("12) x", "12\\) x"), ("1.5", "1.5"), ("2025-12-31", "2025-12-31"), ("a\nb", "a b"),
    ("a\\b", "a\\\\b"), ("~~x~~", "\\~\\~x\\~\\~"), ("$x$", "\\$x\\$"), ("   x", "x"),
    ("http://x", "http:<!-- -->//x"), ("www.x", "www<!-- -->.x"), ("a@b", "a<!-- -->@b"),
    ("12.3 %", "12.3 %"), ("客户（元）", "客户（元）"),
  ])
  func `nothing in data acts as Markdown`(text: String, escaped: String) {
    #expect(MarkdownText.escape(text) == escaped)
  }

  @Test func `the lines of a table are equally wide on a screen`() {
    let table = MarkdownTable(
      header: ["客户", "n"], alignsRight: [false, true],
      rows: [["张伟", "1"], ["Müller", "12,345"], ["a", ""]])
    let lines = table.text().split(separator: "\n")
    #expect(lines.count == 5)
    #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
    #expect(lines[1] == "| ------ | -----: |")
  }

  @Test func `chapters have anchors and charts have files`() {
    let report = MarkdownRenderer().render(EveryBlock.document())
    for page in EveryBlock.pages {
      #expect(report.markdown.contains("<a id=\"\(page.anchor)\"></a>\n\n## \(page.title)\n"))
    }
    #expect(report.charts.map(\.name) == EveryBlock.charts.map { "\($0.id).svg" })
    for chart in report.charts { #expect(report.markdown.contains("](charts/\(chart.name))")) }
    #expect(report.markdown.contains("[Q4](#charts)"))
    #expect(!report.markdown.contains("<b>"))
    #expect(!report.markdown.contains("[x](y)"))
  }

  @Test func `charts of the same id get names of their own`() {
    var document = EveryBlock.document()
    document.pages.append(document.pages[2])
    document.pages.append(document.pages[2])
    let names = MarkdownRenderer().render(document).charts.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `a long list is cut and says where the rest is`() {
    let report = MarkdownRenderer().render(EveryBlock.document()).markdown
    #expect(report.contains("| Customer 19 "))
    #expect(!report.contains("| Customer 20 "))
    #expect(
      report.contains(
        "The first 20 of 1,234 rows; the whole list is the file lists/customers.csv of the pack."))
  }

  @Test func `a hidden or undefined figure is its reason`() {
    let report = MarkdownRenderer().render(EveryBlock.document()).markdown
    #expect(report.contains("n &lt; 5 |"))
    #expect(report.contains("no orders |"))
    #expect(!report.lowercased().contains("nan"))
  }
}
