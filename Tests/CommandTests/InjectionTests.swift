import Foundation
import FoundationXML
import Testing

/// Names that mean something to a spreadsheet, a Markdown reader or a terminal are data only.
@Suite struct InjectionTests {
  private static let names = [
    #"=HYPERLINK("http://example.org","click")"#, "+1+1", "-2+3", "@SUM(A1)", "|a|b|",
    "<script>alert(1)</script>", "[x](http://example.org)", "![x](http://example.org)",
    "\u{1B}[31mred", "a\"b,c", "<img src=x onerror=y>", "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1",
    "＠x", "`code`", "http://example.org/auto", "www.example.org", "a@b.example",
    "'; DROP TABLE orders;--", #"" ; DROP TABLE orders;--"#, "' onload='x", "</text></svg>",
    "\u{9B}31mred", "\u{1B}]8;;http://example.org\u{7}x\u{1B}]8;;\u{7}", "\u{202E}gnp.exe",
    "'=1+1", "''＝1+1", "'t Hooft", "a\u{2066}b", "&lt;b&gt;", "../../up", "# title", "1. one",
    "{{7*7}}", "${HOME}",
  ]

  private static let header = "item_=1+1);DROP TABLE x|<script>`\u{1B}[31m"

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    var orders = "order_id,customer_id,order_date,amount\n"
    var customers = "customer_id,name,region,segment\n"
    // The names of items come from headers: into SQL, sheets, charts and messages.
    var survey = "response_id,customer_id,segment,touchpoint,nps,csat,\"\(Self.header)\"\n"
    for (index, name) in Self.names.enumerated() {
      let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
      orders += "\(index),\(quoted),2025-0\(index % 6 + 1)-05,\(index + 1).00\n"
      orders += "\(index + 100),\(quoted),2025-06-15,\(index + 1).00\n"
      customers += "\(quoted),\(quoted),\(quoted),\(quoted)\n"
      for answer in 0..<6 {
        survey += "\(index * 10 + answer),\(quoted),\(quoted),\(quoted),\(answer + 4),"
        survey += "\(answer % 5 + 1),\(index % 5 + 1)\n"
      }
    }
    try scratch.write("orders.csv", orders)
    try scratch.write("survey.csv", survey)
    try scratch.write("customers.csv", customers)
    try scratch.write(
      "p.yaml",
      """
      title: "=1+1 <script>"
      as_of: 2025-06-30
      exports: { orders: orders.csv, customers: customers.csv, survey: survey.csv }
      steps:
        - stage: ledger
        - stage: rfm
        - stage: satisfaction
          settings: { group_by: [segment, touchpoint, region] }
        - stage: quality
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
    for id in ids {
      #expect(!["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains(String(id.prefix(1))), "\(id)")
    }
    // An apostrophe is ours where what follows it, past others, would be a formula.
    let stripped = Set(
      ids.map { $0.prefixMatch(of: /'(?='*[=+\-@＝＋－＠])/) == nil ? $0 : String($0.dropFirst()) })
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
      #expect(!text.unicodeScalars.contains(where: Self.steers))
      #expect(brokenTables(text) == [])
      // Only our own pictures are shown and only our own anchors linked.
      for link in text.matches(of: /[^\\]\]\(([^)]*)\)/) {
        #expect(link.1.hasPrefix("#") || link.1.hasPrefix("charts/"), "\(link.1)")
      }
    }
    for (path, data) in try scratch.files(of: "out/latest") where path.hasSuffix(".svg") {
      let svg = String(decoding: data, as: UTF8.self)
      #expect(!svg.contains("<script") && !svg.contains("<img"), "\(path)")
      #expect(svg.ranges(of: "</svg>").count == 1 && !svg.contains("onload='"), "\(path)")
      #expect(!svg.unicodeScalars.contains(where: Self.steers), "\(path)")
      let reader = XMLParser(data: data)
      #expect(reader.parse(), "\(path)")
    }
  }

  /// Escapes, other controls, and marks that turn the direction of text.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test func `a workbook has no formula and no link out, whatever the names`() throws {
    let python = try #require(Surroundings.python)
    let scratch = try scratch()
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Workbook/read_workbook.py").path
    let ended = try Program.run(
      python, [script, scratch.path("out/latest/review-en.xlsx")], in: scratch.folder,
      environment: ["PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"])
    try #require(ended.status == 0, "\(ended.error)")
    let facts = try JSONDecoder().decode(
      WorkbookReadingTests.Facts.self, from: ended.outputBytes)
    #expect(facts.problems.filter { $0.contains("formula") || $0.contains("link out") } == [])
  }

  @Test func `names in headers and groups are data to the store`() throws {
    let scratch = try scratch()
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    let scores = csvRows(try scratch.text("out/latest/lists/satisfaction-scores.csv"))
    // Every name is a group of its own, by three groupings, for three items and the total of each.
    let groups = Set(scores.filter { $0["dimension"] == "segment" }.compactMap { $0["group"] })
    #expect(groups.count == Self.names.count)
    #expect(Set(scores.compactMap { $0["item"] }).count == 3)
    let again = try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    #expect(again.status == 0)
  }

  @Test(arguments: ["json", "markdown"])
  func `what is written to standard output steers no terminal`(format: String) throws {
    let ended = try scratch().succeed(
      "stage", "satisfaction", "--survey", "survey.csv", "--customers", "customers.csv",
      "--as-of", "2025-06-30", "--format", format)
    #expect(!ended.output.unicodeScalars.contains(where: Self.steers))
    guard format == "json" else { return }
    // Nothing is lost: the escapes read back.
    struct Result: Decodable {
      struct Table: Decodable { let rows: [[Value]] }
      let tables: [String: Table]
    }
    enum Value: Decodable {
      case text(String)
      case other

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = (try? container.decode(String.self)).map { .text($0) } ?? .other
      }
    }
    let result = try JSONDecoder().decode(Result.self, from: ended.outputBytes)
    var texts: Set<String> = []
    for row in result.tables["scores"]?.rows ?? [] {
      for case .text(let text) in row { texts.insert(text) }
    }
    #expect(texts.isSuperset(of: Self.names))
  }

  @Test func `a message that quotes data stays on its line and steers no terminal`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "orders.csv",
      "order_id,customer_id,order_date,amount\n"
        + "1,a,\"2025-13-99\nerror: forged \u{1B}[2J\u{9B}2J\u{202E}\",5\n2,b,2025-01-01,5\n")
    try scratch.write("steer.csv", "a\u{1B}[31m,\"b\nforged\"\n1,2\n")
    let runs: [[String]] = [
      ["stage", "ledger", "--orders", "orders.csv"], ["inspect", "orders.csv"],
      ["inspect", "steer.csv"], ["stage", "ledger", "--orders", "steer.csv"],
      ["stage", "led\u{1B}[31mger"], ["run", "p\u{1B}[31m\nerror: forged.yaml"],
    ]
    for arguments in runs {
      let ended = try Program.run(arguments, in: scratch.folder)
      for text in [ended.output, ended.error] {
        #expect(!text.unicodeScalars.contains(where: Self.steers), "\(arguments): \(text)")
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("error: forged") }, "\(text)")
      }
    }
  }

  @Test func `a pipeline file that quotes escapes is refused with a clean message`() throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", "order_id,customer_id,order_date,amount\n1,a,2025-01-01,5\n")
    try scratch.write(
      "p.yaml",
      #"""
      as_of: 2025-06-30
      title: "\e[31m\x9b31m <script> =1+1"
      exports: { orders: orders.csv }
      steps: [{ stage: "led\e[31mger" }]
      packs: [{ name: "../../up\e" }]

      """#)
    let ended = try scratch.run("check", "p.yaml")
    #expect(ended.status == 78)
    #expect(!ended.error.unicodeScalars.contains(where: Self.steers), "\(ended.error)")
    #expect(ended.error.contains("unknown-stage"))
  }

  @Test func `a table on the terminal passes no control characters on`() throws {
    let ended = try scratch().succeed(
      "stage", "ledger", "--orders", "orders.csv", "--customers", "customers.csv")
    #expect(!ended.output.unicodeScalars.contains(where: Self.steers))
    let rows = 2 * Self.names.count
    #expect(ended.error.contains("\(rows) rows: \(rows) accepted"))
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
