import Diagnostics
import GRDB

extension FactTable {
  /// SQLite's limit is 2,000 columns a table; four are the store's own.
  static let mostColumns = 1_900

  /// Makes the table of a shape, or gives it the columns that it lacks; its views follow.
  static func prepare(_ shape: FactShape, _ db: Database) throws -> FactTable {
    let old = try find(shape.name, db)
    let missing = try missingColumns(of: shape, in: old)
    let count = (old?.columns.count ?? 0) + missing.count
    guard count <= mostColumns else {
      throw Diagnostic(
        .data, "too-many-columns",
        "\(shape.name) would have \(count) columns; the store holds \(mostColumns)",
        help: "map fewer columns, or give the extra ones a header that no family takes")
    }
    for (_, space) in idSpaces(of: shape) {
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS \(Identifier.idTable(space)) (
            code INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE
          ) STRICT
          """)
    }
    if old == nil { try create(shape, db) }
    for column in missing {
      try db.execute(
        sql: """
          ALTER TABLE \(Identifier.quoted(shape.name))
          ADD COLUMN \(Identifier.quoted(column.name)) \(column.kind.sqlType)
          """)
    }
    try register(shape, missing: missing, after: old?.columns.count ?? 0, db)
    guard let table = try find(shape.name, db) else {
      preconditionFailure("a prepared table is registered: \(shape.name)")
    }
    try table.createIndexes(db)
    if old == nil || old?.columns != table.columns || old?.key != table.key {
      try FactViews(table).replace(db)
    }
    return table
  }

  private static func idSpaces(of shape: FactShape) -> [(column: String, space: String)] {
    FactTable(name: shape.name, columns: shape.columns, key: [], replacesBy: nil, marksStale: nil)
      .idColumns
  }

  private static func missingColumns(
    of shape: FactShape, in old: FactTable?
  ) throws -> [FactColumn] {
    var missing: [FactColumn] = []
    for column in shape.columns {
      precondition(!ownColumns.contains(column.name), "the store owns the column \(column.name)")
      if let twin = missing.first(where: { Identifier.areSame($0.name, column.name) }) {
        throw Diagnostic(
          .data, "duplicate-column",
          "\(shape.name) has two columns named '\(twin.name)' and '\(column.name)'",
          help: "rename one of them in the export: the case of a letter does not tell them apart")
      }
      guard let present = old?.column(column.name) else {
        missing.append(column)
        continue
      }
      guard present.kind.canBecome(column.kind) else {
        throw Diagnostic(
          .data, "store-column-kind",
          """
          the store holds \(shape.name).\(column.name) as \(present.kind.stored), \
          not as \(column.kind.stored)
          """,
          help: "move the store away and run again: exports are read anew")
      }
    }
    return missing
  }

  static let ownColumns = ["row_id", "file_id", "file_line", "superseded_by"]

  private static func create(_ shape: FactShape, _ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE \(Identifier.quoted(shape.name)) (
          row_id INTEGER PRIMARY KEY,
          file_id INTEGER NOT NULL,
          file_line INTEGER NOT NULL,
          superseded_by INTEGER
        ) STRICT
        """)
  }

  private static func register(
    _ shape: FactShape, missing: [FactColumn], after count: Int, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO fact_tables VALUES (?, ?, ?, ?)",
      arguments: [shape.name, KeyColumns.text(shape.key), shape.replacesBy, shape.marksStale])
    for (offset, column) in missing.enumerated() {
      try db.execute(
        sql: "INSERT INTO fact_columns VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          shape.name, count + offset, column.name, column.kind.stored, column.family, column.member,
        ])
    }
    for column in shape.columns {
      try db.execute(
        sql: "UPDATE fact_columns SET kind = ? WHERE contract = ? AND name = ? AND kind <> ?",
        arguments: [column.kind.stored, shape.name, column.name, column.kind.stored])
    }
  }
}
