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
    fallen = (0..<input.customers.count).filter { customer in
      moves.contains { $0.move(customer) == .down }
    }.sorted { (-Self.worth(input.amount[$0]), $0) < (-Self.worth(input.amount[$1]), $1) }
  }

  private static func worth(_ amount: Int64) -> Int64 { amount == .min ? 0 : amount }

  subscript(_ scheme: MigrationScheme) -> MigrationMoves? {
    moves.first { $0.states.scheme == scheme }
  }
}
