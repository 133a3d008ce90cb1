import ArgumentParser
import Diagnostics
import Exports
import Foundation
import Pipeline
import Report
import Stages
import Values

/// `clientele stage NAME --CONTRACT FILE…`.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Run one stage by hand on CSV files.",
    discussion: """
      Data go to standard output or --output, all else to standard error. `clientele stages NAME` \
      tells formulae, settings and tables.

      Example: clientele stage rfm --orders orders.csv --set bins=4 --format csv --table segments
      """)

  @Argument(help: "Name of the stage: `clientele stages` lists them.")
  var name: String

  @OptionGroup(title: "Exports") var exports: ContractOptions

  @Option(
    help: "Facts after this day are left out; by default the last day of the main export.",
    transform: Day.argument)
  var asOf: Day?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the stage; may be repeated.", valueName: "key=value"))
  var overrides: [String] = []

  @Option(help: "Whether a free order is a purchase: purchase or ignore.")
  var zeroAmount = ZeroAmount.purchase

  @Option(help: "Groups with fewer answers lose every figure.")
  var minCell = 5

  @Option(help: "Customers outside or inside the company: external or internal.")
  var scope = Source.Scope.external

  @Option(help: "table, csv, json, markdown or xlsx.")
  var format: Format?

  @Option(help: "The result table of csv output; by default the main one.")
  var table: String?

  @Option(help: "Where the output goes; by default standard output.")
  var output: String?

  @Option(help: "File for every rejected row, with its reason.")
  var rejects: String?

  @Option(
    name: .customLong("keep-purchase-days"),
    help: "File for the purchase days of the orders, which --purchase-days reads again.")
  var keptPurchaseDays: String?

  @Option(help: "Language of the text: en or zh-Hans.")
  var language = Language.english

  @OptionGroup var progress: ProgressOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
    case markdown
    case xlsx
  }

  mutating func validate() throws {
    if minCell < 1 { throw ValidationError("--min-cell must be at least 1, found \(minCell)") }
    if format == .xlsx, output == nil {
      throw ValidationError("a workbook is a file: give --output FILE.xlsx")
    }
    if keptPurchaseDays != nil, exports.orders.isEmpty {
      throw ValidationError("--keep-purchase-days keeps those of --orders, which is not given")
    }
    if let format, table != nil, format != .csv {
      throw ValidationError(
        "--table chooses a table of --format csv, found --format \(format.rawValue)")
    }
  }

  func run() throws {
    guard let stage = registry[name] else {
      throw Diagnostic(
        .usage, "unknown-stage", "there is no stage '\(name)'",
        help: Suggestion.help(for: name, among: registry.stages.map(\.name)))
    }
    let chosen = try chosenTable(of: stage)
    try keepInputs()
    let log = progress.log()
    var hand = HandRun(stage: stage)
    hand.exports = try exports.sets()
    if let path = exports.mergeMap { hand.mergeMap = try MergeMapPlan(file: path).load(from: ".") }
    hand.purchaseDaysFile = exports.purchaseDays
    hand.keptPurchaseDays = keptPurchaseDays
    hand.asOf = asOf
    hand.currency = exports.currency
    hand.zeroAmount = zeroAmount
    hand.minCell = minCell
    hand.scope = scope
    hand.overrides = try overrides.map { try Override($0) }
    hand.threads = progress.threads
    if progress.timings || progress.format == .json { hand.log = log.runLog }
    let sink = try RejectSink(path: rejects, hasOrderMark: language == .simplifiedChinese)
    let result = try hand.run { (reject) throws(Diagnostic) in try sink.take(reject) }
    try sink.close()
    tell(result, sink)
    let printer = StagePrinter(
      result: result, stage: stage, language: language, currency: exports.currency,
      format: chosenFormat, table: chosen, path: output ?? "-", threads: progress.threads)
    printer.warn()
    try hand.log.timed("write", { (_: Void) in output ?? "standard output" }) {
      try printer.write()
    }
    log.finish()
  }

  /// An output never takes the place of an export.
  private func keepInputs() throws {
    let inputs =
      exports.files.flatMap(\.paths)
      + [exports.purchaseDays, exports.mergeMap].compactMap(\.self)
    let known = Set(inputs.filter { $0 != "-" }.map(Self.real))
    for path in [output, rejects, keptPurchaseDays].compactMap(\.self)
    where known.contains(Self.real(path)) {
      throw Diagnostic(
        .usage, "output-is-input", "'\(path)' is a file that is read", help: "name another file")
    }
  }

  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  /// A chosen table means CSV; otherwise the format is a table for people.
  private var chosenFormat: Format { format ?? (table == nil ? .table : .csv) }

  private func chosenTable(of stage: AnyStage) throws -> String {
    let tables = stage.tables(exports.currency).map(\.name)
    guard let table else { return tables.first ?? "" }
    guard tables.contains(table) else {
      throw Diagnostic(
        .usage, "unknown-table", "'\(stage.name)' has no table '\(table)'",
        help: Suggestion.help(for: table, among: tables))
    }
    return table
  }

  private func tell(_ result: HandRun.Result, _ sink: RejectSink) {
    if let source = result.asOfSource {
      Console.error("as of \(result.asOf.iso), \(source); --as-of chooses another")
    }
    for file in result.account.files {
      Console.error("\(file.file): \(Account(files: [file]).summary)")
      for form in file.forms { Console.error("\(file.file): \(form)") }
    }
    for warning in result.account.files.compactMap(\.repeatWarning) {
      Console.error("warning: \(warning)")
    }
    if !result.merges.map.isEmpty { Console.error(result.merges.summary) }
    for line in sink.firstLines { Console.error(line) }
    if sink.count > 0, rejects == nil {
      Console.error("\(Counted(sink.count, "rejected row")); --rejects FILE writes them all")
    }
  }
}

extension Source.Scope: ExpressibleByArgument {}
