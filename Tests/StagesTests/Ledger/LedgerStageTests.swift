import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct LedgerStageTests {
  /// 1 January 2024.
  private static let start = Day(number: 19_723)
  private static let asOf = Day(number: 19_723 + 730)

  private static let few = LedgerMaker([
    ("a", [(0, 1, 1000, 0), (10, 2, 3000, 500), (40, 1, 500, 0)]),
    ("b", [(5, 1, 2000, 0)]),
    ("c", [(7, 0, 0, 300)]),
    ("d", [(31, 1, 700, 0), (33, 0, 0, 700), (61, 1, 100, 0)]),
  ])

  private static func source(
    _ maker: LedgerMaker, asOf: Day = asOf, customers: DataTable? = nil, currency: Currency = .cny
  ) -> Source {
    var facts: [String: DataTable] = [:]
    if let customers { facts["customers"] = customers }
    return Source(
      asOf: asOf, currency: currency, purchaseDays: maker.days(from: start, currency: currency),
      facts: facts)
  }

  private func output(
    _ source: Source, _ settings: LedgerSettings = LedgerSettings()
  ) throws -> LedgerOutput {
    try LedgerStage(settings).run(LedgerInput(from: source, settings))
  }

  private func report(_ output: LedgerOutput) -> StageReport {
    output.report(Wording(language: .english, currency: .cny), step: "ledger")
  }

  private func value(_ id: String, _ output: LedgerOutput) -> Double? {
    report(output).measures.first { $0.id == id }?.value
  }

  @Test(arguments: Refunds.allCases, [0, 1, 2])
  func `the battery holds with every refund rule`(refunds: Refunds, size: Int) throws {
    let (many, table) = LedgerMaker.twoRegions(customers: 120, southBuys: false)
    let maker = size == 0 ? LedgerMaker([]) : size == 1 ? Self.few : many
    var settings = LedgerSettings()
    settings.refunds = refunds
    let problems = try StageBattery.problems(
      LedgerStage.self, settings, data: ["South", "North"]
    ) { Self.source(maker, customers: size == 2 ? table : nil, currency: $0) }
    #expect(problems == [])
  }

  @Test func `input check: without purchase days the stage says what it needs`() throws {
    let settings = LedgerSettings()
    #expect(throws: Diagnostic.self) {
      try LedgerInput(from: Source(asOf: Self.asOf, currency: .cny), settings)
    }
  }

  @Test func `correctness: measures of four customers by hand`() throws {
    let output = try output(Self.source(Self.few))
    // c only gave back: in the net, in no count of customers.
    #expect(value("customers", output) == 3)
    #expect(value("net", output) == 58)
    #expect(value("orders", output) == 7)
    #expect(value("purchase_days", output) == 6)
    #expect(value("repeat_rate", output) == 2.0 / 3)
    // Gaps: 10 and 30 of a, 30 of d; d's day of returns is no purchase day.
    #expect(value("median_gap", output) == 30)
    #expect(abs((value("mean_revenue", output) ?? 0) - 61.0 / 3) < 1e-12)
  }

  @Test func `correctness: refunds lower revenue, stand beside it, or are left out`() throws {
    var settings = LedgerSettings()
    settings.refunds = .separate
    let separate = try output(Self.source(Self.few), settings)
    #expect(abs((value("mean_revenue", separate) ?? 0) - 73.0 / 3) < 1e-12)
    #expect(value("net", separate) == 58)
    settings.refunds = .ignore
    let ignore = try output(Self.source(Self.few), settings)
    #expect(value("net", ignore) == 73)
  }

  @Test func `correctness: months by hand, empty ones included`() throws {
    let table = try output(Self.source(Self.few, asOf: Self.start.adding(months: 4)))
      .table("months")
    // January 2024 has 31 days, so day 31 is 1 February and day 61 is 2 March.
    #expect(table.numbers("customers") == [2, 2, 1, 0, 0])
    #expect(table.numbers("new_customers") == [2, 1, 0, 0, 0])
    #expect(table.numbers("orders") == [4, 2, 1, 0, 0])
    #expect(table.numbers("gross") == [60, 12, 1, 0, 0])
    #expect(table.numbers("returned") == [8, 7, 0, 0, 0])
    #expect(table.numbers("net") == [52, 5, 1, 0, 0])
  }

  @Test func `facts after the as-of day do not count`() throws {
    let output = try output(Self.source(Self.few, asOf: Self.start.adding(days: 10)))
    #expect(value("customers", output) == 2)
    #expect(value("net", output) == 52)
    #expect(output.table("months").rowCount == 1)
  }

  @Test func `consistency: months, customers and quarters tell the same net`() throws {
    let (maker, table) = LedgerMaker.twoRegions(customers: 200, southBuys: true)
    let output = try output(Self.source(maker, customers: table))
    let months = output.table("months").numbers("net").compactMap { $0 }.reduce(0, +)
    let customers = output.table("customers").numbers("net").compactMap { $0 }.reduce(0, +)
    #expect(abs(months - customers) < 1e-6)
    #expect(abs(months - (value("net", output) ?? 0)) < 1e-6)
    let new = output.table("months").numbers("new_customers").compactMap { $0 }.reduce(0, +)
    #expect(new == value("customers", output))
    let change = try #require(output.change)
    #expect(change.now.label == "2025-Q4" && change.before.label == "2024-Q4")
    for quarter in [change.now, change.before] {
      let all = change.total.all
      #expect(
        output.sums.quarter(quarter).net == (quarter == change.now ? all.now : all.before))
    }
    for (_, groups) in change.dimensions {
      #expect(groups.map(\.all).reduce(.init(), +) == change.total.all)
    }
  }

  @Test func `consistency: retention of a quarter by a second route`() throws {
    let (maker, _) = LedgerMaker.twoRegions(customers: 200, southBuys: true)
    let output = try output(Self.source(maker))
    let change = try #require(output.change)
    func buyers(_ quarter: CalendarQuarter) -> Set<String> {
      let span = (quarter.first - Self.start)...(quarter.last - Self.start)
      return Set(
        maker.customers.filter { $0.lines.contains { $0.orders > 0 && span.contains($0.day) } }
          .map(\.id))
    }
    let before = buyers(change.now.later(by: -1))
    let now = buyers(change.now)
    #expect(change.total.all.baseNow == before.count)
    #expect(change.total.all.keptNow == before.intersection(now).count)
    #expect(change.total.all.customersNow == now.count)
    #expect(change.total.all.customersBefore == buyers(change.before).count)
  }

  @Test func `a region that stops buying is named with its loss and its retention`() throws {
    let (maker, table) = LedgerMaker.twoRegions(customers: 600, southBuys: false)
    let report = report(try output(Self.source(maker, customers: table)))
    let loss = try #require(report.findings.first { $0.id == "ledger.loss" })
    #expect(loss.sentence.hasPrefix("The loss is in region South:"))
    #expect(loss.sentence.hasSuffix("most of it among customers of several earlier purchases."))
    #expect(loss.weight > 0)
    let retention = try #require(report.findings.first { $0.id == "ledger.retention" })
    #expect(retention.sentence.hasPrefix("In region South"))
    #expect(report.findings.contains { $0.id == "ledger.revenue" && $0.severity == .warning })
  }

  @Test func `regions that do not differ are no findings`() throws {
    let (maker, table) = LedgerMaker.twoRegions(customers: 600, southBuys: true)
    let ids = report(try output(Self.source(maker, customers: table))).findings.map(\.id)
    #expect(!ids.contains("ledger.loss") && !ids.contains("ledger.retention"))
  }

  @Test func `a quarter that is not over or not covered is not compared`() throws {
    let (maker, _) = LedgerMaker.twoRegions(customers: 60, southBuys: true)
    // 30 December 2025: the fourth quarter is not over; the third is the last full one.
    let open = try output(Self.source(maker, asOf: Self.asOf.adding(days: -1)))
    #expect(open.change?.now.label == "2025-Q3" && open.change?.before.label == "2024-Q3")
    // Four months later: no row since December, so no full quarter.
    let late = try output(Self.source(maker, asOf: Self.asOf.adding(days: 120)))
    #expect(late.change == nil)
    // Half a year of rows: against the quarter before, whose own retention is unknown.
    let short = try output(
      Self.source(maker, asOf: Day(year: 2024, month: 6, day: 30) ?? Self.asOf))
    #expect(short.change?.now.label == "2024-Q2" && short.change?.before.label == "2024-Q1")
    #expect(short.change?.hasEarlierRetention == false)
    #expect(short.table("changes").numbers("retention_before").allSatisfy { $0 == nil })
  }

  @Test func `customers by orders add up, the last class is open`() throws {
    let maker = LedgerMaker(
      [1, 2, 5, 6, 10, 11, 20, 21, 300].enumerated().map { index, orders in
        ("c\(index)", [(0, Int32(orders), 100, 0)])
      })
    let table = try output(Self.source(maker)).table("frequency")
    #expect(table.texts("orders") == ["1", "2", "3", "4", "5", "6–10", "11–20", "21+"])
    #expect(table.numbers("customers") == [1, 1, 0, 0, 1, 2, 2, 2])
  }

  @Test(arguments: [
    ("2024-01-01", "2024-Q1", "2024-01-01", "2024-03-31"),
    ("2024-12-31", "2024-Q4", "2024-10-01", "2024-12-31"),
    ("2023-05-17", "2023-Q2", "2023-04-01", "2023-06-30"),
  ])
  func `a quarter knows its days`(day: String, label: String, first: String, last: String) throws {
    let quarter = CalendarQuarter(of: try #require(Day(iso: day)))
    #expect(quarter.label == label)
    #expect(quarter.first.iso == first && quarter.last.iso == last)
    #expect(quarter.later(by: -4).later(by: 4) == quarter)
  }
}
