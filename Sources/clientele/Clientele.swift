import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import Stages

/// The command line: one subcommand a file.
@main
struct Clientele: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clientele",
    abstract: "Customer analytics from CSV exports to a review pack.",
    discussion: """
      Reads exports of CRM, shop, survey and ticket systems, keeps the accepted rows in SQLite, \
      computes value and satisfaction, and writes an Excel workbook and a Markdown report in \
      Chinese or English.

      EXIT CODES:
      \(ExitStatus.help)
      """,
    version: ProgramVersion.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, StageCommand.self, StagesCommand.self,
      ContractsCommand.self, InspectCommand.self, StoreCommand.self, SamplesCommand.self,
      VerifyCommand.self, CompareCommand.self,
    ])

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let unknown = unknownStage(arguments) { ExitStatus.leave(with: Diagnostics([unknown])) }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let problem as Diagnostic {
      ExitStatus.leave(with: Diagnostics([problem]))
    } catch let problems as Diagnostics {
      ExitStatus.leave(with: problems)
    } catch {
      exit(withError: error)
    }
  }

  /// A stage that does not exist is answered before its options are read.
  private static func unknownStage(_ arguments: [String]) -> Diagnostic? {
    guard arguments.count >= 2, arguments[0] == "stage", !arguments[1].hasPrefix("-"),
      registry[arguments[1]] == nil
    else { return nil }
    return Diagnostic(
      .usage, "unknown-stage", "there is no stage '\(arguments[1])'",
      help: Suggestion.help(for: arguments[1], among: registry.stages.map(\.name)))
  }
}
