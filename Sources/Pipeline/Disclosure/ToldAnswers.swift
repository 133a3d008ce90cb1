/// What readers of one pack know: cells with the counts that were told, and that others are hidden.
///
/// It holds nothing that the pack did not tell, so it can be kept in the store.
package struct ToldAnswers: Sendable, Equatable {
  package enum Knowledge: Sendable, Equatable {
    /// The count at every level.
    case levels([Int])
    /// How many answered.
    case total(Int)
    /// Hidden: at least one answered.
    case hidden
  }

  package private(set) var cells: [AnswerCell.ID: Knowledge] = [:]

  package init() {}

  /// What is told when these cells are hidden.
  package init(_ tables: AnswerTables, hidden: Set<AnswerCell.ID>) {
    for cell in tables.cells where cell.telling > .nothing {
      if hidden.contains(cell.id) {
        cells[cell.id] = .hidden
      } else if cell.telling == .levels {
        cells[cell.id] = .levels(cell.counts)
      } else if cells[cell.id] == nil {
        cells[cell.id] = .total(cell.n)
      }
    }
  }

  package mutating func note(_ cell: AnswerCell.ID, _ knowledge: Knowledge) {
    cells[cell] = knowledge
  }
}
