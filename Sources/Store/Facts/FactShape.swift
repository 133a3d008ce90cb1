package import Values

/// The table of a contract, as far as the store has to know it: columns, key, versions.
package struct FactShape: Sendable, Equatable {
  /// Name of the contract and of its table: `orders`.
  package var name: String
  package var columns: [FactColumn]
  /// Columns that may make up the key of a row; a file says which of them it has.
  ///
  /// The first is stored as an integer (an id, a day or an integer): rows that share it are a group.
  /// A row without a value in it never merges.
  package var key: [String]
  /// The first key column, where a later file replaces the whole group (the lines of an order);
  /// nil where it replaces row by row.
  package var replacesBy: String?
  /// The customer column whose purchase days are stale once a file has touched them.
  package var marksStale: String?

  package init(
    _ name: String, columns: [FactColumn], key: [String], replacesBy: String? = nil,
    marksStale: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.replacesBy = replacesBy
    self.marksStale = marksStale
    precondition(replacesBy == nil || replacesBy == key.first, "groups are by the first key column")
    precondition(
      key.allSatisfy { name in columns.contains { $0.name == name } },
      "every key column is a column of \(name)")
    precondition(
      key.first.flatMap { column($0) }?.kind.isStoredAsInteger ?? true,
      "the first key column of \(name) is stored as an integer")
    precondition(
      marksStale.map { column($0)?.kind == .id("customer") } ?? true,
      "stale customers are marked by a column of customer ids")
  }

  package func column(_ name: String) -> FactColumn? { columns.first { $0.name == name } }
}

/// One column of a table of facts.
package struct FactColumn: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A text id, stored as its code in the table `<space>_ids`.
    case id(String)
    case text
    /// Text with few distinct values.
    case category
    case integer
    case number
    /// Minor units of the currency.
    case money(Currency)
    /// Days since 1970-01-01.
    case day
    /// Seconds since 1970-01-01T00:00:00 of local time.
    case instant
  }

  package var name: String
  package var kind: Kind
  /// The family and the member this column stands for: `item` and `speed` of `item_speed`.
  package var family: String?
  package var member: String?

  package init(_ name: String, _ kind: Kind, family: String? = nil, member: String? = nil) {
    self.name = name
    self.kind = kind
    self.family = family
    self.member = member
  }
}

extension FactColumn.Kind {
  var isStoredAsInteger: Bool {
    switch self {
    case .id, .integer, .money, .day, .instant: true
    case .text, .category, .number: false
    }
  }

  /// The type in a `STRICT` table.
  var sqlType: String {
    switch self {
    case .text, .category: "TEXT"
    case .number: "REAL"
    case .id, .integer, .money, .day, .instant: "INTEGER"
    }
  }

  /// The form in `fact_columns`: `id:customer`, `money:CNY`, `day`.
  var stored: String {
    switch self {
    case .id(let space): "id:\(space)"
    case .money(let currency): "money:\(currency.code)"
    case .text: "text"
    case .category: "category"
    case .integer: "integer"
    case .number: "number"
    case .day: "day"
    case .instant: "instant"
    }
  }

  init?(stored: String) {
    let parts = stored.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("id", .some(let space)): self = .id(space)
    case ("money", .some(let code)):
      guard let currency = Currency(code: code) else { return nil }
      self = .money(currency)
    case ("text", nil): self = .text
    case ("category", nil): self = .category
    case ("integer", nil): self = .integer
    case ("number", nil): self = .number
    case ("day", nil): self = .day
    case ("instant", nil): self = .instant
    default: return nil
    }
  }

  /// Whether a column of this kind may become one of the other: the values in it stay right.
  func canBecome(_ other: Self) -> Bool {
    if case .money = self, case .money = other { return true }
    switch (self, other) {
    case (.text, .category), (.category, .text): return true
    default: return self == other
    }
  }
}
