package import Diagnostics
import GRDB
import Values

extension Store {
  /// The folder of the pack that was made from these inputs: whether it is there still is another
  /// question.
  package func pack(hash: String) throws(Diagnostic) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT folder FROM packs WHERE hash = ?", arguments: [hash])
    }
  }
}

extension KeptRun {
  /// Notes where the pack of these inputs lies.
  package func pack(hash: String, folder: String) throws(Diagnostic) {
    try keeping { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO packs VALUES (?, ?, ?)",
        arguments: [hash, asOf.iso, folder])
    }
  }
}
