package import Diagnostics
import GRDB

/// Takes a file out of the store, as if it had never come.
struct Forgetting {
  private let file: StoredFile
  private let table: FactTable

  init(_ db: Database, _ id: Int64) throws {
    guard
      let contract = try String.fetchOne(
        db, sql: "SELECT contract FROM files WHERE id = ?", arguments: [id]),
      let table = try FactTable.find(contract, db),
      let file = try StoredFile.fetchAll(db, contract: contract).first(where: { $0.id == id })
    else {
      throw Diagnostic(
        .usage, "unknown-file", "the store has no file \(id)",
        help: "`clientele store files` lists the files of the store")
    }
    self.file = file
    self.table = table
  }

  /// Removes the file and returns the position it had.
  func run(_ db: Database) throws -> Int64 {
    try VersionUpdate.makeTouched(db)
    if let group = table.group {
      try markSharedGroups(Identifier.quoted(group), db)
      try Voids.touch(table, file: file.id, rows: file.rows, db)
      try VersionUpdate(db, table, file: file.id).leave(db)
    }
    try StaleCustomers.mark(table, rows: file.rows, withTouched: true, db)
    let orphans = try OrphanedIDs(table, db)
    try orphans.collect(rows: file.rows, db)
    try db.execute(
      sql: "DELETE FROM \(table.sqlName) WHERE row_id >= ? AND row_id < ?",
      arguments: [file.rows.lowerBound, file.rows.upperBound])
    try orphans.remove(db)
    let belongings = [
      "file_rules", "file_columns", "file_fields", "file_rates", "file_voids", "rejects",
    ]
    for other in belongings {
      try db.execute(sql: "DELETE FROM \(other) WHERE file_id = ?", arguments: [file.id])
    }
    try db.execute(sql: "DELETE FROM files WHERE id = ?", arguments: [file.id])
    return file.position
  }

  /// Groups of the file that have rows of other files; the others go with their rows.
  private func markSharedGroups(_ group: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO temp.touched
        SELECT t.\(group) FROM \(table.sqlName) t
        WHERE t.row_id >= ?1 AND t.row_id < ?2 AND t.\(group) IS NOT NULL
          AND EXISTS (
            SELECT 1 FROM \(table.sqlName) o
            WHERE o.\(group) = t.\(group) AND (o.row_id < ?1 OR o.row_id >= ?2))
        """, arguments: [file.rows.lowerBound, file.rows.upperBound])
  }
}

extension Store {
  /// Takes a file out: facts, current rows and accounts are as if it had never come.
  package func forget(_ file: FileRecord.ID) throws(Diagnostic) {
    try write { db in _ = try Forgetting(db, file).run(db) }
  }
}
