import Statistics
import Values

/// The moves of one scheme added up, with their tests.
struct MigrationMoves: Sendable {
  let states: MigrationStates
  /// `cells[before][now]`, the last row being those not known before.
  let cells: [[Cell]]
  let up: Cell
  let down: Cell
  let stayed: Cell
  /// Customers not known before.
  let new: Cell
  /// Of those known at both dates; nil where nobody moved.
  let symmetry: PairedTable.Test?
  let margins: PairedTable.Test?

  struct Cell: Sendable, Equatable {
    var customers = 0
    /// Minor units.
    var amount: Int64 = 0

    mutating func add(_ amount: Int64) {
      customers += 1
      self.amount += max(0, amount)
    }
  }

  enum Move: Int, CaseIterable {
    case up
    case down
    case side
    case same
    case new
  }

  init(_ states: MigrationStates, amounts: [Int64]) {
    self.states = states
    let count = states.categories.count
    var cells = [[Cell]](repeating: [Cell](repeating: Cell(), count: count), count: count + 1)
    for (customer, to) in states.now.enumerated() where to >= 0 {
      let from = states.before[customer] < 0 ? count : Int(states.before[customer])
      cells[from][Int(to)].add(amounts[customer])
    }
    self.cells = cells
    var sums = [Cell](repeating: Cell(), count: Move.allCases.count)
    for from in cells.indices {
      for to in 0..<count {
        let move = Self.move(from < count ? from : nil, to, states.categories)
        sums[move.rawValue].customers += cells[from][to].customers
        sums[move.rawValue].amount += cells[from][to].amount
      }
    }
    up = sums[Move.up.rawValue]
    down = sums[Move.down.rawValue]
    stayed = sums[Move.same.rawValue]
    new = sums[Move.new.rawValue]
    let table = PairedTable(cells.dropLast().map { $0.map(\.customers) })
    symmetry = table.symmetry
    margins = table.marginalHomogeneity
  }

  static func move(
    _ from: Int?, _ to: Int, _ categories: [MigrationStates.Category]
  ) -> Move {
    guard let from else { return .new }
    if from == to { return .same }
    let (old, new) = (categories[from].standing, categories[to].standing)
    return new > old ? .up : new < old ? .down : .side
  }

  /// How a customer moved; nil for who has no state now.
  func move(_ customer: Int) -> Move? {
    let (from, to) = (Int(states.before[customer]), Int(states.now[customer]))
    guard to >= 0 else { return nil }
    return Self.move(from < 0 ? nil : from, to, states.categories)
  }

  /// Customers known at both dates.
  var known: Int { cells.dropLast().reduce(0) { $0 + $1.reduce(0) { $0 + $1.customers } } }
  var moved: Int { known - stayed.customers }
}
