import ArgumentParser
import Diagnostics
import Foundation
import Exports
import Pipeline
import Stages

/// `clientele run PIPELINE`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a pipeline: exports in, packs out.",
    discussion: "Example: clientele run Pipelines/quarterly.yaml --as-of 2025-12-31")

  @OptionGroup var pipeline: PipelineOptions

  @Flag(help: "Make packs again that are up to date.")
  var force = false

  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let log = progress.log()
    let loaded = try pipeline.load()
    let result = try PipelineRun(
      loaded, registry: registry, isForced: force, threads: progress.threads, log: log.runLog
    ).run()
    log.finish()
    try Console.output(PackSummary(result: result).text)
  }
}

/// What a run ends with: where the pack is and what is in it.
struct PackSummary {
  let result: PipelineRun.Result

  var text: String {
    let account = result.account.files
    func sum(_ value: (FileAccount) -> Int) -> Int { account.reduce(0) { $0 + value($1) } }
    var lines = [
      result.wasUpToDate
        ? "Up to date: inputs, settings and version have not changed." : "The pack is ready.",
      "  \(Counted(account.count, "file")): \(Counted(sum(\.read), "row")) read, \(sum(\.accepted)) accepted, "
        + "\(sum(\.merged)) merged, \(sum(\.rejected)) rejected, \(sum(\.excluded)) excluded",
    ]
    if !result.merges.map.isEmpty { lines.append("  \(result.merges.summary)") }
    lines.append(result.folder)
    for file in result.files where !file.path.hasPrefix("charts/") {
      lines.append("  \(file.path)  \(Self.size(file.bytes))\(Self.note(file.path))")
    }
    let charts = result.files.count { $0.path.hasPrefix("charts/") }
    lines.append("  charts/  \(Counted(charts, "SVG picture")) of the Markdown reports")
    lines.append("  manifest.json  inputs, settings, version and hashes")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 10_000
      ? "\(Counted(bytes, "byte"))"
      : bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }

  private static func note(_ path: String) -> String {
    switch path {
    case "measures.csv": "  every figure with its interval, base and target"
    case "account.csv": "  what became of every row, by file"
    case "rejects.csv": "  every rejected row with its reason"
    default:
      path.hasSuffix(".xlsx") ? "  workbook" : path.hasSuffix(".md") ? "  report" : ""
    }
  }
}
