import ArgumentParser
import Diagnostics
import Pipeline
import Report
import Values

/// `clientele check PIPELINE`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell all that is wrong with a pipeline, without reading rows.")

  @OptionGroup var pipeline: PipelineOptions

  func run() throws {
    let loaded = try pipeline.load()
    for line in try PipelineCheck.headers(of: loaded) {
      let unused = line.unused.isEmpty ? "" : "; not used: \(line.unused.joined(separator: ", "))"
      try Console.output(
        "\(line.file): \(line.contract), \(Counted(line.mapped.count, "column"))\(unused)\n")
      for form in line.forms { try Console.output("  \(TerminalText.clean(form))\n") }
    }
    let steps = loaded.steps.map(\.id).joined(separator: ", ")
    try Console.output("Nothing is wrong. Steps: \(steps). As of \(loaded.asOf.iso).\n")
  }
}

/// `clientele plan PIPELINE`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Tell what a run would do, what is up to date, and why.")

  @OptionGroup var pipeline: PipelineOptions

  func run() throws {
    for line in try PipelinePlan.lines(for: try pipeline.load()) {
      try Console.output("\(line.runs ? "run " : "skip") \(line.what): \(line.why)\n")
    }
  }
}
