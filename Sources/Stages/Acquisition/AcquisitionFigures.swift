package import Statistics

/// One channel, those without one, or all: what its new customers cost and bring.
package struct AcquisitionFigures: Sendable {
  /// 365.2425 / 12.
  static let daysPerMonth = 30.436875

  /// nil for all customers together, and for those without a channel.
  package let channel: String?
  /// Acquisition spend in major units; nil where the costs do not state any.
  package let spend: Double?
  package let retentionSpend: Double
  /// New customers.
  package let new: Int
  /// What a new customer brings: earned so far, and what is still to come where that is known.
  package let value: MeanEstimate?
  /// Earned so far by all of them.
  let earned: Double
  /// Months from the first purchases to the as-of date, added up.
  let customerMonths: Double
  let curve: MarginCurve
  /// Whether there are as many new customers as the settings ask for.
  let isEnough: Bool

  /// Customer acquisition cost: spend / new customers; nil where one of the two is missing.
  package var cac: Double? {
    guard let spend, new > 0 else { return nil }
    return spend / Double(new)
  }

  /// What a new customer brings for each unit of money that winning one cost.
  package var ratio: Double? {
    guard isEnough, let cac, cac > 0, let value else { return nil }
    return value.mean / cac
  }

  /// CAC / what a customer earns a month, on average over all months since the first purchases;
  /// nil where nothing is earned.
  package var simplePayback: Double? {
    guard isEnough, let cac, earned > 0, customerMonths > 0 else { return nil }
    return cac / (earned / customerMonths)
  }

  /// Months until the margin curve reaches the cost.
  package func payback(discounted: Bool) -> Double? {
    guard isEnough, let cac else { return nil }
    return curve.payback(of: cac, discounted: discounted)
  }
}
