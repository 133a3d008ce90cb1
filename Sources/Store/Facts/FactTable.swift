import Diagnostics
import GRDB

/// A table of facts as it is in the file: every version of every row.
///
/// Besides the columns of the contract a row has `row_id` (in order of arrival; the rows of a file
/// follow each other), `file_id`, `file_line` and `superseded_by`: the file that replaced it, or
/// null while the row is current.
struct FactTable {
  let name: String
  /// In the order of the table: new columns come last.
  let columns: [FactColumn]
  let key: [String]
  let replacesBy: String?
  let marksStale: String?

  var sqlName: String { Identifier.quoted(name) }
  var group: String? { key.first }

  func column(_ name: String) -> FactColumn? {
    columns.first { Identifier.areSame($0.name, name) }
  }

  /// Columns of interned ids with their spaces.
  var idColumns: [(column: String, space: String)] {
    columns.compactMap { column in
      if case .id(let space) = column.kind { (column.name, space) } else { nil }
    }
  }

  /// Columns with an index: groups are found by one, customers and orphaned ids by the others.
  private var indexed: [String] {
    let ids = idColumns.map(\.column)
    guard let group, !ids.contains(group) else { return ids }
    return [group] + ids
  }

  private func indexName(_ column: String) -> String {
    Identifier.quoted("\(name)_by_\(column)")
  }

  func createIndexes(_ db: Database) throws {
    for column in indexed {
      try db.execute(
        sql: """
          CREATE INDEX IF NOT EXISTS \(indexName(column))
          ON \(sqlName) (\(Identifier.quoted(column)))
          """)
    }
  }

  /// For a load into an empty table: an index is built several times faster from all rows at once.
  func dropIndexes(_ db: Database) throws {
    for column in indexed { try db.execute(sql: "DROP INDEX IF EXISTS \(indexName(column))") }
  }

  /// The table of a contract; nil when nothing of it was ever ingested.
  static func find(_ name: String, _ db: Database) throws -> FactTable? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT key_columns, replaces_by, marks_stale FROM fact_tables WHERE contract = ?",
        arguments: [name])
    else { return nil }
    let columns = try Row.fetchAll(
      db,
      sql: """
        SELECT name, kind, family, member FROM fact_columns WHERE contract = ? ORDER BY position
        """, arguments: [name]
    ).map { row in
      let name: String = try row.decode(atIndex: 0)
      let stored: String = try row.decode(atIndex: 1)
      guard let kind = FactColumn.Kind(stored: stored) else {
        throw StoreFailure.damaged("the column '\(name)' has no kind '\(stored)'")
      }
      return FactColumn(
        name, kind, family: try row.decode(atIndex: 2), member: try row.decode(atIndex: 3))
    }
    return FactTable(
      name: name, columns: columns, key: KeyColumns.parse(try row.decode(atIndex: 0)),
      replacesBy: try row.decode(atIndex: 1), marksStale: try row.decode(atIndex: 2))
  }

  static func all(_ db: Database) throws -> [FactTable] {
    try String.fetchAll(db, sql: "SELECT contract FROM fact_tables ORDER BY contract")
      .compactMap { try find($0, db) }
  }
}

/// Key columns as one text in the store: each name followed by a line break.
enum KeyColumns {
  static func text(_ names: [String]) -> String { names.map { $0 + "\n" }.joined() }
  static func parse(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
