extension DataTable {
  /// The rows at the given positions, in that order.
  package func selected(_ rows: [Int]) -> DataTable {
    DataTable(name: name, heads: heads, columns: columns.map { $0.selected(rows) })
  }
}
