package import Values

/// What a merge map did to the rows of a run.
package struct MergeOutcome: Sendable {
  package var map: MergeMap
  /// Rows by customer id as exported: of merged ids and of those they are merged into.
  package var rows: [String: Int]
  /// Rows of the customers contract that no longer stand, under the ids of the export.
  package var customers: DataTable?

  package init(_ map: MergeMap = MergeMap(), rows: [String: Int] = [:], customers: DataTable? = nil)
  {
    self.map = map
    self.rows = rows
    self.customers = customers
  }

  /// Rows that stand under another id than their export gave them.
  package var movedRows: Int { map.customers.reduce(0) { $0 + (rows[$1] ?? 0) } }

  /// Ids of the map that no export has, by their bytes.
  package var absent: [String] { map.involved.filter { rows[$0, default: 0] == 0 } }

  /// One line: how many customers, into how many, and how many rows.
  package var summary: String {
    let merged = map.customers.count
    let text =
      "merge_map: \(merged) \(merged == 1 ? "customer" : "customers") merged into "
      + "\(map.survivors.count), \(movedRows) \(movedRows == 1 ? "row" : "rows")"
    guard !absent.isEmpty else { return text }
    let shown = absent.prefix(5).joined(separator: ", ")
    let more = absent.count > 5 ? " and \(absent.count - 5) more" : ""
    return "\(text); in no export: \(shown)\(more)"
  }

  mutating func add(_ counts: [String: Int]) { rows.merge(counts, uniquingKeysWith: +) }

  /// Counts the rows of a contract by customer.
  mutating func count(_ ids: ColumnValues?) {
    guard !map.isEmpty, case .text(let ids)? = ids else { return }
    let wanted = Set(map.involved)
    let lengths = Set(wanted.map(\.utf8.count))
    for row in 0..<ids.count where lengths.contains(ids.offsets[row + 1] - ids.offsets[row]) {
      let id = ids[row]
      if wanted.contains(id) { rows[id, default: 0] += 1 }
    }
  }
}
