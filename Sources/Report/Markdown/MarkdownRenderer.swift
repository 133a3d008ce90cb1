import Values

/// The report as Markdown with its pictures.
package struct MarkdownReport: Sendable {
  package var markdown: String
  /// File names below the folder of charts, in document order.
  package var charts: [(name: String, svg: String)]
}

/// Writes a document as one Markdown file whose charts are SVG files beside it.
package struct MarkdownRenderer: Sendable {
  /// Where the Markdown finds its charts: a relative path without a slash at the end.
  package let chartFolder: String

  package init(chartFolder: String = "charts") { self.chartFolder = chartFolder }

  package func render(_ document: Document) -> MarkdownReport {
    var writer = MarkdownWriter(document, chartFolder: chartFolder)
    writer.writeDocument()
    return MarkdownReport(markdown: writer.text, charts: writer.charts)
  }
}

/// One document on its way to Markdown.
struct MarkdownWriter {
  let document: Document
  let chartFolder: String
  private(set) var text = ""
  private(set) var charts: [(name: String, svg: String)] = []
  private var chartNames: Set<String> = []
  private let titles: [String: String]

  private var language: Language { document.language }

  init(_ document: Document, chartFolder: String) {
    self.document = document
    self.chartFolder = chartFolder
    titles = Dictionary(document.pages.map { ($0.anchor, $0.title) }) { first, _ in first }
  }

  mutating func writeDocument() {
    paragraph("# \(MarkdownText.escape(document.title))")
    let facts = [
      document.company, document.period,
      ReportPhrases.asOf[language].replacing("{day}", with: document.asOf.iso),
      document.version.isEmpty
        ? "" : ReportPhrases.version[language].replacing("{version}", with: document.version),
    ]
    paragraph(facts.filter { !$0.isEmpty }.map(MarkdownText.escape).joined(separator: " · "))
    for page in document.pages { write(page) }
  }

  private mutating func write(_ page: Page) {
    paragraph("<a id=\"\(MarkdownText.anchor(page.anchor))\"></a>")
    paragraph("## \(MarkdownText.escape(page.title))")
    if !page.question.isEmpty { paragraph("*\(MarkdownText.escape(page.question))*") }
    if !page.headline.isEmpty { paragraph("**\(MarkdownText.escape(page.headline))**") }
    for block in page.blocks { write(block, on: page) }
  }

  private mutating func write(_ block: Page.Block, on page: Page) {
    switch block {
    case .heading(let title): paragraph("### \(MarkdownText.escape(title))")
    case .paragraph(let text): paragraph(MarkdownText.escape(text))
    case .cards(let measures): write(measures)
    case .findings(let findings): writeFindings(findings)
    case .actions(let findings): writeActions(findings)
    case .contents(let links):
      paragraph(
        links.map { entry in
          let question = entry.question.isEmpty ? "" : " – \(MarkdownText.escape(entry.question))"
          return "- \(link(entry.title, entry.anchor))\(question)"
        }.joined(separator: "\n"))
    case .chart(let chart): write(chart, on: page)
    case .table(let table): write(table)
    case .notes(let notes):
      paragraph(
        notes.map {
          "- *\(ReportPhrases.word($0.kind)[language])*\(colon)\(MarkdownText.escape($0.text))"
        }.joined(separator: "\n"))
    }
  }

  private var colon: String { language == .english ? ": " : "：" }

  private mutating func write(_ measures: [Measure]) {
    let texts = measures.map { MeasureText($0, language) }
    var columns: [(title: Phrase, right: Bool, cells: [String])] = [
      (ReportPhrases.measure, false, measures.map(\.label)),
      (ReportPhrases.value, true, texts.map(\.value)),
    ]
    func add(_ title: Phrase, _ cells: [String?], right: Bool = false) {
      guard cells.contains(where: { $0 != nil }) else { return }
      columns.append((title, right, cells.map { $0 ?? "" }))
    }
    add(ReportPhrases.interval, texts.map(\.interval), right: true)
    add(ReportPhrases.change, texts.map(\.change))
    add(ReportPhrases.target, texts.map(\.target))
    add(ReportPhrases.trend, texts.map(\.trend))
    let table = MarkdownTable(
      header: columns.map { $0.title[language] }, alignsRight: columns.map(\.right),
      rows: measures.indices.map { row in columns.map { MarkdownText.escape($0.cells[row]) } })
    paragraph(table.text())
  }

