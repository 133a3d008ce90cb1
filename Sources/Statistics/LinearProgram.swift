/// The set of points x ≥ 0 that meet linear equations and inequalities, and how far linear
/// functions can reach on it.
///
/// Two-phase simplex on a dense tableau, for some hundred columns: phase 1 finds a point of the set
/// once, phase 2 starts each function from where the last one ended. The entering column is the one
/// with the least index that improves and the leaving row the one with the least basic index among
/// equal ratios, so that it always ends and always in the same way.
///
/// Source: Chvátal, *Linear programming*, 1983, chapters 2 and 3 (Bland's rule: chapter 3).
package struct LinearProgram: Sendable {
  /// A linear function: Σ coefficient · x[column].
  package typealias Function = [(column: Int, coefficient: Double)]

  package enum Relation: Sendable {
    case equal
    case atMost
    case atLeast
  }

  /// `function relation bound`.
  package struct Row: Sendable {
    package let function: Function
    package let relation: Relation
    package let bound: Double

    package init(_ function: Function, _ relation: Relation, _ bound: Double) {
      self.function = function
      self.relation = relation
      self.bound = bound
    }
  }

  /// From the least to the greatest value; infinite where nothing bounds the function.
  package struct Range: Sendable, Equatable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }

    package var width: Double { high - low }
  }

  private let columns: Int
  private let rows: [Row]

  package init(columns: Int, rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// The range of each function; nil where no point meets all rows.
  package func ranges(of functions: [Function]) -> [Range]? {
    guard var tableau = Tableau(columns: columns, rows: rows) else { return nil }
    return functions.map { function in
      Range(
        low: -tableau.maximum(of: function.map { ($0.column, -$0.coefficient) }),
        high: tableau.maximum(of: function))
    }
  }
}

/// A basis of the set and everything else expressed by it: one row a basic column, `b` last.
private struct Tableau {
  private var cells: [[Double]]
  /// The basic column of each row.
  private var basis: [Int]
  /// Columns that may enter: those of the program and the slacks, not the artificial ones.
  private let width: Int

  private static let tiny = 1e-9

  /// nil where the set is empty.
  init?(columns: Int, rows: [LinearProgram.Row]) {
    let slacks = rows.count { $0.relation != .equal }
    width = columns + slacks
    let artificial = width
    let count = width + rows.count
    cells = []
    basis = []
    var slack = columns
    for (index, row) in rows.enumerated() {
      var line = [Double](repeating: 0, count: count + 1)
      for term in row.function { line[term.column] += term.coefficient }
      line[count] = row.bound
      if row.relation != .equal {
        line[slack] = row.relation == .atMost ? 1 : -1
        slack += 1
      }
      if line[count] < 0 { for column in line.indices { line[column] = -line[column] } }
      line[artificial + index] = 1
      cells.append(line)
      basis.append(artificial + index)
    }
    guard findPoint(artificial, count) else { return nil }
  }

  /// Phase 1: drives the artificial columns to zero, and drops them with the rows that say nothing.
  private mutating func findPoint(_ artificial: Int, _ count: Int) -> Bool {
    var prices = [Double](repeating: 0, count: count + 1)
    for line in cells { for column in 0...count { prices[column] -= line[column] } }
    for column in artificial..<count { prices[column] = 0 }
    _ = improve(&prices)
    let scale = cells.reduce(1) { max($0, $1[count].magnitude) }
    guard -prices[count] < 1e-7 * scale else { return false }
    for row in cells.indices.reversed() where basis[row] >= artificial {
      if let column = (0..<width).first(where: { cells[row][$0].magnitude > Tableau.tiny }) {
        pivot(row, column, &prices)
      } else {
        cells.remove(at: row)
        basis.remove(at: row)
      }
    }
    for row in cells.indices { cells[row].removeSubrange(artificial..<count) }
    return true
  }

  /// Phase 2: the greatest value of a function; infinite where it has none.
  mutating func maximum(of function: LinearProgram.Function) -> Double {
    var prices = [Double](repeating: 0, count: width + 1)
    for term in function { prices[term.column] -= term.coefficient }
    for (row, column) in basis.enumerated() where prices[column] != 0 {
      let price = prices[column]
      for index in prices.indices { prices[index] -= price * cells[row][index] }
    }
    return improve(&prices) ? prices[width] : .infinity
  }

  /// Pivots while a column improves; false where it does so without end.
  private mutating func improve(_ prices: inout [Double]) -> Bool {
    while let column = (0..<width).first(where: { prices[$0] < -Tableau.tiny }) {
      var leaving: Int?
      var least = Double.infinity
      for row in cells.indices where cells[row][column] > Tableau.tiny {
        let ratio = cells[row][cells[row].count - 1] / cells[row][column]
        let isTie = abs(ratio - least) <= Tableau.tiny * max(1, abs(ratio))
        if isTie, let known = leaving {
          if basis[row] < basis[known] { leaving = row }
        } else if ratio < least {
          leaving = row
          least = ratio
        }
      }
      guard let leaving else { return false }
      pivot(leaving, column, &prices)
    }
    return true
  }

  private mutating func pivot(_ row: Int, _ column: Int, _ prices: inout [Double]) {
    let divisor = cells[row][column]
    var line = cells[row]
    for index in line.indices { line[index] /= divisor }
    line[column] = 1
    cells[row] = line
    for other in cells.indices where other != row {
      let factor = cells[other][column]
      guard factor != 0 else { continue }
      for index in line.indices { cells[other][index] -= factor * line[index] }
      cells[other][column] = 0
    }
    let factor = prices[column]
    if factor != 0 {
      for index in line.indices { prices[index] -= factor * line[index] }
      prices[column] = 0
    }
    basis[row] = column
  }
}
