import Statistics

/// What an acquired customer has earned on average, month by month since the first purchase.
///
/// `c_k = Σᵢ mᵢₖ / n_k`, mᵢₖ what customer i earned in the k-th month after the first purchase,
/// over the n_k customers whose k-th month is over; `C_k = Σ_{j ≤ k} c_j`, discounted
/// `Σ c_j (1 + d)^(−(j + ½) / 12)`. So late customers count in the months that they have had, and
/// nobody counts as silent who was not yet there.
struct MarginCurve: Sendable, Equatable {
  struct Month: Sendable, Equatable {
    /// Customers whose month is over.
    var customers: Int
    /// Earned in the month by one of them, major units.
    var earned: Double
    var cumulative: Double
    var discounted: Double
  }

  private(set) var months: [Month] = []

  /// - Parameters:
  ///   - sums: earned by month since the first purchase, by customers whose month is over.
  ///   - customers: how many those are.
  ///   - least: months of fewer customers end the curve.
  init(sums: [Double], customers: [Int], least: Int, discount: Double) {
    var cumulative = 0.0
    var discounted = 0.0
    for (index, sum) in sums.enumerated() {
      guard customers[index] >= least else { break }
      let earned = sum / Double(customers[index])
      cumulative += earned
      discounted += earned * Discount.factor(rate: discount, years: (Double(index) + 0.5) / 12)
      months.append(
        Month(
          customers: customers[index], earned: earned, cumulative: cumulative,
          discounted: discounted))
    }
  }

  /// Months until the curve reaches the cost, within a month in proportion; nil where it never does.
  func payback(of cost: Double, discounted: Bool) -> Double? {
    guard cost > 0 else { return 0 }
    var before = 0.0
    for (index, month) in months.enumerated() {
      let reached = discounted ? month.discounted : month.cumulative
      if reached >= cost { return Double(index) + (cost - before) / (reached - before) }
      before = reached
    }
    return nil
  }
}
