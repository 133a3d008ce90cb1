import Exports
import Foundation
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct RetentionCohortTests {
  private typealias M = RetentionMaker

  private static let third = 1.0 / 3
  private static let twoThirds = 2.0 / 3

  /// a, b and e begin in January 2024, c and d in February; as of 15 April.
  private static let few = RetentionMaker.ledger([
    ("a", [0, 10, 33, 92]), ("b", [30, 61]), ("c", [31, 95]), ("d", [59]), ("e", [2]),
  ])
  private static let asOf = RetentionMaker.day("2024-04-15")

  @Test func `correctness: classic and rolling cells by hand, open periods empty`() throws {
    let output = try M.output(M.source(Self.few, asOf: Self.asOf), M.settings())
    #expect(output.cohort("2024-01", "size") == [3, 3, 3, 3])
    // February: a (day 33); March: b (day 61); April is not over.
    #expect(output.cohort("2024-01", "active") == [3, 1, 1, nil])
    #expect(output.cohort("2024-01", "active_or_later") == [3, 2, 2, nil])
    #expect(output.cohort("2024-01", "retention") == [1, Self.third, Self.third, nil])
    #expect(output.cohort("2024-01", "complete") == [1, 1, 1, 0])
    #expect(output.cohort("2024-02", "active") == [2, 0, nil])
    #expect(output.cohort("2024-01", "orders") == [4, 1, 1, nil])
    #expect(output.cohort("2024-01", "revenue") == [40, 10, 10, nil])
    #expect(output.cohort("2024-01", "revenue_retention") == [1, 0.25, 0.25, nil])
  }

  @Test func `correctness: weighted and simple means are both told`() throws {
    let output = try M.output(M.source(Self.few, asOf: Self.asOf), M.settings())
    let weighted = try #require(output.measure("weighted_mean.1"))
    #expect(weighted.value == 0.2 && weighted.n == 5)
    #expect(output.measure("simple_mean.1")?.value == Self.third / 2)
    // Two periods after: only January was seen that far.
    #expect(output.measure("weighted_mean.2")?.value == 1.0 / 3)
    #expect(output.measure("weighted_mean.6")?.reason == "no cohort was seen that far")
    let rolling = try M.output(
      M.source(Self.few, asOf: Self.asOf), M.settings { $0.returning = .rolling })
    // a, b and, in April, c: later purchases count up to the end of observation.
    #expect(rolling.measure("weighted_mean.1")?.value == 3.0 / 5)
  }

  @Test func `correctness: brackets count who bought at least once in the range`() throws {
    let settings = M.settings {
      $0.brackets = [PeriodRange(1, 2), PeriodRange(3, 3)].compactMap(\.self)
    }
    let table = try M.output(M.source(Self.few, asOf: Self.asOf), settings).table("brackets")
    #expect(table.texts("bracket") == ["1-2", "3", "1-2", "3"])
    // January: a and b within two months; February's second month is not over.
    #expect(table.numbers("active") == [2, nil, nil, nil])
    #expect(table.numbers("retention") == [Self.twoThirds, nil, nil, nil])
    let later = try M.output(M.source(Self.few, asOf: M.day("2024-04-30")), settings)
    #expect(later.table("brackets").numbers("active") == [2, 1, 1, nil])
  }

  @Test func `correctness: periods from the customer's own first day`() throws {
    // First purchases on 31 January: the second stretch begins on 29 February, the third on 31 March.
    let maker = M.ledger([("a", [30, 58]), ("b", [30, 59]), ("c", [30, 90]), ("d", [30, 91])])
    let settings = M.settings { $0.windows = .own }
    let output = try M.output(M.source(maker, asOf: M.day("2024-04-29")), settings)
    #expect(output.cohort("2024-01", "active") == [4, 1, 2, nil])
    #expect(output.cohort("2024-01", "orders") == [5, 1, 2, nil])
    // The third stretch ends on 29 April.
    let before = try M.output(M.source(maker, asOf: M.day("2024-04-28")), settings)
    #expect(before.cohort("2024-01", "active") == [4, 1, nil, nil])
  }

  @Test(arguments: [CohortPeriod.week, .month, .quarter])
  func `consistency: own stretches are those of the calendar functions`(
    period: CohortPeriod
  ) throws {
    var random = SurveyRandom(seed: 5)
    for _ in 0..<40 {
      let first = random.below(60)
      let later = first + 1 + random.below(600)
      let asOf = M.start.adding(days: later)
      let maker = M.ledger([("a", [first, later]), ("b", [0])])
      let calendar = PeriodCalendar(
        period, weekStart: .monday, first: M.start, through: asOf)
      var fold = RetentionFold(
        M.settings {
          $0.period = period
          $0.windows = .own
        }, calendar)
      let days = maker.days(from: M.start)
      days.forEach(in: 0..<1) { _, rows in fold.add(rows) }
      let cells = try #require(fold.triangle.cohorts.first).cells
      let found = try #require(cells.lastIndex { $0.orders > 0 })
      let from = M.start.adding(days: first)
      #expect(calendar.ownStart(from, found) <= asOf)
      #expect(calendar.ownStart(from, found + 1) > asOf)
    }
  }

  @Test func `correctness: flows between periods, and both rates of retention`() throws {
    let table = try M.output(M.source(Self.few, asOf: M.day("2024-04-30")), M.settings())
      .table("periods")
    #expect(table.numbers("active") == [3, 3, 1, 2])
    #expect(table.numbers("new") == [3, 2, 0, 0])
    #expect(table.numbers("retained") == [0, 1, 0, 0])
    #expect(table.numbers("returned") == [0, 0, 1, 2])
    #expect(table.numbers("lost") == [nil, 2, 3, 1])
    #expect(table.numbers("retention") == [nil, Self.third, 0, 0])
    #expect(table.numbers("churn") == [nil, 1 - Self.third, 1, 1])
    // (2 − 0) / 1: two came back after a pause.
    #expect(table.numbers("crr") == [nil, Self.third, Self.third, 2])
  }

  @Test func `consistency: sums of the triangle are those of the periods and the ledger`() throws {
    let source = M.many(.cny)
    let days = try #require(source.purchaseDays)
    for period in CohortPeriod.allCases {
      let output = try M.output(source, M.settings { $0.period = period })
      let purchases = try #require(output.purchases)
      let ledger = Ledger(days, asOf: source.asOf)
      let cells = purchases.triangle.cohorts.flatMap(\.cells)
      #expect(cells.reduce(0) { $0 + $1.orders } == ledger.orders.reduce(0) { $0 + Int($1) })
      #expect(cells.reduce(0) { $0 + $1.revenue } == ledger.monetary.reduce(0, +))
      #expect(cells.reduce(0) { $0 + $1.active } == purchases.flows.reduce(0) { $0 + $1.active })
      #expect(cells.reduce(0) { $0 + $1.last } == ledger.count)
      #expect(purchases.flows.reduce(0) { $0 + $1.new } == ledger.count)
      #expect(
        purchases.lives.revenue.reduce(0, +) == purchases.flows.reduce(0) { $0 + $1.revenue })
      for cohort in purchases.triangle.cohorts {
        #expect(cohort.cells[0].active == cohort.size)
      }
    }
  }

  @Test func `consistency: cohorts by plain sets of customers and months`() throws {
    let source = M.many(.cny)
    let days = try #require(source.purchaseDays)
    var months: [(first: Int, all: Set<Int>)] = []
    for customer in 0..<days.customerCount {
      let bought = days.days(of: customer).map { days[$0] }.filter(\.isPurchase).map { row in
        Day(number: row.day).year * 12 + Day(number: row.day).month - 1
      }
      if let first = bought.first { months.append((first, Set(bought))) }
    }
    let output = try M.output(source, M.settings())
    for cohort in try #require(output.purchases).triangle.cohorts {
      let own = months.filter { $0.first == 2024 * 12 + cohort.index }
      #expect(own.count == cohort.size)
      for k in cohort.cells.indices {
        #expect(cohort.cells[k].active == own.count { $0.all.contains($0.first + k) })
      }
    }
  }

  @Test(arguments: [
    ("2024-12-29", "2024-W52", "2024-12-29"), ("2024-12-30", "2025-W01", "2024-12-29"),
    ("2023-01-01", "2022-W52", "2023-01-01"), ("2021-01-03", "2020-W53", "2021-01-03"),
    ("2021-01-04", "2021-W01", "2021-01-03"), ("1969-12-31", "1970-W01", "1969-12-28"),
  ])
  func `weeks are those of ISO 8601, or begin on Sunday`(
    iso: String, label: String, sunday: String
  ) {
    let day = M.day(iso)
    let weeks = PeriodCalendar(.week, weekStart: .monday, first: day, through: day)
    #expect(weeks.count == 1 && weeks.label(0) == label)
    #expect(weeks.first(0) <= day && weeks.last(0) >= day)
    let sundays = PeriodCalendar(.week, weekStart: .sunday, first: day, through: day)
    #expect(sundays.label(0) == sunday)
  }

  @Test func `exports that end before the as-of date leave the time after them open`() throws {
    // A purchase about every ten days until 29 February; as of 30 June.
    let maker = M.ledger([("a", [0, 20, 40, 59]), ("b", [10, 30, 50])])
    let output = try M.output(M.source(maker, asOf: M.day("2024-06-30")), M.settings())
    #expect(output.purchases?.span.through == M.day("2024-02-29"))
    #expect(output.cohort("2024-01", "active") == [2, 2])
    #expect(output.report().warnings.first?.contains("the exports end on 2024-02-29") == true)
    // Nine days of silence are not longer than the ten before.
    let usual = try M.output(M.source(maker, asOf: M.day("2024-03-09")), M.settings())
    #expect(usual.purchases?.span.through == M.day("2024-03-09"))
    #expect(usual.report().warnings.allSatisfy { !$0.contains("the exports end") })
  }

  @Test func `facts after the as-of day do not count`() throws {
    let output = try M.output(M.source(Self.few, asOf: M.day("2024-02-29")), M.settings())
    #expect(output.cohort("2024-01", "active") == [3, 1])
    #expect(output.purchases?.rowsAfter == 3)
  }
}
