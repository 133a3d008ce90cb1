package import Diagnostics

/// Which column of a file each field of a contract is.
///
/// A field takes the column that was chosen for it, else the one with exactly its name, else one
/// that its name or an alias fits but for case, spaces, underscores, hyphens and full width. A
/// column that a field took by choice or exact name is not open to the aliases of others.
package struct HeaderMap: Sendable, Equatable {
  package struct Field: Sendable {
    package let name: String
    package let aliases: [String]
    package let isRequired: Bool
    /// Name and aliases as headers are compared with them: many headers are, to find the one.
    let normal: Set<String>

    package init(_ name: String, aliases: [String] = [], isRequired: Bool = false) {
      self.name = name
      self.aliases = aliases
      self.isRequired = isRequired
      normal = Set(([name] + aliases).map(HeaderName.normal))
    }
  }

  /// Many columns of one kind: `item_*` takes `item_1`, `Item 2`, `item_comfort`.
  package struct Family: Sendable {
    /// A name with one `*` at its end.
    package var pattern: String
    /// Patterns likewise; one that ends in `#` takes digits only: `e#` is `e1`, not `email`.
    package var aliases: [String]
    /// At least one column is needed.
    package var isRequired: Bool

    package init(_ pattern: String, aliases: [String] = [], isRequired: Bool = false) {
      self.pattern = pattern
      self.aliases = aliases
      self.isRequired = isRequired
    }
  }

  package struct Member: Sendable, Equatable {
    /// The prefix of the family and what stood for its `*`, in lower case.
    package var name: String
    package var column: Int

    package init(name: String, column: Int) {
      self.name = name
      self.column = column
    }
  }

  private var columns: [String: Int] = [:]
  /// The columns of each family by its pattern, in the order of the file.
  package private(set) var families: [String: [Member]] = [:]
  /// Columns that no field took.
  package private(set) var unused: [Int] = []

  /// The column of a field, from 0; nil where the file has none.
  package func column(of field: String) -> Int? { columns[field] }

  /// Maps a header; all that is wrong is thrown in one go.
  ///
  /// - Parameter chosen: header cells by field, as a user mapped them.
  package init(
    fields: [Field], families: [Family] = [], header: [String], chosen: [String: String] = [:],
    file: String, line: Int = 1
  ) throws(Diagnostics) {
    var mapping = HeaderMap.mapping(fields, families, header, chosen, .init(file, line: line))
    mapping.requireAll(fields, families)
    try mapping.problems.throwIfAny()
    columns = mapping.columns
    self.families = mapping.families
    unused = header.indices.filter { !mapping.taken.contains($0) }
  }
  /// Whether a header maps: for the many records of a file that may be one.
  package static func fits(
    fields: [Field], families: [Family] = [], header: [String], chosen: [String: String] = [:]
  ) -> Bool {
    let mapping = mapping(fields, families, header, chosen, .init(""))
    return mapping.problems.isEmpty && mapping.hasAll(fields, families)
  }

  private static func mapping(
    _ fields: [Field], _ families: [Family], _ header: [String], _ chosen: [String: String],
    _ place: Diagnostic.Place
  ) -> HeaderMapping {
    var mapping = HeaderMapping(header: header, place: place)
    mapping.choose(chosen, fields, families)
    mapping.takeExact(fields)
    mapping.takeAliases(fields)
    mapping.takeFamilies(families)
    return mapping
  }
}
