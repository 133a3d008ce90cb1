/// A calendar day of the proleptic Gregorian calendar, without a time zone.
///
/// Stored as whole days since 1970-01-01, so differences are plain subtractions.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// The day of a civil date; nil when the date does not exist (month 13, 30 February).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.daysFromCivil(year, month, day)
  }

  /// The day written as `YYYY-MM-DD`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a text has the form `YYYY-MM-DD`, be there such a day or not.
  package static func isWrittenAsDay(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.indices.allSatisfy {
        $0 == 4 || $0 == 7 ? bytes[$0] == 45 : (48...57).contains(bytes[$0])
      }
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var dayOfMonth: Int { civil.day }
  /// 1 to 4.
  package var quarter: Int { (month - 1) / 3 + 1 }

  /// Year, month and day of month (days-from-civil arithmetic, inverse of the initialiser).
  package var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let (year, month, day) = civil
    func pad(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  package var description: String { iso }

  package var firstOfMonth: Day { Day(number: number - Int32(dayOfMonth) + 1) }
  package var firstOfQuarter: Day {
    Day(number: Day.daysFromCivil(year, (quarter - 1) * 3 + 1, 1))
  }

  /// The same day of month `months` later, or the last day of that month where it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + months
    let newYear = total / 12
    let newMonth = total % 12 + 1
    let last = Day.length(ofMonth: newMonth, year: newYear)
    return Day(number: Day.daysFromCivil(newYear, newMonth, min(day, last)))
  }

  package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a civil date that is known to exist.
  @inlinable
  package static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}
