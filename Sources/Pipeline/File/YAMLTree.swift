package import Diagnostics
import Yams

/// YAML text as a tree of nodes, each with its line and column.
package enum YAMLTree {
  /// - Throws: what the YAML parser found wrong, at its place.
  package static func read(_ text: String, file: String) throws(Diagnostic) -> SettingNode {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw diagnostic(error, file: file)
    }
    guard let root else {
      return SettingNode(.null, at: Diagnostic.Place(file, line: 1, column: 1))
    }
    return try node(root, file: file)
  }

  private static func node(_ node: Node, file: String) throws(Diagnostic) -> SettingNode {
    let place = Diagnostic.Place(file, line: node.mark?.line, column: node.mark?.column)
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      if !quoted, ["", "~", "null"].contains(scalar.string) {
        return SettingNode(.null, at: place)
      }
      return SettingNode(.scalar(scalar.string, quoted: quoted), at: place)
    case .sequence(let sequence):
      var items: [SettingNode] = []
      for item in sequence { items.append(try self.node(item, file: file)) }
      return SettingNode(.list(items), at: place)
    case .mapping(let mapping):
      var entries: [(key: String, keyPlace: Diagnostic.Place, value: SettingNode)] = []
      for (key, value) in mapping {
        let keyPlace = Diagnostic.Place(file, line: key.mark?.line, column: key.mark?.column)
        guard let name = key.scalar?.string else {
          throw Diagnostic(
            .configuration, "yaml", "a key must be text", at: keyPlace, help: "write `key: value`")
        }
        entries.append((name, keyPlace, try self.node(value, file: file)))
      }
      return SettingNode(.map(entries), at: place)
    case .alias:
      throw Diagnostic(
        .configuration, "yaml", "aliases (*name) are not read", at: place,
        help: "write the value where it is needed")
    }
  }

  private static func diagnostic(_ error: any Error, file: String) -> Diagnostic {
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return Diagnostic(
          .configuration, "yaml", "not YAML: \(problem)",
          at: Diagnostic.Place(file, line: mark.line, column: mark.column),
          help: "check indentation, colons and quotes around this place")
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
        return Diagnostic(
          .configuration, "duplicate-key", "the same key twice: \(names)",
          at: Diagnostic.Place(file, line: context.mark.line, column: context.mark.column),
          help: "keep one of them")
      default: break
      }
    }
    return Diagnostic(
      .configuration, "yaml", "not YAML: \(error)", at: Diagnostic.Place(file),
      help: "check the file with a YAML editor")
  }
}
