package import Statistics
package import Values

/// A sentence of the texts with a figure in it.
package enum Claim: String, CaseIterable, Sendable {
  case paretoRevenue = "pareto_revenue"
  case paretoMargin = "pareto_margin"
  case topTenth = "top_tenth"
  case sixTimes = "six_times"
  case lackOfCare = "lack_of_care"
  /// No sentence of the texts, but what can be said of it where nobody coded why customers left.
  case noContact = "no_contact"
  case acquisitionCost = "acquisition_cost"

  /// What the texts say; of no width where it is one figure.
  package var text: Interval {
    switch self {
    case .paretoRevenue, .paretoMargin: Interval(low: 0.8, high: 0.8)
    case .topTenth: Interval(low: 0.38, high: 0.38)
    case .sixTimes: SatisfactionRatio.texts
    case .lackOfCare, .noContact: Interval(low: 2.0 / 3, high: 2.0 / 3)
    case .acquisitionCost: Interval(low: 5, high: 15)
    }
  }

  /// The figure that own ones are a multiple of: of a range the middle.
  package var reference: Double { (text.low + text.high) / 2 }

  package var unit: Unit {
    switch self {
    case .paretoRevenue, .paretoMargin, .topTenth, .lackOfCare, .noContact: .share
    case .sixTimes, .acquisitionCost: .ratio
    }
  }

  /// A hint tells what is known, and decides nothing.
  package var isHint: Bool { self == .noContact }
}

/// Why a sentence was not tested.
package enum ClaimGap: String, Sendable {
  case noRevenue = "no_revenue"
  case noMargin = "no_margin"
  case noLoyalty = "no_loyalty"
  case noLevels = "no_levels"
  case noReasons = "no_reasons"
  case noLeaving = "no_leaving"
  /// No case is of the kinds that the settings name.
  case unknownKinds = "unknown_kinds"
  /// No case of those kinds has a category that the settings name.
  case unknownReasons = "unknown_reasons"
  case noLifecycle = "no_lifecycle"
  case noCases = "no_cases"
  case noLost = "no_lost"
  case hint = "hint"
  case noAcquisition = "no_acquisition"
  case noKeeping = "no_keeping"
  case hidden = "hidden"
}

/// A sentence with what our own data say of it.
package struct ClaimResult: Sendable {
  package let claim: Claim
  package private(set) var value: Double?
  package private(set) var interval: Interval?
  /// Customers that the figure rests on.
  package private(set) var n: Int?
  package private(set) var verdict: ClaimVerdict
  package private(set) var gap: ClaimGap?

  /// A figure of our own.
  init(_ claim: Claim, _ value: Double, _ interval: Interval?, n: Int, wide: Double) {
    self.claim = claim
    self.value = value
    self.interval = interval
    self.n = n
    verdict = claim.isHint ? .notTested : ClaimVerdict(interval, text: claim.text, wide: wide)
    gap = claim.isHint ? .hint : nil
  }

  init(_ claim: Claim, _ gap: ClaimGap) {
    self.claim = claim
    self.gap = gap
    verdict = .notTested
  }

  /// How many times the greater of the own figure and the texts' is the other, 1 or more; nil
  /// without a figure.
  var distance: Double? {
    value.map { value in
      let nearest = min(max(value, claim.text.low), claim.text.high)
      return value > 0 ? max(value / nearest, nearest / value) : .infinity
    }
  }
}
