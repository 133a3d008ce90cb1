import Exports
import Report
import Values

/// A contract as the complete rule set for a reader in another language.
struct ContractRules {
  private let contract: Contract

  init(_ contract: Contract) { self.contract = contract }

  var json: JSONValue {
    .object([
      "contract": .string(contract.name), "summary": texts(contract.summary),
      "key": .array(contract.key.map { .string($0) }),
      "replaces_by": contract.replacesBy.map { .string($0) } ?? .null,
      "columns": .array(contract.fields.map(column)),
      "families": .array(contract.families.map(family)),
      "presets": .array(
        contract.presets.map { preset in
          .object([
            "name": .string(preset.name),
            "headers": .object(
              preset.headers.map {
                JSONValue.Member($0.field, .array($0.headers.map { .string($0) }))
              }),
          ])
        }),
    ])
  }

  private func column(_ field: Field) -> JSONValue {
    .object(
      [
        JSONValue.Member("name", .string(field.name)), .init("meaning", texts(field.meaning)),
        .init("required", .bool(field.isRequired)), .init("dates_row", .bool(field.datesRow)),
        .init("unit", field.unit.map { .string($0) } ?? .null),
        .init("aliases", .array(field.aliases.map { .string($0) })),
      ] + rules(of: field.kind))
  }

  private func family(_ family: Family) -> JSONValue {
    .object(
      [
        JSONValue.Member("name", .string("\(family.name)_*")),
        .init("meaning", texts(family.meaning)),
        .init(
          "headers",
          .array(family.prefixes.map { .string($0.text + ($0.digitsOnly ? "#" : "*")) })),
      ] + rules(of: family.kind))
  }

  private func texts(_ phrase: Phrase) -> JSONValue {
    .object(Language.allCases.map { JSONValue.Member($0.rawValue, .string(phrase[$0])) })
  }

  /// Type and what a value must satisfy.
  private func rules(of kind: Field.Kind) -> [JSONValue.Member] {
    let type = JSONValue.Member("type", .string(kind.name))
    switch kind {
    case .integer(let range):
      return [
        type, .init("minimum", .integer(range.lowerBound)),
        .init("maximum", .integer(range.upperBound)),
      ]
    case .number(let range):
      return [
        type, .init("minimum", .number(range.lowerBound)),
        .init("maximum", .number(range.upperBound)),
      ]
    case .level(let levels):
      return [type, .init("levels", .array(levels.map { .string($0) }))]
    default: return [type]
    }
  }

  /// The type with its limits, for people.
  func type(of kind: Field.Kind) -> String {
    switch kind {
    case .integer(let range): "integer \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "number \(range.lowerBound) to \(range.upperBound)"
    case .level(let levels): levels.joined(separator: " or ")
    default: kind.name
    }
  }
}
