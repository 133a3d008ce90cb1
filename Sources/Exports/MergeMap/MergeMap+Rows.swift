import Values

extension MergeMap {
  /// Rows with every customer under the id that it stands under.
  struct Applied {
    var standing: DataTable
    /// Rows of the customers contract whose customer stands in another row, as exported.
    var merged: DataTable?
  }

  /// Puts the map on the rows of one contract.
  ///
  /// Of the customers contract the row of the id that stands remains, or without one the first row
  /// that is merged into it; no value is taken from the others. Rows of other contracts all remain.
  func applied(to table: DataTable) -> Applied {
    guard !isEmpty, case .text(let ids)? = table.values("customer_id") else {
      return Applied(standing: table)
    }
    let merged = rows(of: ids)
    guard !merged.isEmpty else { return Applied(standing: table) }
    guard table.name == Contract.customers.name else {
      return Applied(standing: renamed(table, ids, merged))
    }
    var hasRow = Set((0..<ids.count).lazy.map { ids[$0] }.filter { !self.merges($0) })
    var leaving = Set<Int>()
    for row in merged where !hasRow.insert(target(of: ids[row])).inserted { leaving.insert(row) }
    let remaining = (0..<table.rowCount).filter { !leaving.contains($0) }
    return Applied(
      standing: renamed(table, ids, merged).selected(remaining),
      merged: leaving.isEmpty ? nil : table.selected(leaving.sorted()))
  }

  /// The positions of merged ids.
  private func rows(of ids: TextColumn) -> [Int] {
    let wanted = Set(customers.map { ArraySlice($0.utf8) })
    let lengths = Set(customers.map(\.utf8.count))
    return (0..<ids.count).filter { row in
      let range = ids.offsets[row]..<ids.offsets[row + 1]
      return lengths.contains(range.count) && wanted.contains(ids.bytes[range])
    }
  }

  private func renamed(_ table: DataTable, _ ids: TextColumn, _ merged: [Int]) -> DataTable {
    var column = TextColumn()
    column.reserve(rows: ids.count, bytes: ids.bytes.count)
    var next = merged[...]
    ids.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<ids.count {
        if next.first == row {
          column.append(target(of: ids[row]))
          next.removeFirst()
        } else {
          column.append(
            UnsafeBufferPointer(rebasing: bytes[ids.offsets[row]..<ids.offsets[row + 1]]))
        }
      }
    }
    return DataTable(
      name: table.name, heads: table.heads,
      columns: zip(table.heads, table.columns).map { head, values in
        head.id == "customer_id" ? .text(column) : values
      })
  }
}
