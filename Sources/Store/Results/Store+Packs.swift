package import Diagnostics
import GRDB
package import Values

extension Store {
  /// The folder of the pack that was made from these inputs.
  package func pack(hash: String) throws(Diagnostic) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT folder FROM packs WHERE hash = ?", arguments: [hash])
    }
  }

  /// Notes where the pack of these inputs lies.
  package func keepPack(
    hash: String, asOf: Day, folder: String
  ) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO packs VALUES (?, ?, ?)",
        arguments: [hash, asOf.iso, folder])
    }
  }

  /// Drops the note of a pack that is no longer where it was.
  package func forgetPack(hash: String) throws(Diagnostic) {
    try write { db in
      try db.execute(sql: "DELETE FROM packs WHERE hash = ?", arguments: [hash])
    }
  }
}
