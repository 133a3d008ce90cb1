/// What of a contract the steps of a run need: all of it, some columns, or nothing.
package enum ContractColumns: Sendable, Equatable {
  case none
  case some(Set<String>)
  case all

  /// What these needs ask of a contract together.
  package init(_ needs: some Sequence<Need>, of contract: String) {
    self = needs.reduce(.none) { found, need in
      switch need {
      case .facts(contract: contract, required: _), .purchaseDaysOr(contract: contract):
        return .all
      case .columns(contract: contract, let columns, required: _):
        switch found {
        case .all: return .all
        case .none: return .some(Set(columns))
        case .some(let others): return .some(others.union(columns))
        }
      default: return found
      }
    }
  }

  package func contains(_ column: String) -> Bool {
    switch self {
    case .none: false
    case .some(let columns): columns.contains(column)
    case .all: true
    }
  }
}
