import GRDB

/// Settles versions and accounts after the rows of a file came or before they go.
///
/// Only the groups in the temporary table `touched` are read, through the index of the group, so a
/// small file costs what it touches.
struct VersionUpdate {
  let table: FactTable
  let files: [StoredFile]
  /// The file that comes or goes.
  let file: Int64
  private let positions: [Int64: Int64]
  private let keysOfFile: [Int64: Set<String>]

  init(_ db: Database, _ table: FactTable, file: Int64) throws {
    self.table = table
    self.file = file
    files = try StoredFile.fetchAll(db, contract: table.name)
    positions = Dictionary(uniqueKeysWithValues: files.map { ($0.id, $0.position) })
    keysOfFile = Dictionary(uniqueKeysWithValues: files.map { ($0.id, Set($0.key)) })
  }

  static func makeTouched(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS touched (code INTEGER PRIMARY KEY) STRICT;
        DELETE FROM temp.touched;
        """)
  }

  /// Settles the touched groups with the file among them; returns what the file did to them.
  func arrive(_ db: Database) throws -> VersionCounts {
    let changes = try settle(db, before: file, after: nil)
    return changes[file] ?? VersionCounts()
  }

  /// Settles the touched groups as if the file had never come; its own rows stay as they are.
  func leave(_ db: Database) throws {
    _ = try settle(db, before: nil, after: file)
  }

  /// Folds every touched group twice, with and without the file, and applies the differences.
  private func settle(
    _ db: Database, before: Int64?, after: Int64?
  ) throws -> [Int64: VersionCounts] {
    var changes: [Int64: VersionCounts] = [:]
    var updates: [(row: Int64, supersededBy: Int64?)] = []
    try forEachGroup(db) { rows, old in
      let replaces = table.replacesBy != nil
      let then = GroupVersions(rows, replacesGroup: replaces, skipping: before)
      let now = GroupVersions(rows, replacesGroup: replaces, skipping: after)
      for (file, counts) in then.counts { changes[file, default: .init()] += .init() - counts }
      for (file, counts) in now.counts { changes[file, default: .init()] += counts }
      for (index, row) in rows.enumerated()
      where row.file != after && now.supersededBy[index] != old[index] {
        updates.append((row.row, now.supersededBy[index]))
      }
    }
    try apply(updates, db)
    for other in files where other.id != file {
      guard let change = changes[other.id], change != VersionCounts() else { continue }
      try db.execute(
        sql: """
          UPDATE files SET accepted = accepted + ?, merged = merged + ?, withdrawn = withdrawn + ?
          WHERE id = ?
          """, arguments: [change.accepted, change.merged, change.withdrawn, other.id])
    }
    return changes
  }

  func apply(
    _ updates: [(row: Int64, supersededBy: Int64?)], _ db: Database
  ) throws {
    let statement = try BulkStatement(
      db, "UPDATE \(table.sqlName) SET superseded_by = ?2 WHERE row_id = ?1")
    for update in updates.sorted(by: { $0.row < $1.row }) {
      statement.bind(update.row, at: 1)
      if let file = update.supersededBy {
        statement.bind(file, at: 2)
      } else {
        statement.bindNull(at: 2)
      }
      try statement.run()
    }
  }

  /// Calls `body` with the rows of each touched group, in order of their files and lines, and with
  /// the file that replaced each so far.
  func forEachGroup(
    _ db: Database, _ body: ([VersionedRow], [Int64?]) throws -> Void
  ) throws {
    guard let group = table.group else { return }
    let voids = try Voids.byGroup(table, db)
    let rest = Array(table.key.dropFirst())
    let fields = rest.map { ", t.\(Identifier.quoted($0))" }.joined()
    let rows = try BulkStatement(
      db,
      """
      SELECT g.code, t.row_id, t.file_id, t.superseded_by\(fields)
      FROM temp.touched g CROSS JOIN \(table.sqlName) t ON t.\(Identifier.quoted(group)) = g.code
      ORDER BY g.code, t.row_id
      """)
    var code: Int64?
    var members: [(row: VersionedRow, old: Int64?)] = []
    func finish() throws {
      guard !members.isEmpty else { return }
      for file in code.flatMap({ voids[$0] }) ?? [] {
        members.append((VersionedRow(row: -1, file: file, key: [], isVoid: true), nil))
      }
      // Rows of a file stand in order of its lines; files read again in their old place do not.
      members.sort { left, right in
        let (a, b) = (positions[left.row.file] ?? .max, positions[right.row.file] ?? .max)
        return (a, left.row.row) < (b, right.row.row)
      }
      try body(members.map(\.row), members.map(\.old))
      members.removeAll(keepingCapacity: true)
    }
    while try rows.step() {
      if rows.integer(0) != code {
        try finish()
        code = rows.integer(0)
      }
      let file = rows.integer(2)
      let row = VersionedRow(
        row: rows.integer(1), file: file, key: key(rows, rest, keysOfFile[file] ?? []))
      members.append((row, rows.isNull(3) ? nil : rows.integer(3)))
    }
    try finish()
  }

  /// The rest of the key in one form; columns that are no key in the row's file count as missing.
  private func key(_ row: BulkStatement, _ rest: [String], _ keys: Set<String>) -> [UInt8] {
    var key: [UInt8] = []
    for (index, column) in rest.enumerated() {
      let place = Int32(index + 4)
      if !keys.contains(column) || row.isNull(place) {
        key.append(0)
      } else {
        let text = row.text(place)
        key.append(1)
        withUnsafeBytes(of: text.count) { key.append(contentsOf: $0) }
        key.append(contentsOf: text)
      }
    }
    return key
  }
}
