package import Diagnostics
import Exports
package import Pipeline
import Values

/// The state of every customer at both dates, made by the stages themselves.
package struct MigrationInput: StageInput {
  let asOf: Day
  let before: Day
  let currency: Currency
  /// Ids, bytewise ascending.
  let customers: TextColumn
  /// Minor units up to the as-of date, returns taken off; `Int64.min` without a purchase.
  let amount: [Int64]
  let states: [MigrationStates]
  /// The orders reach back to the earlier date.
  let hasEarlier: Bool
  /// The ladder's window is covered at both dates.
  let hasStars: Bool

  package static func needs(_ settings: MigrationSettings) -> [Need] {
    settings.of.contains(.lifecycle)
      ? [.purchaseDays, .facts(contract: "customers", required: false)] : [.purchaseDays]
  }

  package init(from source: Source, _ settings: MigrationSettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "migration found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    let before = settings.since ?? source.asOf.earlier(byMonths: settings.months)
    guard before < source.asOf else {
      throw Diagnostic(
        .configuration, "wrong-dates",
        "the earlier date \(before.iso) is not before the as-of date \(source.asOf.iso)",
        help: "write an earlier 'since', or months")
    }
    asOf = source.asOf
    self.before = before
    currency = source.currency
    var now = source
    // Forecasts are of today; at the earlier date there is none to compare with.
    now.outputs = [:]
    var then = now
    then.asOf = before
    let hasEarlier = days.span(upTo: source.asOf.number).map { $0.first <= before.number } ?? false
    self.hasEarlier = hasEarlier

    let ledger = Ledger(days, asOf: source.asOf, refunds: .net)
    var found: [MigrationStates] = []
    var everybody = ledger.customers
    var hasStars = true
    if settings.of.contains(.lifecycle) {
      let output = try Lifecycle(settings.lifecycle).run(
        LifecycleInput(from: now, settings.lifecycle, before: before))
      everybody = output.input.customers
      found.append(MigrationStates(output))
    }
    if settings.of.contains(.rfm) {
      let stage = try RFM(settings.rfm)
      found.append(
        MigrationStates(
          try stage.run(RFMInput(from: then, settings.rfm)),
          try stage.run(RFMInput(from: now, settings.rfm)), of: everybody))
    }
    if settings.of.contains(.tier) || settings.of.contains(.star) {
      let stage = try Tiers(settings.tiers)
      let old = try stage.run(TiersInput(from: then, settings.tiers))
      let new = try stage.run(TiersInput(from: now, settings.tiers))
      if settings.of.contains(.tier) {
        found.append(MigrationStates(tiers: old, new, of: everybody))
      }
      hasStars = old.input.hasWindow && new.input.hasWindow
      if settings.of.contains(.star), hasStars {
        found.append(MigrationStates(stars: old, new, of: everybody))
      }
    }
    self.hasStars = hasStars
    customers = everybody
    amount = Self.aligned(ledger.monetary, of: ledger.customers, to: everybody, none: .min)
    states = settings.of.compactMap { scheme in found.first { $0.scheme == scheme } }
  }

  /// Values of some customers in the order of all, both in the order of their ids.
  static func aligned<Value>(
    _ values: [Value], of some: TextColumn, to all: TextColumn, none: Value
  ) -> [Value] {
    var aligned = [Value](repeating: none, count: all.count)
    some.bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      all.forEachRow { row, id in
        guard next < some.count else { return }
        let own = UnsafeBufferPointer(
          rebasing: bytes[some.offsets[next]..<some.offsets[next + 1]])
        guard own.elementsEqual(id) else { return }
        aligned[row] = values[next]
        next += 1
      }
    }
    return aligned
  }
}
