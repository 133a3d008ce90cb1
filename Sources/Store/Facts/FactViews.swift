import GRDB
import Values

/// Views for people who open the file with `sqlite3`: current rows, ids and days as text.
struct FactViews {
  let table: FactTable

  init(_ table: FactTable) { self.table = table }

  /// Drops and makes the views anew; a changed table has other columns in them.
  func replace(_ db: Database) throws {
    let long = Identifier.quoted(table.name + "_items")
    let current = Identifier.quoted(table.name + "_current")
    try db.execute(sql: "DROP VIEW IF EXISTS \(long)")
    try db.execute(sql: "DROP VIEW IF EXISTS \(current)")
    try db.execute(sql: "CREATE VIEW \(current) AS \(currentQuery)")
    if let longQuery { try db.execute(sql: "CREATE VIEW \(long) AS \(longQuery)") }
  }

  /// Current rows with text ids, ISO days and instants, and money in major units.
  private var currentQuery: String {
    var fields = ["t.row_id", "f.name AS file", "t.file_line"]
    var joins = ["JOIN files f ON f.id = t.file_id"]
    for (number, column) in table.columns.enumerated() {
      let name = Identifier.quoted(column.name)
      switch column.kind {
      case .id(let space):
        joins.append(
          "LEFT JOIN \(Identifier.idTable(space)) i\(number) ON i\(number).code = t.\(name)")
        fields.append("i\(number).id AS \(name)")
      case .money(let currency) where currency.minorPerMajor > 1:
        fields.append("t.\(name) / \(currency.minorPerMajor).0 AS \(name)")
      case .day:
        fields.append("date(t.\(name) * 86400, 'unixepoch') AS \(name)")
      case .instant:
        fields.append("datetime(t.\(name), 'unixepoch') AS \(name)")
      case .text, .category, .integer, .number, .money:
        fields.append("t.\(name)")
      }
    }
    return """
      SELECT \(fields.joined(separator: ",\n       "))
      FROM \(table.sqlName) t
      \(joins.joined(separator: "\n"))
      WHERE t.superseded_by IS NULL
      """
  }

  /// One row for each value of a family: row, key, family, member, value; nil without families.
  ///
  /// One `CASE` over the members instead of a `UNION` of a query each: SQLite takes 500 of those.
  private var longQuery: String? {
    let members = table.columns.filter { $0.family != nil }
    guard !members.isEmpty else { return nil }
    let key = table.key.map { "c.\(Identifier.quoted($0)), " }.joined()
    let cases = members.map { column in
      "WHEN \(Identifier.literal(column.name)) THEN c.\(Identifier.quoted(column.name))"
    }
    return """
      SELECT * FROM (
        SELECT c.row_id, \(key)m.family, m.member,
               CASE m.name \(cases.joined(separator: "\n               ")) END AS value
        FROM \(Identifier.quoted(table.name + "_current")) c
        JOIN fact_columns m ON m.contract = \(Identifier.literal(table.name))
                           AND m.family IS NOT NULL
      ) WHERE value IS NOT NULL
      """
  }
}
