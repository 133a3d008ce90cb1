import Values

/// Builds a small result table row by row; every head's unit says what kind its column is.
struct ResultRows {
  enum Cell {
    case text(String)
    case count(Int?)
    case number(Double?)
    /// Minor units.
    case money(Int64?)
    case day(Day?)
  }

  private let heads: [ColumnHead]
  private var columns: [ColumnValues]

  init(_ heads: [ColumnHead]) {
    self.heads = heads
    columns = heads.map { head in
      switch head.unit {
      case .text: .text(TextColumn())
      case .count: .integer([])
      case .day: .day([])
      case .money(let currency): .money([], currency)
      case .share, .points, .days, .months, .score, .ratio: .number([])
      case .instant: .instant([])
      }
    }
  }

  /// - Precondition: a cell of the right kind for each head.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == heads.count, "a cell for each column")
    for (index, cell) in cells.enumerated() {
      switch (cell, columns[index]) {
      case (.text(let text), .text(var values)):
        columns[index] = .integer([])
        values.append(text)
        columns[index] = .text(values)
      case (.count(let count), .integer(var values)):
        columns[index] = .number([])
        values.append(count.map(Int64.init) ?? .min)
        columns[index] = .integer(values)
      case (.number(let number), .number(var values)):
        columns[index] = .integer([])
        values.append(number ?? .nan)
        columns[index] = .number(values)
      case (.money(let amount), .money(var values, let currency)):
        columns[index] = .integer([])
        values.append(amount ?? .min)
        columns[index] = .money(values, currency)
      case (.day(let day), .day(var values)):
        columns[index] = .integer([])
        values.append(day?.number ?? .min)
        columns[index] = .day(values)
      default: preconditionFailure("the cell of '\(heads[index].id)' is of its unit's kind")
      }
    }
  }

  func table(_ name: String) -> DataTable { DataTable(name: name, heads: heads, columns: columns) }
}
