package import Diagnostics
import GRDB

/// What an erasure took out.
package struct ErasureReport: Sendable, Equatable {
  /// Rows of one file that named the customer.
  package struct InFile: Sendable, Equatable {
    package var file: FileRecord
    /// Rows of facts, every version of them.
    package var facts: Int
    package var rejects: Int
  }

  /// Files that held rows of the customer, by position.
  package var files: [InFile] = []
  package var purchaseDays = 0
  /// Rows of result tables by the name of the table.
  package var results: [(table: String, rows: Int)] = []
  /// Folders of the packs that the store knows.
  package var packs: [String] = []

  package var isEmpty: Bool { files.isEmpty && purchaseDays == 0 && results.isEmpty }

  package static func == (left: ErasureReport, right: ErasureReport) -> Bool {
    left.files == right.files && left.purchaseDays == right.purchaseDays
      && left.packs == right.packs
      && left.results.elementsEqual(right.results) { $0 == $1 }
  }
}

extension Store {
  /// Takes a customer out of facts, rejects, purchase days, results and ids, in one transaction, and
  /// notes the hash under which later readings leave the customer's rows out.
  ///
  /// Rows that were accepted, merged or rejected are then excluded ones by the rule `erased`, so that
  /// every account stays balanced, as if the file had been read without them. Measures of earlier
  /// runs stay: they are figures of the whole company. `rebuild` afterwards takes the bytes that were
  /// freed out of the file.
  ///
  /// - Parameters:
  ///   - isTrial: counts what would go and leaves everything as it is.
  ///   - names: whether a rejected row names the customer.
  package func erase(
    customer: String, digest: String, salt: String, isTrial: Bool = false,
    rejectsThat names: (_ file: FileRecord, _ raw: String, _ rules: String) -> Bool
  ) throws(Diagnostic) -> ErasureReport {
    if isTrial { return try trial { try Erasure($0, customer).run(rejectsThat: names) } }
    return try write { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      let report = try Erasure(db, customer).run(rejectsThat: names)
      guard !report.isEmpty else { return report }
      try db.execute(sql: "INSERT OR IGNORE INTO erasure VALUES (1, ?)", arguments: [salt])
      try db.execute(
        sql: "INSERT OR IGNORE INTO erased_customers (digest) VALUES (?)", arguments: [digest])
      return report
    }
  }
}

/// One customer on the way out of the store.
struct Erasure {
  private let db: Database
  private let customer: String
  private let code: Int64?
  private let tables: [FactTable]
  private let files: [FileRecord]

  init(_ db: Database, _ customer: String) throws {
    self.db = db
    self.customer = customer
    code = try Int64.fetchOne(
      db, sql: "SELECT code FROM customer_ids WHERE id = ?", arguments: [customer])
    tables = try FactTable.all(db)
    files = try FileRecord.fetch(db, where: "TRUE")
  }

  func run(rejectsThat names: (FileRecord, String, String) -> Bool) throws -> ErasureReport {
    var report = ErasureReport()
    report.packs = try String.fetchAll(db, sql: "SELECT folder FROM packs ORDER BY as_of, hash")
    report.purchaseDays =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM purchase_days WHERE customer = ?", arguments: [code]) ?? 0
    var facts: [Int64: Int] = [:]
    for table in tables { facts.merge(try ErasedFacts(table, code).remove(db)) { $0 + $1 } }
    for file in files {
      let rejects = try removeRejects(of: file, names)
      let rows = facts[file.id] ?? 0
      guard rows + rejects > 0 else { continue }
      try exclude(rows + rejects, of: file)
      report.files.append(.init(file: file, facts: rows, rejects: rejects))
    }
    report.results = try removeResults()
    return report
  }

  /// Removes rejected rows that name the customer, and takes them out of the account of rejects.
  private func removeRejects(
    of file: FileRecord, _ names: (FileRecord, String, String) -> Bool
  ) throws -> Int {
    var theirs: [(position: Int64, rule: String, column: String)] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT position, rule, \"column\", raw FROM rejects WHERE file_id = ?",
      arguments: [file.id])
    while let row = try rows.next() {
      let rules: String = try row.decode(atIndex: 1)
      guard names(file, try row.decode(atIndex: 3), rules) else { continue }
      theirs.append(
        (
          try row.decode(atIndex: 0), Self.first(rules),
          Self.first(try row.decode(String.self, atIndex: 2))
        ))
    }
    for one in theirs {
      try db.execute(
        sql: "DELETE FROM rejects WHERE file_id = ? AND position = ?",
        arguments: [file.id, one.position])
      try db.execute(
        sql: """
          UPDATE file_rules SET rows = rows - 1
          WHERE file_id = ? AND outcome = 'rejected' AND rule = ? AND "column" = ?
          """, arguments: [file.id, one.rule, one.column])
    }
    try db.execute(sql: "DELETE FROM file_rules WHERE outcome = 'rejected' AND rows = 0")
    try db.execute(
      sql: "UPDATE files SET read = read - ?1, rejected = rejected - ?1 WHERE id = ?2",
      arguments: [theirs.count, file.id])
    return theirs.count
  }

  /// A row that breaks several rules is counted under the first.
  private static func first(_ joined: String) -> String {
    joined.split(separator: "; ").first.map(String.init) ?? joined
  }

  /// Counts rows as excluded by the erasure.
  private func exclude(_ rows: Int, of file: FileRecord) throws {
    try db.execute(
      sql: "UPDATE files SET read = read + ?1, excluded = excluded + ?1 WHERE id = ?2",
      arguments: [rows, file.id])
    try db.execute(
      sql: """
        UPDATE file_rules SET rows = rows + ?
        WHERE file_id = ? AND outcome = 'excluded' AND rule = ?
        """, arguments: [rows, file.id, ErasedCustomers.rule])
    guard db.changesCount == 0 else { return }
    try db.execute(
      sql: """
        INSERT INTO file_rules
        SELECT ?1, 'excluded', coalesce(max(position), -1) + 1, ?2, 'customer_id', ?3
        FROM file_rules WHERE file_id = ?1 AND outcome = 'excluded'
        """, arguments: [file.id, ErasedCustomers.rule, rows])
  }

  /// Removes rows of result tables whose column of customer ids names the customer.
  private func removeResults() throws -> [(table: String, rows: Int)] {
    var names: Set = ["customer_id"]
    for table in tables {
      names.formUnion(table.idColumns.filter { $0.space == "customer" }.map(\.column))
    }
    let kept = try String.fetchAll(db, sql: "SELECT table_name FROM results ORDER BY table_name")
    return try kept.compactMap { table in
      let columns = try db.columns(in: table).map(\.name).filter(names.contains)
      guard !columns.isEmpty else { return nil }
      let condition = columns.map { "\(Identifier.quoted($0)) = ?1" }.joined(separator: " OR ")
      try db.execute(
        sql: "DELETE FROM \(Identifier.quoted(table)) WHERE \(condition)", arguments: [customer])
      return db.changesCount > 0 ? (table, db.changesCount) : nil
    }
  }
}
