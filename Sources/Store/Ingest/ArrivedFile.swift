package import Diagnostics
import GRDB

/// A file whose rows are all in, while its transaction is still open.
package struct ArrivedFile {
  package let record: FileRecord
  /// Rows whose key came earlier in the same file; each took the place of the one before.
  package let repeated: Int
  private let db: Database

  init(record: FileRecord, repeated: Int, _ db: Database) {
    self.record = record
    self.repeated = repeated
    self.db = db
  }

  /// Its rejected rows, in the order in which they were reported.
  package func rejects() throws(Diagnostic) -> RejectColumns {
    do {
      return try RejectColumns.fetch(db, file: record.id)
    } catch {
      throw StoreFailure.diagnostic(for: error, path: record.source)
    }
  }
}
