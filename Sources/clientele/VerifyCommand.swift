import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import Report
import Stages
import Values

/// `clientele verify PACK`.
struct VerifyCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold a pack against its manifest, its inputs, and the same run made again.",
    discussion: """
      Checks that every file of the pack is there with its hash, and then makes the run again from \
      the inputs, in a folder of its own below TMPDIR, and compares byte for byte. Ends with 65 \
      where something differs, with 66 where something is not there to compare with.

      Example: clientele verify Output/latest
      """)

  @Argument(help: "The folder of the pack.")
  var pack: String

  @Option(
    help: ArgumentHelp(
      "The pipeline file; by default the one the manifest names, here or in Pipelines.",
      valueName: "file"))
  var pipeline: String?

  @Option(
    help: ArgumentHelp(
      "A folder with earlier inputs, under any name: they are known by their bytes.",
      valueName: "folder"))
  var inputs: String?

  @Option(help: "The SQLite file; only asked for customers who were erased.")
  var store: String?

  @Option(help: "The one language that the pack was written in: en or zh-Hans.")
  var language: Language?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a value of the pipeline, as it was for the run; may be repeated.",
      valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("allow-path"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder that paths of the pipeline may lead to, besides its own; may be repeated.",
      valueName: "folder"))
  var allowedPaths: [String] = []

  @Flag(help: "Check the files of the pack alone.")
  var outputsOnly = false

  @Option(help: "Lines for people, or JSON.")
  var format = Format.text

  @Option(help: ArgumentHelp("Threads that read and write.", valueName: "n"))
  var threads: Int?

  func run() throws {
    let recorded = try RecordedPack.read(pack)
    let verification = PackVerification(recorded, registry: registry, threads: threads)
    var checks = verification.packChecks()
    if !outputsOnly {
      if let path = pipeline ?? Self.place(of: recorded.pipeline) {
        checks += try verification.pipelineChecks(
          try load(path, recorded), archive: inputs)
      } else {
        checks.append(.noPipeline(recorded.pipeline))
      }
    }
    try Console.output(
      format == .json ? json(recorded, checks) : Array(text(recorded, checks).utf8))
    if checks.contains(where: { $0.outcome == .differs }) {
      throw ExitCode(ExitStatus.data.rawValue)
    }
    if checks.contains(where: { $0.outcome == .missing }) {
      throw ExitCode(ExitStatus.missingExport.rawValue)
    }
  }

  private func load(_ path: String, _ recorded: RecordedPack) throws -> LoadedPipeline {
    var changes = LoadedPipeline.Changes()
    changes.asOf = recorded.asOf
    changes.store = store
    changes.language = language
    changes.overrides = try overrides.map { try Override($0) }
    changes.allowedPaths = allowedPaths
    changes.allowsMissingExports = true
    return try LoadedPipeline.load(path, changes: changes, registry: registry)
  }

  private static func place(of name: String) -> String? {
    [name, "Pipelines/\(name)"].first { FileManager.default.fileExists(atPath: $0) }
  }

  private func text(_ recorded: RecordedPack, _ checks: [PackVerification.Check]) -> String {
    var lines = ["\(pack): as of \(recorded.asOf.iso), \(recorded.outputs.count) files"]
    for check in checks {
      let outcome = check.outcome.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
      let name = check.name.padding(toLength: 9, withPad: " ", startingAt: 0)
      lines.append("  \(outcome)\(name) \(check.text)")
      lines += check.details.map { "    \($0)" }
    }
    return lines.map(TerminalText.clean).joined(separator: "\n") + "\n"
  }

  private func json(_ recorded: RecordedPack, _ checks: [PackVerification.Check]) -> [UInt8] {
    JSONValue.object([
      "identity": .string(recorded.identity), "as_of": .string(recorded.asOf.iso),
      "version": .string(recorded.version),
      "checks": .array(
        checks.map { check in
          .object([
            "check": .string(check.name), "outcome": .string(check.outcome.rawValue),
            "text": .string(check.text),
            "details": .array(check.details.map { .string($0) }),
          ])
        }),
    ]).encoded(indented: true) + [10]
  }
}
