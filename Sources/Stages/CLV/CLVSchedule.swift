import Pipeline
import Statistics
import Values

/// The steps that values are added up over: ends after the as-of date, discount factors, horizons.
///
/// Steps are calendar months by real dates, cut where a horizon ends; money of a step counts at its
/// middle by the annual rate, (1 + d)^(−(t_k − Δ/2) / 365.25). With a `step` they are so many days
/// each, and with a rate a step money counts at the end of each, (1 + d)^(−k), as the peers have it.
struct CLVSchedule: Sendable {
  let forecast: ForecastSchedule
  /// The length of each horizon in days.
  let days: [Int]
  /// Days in one unit of the schedule's time: 1, or a period of BG/BB.
  let unitDays: Double
  /// A horizon is no whole number of periods.
  let isRounded: Bool

  init(_ settings: CLVSettings, asOf: Day) {
    let step = settings.step?.days
    days = settings.horizons.map { $0.days(from: asOf, step: step) }
    let unit = settings.model == .bgBB ? settings.timeUnit.days : 1
    unitDays = unit
    let longest = days.last ?? 0
    var ends: Set<Int> = []
    if unit == 1 {
      ends = Set(days)
      var month = 1
      while true {
        let end = step.map { $0 * month } ?? (asOf.adding(months: month) - asOf)
        guard end < longest else { break }
        ends.insert(end)
        month += 1
      }
    } else {
      ends = Set(1...max(1, Int((Double(longest) / unit).rounded())))
    }
    let sorted = ends.sorted()
    let whole = days.map { max(1, Int((Double($0) / unit).rounded())) }
    isRounded = zip(days, whole).contains { abs(Double($0) / unit - Double($1)) > 0.05 }
    let steps = sorted.map(Double.init)
    let factors = steps.indices.map { index -> Double in
      let end = steps[index] * unit
      let start = index > 0 ? steps[index - 1] * unit : 0
      if let step, let rate = settings.stepRate {
        return Discounting.factor(rate: rate, steps: end / Double(step))
      }
      return Discounting.factor(annual: settings.discount, days: (start + end) / 2)
    }
    forecast = ForecastSchedule(
      steps: steps, factors: factors,
      horizons: whole.map { end in sorted.count { $0 <= end } })
  }

  /// The length of a horizon in the schedule's time.
  func length(_ horizon: Int) -> Double {
    forecast.steps[forecast.horizons[horizon] - 1]
  }

  /// The rate for purchases without end: continuous a day, or compounded a period for BG/BB.
  static func endlessRate(_ settings: CLVSettings) -> Double {
    settings.model == .bgBB
      ? Discounting.compounded(annual: settings.discount, days: settings.timeUnit.days)
      : Discounting.continuous(annual: settings.discount)
  }
}
