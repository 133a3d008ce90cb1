import Pipeline
import Statistics
import Values

/// Costs of winning customers beside what those bring.
package struct AcquisitionOutput: StageOutput {
  /// One period of the calendar, all channels and each.
  struct Period: Sendable {
    struct Channel: Sendable {
      let channel: String
      let spend: Double
      let new: Int

      var cac: Double? { spend > 0 && new > 0 ? spend / Double(new) : nil }
    }

    let period: AcquisitionPeriod
    /// Costs are stated for all of it, and it is over.
    let isComplete: Bool
    let spend: Double
    let retentionSpend: Double
    let new: Int
    let channels: [Channel]

    var cac: Double? { spend > 0 && new > 0 ? spend / Double(new) : nil }
  }

  /// Winning against keeping, over the same days.
  struct Retention: Sendable {
    let window: ClosedRange<Day>
    let acquisitionSpend: Double
    let new: Int
    let retentionSpend: Double
    /// Customers who bought before the window and again within it.
    let kept: Int

    var cac: Double? {
      acquisitionSpend > 0 && new > 0 ? acquisitionSpend / Double(new) : nil
    }
    var costOfKeeping: Double? {
      retentionSpend > 0 && kept > 0 ? retentionSpend / Double(kept) : nil
    }
    var ratio: Double? {
      guard let cac, let costOfKeeping else { return nil }
      return cac / costOfKeeping
    }
  }

  let asOf: Day
  let currency: Currency
  let settings: AcquisitionSettings
  let grain: AcquisitionGrain
  let costGrain: AcquisitionGrain
  let basis: CustomerWorth.Basis
  /// Whether the value to come is in the value of a customer.
  let hasFuture: Bool
  /// Whether customers from before the orders begin can be told from new ones.
  let knowsEarlierCustomers: Bool
  /// The days of the costs; nil without costs up to the as-of date.
  let window: ClosedRange<Day>?
  let isWindowComplete: Bool
  package let total: AcquisitionFigures
  package let channels: [AcquisitionFigures]
  let periods: [Period]
  let retention: Retention?

  /// The last two periods that are whole and have a cost a customer.
  var latest: (now: Period, before: Period?)? {
    let whole = periods.filter { $0.isComplete && $0.cac != nil }
    guard let now = whole.last else { return nil }
    return (now, whole.dropLast().last)
  }
}
