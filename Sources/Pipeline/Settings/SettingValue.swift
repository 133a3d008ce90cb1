package import Diagnostics

/// A type that can stand behind a key of a pipeline file.
package protocol SettingValue: Sendable {
  /// What the type accepts, for help and messages: `a whole number`, `one of: net, ignore`.
  static var accepted: String { get }
  /// The value; nil after it has added what is wrong to the problems.
  static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Self?
  /// The value as it is echoed in manifest, appendix and `clientele stages`.
  var echoed: SettingEcho { get }
}

/// A setting as it was used: written into the manifest, hashed, and shown in the appendix.
package indirect enum SettingEcho: Sendable, Equatable {
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case list([SettingEcho])
  /// Keys in declared order.
  case map([Entry])
  case none

  package struct Entry: Sendable, Equatable {
    package var key: String
    package var value: SettingEcho

    package init(_ key: String, _ value: SettingEcho) {
      self.key = key
      self.value = value
    }
  }

  /// One line: `5`, `[1, 2]`, `{r: 1, f: 2}`.
  package var line: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[\(items.map(\.line).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value.line)" }.joined(separator: ", "))}"
    case .none: "~"
    }
  }
}

extension SettingValue {
  /// Adds "KEY takes X, found Y" at the node's place.
  package static func reject(_ node: SettingNode, _ problems: inout Diagnostics) {
    problems.add(
      Diagnostic(
        .configuration, "wrong-type", "this takes \(accepted), found \(node.found)", at: node.place,
        help: "write \(accepted)"))
  }
}

extension Int: SettingValue {
  package static var accepted: String { "a whole number" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Int? {
    if case .scalar(let text, false) = node.content, let value = Int(text) { return value }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .integer(self) }
}

extension Double: SettingValue {
  package static var accepted: String { "a number" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Double? {
    if case .scalar(let text, false) = node.content, let value = Double(text), value.isFinite {
      return value
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .number(self) }
}

extension Bool: SettingValue {
  package static var accepted: String { "true or false" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Bool? {
    if case .scalar(let text, false) = node.content, let value = Bool(text) { return value }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .flag(self) }
}

extension String: SettingValue {
  package static var accepted: String { "text" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> String? {
    if case .scalar(let text, _) = node.content { return text }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text(self) }
}

extension Array: SettingValue where Element: SettingValue {
  package static var accepted: String { "a list, each \(Element.accepted)" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> [Element]? {
    guard case .list(let items) = node.content else {
      reject(node, &problems)
      return nil
    }
    let values = items.map { Element.read($0, &problems) }
    return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
  }

  package var echoed: SettingEcho { .list(map(\.echoed)) }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  package static var accepted: String { "\(Wrapped.accepted), or nothing" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Wrapped?? {
    if case .null = node.content { return .some(nil) }
    return Wrapped.read(node, &problems).map { .some($0) }
  }

  package var echoed: SettingEcho { map(\.echoed) ?? .none }
}

extension SettingValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package static var accepted: String {
    "one of: \(allCases.map(\.rawValue).joined(separator: ", "))"
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Self? {
    guard case .scalar(let text, _) = node.content else {
      reject(node, &problems)
      return nil
    }
    if let value = Self(rawValue: text) { return value }
    problems.add(
      Diagnostic(
        .configuration, "unknown-value", "'\(text)' is not \(accepted)", at: node.place,
        help: Suggestion.help(for: text, among: allCases.map(\.rawValue))))
    return nil
  }

  package var echoed: SettingEcho { .text(rawValue) }
}
