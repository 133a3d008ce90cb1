import Diagnostics
import Exports
import Values

extension ContractOptions {
  /// Adds what the options say of numbers, dates and answers in words.
  ///
  /// Without a field an option is for all exports that are given, with one for those that have it.
  func addForms(
    to settings: inout ReadingSettings, of contract: Contract, given: [String]
  ) throws {
    settings.decimal = try byField(decimal, "--decimal", contract, given)
    settings.dateOrder = try byField(dateOrder, "--date-order", contract, given)
    settings.scale = try byField(scale, "--scale", contract, given)
    let labels = try label.map(Self.labelValue)
    if !labels.isEmpty { settings.labels.all = labels }
    if let problem = settings.problems(in: contract, kind: .usage).first { throw problem }
  }

  private func byField<Value: RawRepresentable & CaseIterable & Sendable>(
    _ texts: [String], _ option: String, _ contract: Contract, _ given: [String]
  ) throws -> ByField<Value> where Value.RawValue == String {
    var result = ByField<Value>()
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let word = parts.last, let value = Value(rawValue: word) else {
        let known = Value.allCases.map(\.rawValue)
        throw Diagnostic(
          .usage, "unknown-value",
          "\(option) takes one of \(known.joined(separator: ", ")), found '\(parts.last ?? "")'",
          help: Suggestion.help(for: parts.last ?? "", among: known))
      }
      guard parts.count == 2 else {
        result.all = value
        continue
      }
      if contract.kind(of: parts[0]) != nil {
        result.fields.append((parts[0], value))
      } else if !given.contains(where: { Contracts.named($0)?.kind(of: parts[0]) != nil }) {
        throw Diagnostic(
          .usage, "unknown-field", "no export that is given has a field '\(parts[0])'",
          help: Suggestion.help(for: parts[0], among: contract.fields.map(\.name)))
      }
    }
    return result
  }

  /// `满意=4`, or `不清楚=` for no answer.
  private static func labelValue(_ text: String) throws -> LabelValue {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw Diagnostic(
        .usage, "label", "--label takes label=number, found '\(text)'",
        help: "for example --label 满意=4, or --label 不清楚= for no answer")
    }
    let number = text[text.index(after: equals)...]
    guard number.isEmpty || Int64(number) != nil else {
      throw Diagnostic(
        .usage, "label", "--label takes a whole number, found '\(number)'",
        help: "for example --label 满意=4, or --label 不清楚= for no answer")
    }
    return LabelValue(String(text[..<equals]), Int64(number))
  }
}
