import Values

/// Customers by id: lends the columns of the customers' export to rows that name a customer.
struct CustomerJoin {
  private let customers: DataTable
  /// The customer's row for each id; -1 where the customer is unknown.
  private let rows: [Int32]

  /// nil where the customers' export has no ids.
  init?(_ wanted: TextColumn, _ customers: DataTable) {
    guard case .text(let ids)? = customers.values("customer_id") else { return nil }
    self.customers = customers
    var index = TextIndex()
    var firstRow: [Int32] = []
    ids.forEachRow { row, bytes in
      if index.intern(bytes) == firstRow.count { firstRow.append(Int32(row)) }
    }
    var rows = [Int32](repeating: -1, count: wanted.count)
    wanted.forEachRow { row, bytes in
      let number = bytes.isEmpty ? -1 : index.find(bytes)
      if number >= 0 { rows[row] = firstRow[Int(number)] }
    }
    self.rows = rows
  }

  /// The groups of a customers' column, one a wanted id; nil where the export lacks the column.
  func groups(_ column: String) -> GroupColumn? {
    guard let values = customers.values(column) else { return nil }
    let ofCustomers = GroupColumn(values)
    return GroupColumn(
      ordering: rows.map { $0 < 0 ? -1 : ofCustomers.codes[Int($0)] }, labels: ofCustomers.labels)
  }

  /// The days of a customers' column, one a wanted id, `Int32.min` where there is none; nil where
  /// the export lacks the column.
  func days(_ column: String) -> [Int32]? {
    customers.values(column).map { values in
      rows.map { $0 < 0 ? .min : values.day(Int($0))?.number ?? .min }
    }
  }

  /// Amounts of a column, one a wanted id, `Int64.min` for none; nil where the table lacks it.
  func money(_ column: String) -> [Int64]? {
    guard case .money(let amounts, _)? = customers.values(column) else { return nil }
    return rows.map { $0 < 0 ? .min : amounts[Int($0)] }
  }

  /// Numbers of a column, one a wanted id, NaN for none; nil where the table lacks it.
  func numbers(_ column: String) -> [Double]? {
    guard case .number(let numbers)? = customers.values(column) else { return nil }
    return rows.map { $0 < 0 ? .nan : numbers[Int($0)] }
  }
}
