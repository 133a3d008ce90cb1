import Diagnostics
import Pipeline
import Report
import Values

/// What every stage must hold, whatever it computes; returns what does not hold, in words.
///
/// A stage's own tests call it with a typical source, a source of one row, and one of none:
/// `#expect(try StageBattery.problems(RFM.self, source: { .small(currency: $0) }) == [])`.
struct StageBattery {
  /// Words of the source that may stand in any language: names, ids, texts of customers.
  private let data: [String]
  private(set) var problems: [String] = []

  /// Declarations, tables and report of one run in two currencies and both languages.
  ///
  /// - Parameters:
  ///   - source: the source in a currency; both its runs must lead to the same pages.
  ///   - data: words of the source and the settings that pass the language check.
  static func problems<S: Stage>(
    _ stage: S.Type, _ settings: S.Settings = S.Settings(), data: [String] = [],
    source: (Currency) throws -> Source
  ) throws -> [String] {
    var battery = StageBattery(data: data.sorted { $0.count > $1.count })
    battery.checkDeclarations(stage)
    for code in ["CNY", "JPY"] {
      guard let currency = Currency(code: code) else { continue }
      let input = try S.Input(from: source(currency), settings)
      let output = try S(settings).run(input)
      battery.checkTables(output, currency)
      battery.checkReports(output, currency, S.name)
      let again = try S(settings).run(input)
      let wording = Wording(language: .english, currency: currency)
      battery.expect(
        described(again.report(wording, step: "again"))
          == described(output.report(wording, step: "again")),
        "two runs on one input say the same")
    }
    return battery.problems
  }

  private init(data: [String]) { self.data = data }

  /// The whole report as text; a set is written in ascending order, since it has none of its own.
  private static func described(_ report: StageReport) -> String {
    "\(report)".replacing(#/Set\(\[([0-9, ]+)\]\)/#) { match in
      "\(match.1.split(separator: ", ").compactMap { Int($0) }.sorted())"
    }
  }

  mutating func expect(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if !holds { problems.append(rule()) }
  }

  // MARK: Declarations

  private mutating func checkDeclarations<S: Stage>(_ stage: S.Type) {
    expect(isName(S.name), "'\(S.name)' is a name in small letters")
    expect(!S.example.isEmpty, "there is an example")
    check(S.summary, "summary")
    expect(!S.method.isEmpty, "there is a method")
    for method in S.method {
      check(method.title, "title of a method")
      check(method.meaning, "meaning of a method")
      expect(!method.formula.isEmpty, "formula of '\(method.title.english)'")
      // Symbols alone: the formula stands in the Chinese pack as it is.
      checkLanguage(method.formula, .simplifiedChinese, "formula of '\(method.title.english)'")
      expect(!method.source.isEmpty, "source of '\(method.title.english)'")
    }
    let keys = S.Settings.fields.map(\.key)
    expect(Set(keys).count == keys.count, "keys are unique: \(keys)")
    for field in S.Settings.fields {
      expect(isName(field.key), "'\(field.key)' is a key in snake case")
      check(field.meaning, "meaning of the key '\(field.key)'")
    }
    for table in S.Output.tables(.cny) {
      expect(isName(table.name), "'\(table.name)' is a table in snake case")
      check(table.summary, "summary of the table '\(table.name)'")
      let ids = table.heads.map(\.id)
      expect(Set(ids).count == ids.count, "columns of '\(table.name)' are unique: \(ids)")
      for head in table.heads {
        expect(isName(head.id), "'\(head.id)' is a column in snake case")
        check(head.meaning, "meaning of '\(table.name).\(head.id)'")
      }
    }
  }

  private mutating func check(_ phrase: Phrase, _ place: String) {
    for language in Language.allCases {
      expect(!phrase[language].isEmpty, "\(place) in \(language.rawValue)")
      checkLanguage(phrase[language], language, place)
    }
    expect(
      placeholders(phrase.english).sorted() == placeholders(phrase.chinese).sorted(),
      "\(place): both languages put in the same values")
  }

  // MARK: Tables

  private mutating func checkTables(_ output: some StageOutput, _ currency: Currency) {
    let declared = type(of: output).tables(currency)
    expect(!declared.isEmpty, "there is a main table")
    expect(Set(declared.map(\.name)).count == declared.count, "table names are unique")
    for result in declared {
      let table = output.table(result.name)
      expect(table.name == result.name, "table '\(result.name)' has its name: \(table.name)")
      expect(table.heads == result.heads, "heads of '\(result.name)' in \(currency) as declared")
      for (head, values) in zip(table.heads, table.columns) {
        let place = "\(table.name).\(head.id)"
        expect(fits(values, head.unit), "\(place) holds values of its unit \(head.unit)")
        if case .number(let numbers) = values {
          expect(!numbers.contains { $0.isInfinite }, "\(place) is finite")
          if head.unit == .share {
            expect(!numbers.contains { $0 < 0 || $0 > 1 }, "\(place) lies in 0…1")
          }
        }
        if case .category(let codes, let labels) = values {
          expect(!codes.contains { $0 >= labels.count || $0 < -1 }, "\(place) has labels")
        }
      }
    }
  }

