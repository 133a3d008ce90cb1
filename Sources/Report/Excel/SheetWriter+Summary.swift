import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  /// Cards, four to a row: label, value, interval, change, target and trend.
  mutating func write(_ measures: [Measure]) throws(Diagnostic) {
    let across = grid.count >= 4 ? 4 : 2
    for start in stride(from: 0, to: measures.count, by: across) {
      try writeCards(
        Array(measures[start..<min(start + across, measures.count)]),
        grid.spans(Array(repeating: 1, count: across)))
    }
  }

  private mutating func writeCards(_ measures: [Measure], _ spans: [ClosedRange<Int>])
    throws(Diagnostic)
  {
    let texts = measures.map { MeasureText($0, language) }
    let lines: [[String?]] = [
      texts.map { text in text.interval.map { "\(ReportPhrases.interval[language]) \($0)" } },
      texts.map(\.change), texts.map(\.target), texts.map(\.trend),
    ]
    try keepTogether(150)
    let base = CellLook(fill: Palette.paleGrey.rgb, right: .gap)
    var label = base
    label.size = 9
    label.colour = Palette.grey.rgb
    label.wraps = true
    label.top = .thick
    for (measure, span) in zip(measures, spans) { try cells.write(measure.label, row, span, label) }
    try advance(
      zip(measures, spans).map { height([$0.label], 9, grid.width($1)) }.max().map { $0 + 6 } ?? 20)
    var value = base
    value.size = 18
    value.bold = true
    for (measure, span) in zip(measures, spans) { try write(measure, row, span, value) }
    try advance(36)
    for (kind, line) in lines.enumerated() where line.contains(where: { $0 != nil }) {
      for (index, span) in spans.enumerated() where index < measures.count {
        var look = base
        look.size = kind == 3 ? 12 : 9
        look.colour = colour(texts[index], line: kind).rgb
        look.bold = kind == 1 && texts[index].isBetter != nil
        look.wraps = true
        try cells.write(line[index] ?? "", row, span, look)
      }
      try advance(
        zip(line, spans).map { height([$0 ?? ""], 9, grid.width($1)) }.max().map { $0 + 2 } ?? 18)
    }
    try space(14)
  }

  private mutating func write(
    _ measure: Measure, _ row: Int, _ span: ClosedRange<Int>, _ look: CellLook
  ) throws(Diagnostic) {
    var look = look
    let style = NumberStyle.prose(measure.unit)
    guard let value = measure.value, value.isFinite else {
      look.size = 12
      look.colour = Palette.grey.rgb
      look.wraps = true
      try cells.write(measure.reason ?? NumberStyle.missing, row, span, look)
      return
    }
    look.numberFormat = style.excelFormat(language, for: value, withUnit: true)
    try cells.merge(row, span, look)
    try cells.write(value, row, span.lowerBound, look)
  }

  private func colour(_ text: MeasureText, line: Int) -> Colour {
    switch line {
    case 1: text.isBetter.map { $0 ? Palette.accent : Palette.alarm } ?? Palette.grey
    case 2: text.meetsTarget == false ? Palette.alarm : Palette.grey
    case 3: Palette.accent
    default: Palette.grey
    }
  }

  /// One line a finding: severity, sentence, link to its page.
  mutating func writeFindings(_ findings: [Finding]) throws(Diagnostic) {
    guard !findings.isEmpty else {
      try line(ReportPhrases.noFindings[language], .paragraph)
      return
    }
    let spans = grid.spans([0.1, 0.74, 0.16])
    for finding in findings {
      let isBad = finding.severity >= .warning
      let mark = CellLook(
        bold: true, colour: isBad ? Palette.alarm.rgb : Palette.accent.rgb, isTop: true,
        bottom: .thin)
      let text = CellLook(size: 11, wraps: true, isTop: true, bottom: .thin)
      try cells.write(
        "\(finding.severity.sign) \(ReportPhrases.word(finding.severity)[language])", row,
        spans[0], mark)
      try cells.write(finding.sentence, row, spans[1], text)
      try writeLink(finding.page, spans[2])
      try advance(height([finding.sentence], 11, grid.width(spans[1])) + 6)
    }
    try space(14)
  }

  /// A table of the actions with their owners.
  mutating func writeActions(_ findings: [Finding]) throws(Diagnostic) {
    let actions = findings.filter { $0.action != nil }
    guard !actions.isEmpty else {
      try line(ReportPhrases.noActions[language], .paragraph)
      return
    }
    let spans = grid.spans([0.62, 0.22, 0.16])
    let header = CellLook(bold: true, fill: Palette.paleAccent.rgb, bottom: .thick)
    let words = [ReportPhrases.action, ReportPhrases.owner, ReportPhrases.seePage]
    for (word, span) in zip(words, spans) { try cells.write(word[language], row, span, header) }
    try advance(24)
    for (number, finding) in actions.enumerated() {
      let look = CellLook(wraps: true, isTop: true, bottom: .thin)
      let action = "\(number + 1). \(finding.action ?? "")"
      let owner = finding.owner ?? NumberStyle.missing
      try cells.write(action, row, spans[0], look)
      try cells.write(owner, row, spans[1], look)
      try writeLink(finding.page, spans[2])
      try advance(
        max(
          height([action], 10, grid.width(spans[0])), height([owner], 10, grid.width(spans[1])))
          + 6)
    }
    try space(14)
  }

  private func writeLink(_ anchor: String, _ span: ClosedRange<Int>) throws(Diagnostic) {
    var look = CellLook.link
    look.isTop = true
    look.bottom = .thin
    if let sheet = sheetOfAnchor[anchor] {
      try cells.link(sheet, to: sheet, row, span, look)
    } else {
      look.underline = false
      try cells.merge(row, span, look)
    }
  }
}
