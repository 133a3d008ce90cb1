package import Diagnostics
import GRDB

/// Who was erased, as salted hashes: enough to leave their rows out of later readings, and no id.
package struct ErasedCustomers: Sendable, Equatable {
  /// Random hexadecimal digits, drawn at the first erasure; empty before.
  package var salt: String
  /// In the order of the erasures.
  package var digests: [String]

  package static let none = ErasedCustomers(salt: "", digests: [])

  package init(salt: String, digests: [String]) {
    self.salt = salt
    self.digests = digests
  }

  /// The rule under which rows of erased customers are counted as excluded.
  package static let rule = "erased"

  static func fetch(_ db: Database) throws -> ErasedCustomers {
    ErasedCustomers(
      salt: try String.fetchOne(db, sql: "SELECT salt FROM erasure") ?? "",
      digests: try String.fetchAll(db, sql: "SELECT digest FROM erased_customers ORDER BY position")
    )
  }
}

extension Store {
  /// The customers whose rows no file may bring back.
  package func erasedCustomers() throws(Diagnostic) -> ErasedCustomers {
    try read { db in try ErasedCustomers.fetch(db) }
  }

  /// Takes over the erasures of another store: for a run that is made again beside it.
  package func keepErasedCustomers(_ customers: ErasedCustomers) throws(Diagnostic) {
    try write { db in
      try db.execute(sql: "DELETE FROM erasure; DELETE FROM erased_customers")
      guard !customers.digests.isEmpty else { return }
      try db.execute(sql: "INSERT INTO erasure VALUES (1, ?)", arguments: [customers.salt])
      for digest in customers.digests {
        try db.execute(
          sql: "INSERT INTO erased_customers (digest) VALUES (?)", arguments: [digest])
      }
    }
  }

  /// Lets the rows of an erased customer in again, from files that are read from now on.
  ///
  /// Files in which rows were left out are taken as never read under their settings, so that the
  /// next run that names them reads them again in their place.
  ///
  /// - Returns: the files to be read again; nil where the customer was not erased.
  package func readmit(digest: String) throws(Diagnostic) -> [FileRecord]? {
    try write { db in
      try db.execute(sql: "DELETE FROM erased_customers WHERE digest = ?", arguments: [digest])
      guard db.changesCount > 0 else { return nil }
      let condition =
        "id IN (SELECT file_id FROM file_rules WHERE outcome = 'excluded' AND rule = ?)"
      let files = try FileRecord.fetch(db, where: condition, [ErasedCustomers.rule])
      try db.execute(
        sql: "UPDATE files SET settings_hash = 'readmitted ' || id WHERE \(condition)",
        arguments: [ErasedCustomers.rule])
      return files
    }
  }
}
