package import Diagnostics
import GRDB
package import Values

/// Takes the accepted and the rejected rows of one file, inside its transaction.
///
/// Rows go straight into the table; what they replace is settled when the last one is in.
/// The store must not be called while a load runs: one connection, one transaction.
package final class FileLoad {
  private let db: Database
  private let path: String
  private let file: NewFile
  private let table: FactTable
  let id: Int64
  let firstRow: Int64
  private(set) var rows = 0
  private var rejected = 0
  private var watch: RepeatWatch
  private var interners: [String: IdInterner] = [:]
  private let insert: BulkStatement
  private let insertReject: BulkStatement

  init(_ db: Database, path: String, file: NewFile, id: Int64, table: FactTable) throws {
    self.db = db
    self.path = path
    self.file = file
    self.id = id
    self.table = table
    firstRow =
      (try Int64.fetchOne(db, sql: "SELECT max(row_id) FROM \(table.sqlName)") ?? 0) + 1
    for (column, space) in table.idColumns where interners[space] == nil {
      if file.columns.contains(column) { interners[space] = try IdInterner(db, space: space) }
    }
    watch = RepeatWatch(highestOldCode: FileLoad.highestOldCode(table, interners, firstRow))
    let names = file.columns.map(Identifier.quoted)
    let places = (0..<names.count).map { ", ?\($0 + 4)" }.joined()
    insert = try BulkStatement(
      db,
      """
      INSERT INTO \(table.sqlName) (\((["row_id", "file_id", "file_line"] + names).joined(separator: ", ")))
      VALUES (?1, ?2, ?3\(places))
      """)
    insert.bind(id, at: 2)
    insertReject = try BulkStatement(db, "INSERT INTO rejects VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    insertReject.bind(id, at: 1)
  }

  /// Group codes above this have no rows yet. Only interned codes tell, or an empty table.
  private static func highestOldCode(
    _ table: FactTable, _ interners: [String: IdInterner], _ firstRow: Int64
  ) -> Int64 {
    if firstRow == 1 { return .min }
    guard let group = table.group, case .id(let space)? = table.column(group)?.kind else {
      return .max
    }
    return interners[space]?.highestOldCode ?? .max
  }

  /// Groups whose rows have to be compared key by key.
  var doubtfulGroups: [Int64] { watch.groups }

  /// Adds accepted rows, in the order in which they stand in the file.
  ///
  /// - Precondition: the columns are those the file was announced with, of their kinds.
  package func append(_ batch: FactBatch) throws(Diagnostic) {
    precondition(batch.columns.count == file.columns.count, "a batch has the file's columns")
    do {
      let columns = try zip(file.columns, batch.columns).map(stored)
      try ColumnPointer.withPointers(to: columns[...]) { try insert($0, batch) }
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }

  /// The column as it is stored: ids as codes, the rest as it is.
  private func stored(_ name: String, _ values: ColumnValues) throws -> ColumnValues {
    guard let kind = table.column(name)?.kind else {
      preconditionFailure("\(table.name) has no column \(name)")
    }
    switch (kind, values) {
    case (.id(let space), .text(let ids)):
      guard let interner = interners[space] else {
        preconditionFailure("ids of the space \(space) are interned")
      }
      return .integer(try interner.codes(of: ids))
    case (.text, .text), (.category, .text), (.text, .category), (.category, .category),
      (.integer, .integer), (.number, .number), (.money, .money), (.day, .day),
      (.instant, .instant):
      return values
    default:
      preconditionFailure("\(table.name).\(name) is stored as \(kind.stored)")
    }
  }

  private func insert(_ columns: [ColumnPointer], _ batch: FactBatch) throws {
    for row in 0..<batch.count {
      insert.bind(firstRow + Int64(rows + row), at: 1)
      insert.bind(Int64(batch.lines[row]), at: 3)
      for (index, column) in columns.enumerated() {
        column.bind(row, to: insert, at: Int32(index + 4))
      }
      try insert.run()
    }
    rows += batch.count
    noteGroups(columns, batch.count)
  }

  private func noteGroups(_ columns: [ColumnPointer], _ count: Int) {
    let places = file.key.compactMap { file.columns.firstIndex(of: $0) }
    guard let group = places.first else { return }
    let hashes = KeyHash.hashes(places.dropFirst().map { columns[$0] }, rows: count)
    switch columns[group] {
    case .integers(let codes):
      for row in 0..<count { watch.note(group: codes[row], keyHash: hashes[row]) }
    case .days(let days):
      for row in 0..<count where days[row] != .min {
        watch.note(group: Int64(days[row]), keyHash: hashes[row])
      }
    case .numbers, .texts, .categories:
      preconditionFailure("the first key column is stored as an integer")
    }
  }

  /// Notes groups that the file contains in rows that were left out: their earlier rows are replaced.
  ///
  /// - Parameters:
  ///   - ids: values of the column that groups are replaced by, once or more often.
  ///   - onlyKnown: leaves out groups of which the store has no row.
  package func void(_ ids: TextColumn, onlyKnown: Bool = false) throws(Diagnostic) {
    do {
      var condition = ""
      if onlyKnown, let group = table.group, case .id(let space)? = table.column(group)?.kind {
        condition =
          "WHERE EXISTS (SELECT 1 FROM \(Identifier.idTable(space)) WHERE id = ?1)"
      }
      let insert = try BulkStatement(
        db, "INSERT OR IGNORE INTO file_voids SELECT ?1, ?2 \(condition)")
      insert.bind(id, at: 2)
      for row in 0..<ids.count where !ids.isMissing(row) {
        try ColumnPointer.withPointers(to: [.text(ids)]) { $0[0].bind(row, to: insert, at: 1) }
        try insert.run()
      }
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }

  /// Keeps rejected rows, so that the reject file can be written again without reading the export.
  package func reject(_ rows: RejectColumns) throws(Diagnostic) {
    do {
      for row in 0..<rows.count {
        insertReject.bind(Int64(rejected), at: 2)
        insertReject.bind(Int64(rows.lines[row]), at: 3)
        try insertTexts([rows.columns, rows.rules, rows.raw], row)
        rejected += 1
      }
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }

  private func insertTexts(_ columns: [TextColumn], _ row: Int) throws {
    for (index, column) in columns.enumerated() {
      column.bytes.withUnsafeBufferPointer { bytes in
        let range = column.offsets[row]..<column.offsets[row + 1]
        insertReject.bindCopy(UnsafeBufferPointer(rebasing: bytes[range]), at: Int32(index + 4))
      }
    }
    try insertReject.run()
  }
}
