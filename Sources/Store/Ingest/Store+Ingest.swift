package import Diagnostics
import GRDB
import Values

extension Store {
  /// Takes in one file: its rows, what they replace, and its account, in one transaction.
  ///
  /// `body` appends accepted and rejected rows and returns what it found; it must not call the
  /// store. A throw leaves the store as it was.
  ///
  /// - Parameter replaced: the same source as it was read before, under other settings or with
  ///   other bytes: it is forgotten, and the file takes its position. Otherwise the file comes last.
  /// - Parameter judge: sees the file when all of it is in; a throw takes it back whole.
  package func ingest(
    _ file: NewFile, shape: FactShape, replacing replaced: FileRecord.ID? = nil,
    judge: (ArrivedFile) throws(Diagnostic) -> Void = { (_) throws(Diagnostic) in },
    _ body: (FileLoad) throws(Diagnostic) -> FileOutcome
  ) throws(Diagnostic) -> FileRecord {
    precondition(
      file.key.isEmpty || file.key.first == shape.key.first,
      "the key of a file begins with the group of \(shape.name)")
    precondition(
      file.key.allSatisfy { file.columns.contains($0) && shape.key.contains($0) },
      "a file has the columns of its key: \(file.key)")
    return try write { db in
      let position = try replaced.map { try Forgetting(db, $0).run(db) }
      let table = try FactTable.prepare(shape, db)
      let isFirst =
        try Bool.fetchOne(
          db, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(table.sqlName))") ?? true
      if isFirst { try table.dropIndexes(db) }
      let id = try FileRegister.announce(file, contract: shape.name, position: position, db)
      let load = try FileLoad(db, path: path, file: file, id: id, table: table)
      let outcome = try body(load)
      if isFirst { try table.createIndexes(db) }
      try FileRegister.place(id, firstRow: load.firstRow, rows: load.rows, db)
      let counts = try settle(load, table, db)
      let record = try FileRegister.finish(id, outcome, counts, appended: load.rows, db)
      try judge(ArrivedFile(record: record, repeated: counts.repeated, db))
      return record
    }
  }

  /// Rows of groups that are new and whole are accepted; the others are compared.
  private func settle(
    _ load: FileLoad, _ table: FactTable, _ db: Database
  ) throws -> VersionCounts {
    try VersionUpdate.makeTouched(db)
    var counts = VersionCounts(accepted: load.rows)
    let insert = try BulkStatement(db, "INSERT OR IGNORE INTO temp.touched VALUES (?1)")
    for group in load.doubtfulGroups {
      insert.bind(group, at: 1)
      try insert.run()
    }
    try Voids.touch(
      table, file: load.id, rows: load.firstRow..<(load.firstRow + Int64(load.rows)), db)
    let isDoubtful =
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM temp.touched)") ?? false
    if isDoubtful {
      let touched = try VersionUpdate(db, table, file: load.id).arrive(db)
      counts.accepted -= touched.merged
      counts.merged = touched.merged
      counts.withdrawn = touched.withdrawn
      counts.repeated = touched.repeated
    }
    try StaleCustomers.mark(
      table, rows: load.firstRow..<(load.firstRow + Int64(load.rows)), withTouched: isDoubtful, db)
    return counts
  }
}
