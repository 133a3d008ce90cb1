import GRDB

/// Groups that a file contains only, or also, in rows that were left out: a cancelled order whose
/// earlier version must not go on counting.
///
/// Kept by the text of the id, for ids without rows are removed from their space.
enum Voids {
  /// The files that void each touched group.
  static func byGroup(_ table: FactTable, _ db: Database) throws -> [Int64: [Int64]] {
    guard table.replacesBy != nil, let ids = idTable(table) else { return [:] }
    var files: [Int64: [Int64]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT g.code, v.file_id
        FROM temp.touched g JOIN \(ids) c ON c.code = g.code JOIN file_voids v ON v.id = c.id
        ORDER BY g.code, v.file_id
        """)
    while let row = try rows.next() {
      files[try row.decode(atIndex: 0), default: []].append(try row.decode(atIndex: 1))
    }
    return files
  }

  /// Adds the groups that a file voids, and those of its rows that any file voids, to the touched.
  static func touch(
    _ table: FactTable, file: Int64, rows: Range<Int64>, _ db: Database
  ) throws {
    guard table.replacesBy != nil, let group = table.group, let ids = idTable(table),
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM file_voids)") ?? false
    else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO temp.touched
        SELECT c.code FROM file_voids v JOIN \(ids) c ON c.id = v.id WHERE v.file_id = ?
        """, arguments: [file])
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO temp.touched
        SELECT c.code FROM file_voids v JOIN \(ids) c ON c.id = v.id
        WHERE EXISTS (
          SELECT 1 FROM \(table.sqlName) t
          WHERE t.\(Identifier.quoted(group)) = c.code AND t.row_id >= ? AND t.row_id < ?)
        """, arguments: [rows.lowerBound, rows.upperBound])
  }

  private static func idTable(_ table: FactTable) -> String? {
    guard let group = table.group, case .id(let space)? = table.column(group)?.kind else {
      return nil
    }
    return Identifier.quoted("\(space)_ids")
  }
}
