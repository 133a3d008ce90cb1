package import Diagnostics
import Exports
package import Pipeline
import Values

/// The account of every file, and the current rows of the contracts that were read.
package struct QualityInput: StageInput {
  let asOf: Day
  let scope: Source.Scope
  let account: Account
  /// In the order of the contracts.
  let facts: [(contract: Contract, table: DataTable)]
  let merges: MergeOutcome
  let purchaseDays: PurchaseDays?
  /// The newest day of the orders where only their purchase days are at hand.
  let newestPurchase: Day?

  package static func needs(_ settings: QualitySettings) -> [Need] {
    [.account] + Contracts.all.map { .facts(contract: $0.name, required: false) }
  }

  package init(from source: Source, _ settings: QualitySettings) throws(Diagnostic) {
    asOf = source.asOf
    scope = source.scope
    account = source.account
    merges = source.merges
    purchaseDays = source.purchaseDays
    facts = Contracts.all.compactMap { contract in
      source.facts[contract.name].map { (contract, $0) }
    }
    newestPurchase = source.facts["orders"] == nil ? Self.newest(source) : nil
  }

  private static func newest(_ source: Source) -> Day? {
    source.purchaseDays?.span(upTo: source.asOf.number).map { Day(number: $0.last) }
  }
}
