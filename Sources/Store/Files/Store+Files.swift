package import Diagnostics
import GRDB
import Values

extension Store {
  /// All files by position.
  package func files() throws(Diagnostic) -> [FileRecord] {
    try read { db in try FileRecord.fetch(db, where: "TRUE") }
  }

  /// The file of this identity, if it was read already: its rows need not be read again.
  package func file(
    contract: String, sha256: String, settingsHash: String
  ) throws(Diagnostic) -> FileRecord? {
    guard !sha256.isEmpty else { return nil }
    return try read { db in
      try FileRecord.fetch(
        db, where: "contract = ? AND sha256 = ? AND settings_hash = ?",
        [contract, sha256, settingsHash]
      ).first
    }
  }

  /// Files of a contract that came from this path: the same bytes under other settings, or others.
  package func files(
    source: String, contract: String
  ) throws(Diagnostic) -> [FileRecord] {
    try read { db in
      try FileRecord.fetch(db, where: "source = ? AND contract = ?", [source, contract])
    }
  }

  /// The exchange rates that the rows of a file needed.
  package func rates(of file: FileRecord.ID) throws(Diagnostic) -> [UsedRate] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT currency, day, rate FROM file_rates WHERE file_id = ? ORDER BY currency, day
          """, arguments: [file]
      ).map { UsedRate(currency: $0[0], day: $0[1], rate: $0[2]) }
    }
  }

  /// The rejected rows of a file, in the order in which they were reported.
  package func rejects(_ file: FileRecord.ID) throws(Diagnostic) -> RejectColumns {
    try read { db in
      var rejects = RejectColumns()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT line, "column", rule, raw FROM rejects WHERE file_id = ? ORDER BY position
          """, arguments: [file])
      while let row = try rows.next() {
        rejects.append(line: row[0], column: row[1], rule: row[2], raw: row[3])
      }
      return rejects
    }
  }
}

extension FileRecord {
  static func fetch(
    _ db: Database, where condition: String, _ arguments: StatementArguments = []
  ) throws -> [FileRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM files WHERE \(condition) ORDER BY position", arguments: arguments
    ).map { row in
      let id: Int64 = row["id"]
      return FileRecord(
        id: id, position: row["position"], name: row["name"], source: row["source"],
        contract: row["contract"], sha256: row["sha256"], settingsHash: row["settings_hash"],
        bytes: row["bytes"], encoding: row["encoding"],
        encodingBasis: row["encoding_basis"],
        reasons: (row["reasons"] as String).split(separator: "\n").map(String.init),
        delimiter: row["delimiter"],
        read: row["read"], accepted: row["accepted"], merged: row["merged"],
        rejected: row["rejected"], excluded: row["excluded"], withdrawn: row["withdrawn"],
        rounded: row["rounded"], rejectedByRule: try rules(db, id, "rejected"),
        excludedByRule: try rules(db, id, "excluded"),
        unusedColumns: try String.fetchAll(
          db, sql: "SELECT unused FROM file_columns WHERE file_id = ? ORDER BY position",
          arguments: [id]))
    }
  }

  private static func rules(
    _ db: Database, _ file: Int64, _ outcome: String
  ) throws -> [RuleRows] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT rule, "column", rows FROM file_rules
        WHERE file_id = ? AND outcome = ? ORDER BY position
        """, arguments: [file, outcome]
    ).map { RuleRows(rule: $0[0], column: $0[1], rows: $0[2]) }
  }
}

/// What the store knows of a file while rows move: where they lie and what their key is.
struct StoredFile {
  var id: Int64
  var position: Int64
  var contract: String
  var key: [String]
  /// Its rows in the table of the contract.
  var rows: Range<Int64>

  static func fetchAll(_ db: Database, contract: String) throws -> [StoredFile] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, position, contract, key_columns, first_row, stored_rows FROM files
        WHERE contract = ? ORDER BY position
        """, arguments: [contract]
    ).map { row in
      let first: Int64 = row[4]
      return StoredFile(
        id: row[0], position: row[1], contract: row[2], key: KeyColumns.parse(row[3]),
        rows: first..<(first + row[5]))
    }
  }
}
