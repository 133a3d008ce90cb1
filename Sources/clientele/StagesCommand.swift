import ArgumentParser
import Diagnostics
import Pipeline
import Report
import Stages
import Values

/// `clientele stages [NAME]`.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "List the stages; for one: formulae, sources, settings, tables, example.")

  @Argument(help: "Name of a stage.")
  var name: String?

  @Option(help: "Language of the text: en or zh-Hans.")
  var language = Language.english

  @Flag(help: "The reference of all stages as Markdown.")
  var markdown = false

  func run() throws {
    let reference = StageReference(registry: registry, language: language)
    if markdown {
      try Console.output(reference.markdown)
    } else if let name {
      guard let stage = registry[name] else {
        throw Diagnostic(
          .usage, "unknown-stage", "there is no stage '\(name)'",
          help: Suggestion.help(for: name, among: registry.stages.map(\.name)))
      }
      try Console.output(reference.text(of: stage))
    } else {
      let table = TerminalTable(
        header: ["stage", "summary"], alignsRight: [false, false],
        rows: registry.stages.map { [$0.name, $0.summary[language]] })
      try Console.show(table)
    }
  }
}
