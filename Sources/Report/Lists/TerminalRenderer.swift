package import Values

/// Writes pages as plain text for a terminal.
package struct TerminalRenderer: Sendable {
  package let language: Language
  package let paint: TerminalPaint
  /// Rows of a table that are shown at most.
  package let rows: Int

  package init(_ language: Language, coloured: Bool, rows: Int = 40) {
    self.language = language
    paint = TerminalPaint(coloured: coloured)
    self.rows = rows
  }

  package func text(_ pages: [Page]) -> String {
    pages.map(text).joined(separator: "\n")
  }

  package func text(_ page: Page) -> String {
    var parts = [paint.bold(clean(page.title))]
    if !page.headline.isEmpty { parts.append(clean(page.headline)) }
    for block in page.blocks {
      let text = text(block)
      if !text.isEmpty { parts.append(text) }
    }
    return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }

  private func text(_ block: Page.Block) -> String {
    switch block {
    case .heading(let title): return paint.bold(clean(title))
    case .paragraph(let text): return clean(text)
    case .cards(let measures): return text(measures)
    case .findings(let findings): return lines(findings.map(text))
    case .actions(let findings):
      return lines(
        findings.compactMap { finding in
          finding.action.map { action in
            let owner = finding.owner.map { " (\(clean($0)))" } ?? ""
            return "→ \(clean(action))\(owner)"
          }
        })
    case .contents(let links):
      return lines(links.map { "\(clean($0.title))\(colon)\(clean($0.question))" })
    case .chart: return ""
    case .table(let table): return text(table)
    case .notes(let notes):
      return lines(
        notes.map {
          paint.faint("\(ReportPhrases.word($0.kind)[language])\(colon)\(clean($0.text))")
        })
    }
  }

  /// Label, value, interval, change and target of each measure, aligned.
  package func text(_ measures: [Measure]) -> String {
    let labels = measures.map { clean($0.label) }
    let texts = measures.map { MeasureText($0, language) }
    let labelWidth = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let valueWidth = texts.map { DisplayWidth.of($0.value) }.max() ?? 0
    return lines(
      zip(labels, texts).map { label, text in
        var line = DisplayWidth.pad(label, to: labelWidth, right: false)
        line += "  " + DisplayWidth.pad(text.value, to: valueWidth, right: true)
        if let interval = text.interval { line += "  (\(interval))" }
        if let change = text.change {
          let painted = text.isBetter.map { $0 ? paint.good(change) : paint.alarm(change) }
          line += "  \(painted ?? change)"
        }
        if let target = text.target { line += "  \(target)" }
        return line.trimmingSpacesAtEnd
      })
  }

  package func text(_ finding: Finding) -> String {
    let word = "\(finding.severity.sign) \(ReportPhrases.word(finding.severity)[language])"
    let painted =
      switch finding.severity {
      case .note: word
      case .good: paint.good(word)
      case .warning: paint.warning(word)
      case .alarm: paint.alarm(word)
      }
    return "\(painted)\(colon)\(clean(finding.sentence))"
  }

  private func text(_ table: ReportTable) -> String {
    var text = table.title.isEmpty ? "" : paint.bold(clean(table.title)) + "\n"
    guard !table.rows.isEmpty else { return text + ReportPhrases.noRows[language] }
    var shown = table
    shown.rows = Array(table.rows.prefix(rows))
    if shown.rows.count < table.rows.count { shown.hasTotal = false }
    text += TerminalTable(shown, language).text(paint)
    if table.totalRows > shown.rows.count {
      let style = NumberStyle(.count, decimals: 0)
      text += ReportPhrases.moreRows[language]
        .replacing("{shown}", with: style.figure(Double(shown.rows.count), language))
        .replacing("{total}", with: style.figure(Double(table.totalRows), language))
    }
    return text
  }

  private var colon: String { language == .english ? ": " : "：" }

  private func clean(_ text: String) -> String { TerminalText.clean(text) }

  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
