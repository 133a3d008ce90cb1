package import Diagnostics

/// One `--set path=value` of the command line.
package struct Override: Sendable, Equatable {
  package let path: [String]
  package let value: String

  /// - Throws: when there is no `=` or no path before it.
  package init(_ text: String) throws(Diagnostic) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw Diagnostic(
        .usage, "set", "--set takes path=value, found '\(text)'",
        help: "for example --set bins=4 for a stage, --set steps.rfm.bins=4 for a pipeline")
    }
    path = text[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    value = String(text[text.index(after: equals)...])
  }
}

extension SettingNode {
  /// The tree with one value replaced or added; the value is read as YAML.
  ///
  /// `steps.ID.key` sets a setting of the step with that id.
  package mutating func apply(_ override: Override) throws(Diagnostic) {
    let place = Diagnostic.Place("--set \(override.path.joined(separator: "."))")
    var value = try YAMLTree.read(override.value, file: place.file)
    value.place = place
    try set(override.path[...], value, place)
  }

  private mutating func set(
    _ path: ArraySlice<String>, _ value: SettingNode, _ origin: Diagnostic.Place
  ) throws(Diagnostic) {
    guard let key = path.first else {
      self = value
      return
    }
    switch content {
    case .null:
      var child = SettingNode(.null, at: origin)
      try child.set(path.dropFirst(), value, origin)
      content = .map([(key, origin, child)])
    case .map(var entries):
      if let index = entries.firstIndex(where: { $0.key == key }) {
        try entries[index].value.set(path.dropFirst(), value, origin)
      } else {
        var child = SettingNode(.null, at: origin)
        try child.set(path.dropFirst(), value, origin)
        entries.append((key, origin, child))
      }
      content = .map(entries)
    case .list(var items):
      guard let index = items.firstIndex(where: { $0.answers(to: key) }) else {
        throw Diagnostic(
          .usage, "set", "there is no '\(key)' to set", at: origin,
          help: Suggestion.help(for: key, among: items.compactMap(\.ownName)))
      }
      let rest = path.dropFirst()
      let own = ["stage", "as", "scope", "settings", "name", "languages", "pages", "profile"]
      let inner = rest.first.map { own.contains($0) } ?? true ? rest : ["settings"] + rest
      try items[index].set(inner, value, origin)
      content = .list(items)
    case .scalar:
      throw Diagnostic(
        .usage, "set", "'\(key)' is below a plain value", at: origin,
        help: "shorten the path")
    }
  }

  private func answers(to name: String) -> Bool { ownName == name }

  /// The `as`, `stage` or `name` of a map in a list.
  private var ownName: String? {
    guard case .map(let entries) = content else { return nil }
    for key in ["as", "stage", "name"] {
      if let entry = entries.first(where: { $0.key == key }),
        case .scalar(let text, _) = entry.value.content
      {
        return text
      }
    }
    return nil
  }
}
