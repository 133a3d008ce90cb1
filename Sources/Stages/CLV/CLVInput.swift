package import Diagnostics
import Exports
package import Pipeline
import Values

/// Who bought when and for how much, what is known of the customers, and the card of the last fit.
package struct CLVInput: StageInput {
  var asOf: Day
  var currency: Currency
  var record: PurchaseRecord
  var covariates: CustomerCovariates?
  /// Who looks after each customer; nil where no export says it.
  var owner: GroupColumn?
  var previous: Source.Previous?
  let log: RunLog

  package static func needs(_ settings: CLVSettings) -> [Need] {
    [.purchaseDaysOr(contract: "summary"), .facts(contract: "customers", required: false)]
  }

  package init(from source: Source, _ settings: CLVSettings) throws(Diagnostic) {
    asOf = source.asOf
    currency = source.currency
    previous = source.previous
    log = source.log
    switch (source.purchaseDays, source.facts["summary"]) {
    case (let days?, nil):
      record = source.log.timed("cbs", { (_: PurchaseRecord) in "purchase histories" }) {
        PurchaseRecord(
          days, asOf: source.asOf, settings: settings,
          longest: settings.horizons.last ?? CLVHorizon(12, .month))
      }
    case (nil, let table?): record = try PurchaseRecord(summary: table, settings)
    case (.some, .some):
      throw Diagnostic(
        .usage, "two-histories",
        "clv has orders and aggregated histories: two answers to one question",
        help: "give one of them")
    case (nil, nil):
      throw Diagnostic(
        .missingExport, "no-orders", "clv found neither orders nor aggregated histories",
        help: "give an export of the contract orders or summary, or purchase days")
    }
    let join = source.facts["customers"].flatMap { CustomerJoin(record.ids.column, $0) }
    owner = join?.groups(CustomerDimension.owner.rawValue)
    if !settings.covariates.isEmpty {
      guard let join else {
        throw Diagnostic(
          .missingExport, "no-customers", "covariates need the customers' export",
          help: "give an export of the contract customers, or leave `covariates` out")
      }
      covariates = try CustomerCovariates(settings.covariates, join)
    }
  }
}
