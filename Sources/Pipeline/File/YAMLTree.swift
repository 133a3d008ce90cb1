package import Diagnostics
import Yams

/// YAML text as a tree of nodes, each with its line and column.
package enum YAMLTree {
  private static let mostValues = 100_000

  /// - Throws: what the YAML parser found wrong, at its place.
  package static func read(_ text: String, file: String) throws(Diagnostic) -> SettingNode {
    if let place = aliasBomb(text, file) { throw aliases(at: place) }
    let parser: Yams.Parser
    let root: Node?
    do {
      parser = try Yams.Parser(yaml: text)
      root = try parser.singleRoot()
    } catch {
      throw diagnostic(error, text, file: file)
    }
    guard let root else {
      return SettingNode(.null, at: Diagnostic.Place(file, line: 1, column: 1))
    }
    // Nodes refer to their anchors weakly: the parser is what holds them.
    let tree = Result { () throws(Diagnostic) in
      var values = 0
      return try node(root, file: file, &values)
    }
    withExtendedLifetime(parser) {}
    return try tree.get()
  }

  /// More of what may be aliases than this, and they are not even looked up.
  private static let mostAliases = 30

  /// Where the aliases of a text begin that has so many that they could stand for a tree without end.
  ///
  /// Each may stand for several others, so n of them for up to 3^(n/3) nodes, and the YAML library
  /// walks all of those when one is a key. Text in quotes is not told apart here: fewer are left to
  /// the tree, which knows.
  private static func aliasBomb(_ text: String, _ file: String) -> Diagnostic.Place? {
    var found = 0
    var hasAnchor = false
    var first: Diagnostic.Place?
    var (line, column) = (1, 0)
    var before: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      column += 1
      let beginsNode = " \t\r\n[]{},:?-".unicodeScalars.contains(before)
      if beginsNode, scalar == "&" { hasAnchor = true }
      if beginsNode, scalar == "*" {
        found += 1
        if first == nil { first = Diagnostic.Place(file, line: line, column: column) }
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
      before = scalar
    }
    return hasAnchor && found > mostAliases ? first : nil
  }

  private static func aliases(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .configuration, "yaml", "anchors (&name) and aliases (*name) are not read", at: place,
      help: "write the value where it is needed")
  }

  private static func node(
    _ node: Node, file: String, _ values: inout Int
  ) throws(Diagnostic) -> SettingNode {
    let place = Diagnostic.Place(file, line: node.mark?.line, column: node.mark?.column)
    values += 1
    guard values <= mostValues else {
      throw Diagnostic(
        .configuration, "yaml", "more than \(mostValues) values", at: place,
        help: "write less, or split the pipeline")
    }
    if node.anchor != nil { throw aliases(at: place) }
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
        if key.anchor != nil { throw aliases(at: keyPlace) }
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
    case .alias: throw aliases(at: place)
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
        at: place(mark, in: yaml, file), help: "check brackets and indentation")
    }
    let begin = context.flatMap { $0.text.hasPrefix("while scanning") ? $0.mark : nil } ?? mark
    let before = context.map { $0.text.hasPrefix("while") ? "\($0.text), " : "\($0.text) " } ?? ""
    return Diagnostic(
      .configuration, "yaml", "not YAML: \(before)\(problem)",
      at: place(begin, in: yaml, file),
      help: "check indentation, colons and quotes around this place")
  }

  private static func diagnostic(
    _ error: any Error, _ text: String, file: String
  ) -> Diagnostic {
    if let error = error as? YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, let yaml),
        .parser(let context, let problem, let mark, let yaml),
        .composer(let context, let problem, let mark, let yaml):
        return malformed(context, problem, mark, yaml, file: file)
      case .reader(let problem, _, let value, _):
        return Diagnostic(
          .configuration, "yaml", "not YAML: \(problem)", at: place(of: value, in: text, file),
          help: "delete what cannot be seen there, or write it as \"\\x..\" in quotes")
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

  /// The place of a mark. The parser's end of a text lies on a line of its own, even where no line
  /// end is behind the last line: there it is the end of that line.
  private static func place(_ mark: Mark, in text: String, _ file: String) -> Diagnostic.Place {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard mark.line > lines.count, let last = lines.last else {
      return Diagnostic.Place(file, line: mark.line, column: mark.column)
    }
    return Diagnostic.Place(file, line: lines.count, column: last.unicodeScalars.count + 1)
  }

  /// Where a character that YAML does not allow stands first.
  private static func place(
    of value: Int32, in text: String, _ file: String
  ) -> Diagnostic.Place {
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar.value == UInt32(bitPattern: value) { break }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return Diagnostic.Place(file, line: line, column: column)
  }
}
