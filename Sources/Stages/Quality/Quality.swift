package import Diagnostics
import Exports
import Pipeline
package import Values

/// Can the figures be trusted: what became of every row, and how good each column is.
package struct Quality: Stage {
  package static let name = "quality"
  package static let summary = Phrase(
    "What became of every row that was read, how complete, valid and fresh the exports are, and "
      + "which customers may be listed twice",
    "每一行数据的去向，各数据源的完整性、有效性与时效，以及疑似重复的客户")
  package static let example = """
    - stage: quality
      settings:
        max_rejected_share: 0.01
        max_age_days: 31
        duplicate_keys: [tax_number, phone, name]
    """

  private let settings: QualitySettings

  package init(_ settings: QualitySettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: QualityInput) throws(Diagnostic) -> QualityOutput {
    var columns: [ColumnQuality] = []
    for (contract, table) in input.facts {
      let files = input.account.files.filter { $0.contract == contract.name }
      let rejected = files.flatMap(\.rejectedByRule)
      for (head, values) in zip(table.heads, table.columns) {
        let field = contract.field(head.id)
        guard field != nil || contract.isFamilyMember(head.id) else { continue }
        let own = rejected.filter { $0.column == head.id }
        let missing = own.filter { $0.rule == "required" }.reduce(0) { $0 + $1.rows }
        columns.append(
          ColumnQuality(
            contract: contract.name, column: head.id, isRequired: field?.isRequired ?? false,
            rows: values.count,
            filled: (0..<values.count).reduce(0) { values.isMissing($1) ? $0 : $0 + 1 },
            missingRejected: missing,
            invalidRejected: own.reduce(0) { $0 + $1.rows } - missing,
            distinct: ColumnQuality.distinct(values),
            newest: field?.datesRow == true ? ColumnQuality.newest(values) : nil))
      }
    }
    var newest = columns.compactMap { column in
      column.newest.map { QualityOutput.Newest(contract: column.contract, day: $0) }
    }
    if let day = input.newestPurchase { newest.insert(.init(contract: "orders", day: day), at: 0) }
    return QualityOutput(
      asOf: input.asOf, scope: input.scope, settings: settings, files: input.account.files,
      columns: columns, newest: newest, duplicates: CustomerDuplicates(input, settings))
  }
}
