import ArgumentParser
import Diagnostics
import Pipeline
import Stages
import Values

/// What `run`, `check` and `plan` have in common: a pipeline file and what changes in it.
struct PipelineOptions: ParsableArguments {
  @Argument(help: "The pipeline file (YAML).")
  var pipeline: String

  @Option(
    name: .customLong("as-of"), help: "Facts after this day are left out: YYYY-MM-DD.",
    transform: Day.argument)
  var asOf: Day?

  @Option(help: "The SQLite file.")
  var store: String?

  @Option(help: "Folder of the packs.")
  var out: String?

  @Option(help: "Write the packs in this language only: en or zh-Hans.")
  var language: Language?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Change a value of the pipeline; may be repeated.", valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("allow-path"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder that paths of the pipeline may lead to, besides its own; may be repeated.",
      valueName: "folder"))
  var allowedPaths: [String] = []

  func load() throws -> LoadedPipeline {
    var changes = LoadedPipeline.Changes()
    changes.asOf = asOf
    changes.store = store
    changes.out = out
    changes.language = language
    changes.allowedPaths = allowedPaths
    changes.overrides = try overrides.map { try Override($0) }
    return try LoadedPipeline.load(pipeline, changes: changes, registry: registry)
  }
}

extension Day {
  /// A day written as YYYY-MM-DD.
  static func argument(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else {
      throw ValidationError(
        isWrittenAsDay(text) ? "it is no day of the calendar" : "a day is written as YYYY-MM-DD")
    }
    return day
  }
}

extension Language: ExpressibleByArgument {}
