package import Diagnostics
import Exports
package import Pipeline
import Values

/// Everybody who bought or is in the customers' export, with what they did up to two dates.
package struct LifecycleInput: StageInput {
  let asOf: Day
  let before: Day
  let currency: Currency
  /// Ids, bytewise ascending.
  let customers: TextColumn
  /// Position in the purchase days; -1 for who is in the export alone.
  let buyer: [Int32]
  /// Row of the customers' export; -1 for who is not in it.
  let row: [Int32]
  let flags: LifecycleFlags
  let now: PurchaseRhythm
  let earlier: PurchaseRhythm
  /// The exports reach back to the earlier date.
  let hasEarlier: Bool
  let hasExport: Bool
  /// Customers who only brought something back and are in no export: they are left out.
  let withoutPurchase: Int
  /// Probability of being alive, one a customer, NaN for none; nil without the step.
  let alive: [Double]?

  package static func needs(_ settings: LifecycleSettings) -> [Need] {
    [
      .purchaseDays, .facts(contract: "customers", required: false),
      .output(step: settings.clvStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: LifecycleSettings) throws(Diagnostic) {
    try self.init(
      from: source, settings, before: source.asOf.earlier(byMonths: settings.compareMonths))
  }

  /// - Parameter before: the earlier date that flows begin at.
  init(
    from source: Source, _ settings: LifecycleSettings, before: Day
  ) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "lifecycle found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    let asOf = source.asOf
    self.asOf = asOf
    self.before = before
    currency = source.currency
    func rhythm(_ day: Day) -> PurchaseRhythm {
      PurchaseRhythm(
        days, asOf: day, refunds: settings.refunds, returnDays: settings.wonBackDays,
        minGaps: settings.minGaps)
    }
    let now = rhythm(asOf)
    self.now = now
    earlier = rhythm(before)
    hasEarlier = days.span(upTo: asOf.number).map { $0.first <= before.number } ?? false
    let export = source.facts["customers"]
    hasExport = export != nil
    flags = LifecycleFlags(export)
    let everybody = LifecyclePeople(days.customers, isBuyer: { now.rows[$0].bought }, export)
    customers = everybody.ids
    buyer = everybody.buyer
    row = everybody.row
    withoutPurchase = everybody.leftOut
    alive = source.outputs[settings.clvStep]?.table("customers", having: "p_alive")
      .flatMap { CustomerJoin(everybody.ids, $0)?.numbers("p_alive") }
  }
}
