import Diagnostics
import Tabular
package import Values

/// Rows of one contract in memory, gathered from the chunks of one or several files.
struct FactCollector {
  private var heads: [ColumnHead] = []
  private var columns: [ColumnValues] = []
  private(set) var rows = 0
  private let contract: Contract
  private let currency: Currency

  init(_ contract: Contract, _ currency: Currency) {
    self.contract = contract
    self.currency = currency
  }

  /// Takes the rows that count of one chunk; columns that earlier files lacked are filled up.
  mutating func add(_ rows: ExportReader.Rows, _ reader: ExportReader) {
    let count = rows.keeps?.count(where: \.self) ?? rows.batch.rowCount
    guard count > 0 else { return }
    var filled = Set<Int>()
    for (position, spec) in reader.specs.enumerated() where spec.isKept {
      let values = rows.values(position, currency: currency)
      if let index = heads.firstIndex(where: { $0.id == spec.name }) {
        columns[index].append(values)
        filled.insert(index)
      } else {
        var column = values.missing(self.rows)
        column.append(values)
        filled.insert(heads.count)
        heads.append(contract.head(spec.name, currency))
        columns.append(column)
      }
    }
    for index in columns.indices where !filled.contains(index) {
      columns[index].append(columns[index].missing(count))
    }
    self.rows += count
  }

  /// The rows as a table, those that a later row of the same key replaced left out.
  func table() -> (table: DataTable, merged: Int) {
    let keys = contract.key.first.map { first in
      heads.contains { $0.id == first } ? contract.key : []
    }
    let keyColumns = (keys ?? []).compactMap { name in
      heads.firstIndex { $0.id == name }.map { columns[$0] }
    }
    let standing = RowKeys.lastOfEach(keyColumns, rows: rows)
    let merged = rows - standing.count
    let kept = merged == 0 ? columns : columns.map { $0.selected(standing) }
    return (DataTable(name: contract.name, heads: heads, columns: kept), merged)
  }
}

extension Contract {
  /// Name, unit and meaning of a column of this contract.
  package func head(_ name: String, _ currency: Currency) -> ColumnHead {
    if let field = field(name) { return ColumnHead(name, field.kind.unit(currency), field.meaning) }
    if let family = family(of: name) {
      return ColumnHead(name, family.kind.unit(currency), family.meaning)
    }
    preconditionFailure("'\(self.name)' has no column '\(name)'")
  }
}

extension Field.Kind {
  package func unit(_ currency: Currency) -> Unit {
    switch self {
    case .key, .text, .category, .currency, .level: .text
    case .integer: .score
    case .number: .ratio
    case .money: .money(currency)
    case .day: .day
    case .instant: .instant
    }
  }
}
