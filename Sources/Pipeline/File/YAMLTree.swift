package import Diagnostics
import Yams

/// YAML text as a tree of nodes, each with its line and column.
package enum YAMLTree {
  /// Most `*name` in a text: each may repeat a whole branch, so n of them make up to 3^(n/3) of it.
  private static let mostAliases = 24
  private static let mostValues = 100_000

  /// - Throws: what the YAML parser found wrong, at its place.
  package static func read(_ text: String, file: String) throws(Diagnostic) -> SettingNode {
    try checkAliases(text, file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw diagnostic(error, file: file)
    }
    guard let root else {
      return SettingNode(.null, at: Diagnostic.Place(file, line: 1, column: 1))
    }
    var values = 0
    return try node(root, file: file, &values)
  }

  /// Aliases are counted before they are followed: their expansion can be without end.
  private static func checkAliases(_ text: String, file: String) throws(Diagnostic) {
    var aliases = 0
    var before = UInt8(ascii: "\n")
    var line = 1
    for byte in text.utf8 {
      if byte == UInt8(ascii: "*"), " \t\n\r[{,:?-".utf8.contains(before) { aliases += 1 }
      if byte == UInt8(ascii: "\n") { line += 1 }
      before = byte
      guard aliases > mostAliases else { continue }
      throw Diagnostic(
        .configuration, "yaml", "more than \(mostAliases) aliases (*name)",
        at: Diagnostic.Place(file, line: line), help: "write the values where they are needed")
    }
  }

  private static func node(
    _ node: Node, file: String, _ values: inout Int
  ) throws(Diagnostic) -> SettingNode {
    values += 1
    guard values <= mostValues else {
      throw Diagnostic(
        .configuration, "yaml", "more than \(mostValues) values", at: Diagnostic.Place(file),
        help: "write less, or split the pipeline")
    }
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
      for item in sequence { items.append(try self.node(item, file: file, &values)) }
      return SettingNode(.list(items), at: place)
    case .mapping(let mapping):
      var entries: [(key: String, keyPlace: Diagnostic.Place, value: SettingNode)] = []
      for (key, value) in mapping {
        let keyPlace = Diagnostic.Place(file, line: key.mark?.line, column: key.mark?.column)
        if key.scalar?.string == "<<", key.scalar?.style == .plain {
          throw Diagnostic(
            .configuration, "yaml", "merge keys (<<) are not read", at: keyPlace,
            help: "write the keys where they are needed")
        }
        guard let name = key.scalar?.string else {
          throw Diagnostic(
            .configuration, "yaml", "a key must be text", at: keyPlace, help: "write `key: value`")
        }
        entries.append((name, keyPlace, try self.node(value, file: file, &values)))
      }
      return SettingNode(.map(entries), at: place)
    case .alias:
      throw Diagnostic(
        .configuration, "yaml", "aliases (*name) are not read", at: place,
        help: "write the value where it is needed")
    }
  }

  /// What the parser says, where a reader looks for it: a quote that never closes at the quote.
  private static func malformed(
    _ context: YamlError.Context?, _ problem: String, _ mark: Mark, _ yaml: String, file: String
  ) -> Diagnostic {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return Diagnostic(
        .configuration, "yaml", "not YAML: the line begins with a tab",
        at: Diagnostic.Place(file, line: mark.line, column: 1), help: "indent with spaces")
    }
    if problem.hasPrefix("Maximum nesting") {
      return Diagnostic(
        .configuration, "yaml", "not a pipeline: lists and maps are nested a thousand deep",
        at: Diagnostic.Place(file, line: mark.line), help: "check brackets and indentation")
    }
    let begin = context.flatMap { $0.text.hasPrefix("while scanning") ? $0.mark : nil } ?? mark
    let before = context.map { $0.text.hasPrefix("while") ? "\($0.text), " : "\($0.text) " } ?? ""
    return Diagnostic(
      .configuration, "yaml", "not YAML: \(before)\(problem)",
      at: Diagnostic.Place(file, line: begin.line, column: begin.column),
      help: "check indentation, colons and quotes around this place")
  }

  /// The line and column of a byte.
  private static func place(_ offset: Int?, in text: String, file: String) -> Diagnostic.Place {
    guard let offset else { return Diagnostic.Place(file) }
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return Diagnostic.Place(
      file, line: max(lines.count, 1), column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static func diagnostic(_ error: any Error, file: String) -> Diagnostic {
    if let error = error as? YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, let yaml),
        .parser(let context, let problem, let mark, let yaml),
        .composer(let context, let problem, let mark, let yaml):
        return malformed(context, problem, mark, yaml, file: file)
      case .reader(let problem, let offset, _, let yaml):
        return Diagnostic(
          .configuration, "yaml", "not YAML: \(problem)", at: place(offset, in: yaml, file: file),
          help: "save the file as plain UTF-8 text")
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
