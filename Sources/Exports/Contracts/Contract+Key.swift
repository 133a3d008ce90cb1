extension Contract {
  /// The column of customer ids, the same in every contract that names customers.
  package static let customerColumn = "customer_id"

  /// The columns that say which row it is in a file with these columns; empty where every row counts.
  ///
  /// Orders: order and line, without a line column order and product, at the grain of orders the
  /// order alone.
  package func keyColumns(in columns: Set<String>, grain: Grain) -> [String] {
    guard let first = key.first, columns.contains(first) else { return [] }
    guard replacesBy != nil else { return key.filter(columns.contains) }
    if grain == .order { return [first] }
    let second = key.dropFirst().first(where: columns.contains)
    return [first] + (second.map { [$0] } ?? [])
  }
}
