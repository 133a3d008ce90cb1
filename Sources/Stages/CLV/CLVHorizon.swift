package import Diagnostics
package import Pipeline
import Values

/// A stretch of time from the as-of date on: `90d`, `39w`, `12m`, `2y`.
package struct CLVHorizon: SettingValue, Hashable {
  package enum Unit: Character, Sendable {
    case day = "d"
    case week = "w"
    case month = "m"
    case year = "y"
  }

  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  package static let presets = [
    CLVHorizon(3, .month), CLVHorizon(6, .month), CLVHorizon(12, .month),
  ]

  /// `12m`: stands in the names of columns and measures.
  package var text: String { "\(count)\(unit.rawValue)" }

  /// Whole months; nil for days and weeks.
  var months: Int? {
    switch unit {
    case .day, .week: nil
    case .month: count
    case .year: 12 * count
    }
  }

  /// Days from a date on: months by the calendar, or as steps of so many days each.
  func days(from asOf: Day, step: Int? = nil) -> Int {
    switch unit {
    case .day: count
    case .week: 7 * count
    case .month, .year:
      step.map { $0 * (months ?? 0) } ?? (asOf.adding(months: months ?? 0) - asOf)
    }
  }

  /// The day as long before a date: the last one that a fit may know.
  func start(before asOf: Day) -> Day {
    months.map { asOf.adding(months: -$0) } ?? asOf.adding(days: -days(from: asOf))
  }

  package static var accepted: String { "a time such as 90d, 39w, 12m or 2y" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> CLVHorizon? {
    guard case .scalar(let text, _) = node.content, let letter = text.last,
      let unit = Unit(rawValue: letter), let count = Int(text.dropLast()),
      (1...1200).contains(count),
      CLVHorizon(count, unit).days(from: Day(number: 0)) <= 36_525
    else {
      reject(node, &problems)
      return nil
    }
    return CLVHorizon(count, unit)
  }

  package var echoed: SettingEcho { .text(text) }

  /// What a list of horizons must be; nil where it is fine.
  static func problem(of list: [CLVHorizon]) -> String? {
    let days = list.map { $0.days(from: Day(number: 0)) }
    let rises = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
    return (1...6).contains(list.count) && rises ? nil : "one to six times, shortest first"
  }
}
