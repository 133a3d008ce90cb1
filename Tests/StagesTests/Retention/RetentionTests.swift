import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct RetentionTests {
  private typealias M = RetentionMaker

  private static let variants: [@Sendable (inout RetentionSettings) -> Void] = [
    { _ in },
    {
      $0.period = .quarter
      $0.returning = .rolling
      $0.refunds = .ignore
    },
    {
      $0.period = .week
      $0.weekStart = .sunday
      $0.windows = .own
      $0.origin = .acquiredOn
      $0.churnAfter = 60
    },
    {
      $0.windows = .own
      $0.contractTerm = 1
      $0.contractsSince = RetentionMaker.day("2023-06-01")
      $0.horizon = 90
      $0.brackets = []
      $0.groupBy = [.segment, .region]
    },
    {
      $0.horizon = 5000
      $0.revenueOver = 60
      $0.dueWithin = 3650
      $0.groupBy = []
    },
    { $0.contractsOnly = true },
  ]

  @Test(arguments: [0, 1, 2, 3, 4, 5])
  func `the battery holds with every kind of settings`(variant: Int) throws {
    var settings = RetentionSettings()
    Self.variants[variant](&settings)
    #expect(
      try StageBattery.problems(Retention.self, settings, data: ["A", "B"]) { M.many($0) } == [])
  }

  @Test(
    arguments: [
      [], [("a", [])], [("a", [0])], [("a", [0]), ("b", [0]), ("c", [0])],
      [("a", [0, 1, 2, 3, 4, 5, 6])], [("a", [3, 400]), ("b", [31, 700])],
      [("a", Array(0..<10_000))],
    ] as [[(String, [Int])]])
  func `degenerate: nobody, one customer, one day, a purchase every day`(
    customers: [(String, [Int])]
  ) throws {
    for variant in Self.variants {
      var settings = RetentionSettings()
      variant(&settings)
      for after in [0, 1, 800, 20_000] {
        let asOf = M.start.adding(days: after)
        let problems = try StageBattery.problems(Retention.self, settings) {
          M.source(M.ledger(customers), asOf: asOf, currency: $0)
        }
        #expect(problems == [], "\(after)")
      }
    }
  }

  @Test func `degenerate: returns alone, free orders, contracts without a decision`() throws {
    let returns = LedgerMaker([("a", [(0, 0, 0, 500), (40, 0, 0, 100)]), ("b", [(9, 1, 0, 0)])])
    let customers = M.customers([
      ("a", "", nil, "2024-01-05", nil), ("b", "", "2024-03-01", "2024-02-01", "2024-01-01"),
      ("c", "", nil, "2025-01-01", "2025-12-31"),
    ])
    let periods = M.periods([("a", "2024-01-01", -5), ("z", "2030-01-01", 100)])
    let problems = try StageBattery.problems(Retention.self, M.settings()) { currency in
      M.source(
        returns, asOf: M.day("2024-02-29"),
        facts: currency == .cny ? [customers, periods] : [customers], currency: currency)
    }
    #expect(problems == [])
    let output = try M.output(
      M.source(returns, asOf: M.day("2024-02-29"), facts: [customers, periods]), M.settings())
    #expect(output.purchases?.withoutPurchase == 1)
    #expect(output.contracts?.lives.count == 1 && output.contracts?.fit == nil)
    #expect(output.contracts?.lives.reversed == 1 && output.contracts?.lives.future == 1)
    #expect(output.revenue?.negative == 1)
    #expect(output.measure("alpha")?.reason == "no renewal was due yet")
  }

  @Test func `input check: without purchase days the stage says what it needs`() {
    #expect(throws: Diagnostic.self) {
      try RetentionInput(
        from: Source(asOf: RetentionMaker.start, currency: .cny), RetentionSettings())
    }
  }

  @Test func `contracts alone need no orders and give the same figures`() throws {
    let whole = try M.output(M.many(.cny), M.settings())
    var source = M.many(.cny)
    source.purchaseDays = nil
    let alone = try M.output(source, M.settings { $0.contractsOnly = true })
    #expect(alone.measure("beta") == whole.measure("beta"))
    #expect(alone.measure("net_revenue_retention") == whole.measure("net_revenue_retention"))
    #expect(alone.report().pages.map(\.anchor) == ["retention-contracts"])
    #expect(
      RetentionInput.needs(M.settings { $0.contractsOnly = true }).first
        == .facts(contract: "customers", required: true))
  }

  @Test(arguments: [
    ("brackets: [1, 2-3, 3-6]", "brackets"), ("brackets: [0]", "period such as 1"),
    ("period: year", "one of: week, month, quarter"), ("churn_after: 0", "1 to 3650 days"),
    ("churn_share: 1", "above 0 and below 1"), ("discount: 0", "above 0.0001"),
    ("group_by: [segment, segment]", "without repeats"), ("horizon: -1", "1 to 36500"),
  ])
  func `input check: settings that cannot be are told with what they must be`(
    line: String, message: String
  ) throws {
    var problems = Diagnostics()
    let node = try YAMLTree.read(line, file: "review.yaml")
    _ = RetentionSettings.read(node, &problems)
    #expect(problems.all.count == 1)
    #expect(problems.all.first?.description.contains(message) == true)
  }

  @Test func `the source without days is the same for any order of two equal customers`() throws {
    // Money times k multiplies revenue by k and changes no share.
    let one = try M.output(M.many(.cny), M.settings())
    var source = M.many(.cny)
    let columns = try #require(source.purchaseDays).columns
    source.purchaseDays = PurchaseDays(
      PurchaseDays.Columns(
        customers: columns.customers, starts: columns.starts, day: columns.day,
        rows: columns.rows, orders: columns.orders, gross: columns.gross.map { $0 * 7 },
        returned: columns.returned.map { $0 * 7 }, margin: nil), currency: .cny)
    let seven = try M.output(source, M.settings())
    for column in ["retention", "rolling_retention", "revenue_retention"] {
      for (a, b) in zip(
        one.table("cohorts").numbers(column), seven.table("cohorts").numbers(column))
      {
        #expect(a == nil ? b == nil : abs((a ?? 0) - (b ?? 1)) < 1e-12)
      }
    }
    let revenues = zip(
      one.table("cohorts").numbers("revenue"), seven.table("cohorts").numbers("revenue"))
    for (a, b) in revenues {
      #expect(a == nil ? b == nil : abs((a ?? 0) * 7 - (b ?? 0)) < 1e-6)
    }
    #expect(one.measure("median_days") == seven.measure("median_days"))
  }

  @Test func `the page tells who is lost faster, who is due, and what contracts are worth`() throws
  {
    var settings = RetentionSettings()
    settings.period = .quarter
    let report = try M.output(M.many(.cny), settings).report()
    let group = try #require(report.findings.first { $0.id == "retention.group" })
    #expect(group.sentence.hasPrefix("Segment B loses customers "))
    let due = try #require(report.findings.first { $0.id == "retention.due" })
    #expect(due.weight > 0 && due.action?.hasPrefix("Call them") == true)
    #expect(report.findings.contains { $0.id == "retention.revenue" })
    #expect(report.findings.allSatisfy { $0.owner != nil && $0.action != nil })
    let charts = report.pages.flatMap(\.blocks).compactMap { block -> String? in
      if case .chart(let chart) = block { chart.id } else { nil }
    }
    #expect(
      charts == [
        "retention-periods", "retention-cohorts", "retention-amounts", "retention-survival",
        "retention-contracts", "retention-revenue",
      ])
  }
}
