import Diagnostics
import GRDB
import GRDBSQLite
import Values

/// A statement of the bulk paths, straight on SQLite's C interface: millions of rows a second go
/// through it, where a row object or an argument array for each would cost several times more.
final class BulkStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private let sql: String

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw BulkStatement.failure(code, connection, sql)
    }
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  private static func failure(
    _ code: CInt, _ connection: OpaquePointer, _ sql: String
  ) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: sql)
  }

  func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, value) }
  func bind(_ value: Double, at index: Int32) { sqlite3_bind_double(handle, index, value) }
  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds text without a copy: the bytes must stay until the statement has run.
  ///
  /// - Precondition: the text is not empty.
  func bind(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) {
    guard let base = utf8.baseAddress else { preconditionFailure("text bound in place has bytes") }
    _ = base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      sqlite3_bind_text(handle, index, $0, Int32(utf8.count), nil)
    }
  }

  /// Binds a copy of the text, the empty one included.
  func bindCopy(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) {
    // SQLITE_TRANSIENT, a C macro that is not imported: SQLite copies the bytes.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    guard let base = utf8.baseAddress else {
      sqlite3_bind_text(handle, index, "", 0, transient)
      return
    }
    _ = base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      sqlite3_bind_text(handle, index, $0, Int32(utf8.count), transient)
    }
  }

  /// Runs a statement that returns no row and makes it ready for the next bindings.
  func run() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let failure = BulkStatement.failure(code, connection, sql)
      sqlite3_reset(handle)
      throw failure
    }
    sqlite3_reset(handle)
  }

  /// Moves to the next row; false when there is none, and the statement is ready again.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let failure = code == SQLITE_DONE ? nil : BulkStatement.failure(code, connection, sql)
    sqlite3_reset(handle)
    if let failure { throw failure }
    return false
  }

  /// Gives up the rows that were not asked for.
  func reset() { sqlite3_reset(handle) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func number(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The UTF-8 bytes of a text; valid until the next step. Empty for null.
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(handle, column) else {
      return .init(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}
