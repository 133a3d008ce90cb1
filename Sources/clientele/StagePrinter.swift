import Diagnostics
import Exports
import Foundation
import Pipeline
import Report
import Tabular
import Values

/// Writes the result of one stage in the chosen format.
struct StagePrinter {
  let result: HandRun.Result
  let stage: AnyStage
  let language: Language
  let currency: Currency
  let format: StageCommand.Format
  let table: String
  /// `-` is standard output.
  let path: String
  let threads: Int?

  func write() throws(Diagnostic) {
    switch format {
    case .csv:
      let lists = ListCSV(
        hasOrderMark: language == .simplifiedChinese && path != "-", threads: threads)
      try lists.write(result.output.table(table), to: path)
    case .json: try emit(json().encoded())
    case .markdown: try writeMarkdown()
    case .table: try emit(Array(text.utf8))
    case .xlsx: try WorkbookRenderer().write(document, to: path)
    }
  }

  /// What is wrong with the data or the settings; JSON holds it, other forms have it beside them.
  func warn() {
    guard format != .json else { return }
    for warning in report.warnings { Console.error("warning: \(warning)") }
  }

  private var report: StageReport {
    result.output.report(Wording(language: language, currency: currency), step: stage.name)
  }

  private var document: Document {
    Document(
      language: language, currency: currency, title: stage.summary[language], company: "",
      asOf: result.asOf, period: "", version: ProgramVersion.text, pages: report.pages,
      listRows: 50_000)
  }

  private var text: String {
    let isColoured = path == "-" && Console.outputIsColoured
    return TerminalRenderer(language, coloured: isColoured).text(report.pages)
  }

  private func json() -> StageJSON {
    let report = report
    var settings: [(String, JSONValue)] = []
    if case .map(let entries) = result.settings {
      settings = entries.map { ($0.key, JSONValue($0.value)) }
    }
    return StageJSON(
      stage: stage.name, step: stage.name, asOf: result.asOf, settings: settings,
      measures: report.measures,
      tables: stage.tables(currency).map { result.output.table($0.name) },
      findings: report.findings, warnings: report.warnings)
  }

  /// The report, and beside a file its charts: both are on the disk before either is in its place.
  private func writeMarkdown() throws(Diagnostic) {
    let folder = path == "-" ? "charts" : "\(path).charts"
    let markdown = MarkdownRenderer(chartFolder: (folder as NSString).lastPathComponent)
      .render(document)
    guard path != "-" else { return try emit(Array(markdown.markdown.utf8)) }
    let file = try OutputFile(path)
    try file.write(Array(markdown.markdown.utf8))
    let charts = try DraftFolder(for: folder)
    for chart in markdown.charts {
      try TextFile.write(chart.svg, to: "\(charts.path)/\(chart.name)")
    }
    try charts.sync(threads: threads)
    try charts.publish()
    try file.close()
  }

  private func emit(_ bytes: [UInt8]) throws(Diagnostic) {
    try TextFile.write(bytes, to: path)
  }
}
