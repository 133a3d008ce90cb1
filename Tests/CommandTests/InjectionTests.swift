import Foundation
import Testing

/// Names that mean something to a spreadsheet, a Markdown reader or a terminal are data only.
@Suite struct InjectionTests {
  private static let names = [
    #"=HYPERLINK("http://example.org","click")"#, "+1+1", "-2+3", "@SUM(A1)", "|a|b|",
    "<script>alert(1)</script>", "[x](http://example.org)", "![x](http://example.org)",
    "\u{1B}[31mred", "a\"b,c", "<img src=x onerror=y>",
  ]

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    var orders = "order_id,customer_id,order_date,amount\n"
    var customers = "customer_id,name,region,segment\n"
    for (index, name) in Self.names.enumerated() {
      let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
      orders += "\(index),\(quoted),2025-0\(index % 6 + 1)-05,\(index + 1).00\n"
      orders += "\(index + 100),\(quoted),2025-06-15,\(index + 1).00\n"
      customers += "\(quoted),\(quoted),\(quoted),\(quoted)\n"
    }
    try scratch.write("orders.csv", orders)
    try scratch.write("customers.csv", customers)
    try scratch.write(
      "p.yaml",
      """
      title: "=1+1 <script>"
      as_of: 2025-06-30
      exports: { orders: orders.csv, customers: customers.csv }
      steps: [{ stage: ledger }, { stage: rfm }, { stage: quality }]
      packs: [{ languages: [en, zh-Hans] }]

      """)
    return scratch
  }

  @Test func `a CSV cell never begins as a formula, and its text comes back`() throws {
    let scratch = try scratch()
    let text = try scratch.succeed(
      "stage", "ledger", "--orders", "orders.csv", "--format", "csv"
    ).output
    let ids = csvRows(text).compactMap { $0["customer_id"] }
    #expect(ids.count == Self.names.count)
    for id in ids { #expect(!["=", "+", "-", "@"].contains(String(id.prefix(1))), "\(id)") }
    let stripped = Set(ids.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 })
    #expect(stripped == Set(Self.names))
  }

  @Test func `a report holds no tag, no link out and no broken table`() throws {
    let scratch = try scratch()
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    for language in ["en", "zh-Hans"] {
      let text = try scratch.text("out/latest/review-\(language).md")
      #expect(!text.contains("<script"))
      #expect(!text.contains("<img"))
      #expect(text.firstMatch(of: /[^\\]\]\(http/) == nil)
      #expect(!text.unicodeScalars.contains("\u{1B}"))
      #expect(brokenTables(text) == [])
    }
    for (path, data) in try scratch.files(of: "out/latest") where path.hasSuffix(".svg") {
      let svg = String(decoding: data, as: UTF8.self)
      #expect(!svg.contains("<script") && !svg.contains("<img"), "\(path)")
    }
  }

  @Test func `a table on the terminal passes no control characters on`() throws {
    let ended = try scratch().succeed(
      "stage", "ledger", "--orders", "orders.csv", "--customers", "customers.csv")
    #expect(!ended.output.unicodeScalars.contains("\u{1B}"))
    #expect(ended.error.contains("22 rows: 22 accepted"))
  }

  /// Table rows whose cells are not as many as those of the heading above.
  private func brokenTables(_ text: String) -> [String] {
    var broken: [String] = []
    var width: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if let width, width != cells { broken.append(String(line)) }
      width = width ?? cells
    }
    return broken
  }
}
