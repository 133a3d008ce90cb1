import GRDB

/// Customers whose purchase days no longer follow from the rows that are current.
enum StaleCustomers {
  /// Marks the customers of rows that came or are about to go, and of rows in touched groups.
  ///
  /// While no purchase days are kept there is nothing to mark.
  static func mark(
    _ table: FactTable, rows: Range<Int64>, withTouched: Bool, _ db: Database
  ) throws {
    guard let column = table.marksStale.map(Identifier.quoted),
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM purchase_days_state)") == true
    else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO stale_customers
        SELECT \(column) FROM \(table.sqlName)
        WHERE row_id >= ? AND row_id < ? AND \(column) IS NOT NULL
        """, arguments: [rows.lowerBound, rows.upperBound])
    guard withTouched, let group = table.group.map(Identifier.quoted) else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO stale_customers
        SELECT t.\(column)
        FROM temp.touched g CROSS JOIN \(table.sqlName) t ON t.\(group) = g.code
        WHERE t.\(column) IS NOT NULL
        """)
  }
}
