package import Diagnostics
import GRDB

extension Store {
  /// Opens the store at `path`, or makes one that only its owner may read.
  ///
  /// Takes SQLite's exclusive lock for as long as the store is open: a second run fails at once with
  /// `store-locked`. The operating system releases the lock when the process ends.
  package static func open(_ path: String) throws(Diagnostic) -> Store {
    try open(path, cacheKibibytes: 131_072)
  }

  /// Opens with a page cache of that size; pages that do not fit go to the file before the commit.
  static func open(_ path: String, cacheKibibytes: Int) throws(Diagnostic) -> Store {
    try PrivateFile.create(path)
    var configuration = Configuration()
    configuration.label = "store"
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -\(cacheKibibytes);
          PRAGMA temp_store = MEMORY;
          """)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // In exclusive locking mode the lock of this transaction outlives it.
      try queue.inTransaction(.exclusive) { db in
        try checkLength(db, path)
        try StoreSchema.migrate(db, path: path)
        return .commit
      }
      return Store(path: path, queue: queue)
    } catch {
      throw StoreFailure.diagnostic(for: error, path: path)
    }
  }

  /// SQLite reads a page that was cut as if zeros followed.
  private static func checkLength(_ db: Database, _ path: String) throws {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let bytes = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    if PrivateFile.size(path) < pages * bytes {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its last page is cut")
    }
  }
}
