/// The order of day, month and year in a date that is written in digits.
package enum DateOrder: String, CaseIterable, Sendable {
  case dmy
  case mdy
  case ymd
}

/// How the dates of a column are written.
package enum DateForm: Sendable, Equatable, CaseIterable {
  /// 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日.
  case yearMonthDay
  /// 1/3/2025, 01.03.25.
  case dayMonthYear
  /// 3/1/2025, 03-01-25.
  case monthDayYear
  /// 25/3/1.
  case shortYearMonthDay
  /// 1-Mar-2025, Mar 1, 2025.
  case namedMonth
  /// 20250301, 20250301093000.
  case digits
  /// 01032025.
  case digitsDayFirst
  /// 03012025.
  case digitsMonthFirst
  /// Days of Excel's 1900 system, with fractions of a day.
  case excelSerial
  /// Seconds since 1970-01-01T00:00:00Z.
  case epochSeconds
  case epochMilliseconds

  /// The order that this form has and another one could be taken for; nil where none could.
  var order: DateOrder? {
    switch self {
    case .dayMonthYear, .digitsDayFirst: .dmy
    case .monthDayYear, .digitsMonthFirst: .mdy
    case .shortYearMonthDay: .ymd
    default: nil
    }
  }

  /// The form in words.
  package var words: String {
    switch self {
    case .yearMonthDay: "year, month, day"
    case .dayMonthYear: "day first"
    case .monthDayYear: "month first"
    case .shortYearMonthDay: "two-digit year first"
    case .namedMonth: "month by name"
    case .digits: "digits YYYYMMDD"
    case .digitsDayFirst: "digits DDMMYYYY"
    case .digitsMonthFirst: "digits MMDDYYYY"
    case .excelSerial: "Excel serial days, 1900 system"
    case .epochSeconds: "seconds since 1970 in UTC"
    case .epochMilliseconds: "milliseconds since 1970 in UTC"
    }
  }

  /// Serial numbers that are dates: up to 2173-10-13, as longer ones may be something else.
  static let serials: Range<Int64> = 1..<100_000
  /// Seconds that are dates: from 1980-01-01 on, so that no date in digits is among them.
  static let leastEpochSeconds: Int64 = 315_532_800
}