  private func fits(_ values: ColumnValues, _ unit: Unit) -> Bool {
    switch (values, unit) {
    case (.text, .text), (.category, .text), (.day, .day), (.instant, .instant): true
    case (.money(_, let held), .money(let declared)): held == declared
    case (.integer, .count), (.integer, .days), (.integer, .months), (.integer, .score): true
    case (.number, .text), (.number, .day), (.number, .instant): false
    case (.number, _): true
    default: false
    }
  }

  // MARK: Reports

  private mutating func checkReports(
    _ output: some StageOutput, _ currency: Currency, _ name: String
  ) {
    let step = "step_of_\(name)"
    var reports: [StageReport] = []
    for language in Language.allCases {
      let report = output.report(Wording(language: language, currency: currency), step: step)
      check(report, step, language)
      reports.append(report)
    }
    guard let first = reports.first else { return }
    for other in reports.dropFirst() {
      expect(shape(first) == shape(other), "reports have one shape in every language")
    }
  }

  /// Everything of a report that does not depend on the language.
  private func shape(_ report: StageReport) -> [String] {
    report.measures.map { "\($0.id) \($0.value as Double?) \($0.n as Int?) \($0.unit)" }
      + report.findings.map { "\($0.id) \($0.severity) \($0.weight) \($0.page)" }
      + ["\(report.warnings.count)"]
      + report.pages.flatMap { page in
        [page.anchor]
          + page.blocks.map { block in
            switch block {
            case .table(let table): "table \(table.id) \(table.columns.count) \(table.rows.count)"
            case .chart(let chart): "chart \(chart.id)"
            case .notes(let notes): "notes \(notes.count)"
            case .cards(let cards): "cards \(cards.map(\.id))"
            case .findings(let findings), .actions(let findings): "findings \(findings.map(\.id))"
            case .contents(let links): "links \(links.count)"
            case .heading, .paragraph: "words"
            }
          }
      }
  }

  private mutating func check(_ report: StageReport, _ step: String, _ language: Language) {
    let ids = report.measures.map(\.id)
    expect(Set(ids).count == ids.count, "measures have unique ids: \(ids)")
    report.measures.forEach { check($0, language) }
    let anchors = report.pages.map(\.anchor)
    expect(Set(anchors).count == anchors.count, "anchors are unique: \(anchors)")
    for finding in report.findings {
      checkText(finding.sentence, language, "finding \(finding.id)")
      finding.action.map { checkText($0, language, "action of \(finding.id)") }
      expect(anchors.contains(finding.page), "finding \(finding.id) links a page: \(finding.page)")
      expect(finding.weight.isFinite, "finding \(finding.id) has a weight")
    }
    report.warnings.forEach { checkText($0, language, "warning") }
    for page in report.pages {
      expect(page.anchor.hasPrefix(step), "anchor '\(page.anchor)' starts with the step id")
      checkText(page.title, language, "title of \(page.anchor)")
      expect(
        page.title.count <= 31 && !page.title.contains { "[]:*?/\\".contains($0) },
        "'\(page.title)' can name a sheet")
      checkText(page.question, language, "question of \(page.anchor)")
      checkText(page.headline, language, "headline of \(page.anchor)")
      page.blocks.forEach { check($0, language, page.anchor) }
    }
  }

  private mutating func check(_ measure: Measure, _ language: Language) {
    let place = "measure \(measure.id)"
    checkText(measure.label, language, "label of \(place)")
    expect(
      (measure.value == nil) == (measure.reason != nil),
      "\(place) has a value or the reason why not")
    measure.reason.map { checkText($0, language, "reason of \(place)") }
    for figure in [measure.value, measure.low, measure.high] {
      expect(figure?.isFinite ?? true, "\(place) is finite")
    }
    if let value = measure.value, let low = measure.low, let high = measure.high {
      expect(low <= value + 1e-9 && value <= high + 1e-9, "\(place) lies in its interval")
    }
    if measure.unit == .share, let value = measure.value {
      expect(value >= 0 && value <= 1, "\(place) lies in 0…1: \(value)")
    }
  }

  private mutating func check(_ block: Page.Block, _ language: Language, _ page: String) {
    switch block {
    case .heading(let text), .paragraph(let text): checkText(text, language, "words of \(page)")
    case .cards(let measures): measures.forEach { check($0, language) }
    case .findings(let findings), .actions(let findings):
      findings.forEach { checkText($0.sentence, language, "finding on \(page)") }
    case .contents(let links): links.forEach { checkText($0.title, language, "link on \(page)") }
    case .chart(let chart): check(chart, language)
    case .table(let table): check(table, language)
    case .notes(let notes):
      // The title of a published work stands in its own language.
      for note in notes where note.kind != .source { checkText(note.text, language, "note") }
    }
  }

