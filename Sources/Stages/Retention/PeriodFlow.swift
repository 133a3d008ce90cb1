import Statistics

/// Customers who were there in a period and in the next one.
struct PeriodFlow: Sendable, Equatable {
  /// Customers with a purchase in the period.
  var active = 0
  /// Of them, those who never bought before.
  var new = 0
  /// Of them, those who bought in the period before too.
  var retained = 0
  /// Of all customers who have bought up to then, by the policy for returns, minor units.
  var revenue: Int64 = 0

  /// Those who had bought before, but not in the period before.
  var returned: Int { active - new - retained }
}

extension PeriodFlow {
  /// The share of the period before that bought again.
  func retention(after before: PeriodFlow) -> Proportion? {
    Proportion(retained, of: before.active)
  }

  /// (E − N) / S: the customers at the end who are not new, over those at the start. Customers who
  /// come back after a pause are in it, so that it can exceed 1.
  func customerRetentionRate(after before: PeriodFlow) -> Double? {
    before.active > 0 ? Double(active - new) / Double(before.active) : nil
  }
}
