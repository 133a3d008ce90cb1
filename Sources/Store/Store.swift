package import Diagnostics
import GRDB

/// The one SQLite file of a project: facts with their versions, files, measures and results.
///
/// A store is held by one process at a time, from `open` to `close`; the hold ends with the
/// process, however that ends. Every write is one transaction, so a killed run leaves the last good
/// state. Between runs the store is a single file.
package final class Store: Sendable {
  package let path: String
  private let queue: DatabaseQueue

  init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  deinit { try? close() }

  /// Ends the hold on the file; whatever is called later fails with `store-closed`.
  package func close() throws(Diagnostic) {
    try diagnosing { () throws in
      try checkOpen()
      try queue.writeWithoutTransaction { db in
        // Leaving the exclusive mode deletes the journal file; the read makes it take effect.
        try db.execute(sql: "PRAGMA locking_mode = NORMAL")
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM files")
        // A killed run may have left one that is settled, which a run that writes nothing does not
        // touch: a change of this mode makes SQLite delete it.
        for mode in ["PERSIST", "DELETE"] {
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = \(mode)")
        }
      }
      try queue.close()
    }
  }

  /// Runs `body` without a way to write.
  func read<T>(_ body: (Database) throws -> T) throws(Diagnostic) -> T {
    try diagnosing { () throws in
      try checkOpen()
      return try queue.read(body)
    }
  }

  /// Runs `body` in one transaction: all of it is kept or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(Diagnostic) -> T {
    try diagnosing { () throws in
      try checkOpen()
      return try queue.write(body)
    }
  }

  /// GRDB would hand SQLite a connection that is gone.
  private func checkOpen() throws {
    try queue.writeWithoutTransaction { db in
      if db.sqliteConnection == nil { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    }
  }

  /// Runs `body` in one transaction and undoes it: the file keeps every byte.
  func trial<T>(_ body: (Database) throws -> T) throws(Diagnostic) -> T {
    try diagnosing { () throws in
      try checkOpen()
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .rollback
        }
        guard let result else { preconditionFailure("the body of a transaction has run") }
        return result
      }
    }
  }

  /// Writes the whole file anew, so that no byte of what was deleted is left in it.
  ///
  /// Needs room for a second copy beside the system's temporary files.
  package func rebuild() throws(Diagnostic) {
    try diagnosing { () throws in
      try checkOpen()
      try queue.writeWithoutTransaction { db in
        // In memory the copy could be larger than there is.
        try db.execute(sql: "PRAGMA temp_store = FILE")
        defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
        try db.execute(sql: "VACUUM")
      }
    }
  }

  private func diagnosing<T>(_ body: () throws -> T) throws(Diagnostic) -> T {
    do {
      return try body()
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }
}
