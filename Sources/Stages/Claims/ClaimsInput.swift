package import Diagnostics
import Exports
package import Pipeline
import Values

/// What the sentences are held against: amounts of customers, figures of earlier steps, cases.
package struct ClaimsInput: StageInput {
  /// A share of customers, as a count.
  struct Part: Sendable, Equatable {
    let count: Int
    let n: Int
  }

  let asOf: Day
  let currency: Currency
  let scope: Source.Scope
  let minCell: Int
  /// Amounts above 0 of the months by customer, minor units, ascending.
  var revenue: [Int64]
  /// The same of the margin; nil where no export has one.
  var margin: [Int64]?
  var earlier: EarlierFigures
  let hasCases: Bool
  /// Of those who said why they leave, for want of care; nil without such cases.
  var reasons: Part?
  /// Why those reasons cannot be looked at; nil where they can, or there are none.
  var unknown: UnknownReasons?
  /// Of the lost, without a case in the days before they fell silent; nil where it is not known.
  var withoutContact: Part?

  package static func needs(_ settings: ClaimsSettings) -> [Need] {
    [
      .purchaseDays,
      .columns(
        contract: "cases", ["customer_id", "kind", "category", "opened_at"], required: false),
      .output(step: EarlierFigures.loyaltyStep, required: false),
      .output(step: EarlierFigures.acquisitionStep, required: false),
      .output(step: EarlierFigures.lifecycleStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: ClaimsSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "claims found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    asOf = source.asOf
    currency = source.currency
    scope = source.scope
    minCell = source.minCell
    let amounts = CustomerAmounts(days, settings, asOf: source.asOf)
    revenue = amounts.revenue
    margin = amounts.margin
    earlier = EarlierFigures(source)
    let cases = source.facts["cases"].flatMap { CustomerCases($0, settings) }
    hasCases = cases != nil
    reasons = settings.leavingKinds.isEmpty ? nil : cases?.reasons
    unknown = source.facts["cases"].flatMap {
      UnknownReasons($0, settings, least: source.minCell)
    }
    if let cases, let lost = earlier.lost {
      withoutContact = cases.withoutContact(lost, days: settings.contactDays)
    }
  }
}

/// What each customer brought in the months of the settings: one pass over the purchase days.
struct CustomerAmounts {
  /// Amounts above 0, minor units, ascending.
  let revenue: [Int64]
  let margin: [Int64]?

  init(_ days: PurchaseDays, _ settings: ClaimsSettings, asOf: Day) {
    let start = settings.months.map { asOf.adding(days: 1).adding(months: -$0).number } ?? .min
    var revenue: [Int64] = []
    var margin: [Int64] = []
    for part in days.partials({ customers in
      var part = (revenue: [Int64](), margin: [Int64]())
      days.forEach(in: customers) { _, rows in
        var (amount, earned) = (Int64(0), Int64(0))
        for row in rows where row.day >= start && row.day <= asOf.number {
          amount += settings.refunds == .net ? row.net : row.gross
          if row.margin != .min { earned += row.margin }
        }
        if amount > 0 { part.revenue.append(amount) }
        if earned > 0 { part.margin.append(earned) }
      }
      return part
    }) {
      revenue += part.revenue
      margin += part.margin
    }
    self.revenue = revenue.sorted()
    self.margin = days.hasMargin ? margin.sorted() : nil
  }
}
