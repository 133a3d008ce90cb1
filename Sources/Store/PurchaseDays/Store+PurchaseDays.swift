package import Diagnostics
import GRDB
package import Values

extension Store {
  /// Whether the purchase days that are kept were made under these settings, and are whole.
  package func purchaseDaysState(
    settingsHash: String
  ) throws(Diagnostic) -> PurchaseDaysState {
    try read { db in
      let kept = try String.fetchOne(db, sql: "SELECT settings_hash FROM purchase_days_state")
      guard kept == settingsHash else { return .missing }
      let stale = try Int.fetchOne(db, sql: "SELECT count(*) FROM stale_customers") ?? 0
      return stale == 0 ? .fresh : .stale(customers: stale)
    }
  }

  /// Customers whose purchase days have to be made again, ids bytewise ascending.
  ///
  /// Some of them may have no current orders any more.
  package func staleCustomers() throws(Diagnostic) -> TextColumn {
    try read { db in
      let ids = try BulkStatement(
        db,
        """
        SELECT i.id FROM stale_customers s JOIN customer_ids i ON i.code = s.code ORDER BY i.id
        """)
      var column = TextColumn()
      while try ids.step() { column.append(ids.text(0)) }
      return column
    }
  }

  /// Keeps purchase days that were made from the current orders; no customer is stale afterwards.
  ///
  /// - Parameters:
  ///   - days: those of all customers, or of the stale ones that still have any.
  ///   - settingsHash: hash of the settings they depend on (zero amounts, currency).
  ///   - onlyStale: replaces those of the stale customers and leaves the others.
  package func keepPurchaseDays(
    _ days: StoredPurchaseDays, settingsHash: String, onlyStale: Bool
  ) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: onlyStale
          ? "DELETE FROM purchase_days WHERE customer IN (SELECT code FROM stale_customers)"
          : "DELETE FROM purchase_days")
      try PurchaseDayRows.insert(days, db)
      try db.execute(sql: "DELETE FROM stale_customers")
      try db.execute(
        sql: """
          INSERT INTO purchase_days_state VALUES (1, ?1, ?2)
          ON CONFLICT (only) DO UPDATE SET
            settings_hash = ?1, has_margin = max(?2, CASE WHEN ?3 THEN has_margin ELSE 0 END)
          """, arguments: [settingsHash, days.margin != nil, onlyStale])
    }
  }

  /// All purchase days that are kept.
  package func purchaseDays() throws(Diagnostic) -> StoredPurchaseDays {
    try read { db in try PurchaseDayRows.fetch(db) }
  }
}
