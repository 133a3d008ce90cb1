package import Diagnostics
import Exports
package import Pipeline
import Values

/// Purchase days, and what the customers' export and contract periods say of who bought.
package struct RetentionInput: StageInput {
  let asOf: Day
  let currency: Currency
  /// nil where contracts alone are asked for.
  let purchaseDays: PurchaseDays?
  /// One group a customer of the purchase days.
  let groups: [(kind: CustomerDimension, groups: GroupColumn)]
  /// Wanted groupings that no export has a column for.
  let missingGroups: [CustomerDimension]
  /// The day of acquisition of each customer of the purchase days; nil where nothing asks for it.
  let origin: [Int32]?
  /// Acquisition days are asked for, and no export has them.
  let lacksOrigin: Bool
  let customers: DataTable?
  let contractPeriods: DataTable?

  package static func needs(_ settings: RetentionSettings) -> [Need] {
    (settings.contractsOnly ? [] : [.purchaseDays]) + [
      .facts(contract: "customers", required: settings.contractsOnly),
      .facts(contract: "contract_periods", required: false),
    ]
  }

  package init(from source: Source, _ settings: RetentionSettings) throws(Diagnostic) {
    guard source.purchaseDays != nil || settings.contractsOnly else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage retention needs orders or purchase days",
        help: "name an orders file or a file of purchase days, or set contracts_only: true")
    }
    let days = settings.contractsOnly ? nil : source.purchaseDays
    asOf = source.asOf
    currency = source.currency
    purchaseDays = days
    let customers = source.facts["customers"]
    self.customers = customers
    contractPeriods = source.facts["contract_periods"]
    let join = days.flatMap { days in customers.flatMap { CustomerJoin(days.customers, $0) } }
    var groups: [(kind: CustomerDimension, groups: GroupColumn)] = []
    var missing: [CustomerDimension] = []
    for kind in settings.groupBy {
      if let column = join?.groups(kind.rawValue) {
        groups.append((kind, column))
      } else {
        missing.append(kind)
      }
    }
    self.groups = groups
    missingGroups = missing
    origin = settings.origin == .acquiredOn ? join?.days("acquired_on") : nil
    lacksOrigin = settings.origin == .acquiredOn && origin == nil
  }
}
