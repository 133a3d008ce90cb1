import Exports
import Values

/// One pass over the purchase days: the cohort triangle, the flows between periods, and the gaps.
struct RetentionFold {
  private let settings: RetentionSettings
  private let calendar: PeriodCalendar
  private let start: Int32
  private let through: Int32
  private let periodOfDay: [Int32]
  /// Months since year 0 and day of the month of each day, for stretches from a customer's own day.
  private let monthOfDay: [Int32]
  private let dayOfMonth: [Int8]
  /// The range each period since the first belongs to; -1 for none.
  private let bracketOf: [Int]
  private var cohorts: [CohortTriangle.Cohort?]
  private(set) var flows: [PeriodFlow]
  /// How often a wait of so many days (the index) lay between a customer's purchase days.
  private(set) var gaps: [Int]
  private(set) var customers = 0
  private(set) var rowsAfter = 0
  private(set) var withoutPurchase = 0

  init(_ settings: RetentionSettings, _ calendar: PeriodCalendar) {
    self.settings = settings
    self.calendar = calendar
    start = calendar.start.number
    through = calendar.through.number
    periodOfDay = calendar.periodOfDay
    var months: [Int32] = []
    var dates: [Int8] = []
    if settings.windows == .own {
      for number in start...max(start, through) {
        let (year, month, date) = Day(number: number).civil
        months.append(Int32(year * 12 + month - 1))
        dates.append(Int8(date))
      }
    }
    monthOfDay = months
    dayOfMonth = dates
    var bracketOf = [Int](repeating: -1, count: calendar.count + 1)
    for (bracket, range) in settings.brackets.enumerated() {
      for k in range.first...max(range.first, min(range.last, calendar.count))
      where k < bracketOf.count { bracketOf[k] = bracket }
    }
    self.bracketOf = bracketOf
    cohorts = [CohortTriangle.Cohort?](repeating: nil, count: calendar.count)
    flows = [PeriodFlow](repeating: PeriodFlow(), count: calendar.count)
    gaps = [Int](repeating: 0, count: Int(through - start) + 1)
  }

  /// The triangle of all customers that were added.
  var triangle: CohortTriangle {
    CohortTriangle(
      calendar: calendar, windows: settings.windows, brackets: settings.brackets,
      cohorts: cohorts.compactMap(\.self))
  }

  /// The days of one customer.
  mutating func add(_ rows: UnsafeBufferPointer<PurchaseDay>) {
    guard let position = rows.firstIndex(where: \.isPurchase), rows[position].day <= through
    else {
      let seen = rows.prefix { $0.day <= through }.count
      if seen > 0 { withoutPurchase += 1 }
      rowsAfter += rows.dropFirst(seen).reduce(0) { $0 + Int($1.rows) }
      return
    }
    customers += 1
    let first = rows[position].day
    let index = Int(periodOfDay[Int(first - start)])
    var cohort =
      cohorts[index]
      ?? CohortTriangle.Cohort(
        index: index,
        cells: [CohortTriangle.Cell](
          repeating: CohortTriangle.Cell(), count: calendar.count - index),
        brackets: [Int](repeating: 0, count: settings.brackets.count))
    cohorts[index] = nil
    cohort.size += 1
    var lastCell = -1
    var lastPeriod = -1
    var lastBracket = -1
    var lastDay = first
    for row in rows[position...] {
      guard row.day <= through else {
        rowsAfter += Int(row.rows)
        continue
      }
      let period = Int(periodOfDay[Int(row.day - start)])
      let k = settings.windows == .calendar ? period - index : ownPeriod(row.day, since: first)
      let revenue = settings.refunds == .net ? row.net : row.gross
      cohort.cells[k].revenue += revenue
      flows[period].revenue += revenue
      guard row.isPurchase else { continue }
      cohort.cells[k].orders += Int(row.orders)
      if k != lastCell { cohort.cells[k].active += 1 }
      let bracket = bracketOf[k]
      if bracket >= 0, bracket != lastBracket {
        cohort.brackets[bracket] += 1
        lastBracket = bracket
      }
      if period != lastPeriod {
        flows[period].active += 1
        if lastPeriod < 0 {
          flows[period].new += 1
        } else if lastPeriod == period - 1 {
          flows[period].retained += 1
        }
      }
      if row.day > lastDay { gaps[Int(row.day - lastDay)] += 1 }
      lastCell = k
      lastPeriod = period
      lastDay = row.day
    }
    if lastCell >= 0 { cohort.cells[lastCell].last += 1 }
    cohorts[index] = cohort
  }

  /// How many whole stretches lie between a customer's first day and a later one: the greatest k
  /// with `ownStart(first, k) ≤ day`.
  private func ownPeriod(_ day: Int32, since first: Int32) -> Int {
    guard settings.period != .week else { return Int(day - first) / 7 }
    let (from, to) = (Int(first - start), Int(day - start))
    var months = Int(monthOfDay[to] - monthOfDay[from])
    if dayOfMonth[to] < dayOfMonth[from] {
      // A month that is too short for the date has it on its last day.
      let month = Int(monthOfDay[to])
      let length = Day.length(ofMonth: month % 12 + 1, year: month / 12)
      if Int(dayOfMonth[to]) < length { months -= 1 }
    }
    return settings.period == .quarter ? months / 3 : months
  }
}
