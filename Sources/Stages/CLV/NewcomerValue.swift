import Statistics

/// What a customer who has just made a first purchase is expected to bring, by horizon.
struct NewcomerValue: Sendable {
  struct Horizon: Sendable {
    /// Repeat purchases.
    let purchases: Double
    /// Of the repeat purchases, in major units; plain and discounted.
    let value: Double
    let discounted: Double
  }

  let horizons: [Horizon]
  /// Mean amount of a first purchase, in the basis of the value; nil where it is not known.
  let firstPurchase: Double?

  init(
    _ forecast: CustomerForecast, _ processes: [any PurchaseProcess], weights: [Double],
    firstPurchase: Double?
  ) {
    let schedule = forecast.schedule.forecast
    let amount = forecast.spendFit.newcomer * forecast.share
    var horizons: [Horizon] = []
    var before = 0.0
    var discounted = 0.0
    for (index, end) in schedule.steps.enumerated() {
      let expected = zip(processes, weights).reduce(0.0) { sum, pair in
        pair.1 > 0 ? sum + pair.1 * pair.0.expectedPurchases(ofNewcomerWithin: end) : sum
      }
      discounted += schedule.factors[index] * (expected - before)
      before = expected
      for horizon in schedule.horizons where horizon == index + 1 {
        horizons.append(
          Horizon(
            purchases: expected, value: expected * amount, discounted: discounted * amount))
      }
    }
    self.horizons = horizons
    self.firstPurchase = firstPurchase.map { $0 * forecast.share }
  }
}
