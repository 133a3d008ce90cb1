import Tabular
package import Values

/// Rows of one contract in memory, gathered from the chunks of one or several files.
///
/// The rows of a file replace those of earlier files that have their key; the lines of an order
/// all those of the same order.
struct FactCollector {
  private var heads: [ColumnHead] = []
  private var columns: [ColumnValues] = []
  private var rows = 0
  /// Rows of earlier files; the current file's come behind.
  private var settledRows = 0
  private var key: [String] = []
  private let contract: Contract
  private let currency: Currency
  private let grain: Grain

  init(_ contract: Contract, _ currency: Currency, _ grain: Grain) {
    self.contract = contract
    self.currency = currency
    self.grain = grain
  }

  mutating func beginFile(_ reader: ExportReader) {
    settledRows = rows
    key = contract.keyColumns(in: Set(reader.specs.map(\.name)), grain: grain)
  }

  /// Takes the rows that count of one chunk; columns that earlier files lacked are filled up.
  mutating func add(_ chunk: ExportReader.Rows, _ reader: ExportReader) {
    let count = chunk.keeps?.count(where: \.self) ?? chunk.batch.rowCount
    guard count > 0 else { return }
    var filled = Set<Int>()
    for (position, spec) in reader.specs.enumerated() where spec.isKept {
      let values = chunk.values(position, currency: currency)
      if let index = heads.firstIndex(where: { $0.id == spec.name }) {
        columns[index].append(values)
        filled.insert(index)
      } else {
        var column = values.missing(rows)
        column.append(values)
        filled.insert(heads.count)
        heads.append(contract.head(spec.name, currency))
        columns.append(column)
      }
    }
    for index in columns.indices where !filled.contains(index) {
      columns[index].append(columns[index].missing(count))
    }
    rows += count
  }

  /// Settles the rows of the file against those before it.
  ///
  /// A row without the first field of the key counts for itself, as in the store. What stands is
  /// in the order of the files and their lines, so sums come out as from the store.
  mutating func endFile() -> OrderCounts {
    let fresh = rows - settledRows
    let keys = key.compactMap(column)
    guard let first = keys.first else { return OrderCounts(accepted: fresh) }
    let named = (0..<rows).filter { !first.isMissing($0) }
    let standing = RowKeys.lastOfEach(keys.map { $0.selected(named) }, rows: named.count)
      .map { named[$0] }
    let touched = contract.replacesBy.flatMap(column).map { group in
      RowKeys.groups(of: group, from: settledRows, rows: rows)
    }
    let remaining = standing.filter { $0 >= settledRows || touched?[$0] != true }
    let replaced = named.count - standing.count
    // The last row of a key that came again is one of this file.
    let repeated =
      named.count { $0 >= settledRows } - standing.count { $0 >= settledRows }
    let kept = (remaining + (0..<rows).filter { first.isMissing($0) }).sorted()
    if kept.count < rows { columns = columns.map { $0.selected(kept) } }
    rows = kept.count
    return OrderCounts(
      accepted: fresh - replaced, merged: replaced, withdrawn: standing.count - remaining.count,
      repeated: repeated)
  }

  private func column(_ name: String) -> ColumnValues? {
    heads.firstIndex { $0.id == name }.map { columns[$0] }
  }

  /// The rows that stand.
  func table() -> DataTable { DataTable(name: contract.name, heads: heads, columns: columns) }
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
