import Values

/// Whole months between days, by a table over the days that occur.
struct MonthsBetween: Sendable {
  private let start: Int32
  /// Months since year 0, and the day of the month.
  private let month: [Int32]
  private let dayOfMonth: [Int8]

  init(_ first: Day, _ last: Day) {
    start = first.number
    var month: [Int32] = []
    var dayOfMonth: [Int8] = []
    for number in first.number...max(first.number, last.number) {
      let civil = Day(number: number).civil
      month.append(Int32(civil.year * 12 + civil.month - 1))
      dayOfMonth.append(Int8(civil.day))
    }
    self.month = month
    self.dayOfMonth = dayOfMonth
  }

  /// How many months are over when day `to` begins: 0 on the first day, 1 from the same day of the
  /// next month on.
  ///
  /// - Precondition: both days lie in the table, `from` is not after `to`.
  func whole(from: Int32, to: Int32) -> Int {
    let (a, b) = (Int(from - start), Int(to - start))
    let months = Int(month[b] - month[a])
    return dayOfMonth[b] < dayOfMonth[a] ? months - 1 : months
  }
}