  private mutating func writeFindings(_ findings: [Finding]) {
    guard !findings.isEmpty else { return paragraph(ReportPhrases.noFindings[language]) }
    paragraph(
      findings.map { finding in
        let word = "**\(finding.severity.sign) \(ReportPhrases.word(finding.severity)[language])**"
        let target = titles[finding.page].map { " → \(link($0, finding.page))" } ?? ""
        return "- \(word)\(colon)\(MarkdownText.escape(finding.sentence))\(target)"
      }.joined(separator: "\n"))
  }

  private mutating func writeActions(_ findings: [Finding]) {
    let actions = findings.filter { $0.action != nil }
    guard !actions.isEmpty else { return paragraph(ReportPhrases.noActions[language]) }
    let table = MarkdownTable(
      header: [
        "", ReportPhrases.action[language], ReportPhrases.owner[language],
        ReportPhrases.seePage[language],
      ],
      alignsRight: [true, false, false, false],
      rows: actions.enumerated().map { index, finding in
        [
          String(index + 1), MarkdownText.escape(finding.action ?? ""),
          MarkdownText.escape(finding.owner ?? NumberStyle.missing),
          titles[finding.page].map { link($0, finding.page) } ?? "",
        ]
      })
    paragraph(table.text())
  }

  private mutating func write(_ chart: Chart, on page: Page) {
    var name = MarkdownText.anchor(chart.id)
    if chartNames.contains(name) { name = MarkdownText.anchor("\(page.anchor)-\(chart.id)") }
    var unique = name
    var number = 2
    while !chartNames.insert(unique).inserted {
      unique = "\(name)-\(number)"
      number += 1
    }
    charts.append((name: "\(unique).svg", svg: SVGChart(language).svg(chart)))
    paragraph("![\(MarkdownText.escape(chart.altText))](\(chartFolder)/\(unique).svg)")
  }

  /// A table of up to so many rows is read; of a longer one a report shows the beginning.
  private static let readRows = 60
  private static let begunRows = 20

  private mutating func write(_ table: ReportTable) {
    if !table.title.isEmpty { paragraph("#### \(MarkdownText.escape(table.title))") }
    guard !table.rows.isEmpty else { return paragraph(ReportPhrases.noRows[language]) }
    let isLong = table.rows.count > Self.readRows
    let shown = table.rows.prefix(min(document.listRows, isLong ? Self.begunRows : Self.readRows))
    let rows = shown.enumerated().map { index, row in
      table.columns.indices.map { column in
        let cell = column < row.count ? row[column] : .missing("")
        let text = MarkdownText.escape(table.text(cell, column, language))
        let isTotal = table.hasTotal && index == table.rows.count - 1
        return isTotal && !text.isEmpty ? "**\(text)**" : text
      }
    }
    paragraph(
      MarkdownTable(
        header: table.columns.indices.map { MarkdownText.escape(table.heading($0, language)) },
        alignsRight: table.columns.indices.map(table.alignsRight), rows: rows
      ).text())
    if let remainder = table.remainder(shown: shown.count, language) {
      paragraph(MarkdownText.escape(remainder))
    }
  }

  private func link(_ title: String, _ anchor: String) -> String {
    "[\(MarkdownText.escape(title))](#\(MarkdownText.anchor(anchor)))"
  }

  private mutating func paragraph(_ paragraph: String) {
    if !text.isEmpty { text += "\n" }
    text += paragraph
    if !paragraph.hasSuffix("\n") { text += "\n" }
  }
}
