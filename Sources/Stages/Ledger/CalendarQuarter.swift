package import Values

/// A quarter of a calendar year.
package struct CalendarQuarter: Hashable, Comparable, Sendable {
  /// Quarters since year 0.
  let number: Int

  init(number: Int) { self.number = number }

  package init(of day: Day) { number = day.year * 4 + day.quarter - 1 }

  package var first: Day { Day(number: Day.daysFromCivil(number / 4, number % 4 * 3 + 1, 1)) }
  package var last: Day { later(by: 1).first.adding(days: -1) }
  package func later(by quarters: Int) -> CalendarQuarter {
    CalendarQuarter(number: number + quarters)
  }

  /// `2025-Q4`.
  package var label: String { "\(number / 4)-Q\(number % 4 + 1)" }

  package static func < (left: CalendarQuarter, right: CalendarQuarter) -> Bool {
    left.number < right.number
  }
}
