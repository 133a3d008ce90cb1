import ArgumentParser
import Diagnostics
import Pipeline
import Report
import Values

/// `clientele compare PACK PACK`.
struct CompareCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell what two packs have different: why, measures, classes, rows.",
    discussion: """
      The text shows the first differences of each list; csv and json have all of them.

      Example: clientele compare Output/2025-09-30-0a1b2c3d4e5f Output/latest
      """)

  @Argument(help: "The folder of the earlier pack.")
  var before: String

  @Argument(help: "The folder of the later pack.")
  var now: String

  @Option(help: "Lines for people, or every difference as CSV or JSON.")
  var format = Format.text

  @Option(help: ArgumentHelp("Where it goes; standard output if left out.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("Differences of a list that the text shows.", valueName: "n"))
  var rows = 20

  @Flag(help: "End with 65 where anything differs.")
  var failOnChange = false

  @Option(help: ArgumentHelp("Threads that read.", valueName: "n"))
  var threads: Int?

  func run() throws {
    let comparison = PackComparison(
      try RecordedPack.read(before), try RecordedPack.read(now), threads: threads)
    let origins = comparison.origins()
    let measures = try comparison.measures()
    let writer: ChangeWriter? =
      switch format {
      case .text: nil
      case .csv: try ChangeWriter(output, .csv)
      case .json: try ChangeWriter(output, .json)
      }
    for origin in origins { try writer?.append(origin) }
    for measure in measures { try writer?.append(measure.change) }
    let lists = try comparison.lists(remembering: max(rows, 0)) { (change) throws(Diagnostic) in
      try writer?.append(change)
    }
    try writer?.close()
    if writer == nil {
      let text = ComparisonText(
        before: before, now: now, origins: origins, measures: measures, lists: lists
      ).text
      if output == "-" { try Console.output(text) } else { try TextFile.write(text, to: output) }
    }
    let isSame = origins.isEmpty && measures.isEmpty && lists.allSatisfy(\.isSame)
    if failOnChange, !isSame { throw ExitCode(ExitStatus.data.rawValue) }
  }
}

extension PackComparison.MeasureChange {
  /// Without rounding, for programs.
  fileprivate var change: PackChange {
    PackChange(
      .measure, place: step, key: id, column: intervals, before: before.map { "\($0)" },
      now: now.map { "\($0)" })
  }
}
