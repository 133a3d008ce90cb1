package import Diagnostics
import GRDB
package import Values

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
      ).map {
        UsedRate(
          currency: try $0.decode(atIndex: 0), day: try $0.decode(atIndex: 1),
          rate: try $0.decode(atIndex: 2))
      }
    }
  }

  /// The rejected rows of a file, in the order in which they were reported.
  package func rejects(_ file: FileRecord.ID) throws(Diagnostic) -> RejectColumns {
    try read { db in try RejectColumns.fetch(db, file: file) }
  }

  /// The fields of the contract that a file had, in contract order.
  package func fields(of file: FileRecord.ID) throws(Diagnostic) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT field FROM file_fields WHERE file_id = ? ORDER BY position",
        arguments: [file])
    }
  }

  /// The newest day of a column in the rows of a file, as they came; nil where none has one.
  package func newestDay(
    of file: FileRecord.ID, in contract: String, column name: String
  ) throws(Diagnostic) -> Day? {
    try read { db in
      guard let table = try FactTable.find(contract, db), let column = table.column(name),
        let rows = try StoredFile.fetchAll(db, contract: contract).first(where: { $0.id == file })?
          .rows,
        let newest = try Int64.fetchOne(
          db,
          sql: """
            SELECT max(\(Identifier.quoted(name))) FROM \(table.sqlName)
            WHERE row_id >= ? AND row_id < ?
            """, arguments: [rows.lowerBound, rows.upperBound])
      else { return nil }
      if case .instant = column.kind { return Day(number: Day.number(ofSecond: newest)) }
      return Day(number: Int32(clamping: newest))
    }
  }
}

extension RejectColumns {
  static func fetch(_ db: Database, file: FileRecord.ID) throws -> RejectColumns {
    var rejects = RejectColumns()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT line, "column", rule, raw FROM rejects WHERE file_id = ? ORDER BY position
        """, arguments: [file])
    while let row = try rows.next() {
      rejects.append(
        line: try row.decode(atIndex: 0), column: try row.decode(atIndex: 1),
        rule: try row.decode(atIndex: 2), raw: try row.decode(atIndex: 3))
    }
    return rejects
  }
}

extension FileRecord {
  static func fetch(
    _ db: Database, where condition: String, _ arguments: StatementArguments = []
  ) throws -> [FileRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM files WHERE \(condition) ORDER BY position", arguments: arguments
    ).map { row in
      func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        try row.decode(forColumn: column)
      }
      let id: Int64 = try value("id")
      let record = FileRecord(
        id: id, position: try value("position"), name: try value("name"),
        source: try value("source"), contract: try value("contract"),
        sha256: try value("sha256"), settingsHash: try value("settings_hash"),
        bytes: try value("bytes"), encoding: try value("encoding"),
        encodingBasis: try value("encoding_basis"),
        reasons: (try value("reasons") as String).split(separator: "\n").map(String.init),
        delimiter: try value("delimiter"), read: try value("read"),
        accepted: try value("accepted"), merged: try value("merged"),
        rejected: try value("rejected"), excluded: try value("excluded"),
        withdrawn: try value("withdrawn"), rounded: try value("rounded"),
        rejectedByRule: try rules(db, id, "rejected"),
        excludedByRule: try rules(db, id, "excluded"),
        unusedColumns: try String.fetchAll(
          db, sql: "SELECT unused FROM file_columns WHERE file_id = ? ORDER BY position",
          arguments: [id]), customerField: try value("customer_field"))
      guard record.isBalanced else {
        throw StoreFailure.damaged("the account of the file '\(record.name)' does not add up")
      }
      return record
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
    ).map {
      RuleRows(
        rule: try $0.decode(atIndex: 0), column: try $0.decode(atIndex: 1),
        rows: try $0.decode(atIndex: 2))
    }
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
      let first: Int64 = try row.decode(atIndex: 4)
      let (end, overflow) = first.addingReportingOverflow(try row.decode(atIndex: 5))
      guard !overflow, first <= end else {
        throw StoreFailure.damaged("a file has rows from \(first) to \(end)")
      }
      return StoredFile(
        id: try row.decode(atIndex: 0), position: try row.decode(atIndex: 1),
        contract: try row.decode(atIndex: 2), key: KeyColumns.parse(try row.decode(atIndex: 3)),
        rows: first..<end)
    }
  }
}
