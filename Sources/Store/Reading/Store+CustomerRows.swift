package import Diagnostics
import GRDB

extension Store {
  /// How many current rows of a contract each of these customers has; none is left out.
  ///
  /// They are found by the index of the customer. Nothing where the contract has no customers.
  package func rowCounts(
    of contract: String, customers: [String], column: String = "customer_id"
  ) throws(Diagnostic) -> [String: Int] {
    try read { db in
      guard let table = try FactTable.find(contract, db), let column = table.column(column) else {
        return [:]
      }
      let rows = try BulkStatement(
        db,
        """
        SELECT count(*) FROM \(table.sqlName)
        WHERE \(Identifier.quoted(column.name)) = ?1 AND superseded_by IS NULL
        """)
      var counts: [String: Int] = [:]
      for (id, code) in try CustomerCodes.find(customers, db) {
        rows.bind(code, at: 1)
        while try rows.step() { counts[id] = Int(rows.integer(0)) }
      }
      return counts
    }
  }
}

/// The codes that customers have in the store.
enum CustomerCodes {
  /// Ids that are known, with their codes, in the order of their bytes.
  static func find(_ ids: [String], _ db: Database) throws -> [(id: String, code: Int64)] {
    let query = try BulkStatement(db, "SELECT code FROM customer_ids WHERE id = ?1")
    var found: [(String, Int64)] = []
    for id in Set(ids).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var text = id
      text.withUTF8 { query.bindCopy($0, at: 1) }
      while try query.step() { found.append((id, query.integer(0))) }
    }
    return found
  }
}
