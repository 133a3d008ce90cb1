import Values

/// Which star monthly amounts earn, and how far the next one is.
struct StarLadder: Sendable {
  /// What a customer's months earn.
  struct Standing: Sendable, Equatable {
    /// Index of the highest threshold passed, -1 for none.
    var level: Int8 = -1
    /// The same a month earlier.
    var before: Int8 = -1
    /// Fewest months until the next level, every coming month passing; -1 at the top.
    var toNext: Int8 = -1
    /// What the month after the window must bring to keep the level; `Int64.min` without one.
    var needed: Int64 = .min
    /// What it has brought up to the as-of date.
    var soFar: Int64 = 0
    /// The last complete month.
    var latest: Int64 = 0
    /// The sum of the window.
    var window: Int64 = 0
  }

  /// The least amount that passes each level, minor units.
  let least: [Int64]
  let months: Int
  let basis: TiersLadderBasis
  let riskMargin: Double

  init(_ settings: TiersStars, _ currency: Currency) {
    let unit = Double(currency.minorPerMajor)
    least = settings.thresholds.map { threshold in
      let scaled = threshold * unit
      let near = scaled.rounded()
      // 19.99 × 100 is a speck below 1999.
      if abs(scaled - near) <= 1e-6 {
        return Int64(near) + (settings.comparator == .above ? 1 : 0)
      }
      return Int64(scaled.rounded(.up))
    }
    months = settings.months
    basis = settings.by
    riskMargin = settings.riskMargin
  }

  /// The first day of the first of the complete months up to a day, and the day after the last.
  static func window(_ months: Int, upTo asOf: Day) -> Range<Int32> {
    let tomorrow = asOf.adding(days: 1)
    let end = tomorrow.firstOfMonth
    return end.adding(months: -months).number..<end.number
  }

  /// - Parameter amounts: the month before the window, the window, and the month in progress.
  func standing(_ amounts: UnsafeBufferPointer<Int64>) -> Standing {
    let window = UnsafeBufferPointer(rebasing: amounts[1..<months + 1])
    let earlier = UnsafeBufferPointer(rebasing: amounts[0..<months])
    var standing = Standing()
    standing.level = level(window)
    standing.before = level(earlier)
    standing.soFar = amounts[months + 1]
    standing.latest = amounts[months]
    standing.window = window.reduce(0, +)
    let level = Int(standing.level)
    if level >= 0 { standing.needed = needed(window, level) }
    if level + 1 < least.count { standing.toNext = Int8(clamping: toNext(window, level + 1)) }
    return standing
  }

  private func level(_ window: UnsafeBufferPointer<Int64>) -> Int8 {
    switch basis {
    case .each:
      let lowest = window.min() ?? .min
      return Int8(clamping: least.lastIndex { lowest >= $0 } ?? -1)
    case .mean:
      let sum = window.reduce(0, +)
      return Int8(clamping: least.lastIndex { sum >= wanted($0) } ?? -1)
    }
  }

  /// The least sum of the window whose mean passes: `least` is whole, the mean need not be.
  private func wanted(_ least: Int64) -> Int64 { (least - 1) * Int64(months) + 1 }

  private func needed(_ window: UnsafeBufferPointer<Int64>, _ level: Int) -> Int64 {
    switch basis {
    case .each: return least[level]
    case .mean:
      let kept = window.dropFirst().reduce(0, +)
      return wanted(least[level]) - kept
    }
  }

  /// Each: the months of the window since the last one that did not pass are in already. Mean: the
  /// next months bring as much as the last complete one; where that is too little, the whole window
  /// at the threshold.
  private func toNext(_ window: UnsafeBufferPointer<Int64>, _ level: Int) -> Int {
    switch basis {
    case .each:
      let failing = window.lastIndex { $0 < least[level] } ?? -1
      return failing + 1
    case .mean:
      let pace = max(window.last ?? 0, least[level])
      var sum = window.reduce(0, +)
      for month in 1...months {
        sum += pace - window[month - 1]
        if sum >= wanted(least[level]) { return month }
      }
      return months
    }
  }

  /// Whether a star is about to be lost: the month in progress has not yet brought what keeps it,
  /// and the last complete one lay less than the margin above that.
  func isAtRisk(_ standing: Standing) -> Bool {
    guard standing.level >= 0, standing.soFar < standing.needed else { return false }
    return Double(standing.latest) < Double(standing.needed) * (1 + riskMargin)
  }
}
