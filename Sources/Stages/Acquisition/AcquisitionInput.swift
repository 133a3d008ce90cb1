package import Diagnostics
package import Exports
package import Pipeline
package import Values

/// Costs, purchase days and what is known of how each customer came.
package struct AcquisitionInput: StageInput {
  package var asOf: Day
  package var currency: Currency
  package var days: PurchaseDays
  package var costs: AcquisitionCosts
  /// Channels of costs and customers, bytewise ascending.
  package var channels: [String]
  /// Index of the channels, one a customer with purchase days; -1 where none is stated.
  package var channel: [Int32]
  /// Day of acquisition by the customers' export, one a customer; `Int32.min` where none is stated.
  package var acquiredOn: [Int32]
  /// Whether the customers' export has such days.
  package var hasAcquiredOn: Bool
  /// Value still to come by customer, in minor units; `Int64.min` where a customer has none. nil
  /// without step `clv`.
  package var future: [Int64]?

  package init(
    asOf: Day, currency: Currency, days: PurchaseDays, costs: AcquisitionCosts,
    channels: [String], channel: [Int32], acquiredOn: [Int32], hasAcquiredOn: Bool,
    future: [Int64]? = nil
  ) {
    self.asOf = asOf
    self.currency = currency
    self.days = days
    self.costs = costs
    self.channels = channels
    self.channel = channel
    self.acquiredOn = acquiredOn
    self.hasAcquiredOn = hasAcquiredOn
    self.future = future
  }

  /// The step whose value to come is used.
  static let valueStep = "clv"

  package static func needs(_ settings: AcquisitionSettings) -> [Need] {
    [
      .purchaseDays, .facts(contract: "costs", required: true),
      .facts(contract: "customers", required: false), .output(step: valueStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: AcquisitionSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "acquisition found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    guard let table = source.facts["costs"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "acquisition needs the export 'costs'",
        help: "name a file of costs: period, channel, purpose, amount")
    }
    let join = source.facts["customers"].flatMap { CustomerJoin(days.customers, $0) }
    let ofCustomers = join?.groups("channel")
    let ofCosts = table.values("channel").map { GroupColumn($0) }
    let names = Set((ofCustomers?.labels ?? []) + (ofCosts?.labels ?? [])).subtracting([""])
    let channels = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(channels, channels.indices))
    func place(_ group: GroupColumn?, _ row: Int) -> Int {
      group.flatMap { places[$0.labels[Int($0.codes[row])]] } ?? -1
    }
    let acquired = join?.days("acquired_on")
    self.init(
      asOf: source.asOf, currency: source.currency, days: days,
      costs: AcquisitionInput.costs(table) { place(ofCosts, $0) }, channels: channels,
      channel: (0..<days.customerCount).map { Int32(place(ofCustomers, $0)) },
      acquiredOn: acquired ?? [Int32](repeating: .min, count: days.customerCount),
      hasAcquiredOn: acquired?.contains { $0 != .min } ?? false,
      future: AcquisitionInput.future(source, days.customers))
    if settings.newBy == .acquiredOn, !hasAcquiredOn {
      throw Diagnostic(
        .configuration, "no-acquired-on",
        "new_by is acquired_on, and no customer has a day of acquisition",
        help: "give the customers' export with that column, or write new_by: first_purchase")
    }
  }

  private static func costs(_ table: DataTable, channel: (Int) -> Int) -> AcquisitionCosts {
    guard let periods = table.values("period"), let purposes = table.values("purpose"),
      case .money(let amounts, _)? = table.values("amount")
    else { return AcquisitionCosts([]) }
    return AcquisitionCosts(
      (0..<table.rowCount).compactMap { row in
        guard let day = periods.day(row), amounts[row] != .min else { return nil }
        return AcquisitionCosts.Row(
          day: day, channel: channel(row), isAcquisition: purposes.text(row) == "acquisition",
          amount: amounts[row])
      })
  }

  /// The column `clv` of the step's customers, by id.
  private static func future(_ source: Source, _ customers: TextColumn) -> [Int64]? {
    guard let table = source.outputs[valueStep]?.table("customers"),
      let join = CustomerJoin(customers, table)
    else { return nil }
    return join.money("clv")
  }
}
