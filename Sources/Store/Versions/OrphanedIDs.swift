import GRDB

/// Ids that no row has any more once a file is forgotten; they go with it.
struct OrphanedIDs {
  private let table: FactTable
  /// Every column of the store that refers to a space: its table and name.
  private let references: [(space: String, table: String, column: String)]

  init(_ table: FactTable, _ db: Database) throws {
    self.table = table
    references = try FactTable.all(db).flatMap { table in
      table.idColumns.map { ($0.space, table.sqlName, Identifier.quoted($0.column)) }
    }
  }

  /// Notes the ids of rows that are about to go.
  func collect(rows: Range<Int64>, _ db: Database) throws {
    try collect(where: "row_id >= \(rows.lowerBound) AND row_id < \(rows.upperBound)", db)
  }

  /// Notes the ids of the rows of a condition in SQL.
  func collect(where condition: String, _ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS orphans (
          space TEXT NOT NULL, code INTEGER NOT NULL, PRIMARY KEY (space, code)
        ) STRICT, WITHOUT ROWID;
        DELETE FROM temp.orphans;
        """)
    for (column, space) in table.idColumns {
      let name = Identifier.quoted(column)
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO temp.orphans
          SELECT ?, \(name) FROM \(table.sqlName)
          WHERE \(condition) AND \(name) IS NOT NULL
          """, arguments: [space])
    }
  }

  /// Removes those of the noted ids that no row refers to, and what was kept for them.
  func remove(_ db: Database) throws {
    for (space, table, column) in references {
      try db.execute(
        sql: """
          DELETE FROM temp.orphans
          WHERE space = ? AND EXISTS (SELECT 1 FROM \(table) t WHERE t.\(column) = orphans.code)
          """, arguments: [space])
    }
    for space in Set(table.idColumns.map(\.space)).sorted() {
      var places = [(Identifier.idTable(space), "code")]
      if space == "customer" {
        places += [("purchase_days", "customer"), ("stale_customers", "code")]
      }
      for (table, column) in places {
        try db.execute(
          sql: """
            DELETE FROM \(table)
            WHERE \(column) IN (SELECT code FROM temp.orphans WHERE space = ?)
            """, arguments: [space])
      }
    }
  }
}
