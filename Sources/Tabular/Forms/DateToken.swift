import Values

/// A date as it is written, taken apart: three numbers or one, a month by name, a time of day.
///
/// It is read from plain text (`HalfWidth`).
struct DateToken {
  enum Shape {
    /// Three numbers in the order they are written.
    case numbers
    /// The same with 年, 月 and 日, which say what they are.
    case chinese
    /// `numbers` without the month, which is `month`.
    case named
    /// One run of digits, perhaps with decimals behind it.
    case digits
  }

  var shape = Shape.digits
  var values = (0, 0, 0)
  var widths = (0, 0, 0)
  /// 1 to 12 for `named`.
  var month = 0
  /// The digits of `digits` as a number, and how many there are; at most 18.
  var number: Int64 = 0
  var width = 0
  /// Decimals of `digits` as a part of 1.
  var fraction = 0.0
  var hasFraction = false
  /// Seconds since midnight.
  var time: Int64 = 0
  var hasTime = false
  /// Seconds east of UTC; nil where no zone is written.
  var offset: Int64?

  static func read(_ text: UnsafePointer<UInt8>, _ count: Int) -> DateToken? {
    var reader = DateTokenReader(text: text, count: count)
    return reader.token()
  }

  /// Local seconds since 1970 by a form, before any zone; nil where it is not written so.
  func seconds(_ form: DateForm) -> Int64? {
    switch form {
    case .yearMonthDay:
      switch shape {
      case .chinese where widths.0 == 4 || widths.0 == 2:
        return instant(fullYear(values.0, widths.0), values.1, values.2)
      case .numbers where widths.0 == 4 && widths.1 <= 2 && widths.2 <= 2:
        return instant(values.0, values.1, values.2)
      default: return nil
      }
    case .dayMonthYear:
      guard shape == .numbers, hasYearLast else { return nil }
      return instant(fullYear(values.2, widths.2), values.1, values.0)
    case .monthDayYear:
      guard shape == .numbers, hasYearLast else { return nil }
      return instant(fullYear(values.2, widths.2), values.0, values.1)
    case .shortYearMonthDay:
      guard shape == .numbers, widths.0 == 2, widths.1 <= 2, widths.2 <= 2 else { return nil }
      return instant(fullYear(values.0, 2), values.1, values.2)
    case .namedMonth:
      guard shape == .named else { return nil }
      if widths.0 == 4, widths.1 <= 2 { return instant(values.0, month, values.1) }
      guard widths.0 <= 2, widths.1 == 4 || widths.1 == 2 else { return nil }
      return instant(fullYear(values.1, widths.1), month, values.0)
    case .digits: return fromDigits()
    case .digitsDayFirst, .digitsMonthFirst:
      guard shape == .digits, width == 8, !hasFraction else { return nil }
      let year = Int(number % 10_000)
      guard (1900...2099).contains(year) else { return nil }
      let (first, second) = (Int(number / 1_000_000), Int(number / 10_000 % 100))
      return form == .digitsDayFirst
        ? instant(year, second, first) : instant(year, first, second)
    case .excelSerial: return fromSerial()
    case .epochSeconds:
      guard shape == .digits, !hasTime, width <= 10, number >= DateForm.leastEpochSeconds else {
        return nil
      }
      return number
    case .epochMilliseconds:
      guard shape == .digits, !hasTime, !hasFraction, width <= 13,
        number >= DateForm.leastEpochSeconds * 1000
      else { return nil }
      return number / 1000
    }
  }

  /// Local seconds in the zone of a report; instants of UTC and written zones are converted.
  func seconds(_ form: DateForm, zone: ReportZone) -> Int64? {
    guard let seconds = seconds(form) else { return nil }
    let isEpoch = form == .epochSeconds || form == .epochMilliseconds
    guard let offset = isEpoch ? 0 : offset else { return seconds }
    let utc = seconds - offset
    switch zone {
    case .asWritten: return seconds
    case .fixed(let offsetSeconds): return utc + Int64(offsetSeconds)
    case .rule(let rule): return utc + Int64(rule(utc))
    }
  }

  private var hasYearLast: Bool {
    widths.0 <= 2 && widths.1 <= 2 && (widths.2 == 4 || widths.2 == 2)
  }

  /// Two digits: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (POSIX.1-2017, strptime, %y).
  private func fullYear(_ year: Int, _ width: Int) -> Int {
    width == 2 ? year + (year >= 69 ? 1900 : 2000) : year
  }

  private func instant(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
    Day(year: year, month: month, day: day).map { Int64($0.number) * 86_400 + time }
  }

  /// YYYYMMDD, or with HHMM or HHMMSS behind it in one run.
  private func fromDigits() -> Int64? {
    guard shape == .digits, !hasFraction else { return nil }
    var date = number
    var clock: Int64 = 0
    switch width {
    case 8: break
    case 12, 14:
      guard !hasTime else { return nil }
      let size: Int64 = width == 12 ? 10_000 : 1_000_000
      date = number / size
      clock = width == 12 ? number % size * 100 : number % size
    default: return nil
    }
    let year = Int(date / 10_000)
    let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
    guard (1900...2099).contains(year), hour < 24, minute < 60, second < 60,
      let day = instant(year, Int(date / 100 % 100), Int(date % 100))
    else { return nil }
    return day + hour * 3600 + minute * 60 + second
  }

  /// Day 1 is 1900-01-01; day 60 is 1900-02-29, which never was: later ones are one too high.
  ///
  /// Microsoft, *Excel incorrectly assumes that the year 1900 is a leap year* (support article
  /// 214326). Fractions are brought to the nearest second.
  private func fromSerial() -> Int64? {
    guard shape == .digits, !hasTime, DateForm.serials.contains(number) else { return nil }
    let seconds = number * 86_400 + Int64((fraction * 86_400).rounded())
    let serial = seconds / 86_400
    guard serial != 60 else { return nil }
    let day = Int64(Day.daysFromCivil(1899, 12, 30)) + serial + (serial < 60 ? 1 : 0)
    return day * 86_400 + seconds % 86_400
  }
}
