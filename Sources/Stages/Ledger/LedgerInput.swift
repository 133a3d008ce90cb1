package import Diagnostics
import Exports
package import Pipeline
import Values

/// Purchase days, and who the customers are where an export says so.
package struct LedgerInput: StageInput {
  let asOf: Day
  let purchaseDays: PurchaseDays
  /// One group a customer of the purchase days.
  let dimensions: [(kind: CustomerDimension, groups: GroupColumn)]

  package static func needs(_ settings: LedgerSettings) -> [Need] {
    [.purchaseDays, .facts(contract: "customers", required: false)]
  }

  package init(from source: Source, _ settings: LedgerSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage ledger needs orders or purchase days",
        help: "name an orders file, or a file of purchase days")
    }
    asOf = source.asOf
    purchaseDays = days
    let join = source.facts["customers"].flatMap { CustomerJoin(days.customers, $0) }
    dimensions = settings.groupBy.compactMap { kind in
      join?.groups(kind.rawValue).map { (kind, $0) }
    }
  }
}
