import Diagnostics

/// The mapping of one header while it is being made.
struct HeaderMapping {
  private let header: [String]
  private let normal: [String]
  private let place: Diagnostic.Place
  private(set) var columns: [String: Int] = [:]
  private(set) var families: [String: [HeaderMap.Member]] = [:]
  private(set) var taken: Set<Int> = []
  private(set) var problems = Diagnostics()
  /// Fields with a problem of their own: they are not reported as missing too.
  private var faulty: Set<String> = []
  /// Names of the members of families that were chosen by hand, by column.
  private var chosenMembers: [Int: String] = [:]

  init(header: [String], place: Diagnostic.Place) {
    self.header = header
    normal = header.map(HeaderName.normal)
    self.place = place
  }

  mutating func choose(
    _ chosen: [String: String], _ fields: [HeaderMap.Field], _ families: [HeaderMap.Family]
  ) {
    for (field, cell) in chosen.sorted(by: { $0.key < $1.key }) {
      let isMember = families.contains { HeaderMapping.suffix(field, $0.pattern) != nil }
      guard isMember || fields.contains(where: { $0.name == field }) else {
        let known = fields.map(\.name) + families.map(\.pattern)
        problems.add(
          Diagnostic(
            .usage, "unknown-field", "there is no field '\(field)' to map a column to",
            help: Suggestion.help(for: field, among: known)))
        continue
      }
      var found = header.indices.filter { header[$0] == cell }
      if found.isEmpty {
        let wanted = HeaderName.normal(cell)
        found = header.indices.filter { normal[$0] == wanted }
      }
      guard let column = found.first else {
        faulty.insert(field)
        problems.add(
          Diagnostic(
            .data, "unknown-column", "there is no column '\(cell)' for the field '\(field)'",
            at: place, help: Suggestion.help(for: cell, among: header)))
        continue
      }
      if found.count > 1 {
        reportDuplicate(field, found)
        continue
      }
      taken.insert(column)
      if isMember, !fields.contains(where: { $0.name == field }) {
        if chosenMembers[column] == nil { chosenMembers[column] = field }
      } else {
        columns[field] = column
      }
    }
  }

  mutating func takeExact(_ fields: [HeaderMap.Field]) {
    for field in fields where columns[field.name] == nil && !faulty.contains(field.name) {
      take(field.name, header.indices.filter { header[$0] == field.name })
    }
  }

  mutating func takeAliases(_ fields: [HeaderMap.Field]) {
    for field in fields where columns[field.name] == nil && !faulty.contains(field.name) {
      take(
        field.name,
        header.indices.filter { !taken.contains($0) && field.normal.contains(normal[$0]) })
    }
  }

  mutating func takeFamilies(_ all: [HeaderMap.Family]) {
    for family in all {
      var members: [HeaderMap.Member] = []
      var places: [String: Int] = [:]
      let prefix = String(family.pattern.dropLast())
      for column in header.indices {
        var suffix: String?
        if let chosen = chosenMembers[column] {
          suffix = HeaderMapping.suffix(chosen, family.pattern)
        } else if !taken.contains(column) {
          for pattern in [family.pattern] + family.aliases where suffix == nil {
            suffix = HeaderMapping.suffix(header[column], pattern)
          }
        }
        guard let suffix else { continue }
        let name = prefix + suffix
        if let first = places[name] {
          reportDuplicate(name, [first, column])
          continue
        }
        places[name] = column
        members.append(.init(name: name, column: column))
        taken.insert(column)
      }
      families[family.pattern] = members
    }
  }

  /// Whether nothing that is required is missing: `requireAll` without its words, which take long
  /// to find.
  func hasAll(_ fields: [HeaderMap.Field], _ families: [HeaderMap.Family]) -> Bool {
    fields.allSatisfy { !$0.isRequired || columns[$0.name] != nil }
      && families.allSatisfy { !$0.isRequired || self.families[$0.pattern]?.isEmpty == false }
  }

  mutating func requireAll(_ fields: [HeaderMap.Field], _ families: [HeaderMap.Family]) {
    for field in fields
    where field.isRequired && columns[field.name] == nil && !faulty.contains(field.name) {
      let free = header.indices.filter { !taken.contains($0) }.map { header[$0] }
      var help = "choose it: \(field.name)=HEADER; the file has: \(Suggestion.list(header))"
      let near = ([field.name] + field.aliases).lazy
        .compactMap { Suggestion.nearest(to: $0, among: free) }.first
      if let near { help = "did you mean '\(near)'? Choose it: \(field.name)=\(near)" }
      problems.add(
        Diagnostic(
          .data, "missing-column", "the required column '\(field.name)' is missing", at: place,
          help: help))
    }
    for family in families
    where family.isRequired && (self.families[family.pattern] ?? []).isEmpty {
      problems.add(
        Diagnostic(
          .data, "missing-column", "there is no column of the family '\(family.pattern)'",
          at: place, help: "the file has: \(Suggestion.list(header))"))
    }
  }

  private mutating func take(_ field: String, _ found: [Int]) {
    guard let column = found.first else { return }
    if found.count > 1 {
      reportDuplicate(field, found)
      return
    }
    columns[field] = column
    taken.insert(column)
  }

  private mutating func reportDuplicate(_ field: String, _ found: [Int]) {
    faulty.insert(field)
    taken.formUnion(found)
    let rest = found.count - 10
    let cells =
      found.prefix(10).map { "'\(header[$0])' (column \($0 + 1))" }.joined(separator: " and ")
      + (rest > 0 ? " and \(rest) more" : "")
    problems.add(
      Diagnostic(
        .data, "duplicate-column", "several columns fit the field '\(field)': \(cells)", at: place,
        help: "rename one of them, or choose: \(field)=HEADER"))
  }

  /// What stands for the `*` of a pattern, or for its `#`, which takes digits only; nil where the
  /// name does not fit it.
  ///
  /// Numbers lose leading zeros, other suffixes are in lower case with `_` for spaces and hyphens.
  static func suffix(_ name: String, _ pattern: String) -> String? {
    let prefix = HeaderName.normal(String(pattern.dropLast()))
    let whole = HeaderName.normal(name)
    guard whole.hasPrefix(prefix), whole.count > prefix.count else { return nil }
    // The suffix as written: the prefix is dropped from the name letter by letter.
    var rest = Substring(name)
    var dropped = 0
    while let letter = rest.first {
      let letters = HeaderName.normal(String(letter)).count
      if dropped >= prefix.count, letters > 0 { break }
      dropped += letters
      rest = rest.dropFirst()
    }
    let suffix = String(rest.map { " -\u{3000}".contains($0) ? "_" : $0 }).lowercased()
    if let number = UInt(suffix) { return String(number) }
    return suffix.isEmpty || pattern.hasSuffix("#") ? nil : suffix
  }
}
