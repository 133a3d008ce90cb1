package import Diagnostics
import GRDB
package import Values

/// What a run leaves in the store beside the facts: measures, results, and where its pack is.
package struct KeptRun {
  package let asOf: Day
  private let db: Database
  private let path: String

  init(_ db: Database, asOf: Day, path: String) {
    self.db = db
    self.asOf = asOf
    self.path = path
  }

  func keeping(_ body: (Database) throws -> Void) throws(Diagnostic) {
    do {
      try body(db)
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }
}

extension Store {
  /// Keeps what a run found, in one transaction: all of it or nothing.
  ///
  /// `body` must not call the store, and what it is given is of no use afterwards.
  package func keep(
    asOf: Day, _ body: (KeptRun) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try write { db in try body(KeptRun(db, asOf: asOf, path: path)) }
  }
}
