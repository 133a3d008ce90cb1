package import Values

/// What the sample company was made from: the numbers that an analysis of it should find again.
///
/// Chengchuan Instruments (澄川仪器) sells laboratory and water-quality instruments to firms, over
/// eight quarters that end on 2025-12-31. It does not exist.
package struct Parameters: Sendable, Equatable {
  package let customers: Int
  package let orders: Int
  package let seed: UInt64

  package init(customers: Int, orders: Int, seed: UInt64) {
    self.customers = max(1, customers)
    self.orders = max(1, orders)
    self.seed = seed
  }

  // Purchases: BG/NBD (Fader, Hardie & Lee, "Counting Your Customers" the Easy Way, 2005).
  /// Shape of the purchase rate, Gamma(r, rate alpha); alpha follows from `orders`.
  package let r = 0.8
  /// Dropout after each repeat purchase, Beta(a, b).
  package let a = 0.7
  package let b = 8.0

  // Spend of an order: Gamma-Gamma (Fader & Hardie, The Gamma-Gamma Model of Monetary Value, 2013).
  package let p = 6.0
  package let q = 4.0
  /// Scale of the spend in CNY: the mean order is p v / (q - 1) = 4,000.
  package let v = 2000.0

  /// Customers known to the CRM who never ordered.
  package let leadShare = 0.03
  /// Orders that have a return some days later.
  package let returnShare = 0.03
  /// Orders that were placed and cancelled first.
  package let cancelledShare = 0.02
  /// Orders with a free sample as an extra line, and orders of a free sample alone.
  package let sampleLineShare = 0.02
  package let sampleOrderShare = 0.005

  // The planted effects.
  /// Day from which the new warehouse in the South delivered late.
  package let deliveryProblemFrom = Samples.day(2025, 10, 1)
  /// Purchase rate of distributors in the South since then, as a share of the rate before.
  package let southDistributorRate = 0.15
  /// Purchase rate of the others there.
  package let southOtherRate = 0.8
  /// New customers in the South since then that never came.
  package let southNewLost = 0.6
  /// Day on which the service centre in Beijing opened, and the purchase rate in the North since.
  package let northGrowthFrom = Samples.day(2025, 9, 1)
  package let northRate = 1.5
  /// Customers among the best who stopped ordering, as a share of all who buy.
  package let silentShare = 0.04
  package let silentFrom = Samples.day(2025, 1, 15)
  package let silentTo = Samples.day(2025, 3, 31)
  /// Fall of the last wave in the NPS answer after a delivery, and in the delivery item.
  package let deliveryAnswerShift = -1.6
  package let deliveryItemShift = -0.6
  package let southItemShift = -0.7
}

/// The calendar of the samples.
enum Samples {
  static let first = day(2024, 1, 1)
  static let asOf = day(2025, 12, 31)
  /// Days of the exports, both ends included.
  static let days = asOf - first + 1
  /// Days that a quarterly export repeats from the quarter before.
  static let overlap = 7

  /// First days of the eight quarters.
  static let quarters = (0..<8).map { first.adding(months: 3 * $0) }

  static func quarterName(_ index: Int) -> String {
    "\(quarters[index].year)Q\(quarters[index].quarter)"
  }

  static func lastDay(ofQuarter index: Int) -> Day {
    quarters[index].adding(months: 3).adding(days: -1)
  }

  static func quarter(of day: Day) -> Int {
    (day.year - first.year) * 4 + day.quarter - 1
  }

  /// A day that is known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(number: Day.daysFromCivil(year, month, day))
  }
}
