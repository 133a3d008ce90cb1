package import Diagnostics
import GRDB
package import Values

extension KeptRun {
  /// Keeps a result table of a step as `result_<step>_<table>`, in place of the one of an earlier
  /// run: for queries with `sqlite3`.
  ///
  /// Days and instants are ISO texts, money is in major units; what has no value is null.
  package func result(_ table: DataTable, step: String) throws(Diagnostic) {
    try keeping { db in
      let name = Identifier.quoted(try ResultName.take(step: step, table: table.name, asOf, db))
      try db.execute(sql: "DROP TABLE IF EXISTS \(name)")
      let columns = table.columns.map(ResultColumn.init)
      let fields = zip(table.heads, columns).map { head, column in
        "\(Identifier.quoted(head.id)) \(column.sqlType)"
      }
      try db.execute(
        sql: "CREATE TABLE \(name) (\(fields.joined(separator: ", "))) STRICT")
      let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      let insert = try BulkStatement(db, "INSERT INTO \(name) VALUES (\(places))")
      try ColumnPointer.withPointers(to: columns.map(\.values)[...]) { pointers in
        for row in 0..<table.rowCount {
          for (index, pointer) in pointers.enumerated() {
            pointer.bind(row, to: insert, at: Int32(index + 1))
          }
          try insert.run()
        }
      }
    }
  }
}

extension Store {
  /// The result tables that are kept: step, name, and the table to query.
  package func results() throws(Diagnostic) -> [StoredResult] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT step, name, as_of, table_name FROM results ORDER BY step, name"
      ).map {
        StoredResult(
          step: try $0.decode(atIndex: 0), name: try $0.decode(atIndex: 1),
          asOf: try $0.decode(atIndex: 2), tableName: try $0.decode(atIndex: 3))
      }
    }
  }
}

/// A result table in the store.
package struct StoredResult: Sendable, Equatable {
  package var step: String
  package var name: String
  /// ISO date of the run that filled it.
  package var asOf: String
  package var tableName: String
}

/// Names of result tables: readable, and never one name for two tables.
private enum ResultName {
  static func take(step: String, table: String, _ asOf: Day, _ db: Database) throws -> String {
    let kept = try String.fetchOne(
      db, sql: "SELECT table_name FROM results WHERE step = ? AND name = ?",
      arguments: [step, table])
    if let kept {
      try db.execute(
        sql: "UPDATE results SET as_of = ? WHERE step = ? AND name = ?",
        arguments: [asOf.iso, step, table])
      return kept
    }
    // `a_b` and `c` make the same name as `a` and `b_c`.
    var name = "result_\(step)_\(table)"
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ? COLLATE NOCASE)",
      arguments: [name]) == true
    { name += "_" }
    try db.execute(
      sql: "INSERT INTO results VALUES (?, ?, ?, ?)", arguments: [step, table, asOf.iso, name])
    return name
  }
}
