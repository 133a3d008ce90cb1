import Pipeline
import Values

/// The moves of all schemes, and the states of every customer behind them.
package struct MigrationOutput: StageOutput {
  let settings: MigrationSettings
  let input: MigrationInput
  /// In the order of the settings; empty where the orders do not reach back.
  let moves: [MigrationMoves]
  /// Customers who moved down in any scheme, the largest amounts first.
  let fallen: [Int]

  package var count: Int { input.customers.count }

  init(settings: MigrationSettings, input: MigrationInput) {
    self.settings = settings
    self.input = input
    let moves =
      input.hasEarlier
      ? input.states.map { MigrationMoves($0, amounts: input.amount) } : []
    self.moves = moves
    fallen = StableOrder(descending: input.amount).positions.map(Int.init).filter { customer in
      moves.contains { $0.move(customer) == .down }
    }
  }

  subscript(_ scheme: MigrationScheme) -> MigrationMoves? {
    moves.first { $0.states.scheme == scheme }
  }
}
