import ArgumentParser
import Diagnostics
import Exports
import Report
import Values

/// `clientele contracts [NAME]`.
struct ContractsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "contracts",
    abstract: "List the kinds of export; for one: columns, rules, aliases, key.")

  @Argument(help: "Name of a contract.")
  var name: String?

  @Option(help: "A table, or the complete rule set as JSON.")
  var format = Format.table

  @Option(help: "Language of the text: en or zh-Hans.")
  var language = Language.english

  func run() throws {
    var contracts = Contracts.all
    if let name {
      guard let contract = Contracts.named(name) else {
        throw Diagnostic(
          .usage, "unknown-contract", "there is no contract '\(name)'",
          help: Suggestion.help(for: name, among: contracts.map(\.name)))
      }
      contracts = [contract]
    }
    switch format {
    case .json:
      let rules = JSONValue.array(contracts.map { ContractRules($0).json })
      try Console.output(rules.encoded(indented: true) + [10])
    case .table where name == nil:
      try show(
        ["contract", "columns", "summary"],
        contracts.map { [$0.name, String($0.fields.count), $0.summary[language]] })
    case .table:
      for contract in contracts { try show(contract) }
    }
  }

  private func show(_ contract: Contract) throws(Diagnostic) {
    try Console.output("\(contract.name): \(contract.summary[language])\n")
    let key = contract.key.isEmpty ? "every row counts" : contract.key.joined(separator: ", ")
    try Console.output("key: \(key)\n\n")
    let rules = ContractRules(contract)
    var rows = contract.fields.map { field in
      [
        field.name, rules.type(of: field.kind), field.isRequired ? "yes" : "",
        field.meaning[language], field.aliases.joined(separator: ", "),
      ]
    }
    rows += contract.families.map { family in
      [
        "\(family.name)_*", rules.type(of: family.kind), "", family.meaning[language],
        family.prefixes.map { $0.text + ($0.digitsOnly ? "#" : "*") }.joined(separator: ", "),
      ]
    }
    try show(["column", "type", "required", "meaning", "also called"], rows)
    for preset in contract.presets {
      let headers = preset.headers.map { "\($0.field) = \($0.headers.joined(separator: " or "))" }
      try Console.output("\npreset \(preset.name): \(headers.joined(separator: "; "))\n")
    }
  }

  private func show(_ header: [String], _ rows: [[String]]) throws(Diagnostic) {
    let table = TerminalTable(
      header: header, alignsRight: header.map { _ in false }, rows: rows)
    try Console.show(table)
  }
}