  private mutating func check(_ table: ReportTable, _ language: Language) {
    checkText(table.title, language, "title of the table \(table.id)")
    expect(isName(table.id), "'\(table.id)' is a table in snake case")
    expect(table.totalRows >= table.rows.count - (table.hasTotal ? 1 : 0), "rows of \(table.id)")
    table.columns.forEach { checkText($0.title, language, "a column of \(table.id)") }
    for row in table.rows {
      expect(row.count == table.columns.count, "a row of \(table.id) fills its columns")
      for cell in row {
        switch cell {
        case .number(let number): expect(number.isFinite, "a cell of \(table.id) is finite")
        case .text(let text), .missing(let text): checkLanguage(text, language, table.id)
        case .day: break
        }
      }
    }
  }

  private mutating func check(_ chart: Chart, _ language: Language) {
    let place = "chart \(chart.id)"
    checkText(chart.title, language, "title of \(place)")
    checkText(chart.altText, language, "words for \(place)")
    for title in [chart.xTitle, chart.yTitle] {
      title.map { checkText($0, language, "axis of \(place)") }
    }
    let words: [String]
    let lengths: Set<Int>
    var mustBeFinite: [Double] = []
    switch chart.kind {
    case .bars(let categories, let values, let alarms):
      (words, lengths, mustBeFinite) = (categories, [categories.count, values.count], values)
      expect(alarms.allSatisfy(categories.indices.contains), "alarms of \(place) are bars")
    case .columns(let categories, let values):
      (words, lengths, mustBeFinite) = (categories, [categories.count, values.count], values)
    case .diverging(let categories, let levels, let neutral, let shares):
      (words, lengths) = (categories + levels, [categories.count, shares.count])
      mustBeFinite = shares.flatMap(\.self)
      expect(shares.allSatisfy { $0.count == levels.count }, "\(place) has all levels")
      expect(neutral.map(levels.indices.contains) ?? true, "the middle of \(place) is a level")
    case .intervals(let categories, let low, let middle, let high):
      (words, lengths) = (categories, [categories.count, low.count, middle.count, high.count])
      mustBeFinite = low + middle + high
    case .lines(let x, let series):
      (words, lengths) = (x + series.map(\.name), Set([x.count] + series.map(\.values.count)))
    case .heatMap(let rows, let columns, let values):
      (words, lengths) = (rows + columns, [rows.count, values.count])
      expect(values.allSatisfy { $0.count == columns.count }, "\(place) has all columns")
    case .band(let line):
      words = line.x + [line.name] + [line.beside?.name, line.mark?.name].compactMap(\.self)
      lengths = Set(
        [line.x.count, line.low.count, line.middle.count, line.high.count]
          + [line.beside?.values.count].compactMap(\.self))
      expect(
        (line.mark?.points ?? []).allSatisfy(line.x.indices.contains),
        "marks of \(place) are points")
    case .points(let plane):
      words = plane.points.map(\.label) + plane.groups.map(\.name)
      lengths = [plane.points.count]
      mustBeFinite = plane.points.flatMap { [$0.x, $0.y] }
      expect(
        plane.points.allSatisfy { plane.groups.indices.contains($0.group) },
        "the dots of \(place) have a group")
      if let named = plane.quadrants {
        for title in [named.upperLeft, named.upperRight, named.lowerLeft, named.lowerRight] {
          checkText(title, language, "a field of \(place)")
        }
        expect(plane.x.cut != nil && plane.y.cut != nil, "\(place) is cut into its fields")
      }
    }
    expect(lengths.count == 1, "\(place) has a value for each category")
    expect(mustBeFinite.allSatisfy(\.isFinite), "\(place) is finite")
    words.forEach { checkLanguage($0, language, place) }
  }

  // MARK: Words

  private mutating func checkText(_ text: String, _ language: Language, _ place: String) {
    expect(!text.isEmpty, "\(place) in \(language.rawValue)")
    expect(placeholders(text).isEmpty, "\(place) has all its values: \(text)")
    checkLanguage(text, language, place)
  }

  /// No Chinese in English, and no run of four Latin letters in Chinese, outside data.
  private mutating func checkLanguage(_ text: String, _ language: Language, _ place: String) {
    // Most texts hold no data: taking it out is the second step.
    if isIn(language, text) { return }
    var words = text
    for datum in data where !datum.isEmpty { words = words.replacing(datum, with: " ") }
    for name in placeholders(words) { words = words.replacing("{\(name)}", with: " ") }
    expect(isIn(language, words), "\(place) is in \(language.rawValue): \(text)")
  }

  private func isIn(_ language: Language, _ text: String) -> Bool {
    switch language {
    case .english:
      return !text.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
    case .simplifiedChinese:
      var run = 0
      for scalar in text.unicodeScalars {
        run = scalar.isASCII && scalar.properties.isAlphabetic ? run + 1 : 0
        if run == 4 { return false }
      }
      return true
    }
  }

  private func placeholders(_ text: String) -> [String] {
    text.matches(of: #/\{([A-Za-z_]+)\}/#).map { String($0.1) }
  }

  private func isName(_ text: String) -> Bool {
    text.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil
  }
}
