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

  /// What is read beside plain numbers and ISO dates.
  private static let forms = Phrase(
    "Numbers may have a decimal comma, thousands separators, currency signs, brackets or a minus "
      + "behind below zero, full-width digits, 万 and 亿; shares and points a percent sign. Dates may "
      + "have the year, the day or the month first, the month by name, 年月日, digits alone, or be "
      + "Excel serial days or seconds since 1970. One form holds for a whole column: `clientele "
      + "inspect FILE` tells which. Answers in words are read by a declared scale: \(scales).",
    "数字可用小数逗号、千位分隔符、货币符号、括号或后置负号表示的负数、全角数字、万和亿；比例与分值可用百分号。"
      + "日期可以是年、日或月在前，英文月份，年月日，纯数字，Excel 序列日或 1970 年以来的秒数。"
      + "整列只采用一种写法，由 `clientele inspect FILE` 说明。文字答案按声明的量表读取：\(scales)。")

  private static let scales = NamedScale.allCases.map(\.rawValue).joined(separator: ", ")

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
    try Console.output("\n\(Self.forms[language])\n")
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
