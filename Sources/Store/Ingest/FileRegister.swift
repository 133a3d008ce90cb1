import Diagnostics
import GRDB

/// Writes the line of a file in `files` and what belongs to it.
enum FileRegister {
  /// Registers a file before its rows come; returns its id.
  static func announce(
    _ file: NewFile, contract: String, position: Int64?, _ db: Database
  ) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT max(position) FROM files") ?? 0
    try db.execute(
      sql: """
        INSERT INTO files (
          position, name, source, contract, sha256, settings_hash, key_columns, bytes, encoding,
          delimiter, first_row, stored_rows, read, accepted, merged, rejected, excluded, withdrawn,
          rounded, customer_field)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', 1, 0, 0, 0, 0, 0, 0, 0, 0, ?)
        """,
      arguments: [
        position ?? last + 1, file.name, file.source, contract, file.sha256, file.settingsHash,
        KeyColumns.text(file.key), file.bytes, file.customerField,
      ])
    let id = db.lastInsertedRowID
    for (position, field) in file.columns.enumerated() {
      try db.execute(
        sql: "INSERT INTO file_fields VALUES (?, ?, ?)", arguments: [id, position, field])
    }
    return id
  }

  static func place(_ id: Int64, firstRow: Int64, rows: Int, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE files SET first_row = ?, stored_rows = ? WHERE id = ?",
      arguments: [firstRow, rows, id])
  }

  /// Completes the account of a file.
  ///
  /// - Precondition: every row that was read is accounted for.
  static func finish(
    _ id: Int64, _ outcome: FileOutcome, _ counts: VersionCounts, appended: Int, _ db: Database
  ) throws -> FileRecord {
    precondition(
      outcome.read == counts.accepted + counts.merged + outcome.rejected + outcome.excluded
        && appended == counts.accepted + counts.merged,
      "read \(outcome.read) = accepted \(counts.accepted) + merged \(counts.merged)"
        + " + rejected \(outcome.rejected) + excluded \(outcome.excluded)")
    try db.execute(
      sql: """
        UPDATE files SET encoding = ?, encoding_basis = ?, reasons = ?, delimiter = ?, read = ?, accepted = ?, merged = ?,
          rejected = ?, excluded = ?, withdrawn = ?, rounded = ?
        WHERE id = ?
        """,
      arguments: [
        outcome.encoding, outcome.encodingBasis,
        outcome.reasons.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"),
        outcome.delimiter, outcome.read, counts.accepted, counts.merged,
        outcome.rejected, outcome.excluded, counts.withdrawn, outcome.rounded, id,
      ])
    try writeRules(outcome.rejectedByRule, "rejected", id, db)
    try writeRules(outcome.excludedByRule, "excluded", id, db)
    for (position, column) in outcome.unusedColumns.enumerated() {
      try db.execute(
        sql: "INSERT INTO file_columns VALUES (?, ?, ?)", arguments: [id, position, column])
    }
    for rate in outcome.usedRates {
      try db.execute(
        sql: "INSERT INTO file_rates VALUES (?, ?, ?, ?)",
        arguments: [id, rate.currency, rate.day, rate.rate])
    }
    guard let record = try FileRecord.fetch(db, where: "id = ?", [id]).first else {
      preconditionFailure("a finished file is registered")
    }
    return record
  }

  private static func writeRules(
    _ rules: [RuleRows], _ outcome: String, _ file: Int64, _ db: Database
  ) throws {
    for (position, rule) in rules.enumerated() {
      try db.execute(
        sql: "INSERT INTO file_rules VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [file, outcome, position, rule.rule, rule.column, rule.rows])
    }
  }
}
