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
      Of several problems that which has to be mended first decides: 64, then 78, 66 and 65.
      """,
    version: ProgramVersion.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, StageCommand.self, StagesCommand.self,
      ContractsCommand.self, InspectCommand.self, StoreCommand.self, SamplesCommand.self,
      VerifyCommand.self, CompareCommand.self,
    ])

  static func main() {
    StandardStreams.fill()
    EndingSignals.watch()
    // Whatever is made, by libraries too, is for its owner.
    umask(0o077)
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let unknown = unknownCommand(arguments) ?? unknownStage(arguments) {
      ExitStatus.leave(with: Diagnostics([unknown]))
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let problem as Diagnostic {
      ExitStatus.leave(with: Diagnostics([problem]))
    } catch let problems as Diagnostics {
      ExitStatus.leave(with: problems)
    } catch {
      leave(with: error)
    }
  }

  /// The end that the argument parser asks for: help and version on standard output, the rest not.
  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    do throws(Diagnostic) {
      if code != .success {
        Console.error(message)
      } else if !message.isEmpty {
        try Console.output("\(message)\n")
      }
    } catch {
      ExitStatus.leave(with: Diagnostics([error]))
    }
    Foundation.exit(code.rawValue)
  }

  /// A subcommand that does not exist, at the top or below another.
  private static func unknownCommand(_ arguments: [String]) -> Diagnostic? {
    var command: any ParsableCommand.Type = Self.self
    var path = "clientele"
    for word in arguments {
      let subcommands = command.configuration.subcommands
      if subcommands.isEmpty || word.hasPrefix("-") || word == "help" { return nil }
      let names = subcommands.compactMap { $0.configuration.commandName }
      guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
        return Diagnostic(
          .usage, "unknown-command", "there is no command '\(path) \(word)'",
          help: Suggestion.help(for: word, among: names))
      }
      command = next
      path += " \(word)"
    }
    return nil
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
