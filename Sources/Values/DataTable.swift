/// The values of one column. Every kind has one mark for "no value".
package enum ColumnValues: Sendable, Equatable {
  /// No value: the empty text.
  case text(TextColumn)
  /// Indices into `labels`; no value: -1.
  case category([Int32], labels: [String])
  /// No value: `Int64.min`.
  case integer([Int64])
  /// No value: NaN.
  case number([Double])
  /// Minor units; no value: `Int64.min`.
  case money([Int64], Currency)
  /// Days since 1970-01-01; no value: `Int32.min`.
  case day([Int32])
  /// Seconds since 1970-01-01T00:00:00 of local time; no value: `Int64.min`.
  case instant([Int64])

  package var count: Int {
    switch self {
    case .text(let column): column.count
    case .category(let codes, _): codes.count
    case .integer(let values): values.count
    case .number(let values): values.count
    case .money(let values, _): values.count
    case .day(let values): values.count
    case .instant(let values): values.count
    }
  }

  package func isMissing(_ row: Int) -> Bool {
    switch self {
    case .text(let column): column.isMissing(row)
    case .category(let codes, _): codes[row] < 0
    case .integer(let values): values[row] == .min
    case .number(let values): values[row].isNaN
    case .money(let values, _): values[row] == .min
    case .day(let values): values[row] == .min
    case .instant(let values): values[row] == .min
    }
  }
}

/// What a column of a table is called, counts and means.
package struct ColumnHead: Sendable, Hashable {
  /// `snake_case`, the same in CSV, JSON, the store and the reference page.
  package let id: String
  package let unit: Unit
  package let meaning: Phrase
  /// What its texts tell of a person; nil for figures and words.
  package let personal: PersonalData?

  package init(_ id: String, _ unit: Unit, _ meaning: Phrase, personal: PersonalData? = nil) {
    self.id = id
    self.unit = unit
    self.meaning = meaning
    self.personal = personal
  }
}

/// A table of typed columns of equal length: facts, results, lists.
package struct DataTable: Sendable {
  package let name: String
  package let heads: [ColumnHead]
  package let columns: [ColumnValues]

  /// - Precondition: as many heads as columns, and all columns of one length.
  package init(name: String, heads: [ColumnHead], columns: [ColumnValues]) {
    precondition(heads.count == columns.count, "every column has a head: \(name)")
    precondition(Set(columns.map(\.count)).count <= 1, "columns have one length: \(name)")
    self.name = name
    self.heads = heads
    self.columns = columns
  }

  package var rowCount: Int { columns.first?.count ?? 0 }

  package func values(_ id: String) -> ColumnValues? {
    heads.firstIndex { $0.id == id }.map { columns[$0] }
  }
}
