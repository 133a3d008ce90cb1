package import Diagnostics
import GRDB
package import Values

extension KeptRun {
  /// Keeps the measures of a step; those of the same step, settings and day are replaced.
  package func measures(
    _ measures: [StoredMeasure], step: String, settingsHash: String
  ) throws(Diagnostic) {
    try keeping { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO runs (as_of, step, settings_hash) VALUES (?, ?, ?)",
        arguments: [asOf.iso, step, settingsHash])
      let run = try Int64.fetchOne(
        db, sql: "SELECT id FROM runs WHERE as_of = ? AND step = ? AND settings_hash = ?",
        arguments: [asOf.iso, step, settingsHash])
      try db.execute(sql: "DELETE FROM measures WHERE run_id = ?", arguments: [run])
      for (position, measure) in measures.enumerated() {
        try db.execute(
          sql: "INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            run, position, measure.id, measure.value, measure.unit, measure.low, measure.high,
            measure.n, measure.reason,
          ])
      }
    }
  }
}

extension Store {
  /// The measures of a step of all runs up to a day, the newest first; where there has been a run of
  /// the day with these settings, of those that came before it.
  package func measures(
    step: String, through asOf: Day, before settingsHash: String, limit: Int
  ) throws(Diagnostic) -> [[StoredMeasure]] {
    try read { db in
      let runs = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM runs WHERE step = ? AND as_of <= ? AND id < coalesce(
            (SELECT id FROM runs WHERE step = ? AND as_of = ? AND settings_hash = ?),
            9223372036854775807)
          ORDER BY as_of DESC, id DESC LIMIT ?
          """, arguments: [step, asOf.iso, step, asOf.iso, settingsHash, limit])
      return try runs.map { try Store.measures(of: $0, db) }
    }
  }

  private static func measures(of run: Int64, _ db: Database) throws -> [StoredMeasure] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, value, unit, low, high, n, reason FROM measures
        WHERE run_id = ? ORDER BY position
        """, arguments: [run]
    ).map { row in
      StoredMeasure(
        id: try row.decode(atIndex: 0), value: try row.decode(atIndex: 1),
        unit: try row.decode(atIndex: 2), low: try row.decode(atIndex: 3),
        high: try row.decode(atIndex: 4), n: try row.decode(atIndex: 5),
        reason: try row.decode(atIndex: 6))
    }
  }

  /// The measures of the last run of a step with the same settings and an earlier as-of date.
  package func previousMeasures(
    step: String, settingsHash: String, before asOf: Day
  ) throws(Diagnostic) -> PreviousMeasures? {
    try read { db in
      guard
        let run = try Row.fetchOne(
          db,
          sql: """
            SELECT id, as_of FROM runs WHERE step = ? AND settings_hash = ? AND as_of < ?
            ORDER BY as_of DESC LIMIT 1
            """, arguments: [step, settingsHash, asOf.iso]),
        let day = Day(iso: try run.decode(String.self, forColumn: "as_of"))
      else { return nil }
      let measures = try Store.measures(of: try run.decode(Int64.self, forColumn: "id"), db)
      return PreviousMeasures(asOf: day, measures: measures)
    }
  }
}
