package import Diagnostics
import GRDB
package import Values

extension Store {
  /// The columns that the table of a contract has, members of families included; none when nothing
  /// of it was ever ingested.
  package func columns(of contract: String) throws(Diagnostic) -> [FactColumn] {
    try read { db in try FactTable.find(contract, db)?.columns ?? [] }
  }

  /// Current rows of a contract: all versions less those that a later file replaced.
  package func currentCount(_ contract: String) throws(Diagnostic) -> Int {
    try read { db in
      guard let table = try FactTable.find(contract, db) else { return 0 }
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(table.sqlName) WHERE superseded_by IS NULL") ?? 0
    }
  }

  /// Columns of the current rows, by position of the file, then line.
  ///
  /// Ids and texts come as text, categories with their labels bytewise ascending, all else as it was
  /// put in. `file_id` and `file_line` may be asked for as integers. A column that no export had is
  /// there, without values; a contract that was never ingested has no rows.
  ///
  /// - Parameters:
  ///   - day: leaves out rows that are dated later.
  ///   - dateColumn: the day or instant that dates a row; rows without a date stay.
  package func current(
    _ contract: String, columns: [FactColumn], through day: Day? = nil,
    datedBy dateColumn: String? = nil
  ) throws(Diagnostic) -> [ColumnValues] {
    try read { db in
      let table = try FactTable.find(contract, db)
      let readers = try columns.map { column in
        ColumnReader(column.kind, ids: try ids(of: column, in: table, db))
      }
      if let table {
        let query = CurrentQuery(table, columns, through: day, datedBy: dateColumn)
        try query.forEachRow(db) { row in
          for (index, reader) in readers.enumerated() { try reader.take(row, at: Int32(index)) }
        }
      }
      return readers.map(\.values)
    }
  }

  private func ids(
    of column: FactColumn, in table: FactTable?, _ db: Database
  ) throws -> IdTexts {
    guard case .id(let space) = column.kind, table?.column(column.name) != nil else {
      return IdTexts()
    }
    return try IdTexts(db, space: space)
  }
}

/// Reads current rows file by file, each file in one run over its rows.
struct CurrentQuery {
  private let table: FactTable
  private let sql: String

  init(
    _ table: FactTable, _ columns: [FactColumn], through day: Day?, datedBy dateColumn: String?
  ) {
    self.table = table
    let fields = columns.map { column in
      table.column(column.name) != nil || FactTable.ownColumns.contains(column.name)
        ? Identifier.quoted(column.name) : "NULL"
    }
    sql = """
      SELECT \(fields.joined(separator: ", ")) FROM \(table.sqlName)
      WHERE row_id >= ?1 AND row_id < ?2 AND superseded_by IS NULL
      \(CurrentQuery.condition(table, through: day, datedBy: dateColumn))
      ORDER BY row_id
      """
  }

  /// `AND …` for rows dated up to the end of a day; empty without a day or a date.
  static func condition(
    _ table: FactTable, through day: Day?, datedBy dateColumn: String?
  ) -> String {
    guard let day, let column = dateColumn.flatMap({ table.column($0) }) else { return "" }
    let name = Identifier.quoted(column.name)
    let limit =
      column.kind == .instant ? (Int64(day.number) + 1) * 86_400 - 1 : Int64(day.number)
    return "AND (\(name) IS NULL OR \(name) <= \(limit))"
  }

  func forEachRow(_ db: Database, _ body: (BulkStatement) throws -> Void) throws {
    let statement = try BulkStatement(db, sql)
    for file in try StoredFile.fetchAll(db, contract: table.name) {
      statement.bind(file.rows.lowerBound, at: 1)
      statement.bind(file.rows.upperBound, at: 2)
      while try statement.step() { try body(statement) }
    }
  }
}
