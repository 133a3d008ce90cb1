import Values

/// The periods of one length from the first day with rows to the last day that was observed.
struct PeriodCalendar: Sendable {
  let period: CohortPeriod
  let weekStart: WeekStart
  /// First day of the first period.
  let start: Day
  /// The last day that counts as observed.
  let through: Day
  /// Periods up to the one that holds `through`.
  let count: Int

  init(_ period: CohortPeriod, weekStart: WeekStart, first: Day, through: Day) {
    self.period = period
    self.weekStart = weekStart
    self.through = through
    start =
      switch period {
      case .week: PeriodCalendar.firstOfWeek(first, weekStart)
      case .month: first.firstOfMonth
      case .quarter: first.firstOfQuarter
      }
    count = max(0, PeriodCalendar.index(of: through, from: start, period) + 1)
  }

  /// First day of a period, counted from 0; periods beyond the last one too.
  func first(_ index: Int) -> Day {
    switch period {
    case .week: start.adding(days: 7 * index)
    case .month: start.adding(months: index)
    case .quarter: start.adding(months: 3 * index)
    }
  }

  func last(_ index: Int) -> Day { first(index + 1).adding(days: -1) }

  /// Whether a period is over.
  func isOver(_ index: Int) -> Bool { last(index) <= through }

  /// Periods that are over; the last one may not be.
  var overCount: Int { count > 0 && !isOver(count - 1) ? count - 1 : count }

  /// The number of the period of each day from `start` to `through`.
  var periodOfDay: [Int32] {
    guard through >= start else { return [] }
    var numbers: [Int32] = []
    numbers.reserveCapacity(through - start + 1)
    for index in 0..<count {
      let days = min(last(index), through) - first(index) + 1
      numbers.append(contentsOf: repeatElement(Int32(index), count: days))
    }
    return numbers
  }

  /// The day on which the k-th stretch from a customer's own first day begins.
  func ownStart(_ first: Day, _ k: Int) -> Day {
    switch period {
    case .week: first.adding(days: 7 * k)
    case .month: first.adding(months: k)
    case .quarter: first.adding(months: 3 * k)
    }
  }

  /// `2025-W07`, `2025-03`, `2025-Q1`; weeks from Sunday by their first day.
  func label(_ index: Int) -> String {
    let first = first(index)
    switch period {
    case .month: return String(first.iso.prefix(7))
    case .quarter: return CalendarQuarter(of: first).label
    case .week:
      guard weekStart == .monday else { return first.iso }
      // ISO 8601: a week belongs to the year of its Thursday.
      let thursday = first.adding(days: 3)
      let newYear = Day(number: Day.daysFromCivil(thursday.year, 1, 1))
      let number = (thursday - newYear) / 7 + 1
      return "\(thursday.year)-W\(number < 10 ? "0" : "")\(number)"
    }
  }

  private static func firstOfWeek(_ day: Day, _ weekStart: WeekStart) -> Day {
    // Day 0, 1970-01-01, was a Thursday.
    let sinceMonday = ((Int(day.number) + 3) % 7 + 7) % 7
    return day.adding(days: -(weekStart == .monday ? sinceMonday : (sinceMonday + 1) % 7))
  }

  private static func index(of day: Day, from start: Day, _ period: CohortPeriod) -> Int {
    guard day >= start else { return -1 }
    let months = (day.year - start.year) * 12 + day.month - start.month
    switch period {
    case .week: return (day - start) / 7
    case .month: return months
    case .quarter: return months / 3
    }
  }
}
