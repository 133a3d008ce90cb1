import Diagnostics
import Report
import Values

/// Two versions of one list, row by row.
///
/// Which columns tell a row is read off both lists: the fewest leading columns that no two rows
/// share. Both are put in the order of those, so it does not matter in which order they were written.
struct ListComparison {
  private let before: ListTable
  private let now: ListTable
  /// Columns that both have, in the order of the later one.
  private let shared: [String]
  /// How many of the shared columns tell a row.
  let keyWidth: Int
  private let oldRows: [Int32]
  private let newRows: [Int32]

  init(_ before: ListTable, _ now: ListTable) {
    let shared = now.header.filter(before.header.contains)
    let (old, new) = (before.columns(shared), now.columns(shared))
    var width = min(1, shared.count)
    var oldRows = Self.order(old, width)
    var newRows = Self.order(new, width)
    while width < shared.count,
      Self.hasRepeats(old, oldRows, width) || Self.hasRepeats(new, newRows, width)
    {
      width += 1
      oldRows = Self.order(old, width)
      newRows = Self.order(new, width)
    }
    self.before = ListTable(header: shared, columns: old)
    self.now = ListTable(header: shared, columns: new)
    self.shared = shared
    keyWidth = width
    self.oldRows = oldRows
    self.newRows = newRows
  }

  /// What is said of one row.
  enum Row {
    case added(key: String)
    case gone(key: String)
    /// The cells that differ; and the place of the row in the later list.
    case both(key: String, cells: [(column: String, before: String, now: String)], row: Int)
  }

  /// Every row of either list in order of its key; rows that are the same have no cells.
  func forEachRow(_ body: (Row) throws(Diagnostic) -> Void) throws(Diagnostic) {
    var (i, j) = (0, 0)
    while i < oldRows.count || j < newRows.count {
      let side =
        i == oldRows.count
        ? 1 : j == newRows.count ? -1 : compare(Int(oldRows[i]), Int(newRows[j]))
      if side > 0 {
        try body(.added(key: key(now, Int(newRows[j]))))
        j += 1
      } else if side < 0 {
        try body(.gone(key: key(before, Int(oldRows[i]))))
        i += 1
      } else {
        let (old, new) = (Int(oldRows[i]), Int(newRows[j]))
        var cells: [(column: String, before: String, now: String)] = []
        for column in keyWidth..<shared.count
        where !before.columns[column].isSame(old, now.columns[column], new) {
          cells.append((shared[column], before.columns[column][old], now.columns[column][new]))
        }
        try body(.both(key: key(now, new), cells: cells, row: new))
        i += 1
        j += 1
      }
    }
  }

  /// A cell of the later list; empty for a column that only one list has.
  func cell(_ column: String, _ row: Int) -> String { now[column]?[row] ?? "" }

  private func compare(_ old: Int, _ new: Int) -> Int {
    for column in 0..<keyWidth {
      let order = before.columns[column].order(old, now.columns[column], new)
      if order != 0 { return order }
    }
    return 0
  }

  private func key(_ table: ListTable, _ row: Int) -> String {
    (0..<keyWidth).map { table.columns[$0][row] }.filter { !$0.isEmpty }.joined(separator: " / ")
  }

  private static func order(_ columns: [TextColumn], _ width: Int) -> [Int32] {
    (0..<Int32(columns.first?.count ?? 0)).sorted {
      compare(columns, Int($0), Int($1), width) < 0
    }
  }

  private static func hasRepeats(_ columns: [TextColumn], _ rows: [Int32], _ width: Int) -> Bool {
    zip(rows, rows.dropFirst()).contains { compare(columns, Int($0), Int($1), width) == 0 }
  }

  private static func compare(
    _ columns: [TextColumn], _ left: Int, _ right: Int, _ width: Int
  ) -> Int {
    for column in 0..<width {
      let order = columns[column].order(left, columns[column], right)
      if order != 0 { return order }
    }
    return 0
  }
}

extension ListTable {
  fileprivate func columns(_ names: [String]) -> [TextColumn] {
    names.compactMap { self[$0] }
  }
}

extension TextColumn {
  /// Bytewise: below zero where the cell comes before the one of the other column.
  fileprivate func order(_ row: Int, _ other: TextColumn, _ otherRow: Int) -> Int {
    var i = offsets[row]
    var j = other.offsets[otherRow]
    let (end, otherEnd) = (offsets[row + 1], other.offsets[otherRow + 1])
    while i < end, j < otherEnd {
      if bytes[i] != other.bytes[j] { return Int(bytes[i]) - Int(other.bytes[j]) }
      i += 1
      j += 1
    }
    return (end - i) - (otherEnd - j)
  }

  fileprivate func isSame(_ row: Int, _ other: TextColumn, _ otherRow: Int) -> Bool {
    order(row, other, otherRow) == 0
  }
}
