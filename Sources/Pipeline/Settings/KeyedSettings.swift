package import Diagnostics
package import Values

/// A map with declared keys: defaults in `init()`, and one declaration a key from which come the
/// YAML reading, `--set`, the help, the reference page and the echo in manifest and appendix.
package protocol KeyedSettings: SettingValue {
  init()
  static var fields: [SettingField<Self>] { get }
}

/// One key: its name, what it accepts, what it does, and how it is read and echoed.
package struct SettingField<Root: Sendable>: Sendable {
  package let key: String
  package let accepted: String
  package let meaning: Phrase
  package let read: @Sendable (SettingNode, inout Root, inout Diagnostics) -> Void
  package let echo: @Sendable (Root) -> SettingEcho

  /// A key that sets one property.
  ///
  /// - Parameter check: nil where the value is fine, otherwise what it must be ("3 to 10").
  package init<Value: SettingValue>(
    _ key: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ meaning: Phrase,
    check: (@Sendable (Value) -> String?)? = nil
  ) {
    self.key = key
    self.meaning = meaning
    accepted = Value.accepted
    echo = { $0[keyPath: path].echoed }
    read = { node, root, problems in
      guard let value = Value.read(node, &problems) else { return }
      if let must = check?(value) {
        problems.add(
          Diagnostic(
            .configuration, "out-of-range", "'\(key)' must be \(must), found \(node.found)",
            at: node.place, help: "write \(must)"))
        return
      }
      root[keyPath: path] = value
    }
  }

  private init<Part>(
    _ field: SettingField<Part>, at path: any WritableKeyPath<Root, Part> & Sendable
  ) {
    key = field.key
    accepted = field.accepted
    meaning = field.meaning
    echo = { field.echo($0[keyPath: path]) }
    read = { node, root, problems in field.read(node, &root[keyPath: path], &problems) }
  }

  /// The same key where its settings are a part of others: keys that several stages share are
  /// declared once.
  package func within<Whole>(
    _ path: any WritableKeyPath<Whole, Root> & Sendable
  ) -> SettingField<Whole> {
    SettingField<Whole>(self, at: path)
  }
}

extension KeyedSettings {
  package static var accepted: String {
    "a map of \(Self.fields.map(\.key).joined(separator: ", "))"
  }

  /// The settings of a map: defaults, overwritten key by key; everything wrong is collected.
  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Self? {
    var settings = Self()
    settings.update(from: node, &problems)
    return settings
  }

  package mutating func update(from node: SettingNode, _ problems: inout Diagnostics) {
    switch node.content {
    case .null: return
    case .map(let entries):
      for entry in entries {
        guard let field = Self.fields.first(where: { $0.key == entry.key }) else {
          problems.add(
            Diagnostic(
              .configuration, "unknown-key", "unknown key '\(entry.key)'", at: entry.keyPlace,
              help: Suggestion.help(for: entry.key, among: Self.fields.map(\.key))))
          continue
        }
        field.read(entry.value, &self, &problems)
      }
    default:
      problems.add(
        Diagnostic(
          .configuration, "wrong-type", "settings are a map of keys, found \(node.found)",
          at: node.place, help: "keys: \(Self.fields.map(\.key).joined(separator: ", "))"))
    }
  }

  /// All settings as used, in declared order.
  package var echoed: SettingEcho {
    .map(Self.fields.map { SettingEcho.Entry($0.key, $0.echo(self)) })
  }
}
