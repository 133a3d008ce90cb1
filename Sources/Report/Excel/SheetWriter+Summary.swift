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
    let lines = measures.map { measure -> [(text: String, look: CellLook)] in
      let text = MeasureText(measure, language)
      return [
        text.interval.map { ("\(ReportPhrases.interval[language]) \($0)", cardLook(Palette.grey)) },
        text.change.map { change in
          var look = cardLook(
            text.isBetter.map { $0 ? Palette.accent : Palette.alarm } ?? Palette.grey)
          look.bold = text.isBetter != nil
          return (change, look)
        },
        text.target.map {
          ($0, cardLook(text.meetsTarget == false ? Palette.alarm : Palette.grey))
        },
        text.trend.map { ($0, cardLook(Palette.accent)) },
      ].compactMap { $0 }
    }
    try keepTogether(150)
    var label = cardLook(Palette.grey)
    label.top = .thick
    for (measure, span) in zip(measures, spans) { try cells.write(measure.label, row, span, label) }
    try advance(
      zip(measures, spans).map { height([$0.label], 9, grid.width($1)) }.max().map { $0 + 6 } ?? 20)
    var value = cardLook(Palette.ink)
    value.size = 18
    value.wraps = false
    value.bold = true
    for (measure, span) in zip(measures, spans) { try write(measure, row, span, value) }
    try advance(36)
    for line in 0..<(lines.map(\.count).max() ?? 0) {
      var tallest = 0.0
      for (card, span) in zip(lines, spans) {
        let entry = line < card.count ? card[line] : (text: "", look: cardLook(Palette.grey))
        try cells.write(entry.text, row, span, entry.look)
        tallest = max(tallest, height([entry.text], 9, grid.width(span)))
      }
      try advance(tallest + 2)
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

  private func cardLook(_ colour: Colour) -> CellLook {
    CellLook(
      size: 9, colour: colour.rgb, fill: Palette.paleGrey.rgb, wraps: true, indent: 1, right: .gap)
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
      let text = CellLook(wraps: true, isTop: true, bottom: .thin)
      try cells.write(
        "\(finding.severity.sign) \(ReportPhrases.word(finding.severity)[language])", row,
        spans[0], mark)
      try cells.write(finding.sentence, row, spans[1], text)
      try writeLink(finding.page, spans[2])
      try advance(height([finding.sentence], 10, grid.width(spans[1])) + 6)
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
