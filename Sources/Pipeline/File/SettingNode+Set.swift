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
  /// The tree with several values replaced, each given once.
  package mutating func apply(_ overrides: [Override]) throws(Diagnostic) {
    for (index, override) in overrides.enumerated() {
      if let other = overrides[..<index].first(where: { $0.path == override.path }) {
        throw Diagnostic(
          .usage, "set",
          "'\(override.path.joined(separator: "."))' is set twice: '\(other.value)' and"
            + " '\(override.value)'", help: "keep one of them")
      }
      try apply(override)
    }
  }

  /// The tree with one value replaced or added; the value is read as YAML.
  ///
  /// `steps.ID.key` sets a setting of the step with that id.
  package mutating func apply(_ override: Override) throws(Diagnostic) {
    let place = Diagnostic.Place("--set \(override.path.joined(separator: "."))")
    var value: SettingNode
    do throws(Diagnostic) {
      value = try YAMLTree.read(override.value, file: place.file)
    } catch {
      // A line of one value is no place.
      var problem = error
      problem.place = place
      throw problem
    }
    value.place = place
    if override.path.count > 2, override.path[0] == "exports" {
      spellOutFiles(of: override.path[1])
    }
    try set(override.path[...], value, place)
  }

  /// `orders: orders.csv` as `orders: { files: orders.csv }`, so that more can be said of it.
  private mutating func spellOutFiles(of contract: String) {
    guard case .map(var entries) = content,
      let exports = entries.firstIndex(where: { $0.key == "exports" }),
      case .map(var plans) = entries[exports].value.content,
      let index = plans.firstIndex(where: { $0.key == contract })
    else { return }
    let plan = plans[index].value
    switch plan.content {
    case .scalar, .list: break
    case .map, .null: return
    }
    plans[index].value = SettingNode(.map([("files", plan.place, plan)]), at: plan.place)
    entries[exports].value.content = .map(plans)
    content = .map(entries)
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
