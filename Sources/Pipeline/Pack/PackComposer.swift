import Exports
package import Report
import Values

/// Puts the reports of the steps together into one document: cover, summary, pages, appendix.
package struct PackComposer {
  let pipeline: PipelineFile
  let asOf: Day
  let version: String
  let account: Account
  /// The steps of the pack in page order.
  let steps: [StepResult]
  let language: Language

  /// A step that ran: what it was, with what, and what it says in this language.
  package struct StepResult {
    package let id: String
    package let stage: AnyStage
    package let settings: SettingEcho
    package var report: StageReport
  }

  private var wording: Wording { Wording(language: language, currency: pipeline.currency) }

  /// The most findings and actions on the summary page.
  private static let mostFindings = 12
  private static let mostActions = 5
  /// The most key figures on the summary page, which is printed on one sheet.
  private static let mostFigures = 15

  package func document() -> Document {
    let stagePages = steps.flatMap { step in step.report.pages.map { named($0, of: step) } }
    let summary = summaryPage()
    let appendix = appendixPage()
    let listed = [summary] + stagePages + [appendix]
    return Document(
      language: language, currency: pipeline.currency, title: pipeline.title[language],
      company: pipeline.company[language], asOf: asOf, period: period, version: version,
      pages: [coverPage(listing: listed)] + listed, listRows: pipeline.listRows)
  }

  /// The page with the CSV of the pack named at every table that is also a result table.
  private func named(_ page: Page, of step: StepResult) -> Page {
    let lists = step.stage.tables(pipeline.currency).map(\.name)
    var page = page
    page.blocks = page.blocks.map { block in
      guard case .table(var table) = block,
        let list = lists.first(where: { table.id == $0 || table.id == "\(step.id)_\($0)" })
      else { return block }
      table.wholeList = PackWriter.listPath(step: step.id, table: list)
      return .table(table)
    }
    return page
  }

  var period: String {
    let isWhole = asOf.adding(days: 1) == asOf.adding(days: 1).firstOfQuarter
    return wording(
      isWhole ? PackPhrases.period : PackPhrases.periodOpen,
      [
        "quarter": .text(String(asOf.quarter)), "year": .text(String(asOf.year)),
        "day": .day(asOf),
      ])
  }

  private func coverPage(listing pages: [Page]) -> Page {
    let files = account.files
    let facts = wording(
      PackPhrases.coverFacts,
      [
        "files": .count(files.count), "rows": .count(files.reduce(0) { $0 + $1.read }),
        "accepted": .count(files.reduce(0) { $0 + $1.accepted }),
        "merged": .count(files.reduce(0) { $0 + $1.merged }),
        "rejected": .count(files.reduce(0) { $0 + $1.rejected }),
        "excluded": .count(files.reduce(0) { $0 + $1.excluded }),
      ])
    return Page(
      anchor: "cover", title: wording(PackPhrases.cover),
      question: wording(PackPhrases.coverQuestion),
      headline: wording(PackPhrases.coverLine, ["day": .day(asOf), "orders": .text(facts)]),
      blocks: [
        .heading(pipeline.title[language]),
        .paragraph(
          [pipeline.company[language], period].filter { !$0.isEmpty }.joined(separator: " · ")),
        .paragraph(wording(PackPhrases.version, ["version": .text(version)])),
        .contents(
          pages.map { Page.Link(anchor: $0.anchor, title: $0.title, question: $0.question) }),
      ])
  }

  private func summaryPage() -> Page {
    let findings = rankedFindings
    let top = Array(findings.prefix(Self.mostFindings))
    let actions = Array(findings.filter { $0.action != nil }.prefix(Self.mostActions))
    let warnings = steps.flatMap(\.report.warnings)
    var blocks: [Page.Block] = [.heading(wording(PackPhrases.keyFigures)), .cards(keyFigures)]
    if !top.isEmpty {
      blocks += [.heading(wording(PackPhrases.findings)), .findings(top)]
    }
    if !actions.isEmpty {
      blocks += [.heading(wording(PackPhrases.actions)), .actions(actions)]
    }
    if !warnings.isEmpty { blocks.append(.notes(warnings.map { Note(.caution, $0) })) }
    // How the whole has changed, as the first of the steps tells it that say so most gravely.
    let whole = steps.flatMap(\.report.findings).filter(\.isLead)
    let gravest = whole.map(\.severity).max()
    let opening =
      whole.filter { $0.severity == gravest }.prefix(1) + top.filter { !$0.isLead }.prefix(1)
    let lead = opening.map(\.sentence).joined(separator: language == .english ? " " : "")
    return Page(
      anchor: "summary", title: wording(PackPhrases.summary),
      question: wording(PackPhrases.summaryQuestion),
      headline: opening.isEmpty ? wording(PackPhrases.nothingFound) : lead, blocks: blocks)
  }

  /// By severity; of one severity what is foremost in its step, then what comes second there.
  private var rankedFindings: [Finding] {
    func isBefore(_ left: Finding, _ right: Finding) -> Bool? {
      if left.severity != right.severity { return left.severity > right.severity }
      return left.weight == right.weight ? nil : left.weight > right.weight
    }
    let ranked = steps.flatMap { step in
      step.report.findings.enumerated()
        .sorted { isBefore($0.element, $1.element) ?? ($0.offset < $1.offset) }
        .enumerated().map { (rank: $0.offset, finding: $0.element.element) }
    }
    return ranked.enumerated()
      .sorted { left, right in
        let (one, other) = (left.element, right.element)
        if one.finding.severity == other.finding.severity, one.rank != other.rank {
          return one.rank < other.rank
        }
        return isBefore(one.finding, other.finding) ?? (left.offset < right.offset)
      }
      .map(\.element.finding)
  }

  /// Those with a target, then the first of each step, then the second, in the order of the steps.
  private var keyFigures: [Measure] {
    let keys = steps.map { $0.report.measures.filter(\.isKey) }
    let places = keys.indices.flatMap { step in keys[step].indices.map { (step: step, at: $0) } }
    let ranked = places.sorted { left, right in
      let (isLeft, isRight) = (
        keys[left.step][left.at].target == nil, keys[right.step][right.at].target == nil
      )
      if isLeft != isRight { return isRight }
      return (left.at, left.step) < (right.at, right.step)
    }
    let shown = ranked.prefix(Self.mostFigures).sorted { ($0.step, $0.at) < ($1.step, $1.at) }
    let labels = Dictionary(grouping: shown) { keys[$0.step][$0.at].label }
    // One stage in two steps has the same figures of other people: the page tells them apart.
    return shown.map { place in
      var measure = keys[place.step][place.at]
      if let page = steps[place.step].report.pages.first, (labels[measure.label]?.count ?? 0) > 1 {
        measure.label = wording(
          PackPhrases.figureOfPage, ["figure": .text(measure.label), "page": .text(page.title)])
      }
      return measure
    }
  }

  private func appendixPage() -> Page {
    let methodRows = steps.flatMap { step in
      step.stage.method.map { method -> [ReportTable.Cell] in
        [
          .text(step.id), .text(method.title[language]), .text(method.formula),
          .text(method.meaning[language]), .text(method.source),
        ]
      }
    }
    let line = wording(
      PackPhrases.appendixLine,
      ["methods": .count(methodRows.count), "steps": .count(steps.count)])
    return Page(
      anchor: "appendix", title: wording(PackPhrases.appendix),
      question: wording(PackPhrases.appendixQuestion), headline: line,
      blocks: [
        .table(
          table(
            "methods", PackPhrases.methods,
            [
              PackPhrases.step, PackPhrases.method, PackPhrases.formula, PackPhrases.meaning,
              PackPhrases.source,
            ], methodRows)),
        .table(settingsTable()),
        .table(measuresTable()),
      ] + profileNotes)
  }

  /// What the profile leaves out, where it does.
  private var profileNotes: [Page.Block] {
    switch pipeline.profile {
    case .internal: []
    case .management: [.notes([Note(.policy, wording(PackPhrases.managementNote))])]
    case .external: [.notes([Note(.policy, wording(PackPhrases.externalNote))])]
    }
  }

  private func settingsTable() -> ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for entry in pipeline.echoedForReaders {
      rows.append([.text("–"), .text(entry.key), .text(entry.value.line)])
    }
    for step in steps {
      guard case .map(let entries) = step.settings else { continue }
      for entry in entries {
        rows.append([.text(step.id), .text(entry.key), .text(entry.value.line)])
      }
    }
    return table(
      "settings", PackPhrases.settings,
      [PackPhrases.step, PackPhrases.setting, PackPhrases.value], rows)
  }

  private func measuresTable() -> ReportTable {
    let rows = steps.flatMap { step in
      step.report.measures.map { measure -> [ReportTable.Cell] in
        let style = NumberStyle.table(measure.unit)
        func cell(_ value: Double?, _ reason: String = "–") -> ReportTable.Cell {
          value.map { .text(style.text($0, language)) } ?? .missing(reason)
        }
        return [
          .text("\(step.id).\(measure.id)"), .text(measure.label),
          cell(measure.value, measure.reason ?? "–"), cell(measure.low), cell(measure.high),
          measure.n.map { .text(NumberStyle.table(.count).text(Double($0), language)) }
            ?? .missing("–"),
          cell(measure.previous), cell(measure.target),
        ]
      }
    }
    return table(
      "measures", PackPhrases.measures,
      [
        PackPhrases.measure, PackPhrases.meaning, PackPhrases.value, PackPhrases.low,
        PackPhrases.high, PackPhrases.base, PackPhrases.previous, PackPhrases.target,
      ], rows)
  }

  private func table(
    _ id: String, _ title: Phrase, _ heads: [Phrase], _ rows: [[ReportTable.Cell]]
  ) -> ReportTable {
    ReportTable(
      id: id, title: wording(title),
      columns: heads.map { ReportTable.Column(wording($0), .text) }, rows: rows)
  }
}

extension PipelineFile {
  /// A setting as the readers of the pack may see it: a merge map that is written out names
  /// customers.
  func masked(_ entry: SettingEcho.Entry) -> SettingEcho.Entry {
    guard entry.key == "merge_map", profile == .external, case .map = entry.value else {
      return entry
    }
    return .init(entry.key, .text(masking.text(ContentHash.of(entry.value.line), .customer)))
  }

  /// The settings of the whole pipeline that change figures.
  var echoedForReaders: [SettingEcho.Entry] {
    var shown: Set = ["as_of", "currency", "time_zone", "zero_amount", "min_cell", "list_rows"]
    if mergeMap.echoed != .none { shown.insert("merge_map") }
    guard case .map(let entries) = echoed else { return [] }
    return entries.filter { shown.contains($0.key) }.map(masked)
      + [SettingEcho.Entry("profile", profile.echoed)]
  }
}
