package import Diagnostics
import Exports
package import Pipeline
import Values

/// What every customer spent, in the period of the classes and month by month, and what step `clv`
/// expects of each.
package struct TiersInput: StageInput {
  let asOf: Day
  let currency: Currency
  let months: CustomerMonths
  /// First and last day of the amounts.
  let period: ClosedRange<Int32>
  /// The window of the star ladder, and whether the exports reach back to its first week.
  let window: Range<Int32>
  let hasWindow: Bool
  /// The month before the window is covered, too: stars of a month ago are known.
  let hasEarlierWindow: Bool
  /// Customer lifetime values by customer, minor units, `Int64.min` for none; nil without the step.
  let clv: [Int64]?
  /// Who is of a segment that the settings name, by position, and segments that nobody is of.
  let named: [Int]
  let unknown: [String]

  package static func needs(_ settings: TiersSettings) -> [Need] {
    [
      .purchaseDays, .facts(contract: "customers", required: false),
      .output(step: settings.clvStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: TiersSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "tiers found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    guard settings.value == .revenue || days.hasMargin else {
      throw Diagnostic(
        .data, "no-margin", "customers are to be ranked by margin, and no order has one",
        help: "map a column of the orders to 'margin', or write value: revenue")
    }
    asOf = source.asOf
    currency = source.currency
    period =
      settings.months.map { months in
        let range = StarLadder.window(months, upTo: source.asOf)
        return range.lowerBound...range.upperBound - 1
      } ?? .min...source.asOf.number
    let ladder = StarLadder(settings.stars, source.currency)
    let window = StarLadder.window(ladder.months, upTo: source.asOf)
    self.window = window
    let firstDay = days.span(upTo: source.asOf.number)?.first
    hasWindow = firstDay.map { $0 < window.lowerBound + 7 } ?? false
    let earlier = Day(number: window.lowerBound).adding(months: -1).number
    hasEarlierWindow = firstDay.map { $0 < earlier + 7 } ?? false
    let months = CustomerMonths(
      days, asOf: source.asOf, period: period, value: settings.value, refunds: settings.refunds,
      ladder: ladder)
    clv = source.outputs[settings.clvStep]?.table("customers", having: "clv").flatMap { table in
      CustomerJoin(months.customers, table)?.money("clv")
    }
    self.months = months
    let wanted = settings.keyAccounts.segments
    let groups =
      wanted.isEmpty
      ? nil
      : source.facts["customers"].flatMap { CustomerJoin(months.customers, $0)?.groups("segment") }
    let isWanted = groups?.labels.map(wanted.contains) ?? []
    named =
      groups.map { groups in groups.codes.indices.filter { isWanted[Int(groups.codes[$0])] } } ?? []
    unknown = wanted.filter { !(groups?.labels.contains($0) ?? false) }
  }
}

extension StageOutput {
  /// One of the tables, where it is declared and has a column; nil for another stage's output.
  func table(_ name: String, having column: String) -> DataTable? {
    guard let declared = Self.tables(.cny).first(where: { $0.name == name }),
      declared.heads.contains(where: { $0.id == column })
    else { return nil }
    return table(name)
  }
}
