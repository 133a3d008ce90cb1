import GRDB

/// The rows of one customer in the table of one contract, on their way out.
struct ErasedFacts {
  private let table: FactTable
  private let code: Int64?
  private let columns: [String]

  init(_ table: FactTable, _ code: Int64?) {
    self.table = table
    self.code = code
    columns = table.idColumns.filter { $0.space == "customer" }.map(\.column)
  }

  /// Removes every version of every row, settles what the remaining rows of the same groups are now,
  /// and takes the rows out of the accounts; returns how many there were by file.
  ///
  /// An order that a file gave to another customer first and to this one later must not go back: the
  /// later file goes on replacing it, as one that contains the order in rows that were left out.
  func remove(_ db: Database) throws -> [Int64: Int] {
    guard let code, !columns.isEmpty else { return [:] }
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS erased (row_id INTEGER PRIMARY KEY) STRICT;
        DELETE FROM temp.erased;
        """)
    for column in columns {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO temp.erased
          SELECT row_id FROM \(table.sqlName) WHERE \(Identifier.quoted(column)) = ?
          """, arguments: [code])
    }
    let counts = try countsByFile(db)
    guard !counts.isEmpty else { return [:] }
    try VersionUpdate.makeTouched(db)
    if let group = table.group.map(Identifier.quoted) {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO temp.touched
          SELECT t.\(group) FROM temp.erased e JOIN \(table.sqlName) t ON t.row_id = e.row_id
          WHERE t.\(group) IS NOT NULL
          """)
      let rows = Set(try Int64.fetchAll(db, sql: "SELECT row_id FROM temp.erased"))
      try VersionUpdate(db, table, file: -1).erase(rows, db)
      try StaleCustomers.mark(table, rows: 0..<0, withTouched: true, db)
      try keepReplacing(group, db)
    }
    try countUngrouped(db)
    let orphans = try OrphanedIDs(table, db)
    try orphans.collect(where: "row_id IN (SELECT row_id FROM temp.erased)", db)
    try db.execute(
      sql: "DELETE FROM \(table.sqlName) WHERE row_id IN (SELECT row_id FROM temp.erased)")
    try orphans.remove(db)
    try shrink(Array(counts.keys), db)
    return counts
  }

  private func countsByFile(_ db: Database) throws -> [Int64: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.file_id, count(*) FROM temp.erased e JOIN \(table.sqlName) t ON t.row_id = e.row_id
        GROUP BY t.file_id
        """)
    var counts: [Int64: Int] = [:]
    for row in rows { counts[try row.decode(atIndex: 0), default: 0] += try row.decode(atIndex: 1) }
    return counts
  }

  /// Notes the groups that are left with rows of others as left out in the files of the erased rows;
  /// what was noted of the others goes.
  private func keepReplacing(_ group: String, _ db: Database) throws {
    guard table.replacesBy != nil, let name = table.group,
      case .id(let space)? = table.column(name)?.kind
    else { return }
    let ids = Identifier.idTable(space)
    let isShared = """
      EXISTS (SELECT 1 FROM \(table.sqlName) o WHERE o.\(group) = t.\(group)
              AND o.row_id NOT IN (SELECT row_id FROM temp.erased))
      """
    let own = """
      FROM temp.erased e JOIN \(table.sqlName) t ON t.row_id = e.row_id
      JOIN \(ids) i ON i.code = t.\(group)
      """
    try db.execute(
      sql: "DELETE FROM file_voids WHERE id IN (SELECT i.id \(own) WHERE NOT \(isShared))")
    try db.execute(
      sql: "INSERT OR IGNORE INTO file_voids SELECT i.id, t.file_id \(own) WHERE \(isShared)")
  }

  /// Rows without a group are settled by themselves: each was accepted.
  private func countUngrouped(_ db: Database) throws {
    let ungrouped = table.group.map { "AND t.\(Identifier.quoted($0)) IS NULL" } ?? ""
    try db.execute(
      sql: """
        UPDATE files SET (accepted, read) = (
          SELECT files.accepted - count(*), files.read - count(*)
          FROM temp.erased e JOIN \(table.sqlName) t ON t.row_id = e.row_id
          WHERE t.file_id = files.id \(ungrouped))
        WHERE contract = ?
        """, arguments: [table.name])
  }

  /// Later rows take the numbers behind the last row that is left: no range may reach over them.
  private func shrink(_ files: [Int64], _ db: Database) throws {
    for file in files {
      try db.execute(
        sql: """
          UPDATE files SET stored_rows = coalesce((
            SELECT max(row_id) FROM \(table.sqlName)
            WHERE row_id >= first_row AND row_id < first_row + stored_rows) - first_row + 1, 0)
          WHERE id = ?
          """, arguments: [file])
    }
  }
}

extension VersionUpdate {
  /// Settles the touched groups as if these rows had been left out of their files.
  func erase(_ rows: Set<Int64>, _ db: Database) throws {
    let replaces = table.replacesBy != nil
    var changes: [Int64: VersionCounts] = [:]
    var updates: [(row: Int64, supersededBy: Int64?)] = []
    try forEachGroup(db) { members, old in
      let then = GroupVersions(members, replacesGroup: replaces)
      var rest = members
      for index in rest.indices where rows.contains(rest[index].row) {
        rest[index].isVoid = true
      }
      let now = GroupVersions(rest, replacesGroup: replaces)
      for (file, counts) in then.counts { changes[file, default: .init()] += .init() - counts }
      for (file, counts) in now.counts { changes[file, default: .init()] += counts }
      for (index, row) in rest.enumerated()
      where !row.isVoid && now.supersededBy[index] != old[index] {
        updates.append((row.row, now.supersededBy[index]))
      }
    }
    try apply(updates, db)
    for other in files {
      guard let change = changes[other.id], change != VersionCounts() else { continue }
      try db.execute(
        sql: """
          UPDATE files SET read = read + ?1 + ?2, accepted = accepted + ?1, merged = merged + ?2,
            withdrawn = withdrawn + ?3
          WHERE id = ?4
          """, arguments: [change.accepted, change.merged, change.withdrawn, other.id])
    }
  }
}
