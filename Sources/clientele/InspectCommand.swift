import ArgumentParser
import Diagnostics
import Exports
import Report
import Values

/// `clientele inspect FILE`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract:
      "Tell what an unknown CSV is: encoding, delimiter, mapping, types, forms, first problems.")

  @Argument(help: "The CSV file.")
  var file: String

  @Option(help: "Read it as this contract; by default the one that fits best.")
  var contract: String?

  func run() throws {
    if let contract, Contracts.named(contract) == nil {
      throw Diagnostic(
        .usage, "unknown-contract", "there is no contract '\(contract)'",
        help: Suggestion.help(for: contract, among: Contracts.all.map(\.name)))
    }
    let inspection = try Inspection.of(
      ExportFile(name: file, path: file), as: contract.flatMap(Contracts.named))
    try Console.output("\(file)\n")
    for reason in inspection.reasons { try Console.output("  \(reason)\n") }
    guard let fit = inspection.fit else {
      try Console.output(
        "  no contract fits this header: \(TerminalText.clean(inspection.header.joined(separator: ", ")))\n"
      )
      for (contract, missing) in inspection.misfits {
        try Console.output("  \(contract): \(missing.joined(separator: "; "))\n")
      }
      return
    }
    if let line = fit.totalLine {
      try Console.output("  line \(line) is a total line: no row, kept with the rejects\n")
    }
    try Console.output(
      "  contract: \(fit.contract); \(Counted(fit.rows, "row")): \(fit.passed) pass, \(fit.rejected) are rejected\n\n"
    )
    let table = TerminalTable(
      header: ["column", "header", "type", "filled", "example", "written as"],
      alignsRight: [false, false, false, true, false, false],
      rows: fit.columns.map { column in
        let filled = fit.passed == 0 ? "–" : "\(column.filled * 100 / fit.passed) %"
        return [column.name, column.header, column.type, filled, column.example, column.form]
      })
    try Console.show(table)
    if !fit.unused.isEmpty {
      try Console.output("\nnot used: \(fit.unused.joined(separator: ", "))\n")
    }
    for hint in fit.hints { try Console.output("\n\(TerminalText.clean(hint))\n") }
    for problem in fit.undecided {
      let lines = "\(problem)".split(separator: "\n").map { TerminalText.clean(String($0)) }
      try Console.output("\n\(lines.joined(separator: "\n"))\n")
    }
    if !fit.problems.isEmpty { try Console.output("\nfirst problems:\n") }
    for problem in fit.problems {
      try Console.output(
        "  \(file):\(problem.line): \(problem.column.isEmpty ? "" : "\(problem.column): ")\(problem.rule): \(TerminalText.clean(problem.found))\n"
      )
    }
  }
}
