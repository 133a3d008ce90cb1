import Diagnostics
import GRDB

/// Turns what SQLite reports into what a user can act on.
enum StoreFailure {
  static func diagnostic(for error: any Error, path: String) -> Diagnostic {
    if let diagnostic = error as? Diagnostic { return diagnostic }
    let place = Diagnostic.Place(path)
    guard let failure = error as? DatabaseError else {
      // Beside what SQLite reports, only a value that is not of its column's type is thrown.
      return damaged("a value is not of the type of its column", at: place)
    }
    let found = failure.message ?? "SQLite error \(failure.resultCode.rawValue)"
    switch failure.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Diagnostic(
        .locked, "store-locked", "another program has the store open", at: place,
        help: "wait until the other run has ended, or name another file with --store")
    case .SQLITE_NOTADB:
      return Diagnostic(
        .data, "store-not-a-database", "the file is not a SQLite database", at: place,
        help: "name another file with --store; a new one is filled from the exports")
    case .SQLITE_CORRUPT:
      return damaged(found, at: place)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR,
      .SQLITE_FULL:
      return cannotWrite(path, found)
    case .SQLITE_MISUSE:
      return Diagnostic(.fault, "store-closed", "the store was used after it was closed", at: place)
    default:
      let sql = failure.sql.map { " in: \($0.prefix(200))" } ?? ""
      return Diagnostic(.fault, "store-fault", "SQLite: \(found)\(sql)", at: place)
    }
  }

  /// What is thrown where the store holds what it never wrote.
  static func damaged(_ found: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: found)
  }

  private static func damaged(_ found: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .data, "store-damaged", "the store is damaged: \(found)", at: place,
      help: "restore it from a backup, or move it away and run again: exports are read anew")
  }

  static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "store-cannot-write", "the store cannot be written: \(reason)",
      at: .init(path),
      help: "check that the folder exists, that you may write there and that the disk has room")
  }
}
