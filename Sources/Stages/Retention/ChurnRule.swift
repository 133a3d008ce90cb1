/// When a customer counts as lost.
struct ChurnRule: Sendable, Equatable {
  enum Basis: Sendable, Equatable {
    /// The settings give the days.
    case stated
    /// So many of the gaps between purchase days are no longer.
    case gaps(share: Double, count: Int)
    /// Too few gaps to tell.
    case fallback(gaps: Int)
  }

  /// Lost once so many days after a purchase day have passed without another one.
  let days: Int
  let basis: Basis

  /// Fewer gaps than this say nothing about the longest ones.
  static let fewestGaps = 20
  /// What counts where the gaps do not tell.
  static let fallbackDays = 365

  /// - Parameter gaps: how often each wait of so many days (the index) occurred.
  init(_ settings: RetentionSettings, gaps: [Int]) {
    if let stated = settings.churnAfter {
      days = stated
      basis = .stated
      return
    }
    let count = gaps.reduce(0, +)
    guard count >= ChurnRule.fewestGaps else {
      days = ChurnRule.fallbackDays
      basis = .fallback(gaps: count)
      return
    }
    // The least number of days with at least the share of the gaps at or below it.
    let wanted = Int((settings.churnShare * Double(count)).rounded(.up))
    var passed = 0
    let found = gaps.firstIndex { gap in
      passed += gap
      return passed >= wanted
    }
    days = max(1, found ?? ChurnRule.fallbackDays)
    basis = .gaps(share: settings.churnShare, count: count)
  }
}
