import ArgumentParser
import Diagnostics
import Exports
import Pipeline
import Values

/// One option a contract, and how its files are read; a test holds them against the contracts.
struct ContractOptions: ParsableArguments {
  @Option(parsing: .singleValue, help: "Orders and returns; `-` is standard input.")
  var orders: [String] = []
  @Option(parsing: .singleValue, help: "Customers.")
  var customers: [String] = []
  @Option(parsing: .singleValue, help: "Satisfaction answers.")
  var survey: [String] = []
  @Option(parsing: .singleValue, help: "Kano answers.")
  var kano: [String] = []
  @Option(parsing: .singleValue, help: "SERVQUAL answers.")
  var servqual: [String] = []
  @Option(parsing: .singleValue, help: "Recurring revenue.")
  var contractPeriods: [String] = []
  @Option(parsing: .singleValue, help: "Survey invitations.")
  var invitations: [String] = []
  @Option(parsing: .singleValue, help: "Complaints, enquiries, requests.")
  var cases: [String] = []
  @Option(parsing: .singleValue, help: "Spend on winning and keeping customers.")
  var costs: [String] = []
  @Option(parsing: .singleValue, help: "Exchange rates.")
  var rates: [String] = []
  @Option(parsing: .singleValue, help: "Aggregated purchase histories: x, t_x, T or n.")
  var summary: [String] = []

  @Option(help: "Purchase days instead of orders: customer_id, day, rows, orders, gross, returned.")
  var purchaseDays: String?

  @Option(help: "Customers that are one, CSV or YAML: customer_id, merge_into.")
  var mergeMap: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Which header a field has; may be repeated.", valueName: "[contract.]field=header"))
  var column: [String] = []

  @Option(help: "Header names of another program: zoho-crm, fxiaoke.")
  var preset: String?

  @Option(help: "Character encoding; found by itself if left out.")
  var encoding: TextEncoding?

  @Option(help: "Field delimiter: comma, semicolon, tab, bar; found by itself if left out.")
  var delimiter: DelimiterName?

  @Option(help: "Whether an order row is an order or a line of one: order or line.")
  var grain = Grain.line

  @Option(
    help: "Zone that date-times with a zone are brought to: +08:00; as written if left out.",
    transform: ZoneOffset.argument)
  var timeZone: ZoneOffset?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Decimal mark where numbers can be read in two ways: point or comma.",
      valueName: "[field=]mark"))
  var decimal: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Order of dates that can be read in two ways: dmy, mdy or ymd.", valueName: "[field=]order"))
  var dateOrder: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Scale of answers in words: \(NamedScale.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "[field=]scale"))
  var scale: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What an answer in words counts; nothing for no answer.", valueName: "label=number"))
  var label: [String] = []

  @Option(help: "Base currency, ISO 4217; CNY if left out.", transform: Currency.argument)
  var currency = Currency.cny

  /// Files by contract, in the order of the help.
  var files: [(contract: String, paths: [String])] {
    [
      ("orders", orders), ("customers", customers), ("survey", survey), ("kano", kano),
      ("servqual", servqual), ("contract_periods", contractPeriods), ("invitations", invitations),
      ("cases", cases), ("costs", costs), ("rates", rates), ("summary", summary),
    ]
  }

  /// The files that were given, with how they are read; the first contract given comes first.
  func sets() throws -> [ContractFiles] {
    let given = files.filter { !$0.paths.isEmpty }
    for (contract, paths) in given where Set(paths).count < paths.count {
      throw Diagnostic(
        .usage, "same-file",
        "a file of '\(contract)' is given twice: \(paths.joined(separator: ", "))",
        help: "name each file once")
    }
    let chosen = try columns(given.map(\.contract))
    return try given.map { name, paths in
      guard let contract = Contracts.named(name) else {
        preconditionFailure("every option is a contract")
      }
      if let preset, !contract.presets.isEmpty,
        !contract.presets.contains(where: { $0.name == preset })
      {
        throw Diagnostic(
          .usage, "unknown-preset", "'\(name)' has no preset '\(preset)'",
          help: Suggestion.help(for: preset, among: contract.presets.map(\.name)))
      }
      var settings = ReadingSettings(
        preset: preset, columns: chosen[name] ?? [], encoding: encoding, delimiter: delimiter,
        grain: grain, currency: currency, zoneOffset: timeZone?.seconds)
      try addForms(to: &settings, of: contract, given: given.map(\.contract))
      return ContractFiles(
        contract: contract, files: paths.map { ExportFile(name: $0, path: $0) }, settings: settings,
        guards: .byHand)
    }
  }

  /// `--column` values by contract; without a contract they are for the first one that has the field.
  private func columns(
    _ given: [String]
  ) throws -> [String: [(key: String, value: String)]] {
    var chosen: [String: [(key: String, value: String)]] = [:]
    for text in column {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Diagnostic(
          .usage, "column", "--column takes field=header, found '\(text)'",
          help: "for example --column customer_id=id")
      }
      let header = String(text[text.index(after: equals)...])
      let parts = text[..<equals].split(separator: ".").map(String.init)
      let field = parts.last ?? ""
      if parts.count > 1, !given.contains(parts[0]) {
        throw Diagnostic(
          .usage, "unknown-contract", "no export of '\(parts[0])' is given, found '\(text)'",
          help: Suggestion.help(for: parts[0], among: given))
      }
      let wanted = parts.count > 1 ? [parts[0]] : given
      let fitting = wanted.filter { name in
        guard let contract = Contracts.named(name) else { return false }
        return contract.field(field) != nil || contract.isFamilyMember(field)
      }
      guard let contract = fitting.first else {
        let known = given.flatMap { Contracts.named($0)?.fields.map(\.name) ?? [] }
        throw Diagnostic(
          .usage, "unknown-field", "no export that is given has a field '\(field)'",
          help: Suggestion.help(for: field, among: known))
      }
      if let earlier = chosen[contract]?.first(where: { $0.key == field }) {
        throw Diagnostic(
          .usage, "column", "'\(field)' is given twice: '\(earlier.value)' and '\(header)'",
          help: "keep one of them")
      }
      chosen[contract, default: []].append((field, header))
    }
    return chosen
  }
}

extension TextEncoding: ExpressibleByArgument {}
extension DelimiterName: ExpressibleByArgument {}
extension Grain: ExpressibleByArgument {}
extension ZeroAmount: ExpressibleByArgument {}

extension ZoneOffset {
  /// An offset written as `+08:00` or `Z`.
  static func argument(_ text: String) throws -> ZoneOffset {
    guard let zone = ZoneOffset(text) else {
      throw ValidationError("a zone is an offset from UTC such as +08:00")
    }
    return zone
  }
}

extension Currency {
  /// A currency by its ISO 4217 code.
  static func argument(_ text: String) throws -> Currency {
    guard let currency = Currency(code: text) else {
      let meant = Currency.meant(by: text).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("it is no code of ISO 4217\(meant)")
    }
    return currency
  }
}
