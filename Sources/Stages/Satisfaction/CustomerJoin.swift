import Values

/// The customer of each answer: lends the customers' columns to the survey.
struct CustomerJoin {
  private let customers: DataTable
  /// The customer's row for each answer; -1 where the customer is unknown.
  private let rows: [Int32]

  /// nil where either export has no customer ids.
  init?(_ survey: DataTable, _ customers: DataTable) {
    guard case .text(let ids)? = customers.values("customer_id"),
      case .text(let answered)? = survey.values("customer_id")
    else { return nil }
    self.customers = customers
    var index = TextIndex()
    var firstRow: [Int32] = []
    ids.forEachRow { row, bytes in
      if index.intern(bytes) == firstRow.count { firstRow.append(Int32(row)) }
    }
    var rows = [Int32](repeating: -1, count: answered.count)
    answered.forEachRow { row, bytes in
      let number = bytes.isEmpty ? -1 : index.find(bytes)
      if number >= 0 { rows[row] = firstRow[Int(number)] }
    }
    self.rows = rows
  }

  /// The groups of a customers' column, by answer; nil where the export lacks the column.
  func groups(_ column: String) -> SurveyGroups? {
    guard let values = customers.values(column) else { return nil }
    let ofCustomers = SurveyGroups(values)
    return SurveyGroups(
      ordering: rows.map { $0 < 0 ? -1 : ofCustomers.codes[Int($0)] }, labels: ofCustomers.labels)
  }
}
