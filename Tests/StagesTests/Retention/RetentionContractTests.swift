import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct RetentionContractTests {
  private typealias M = RetentionMaker
  private typealias Row = (
    id: String, segment: String, acquired: String?, starts: String?, ends: String?
  )

  private func contracts(
    _ rows: [(starts: String, ends: String?)], term: Int, asOf: String, since: String? = nil
  ) -> ContractLives? {
    let table = M.customers(
      rows.enumerated().map { ("c\(100 + $0)", "", nil, $1.starts, $1.ends) as Row })
    return ContractLives(
      table, term: term, since: since.map { M.day($0) }, asOf: M.day(asOf))
  }

  @Test(
    arguments: [
      // Ended with its first term, after one renewal, and in the middle of the second term.
      ("2023-01-01", "2023-12-31", 12, 1, true), ("2023-01-01", "2024-12-31", 12, 2, true),
      ("2023-01-01", "2024-06-30", 12, 2, true), ("2023-01-01", "2023-03-31", 12, 1, true),
      // Running: two decisions made, one, none.
      ("2023-01-01", "2026-12-31", 12, 2, false), ("2023-07-01", nil, 12, 1, false),
      ("2024-06-01", "2025-05-31", 12, 0, false),
      // The end of the month that a date lacks, and months.
      ("2023-01-31", "2023-02-27", 1, 1, true), ("2024-08-31", nil, 1, 4, false),
      ("2024-12-31", "2024-12-31", 12, 1, true),
    ] as [(String, String?, Int, Int, Bool)])
  func `correctness: renewal decisions of one contract`(
    starts: String, ends: String?, term: Int, decisions: Int, hasEnded: Bool
  ) throws {
    let lives = try #require(contracts([(starts, ends)], term: term, asOf: "2024-12-31"))
    #expect(lives.decisions == [Int32(decisions)] && lives.hasEnded == [hasEnded])
  }

  @Test func `correctness: contracts of before the records enter late`() throws {
    let lives = try #require(
      contracts(
        [("2020-01-01", "2023-12-31"), ("2020-01-01", nil), ("2023-01-01", "2023-12-31")],
        term: 12, asOf: "2024-12-31", since: "2022-06-30"))
    // Two decisions were made by June 2022: seen from the third on.
    #expect(lives.table.rows.map(\.time) == [1, 2, 4, 5])
    #expect(lives.table.rows.map(\.atRisk) == [1, 0, 2, 1])
    #expect(lives.table.rows.map(\.events) == [1, 0, 1, 0])
  }

  /// Fader & Hardie 2007, regular customers: contracts of one year that began seven years ago.
  @Test func `correctness: the stage finds the published parameters`() throws {
    var rows: [Row] = []
    let left = [1000, 631, 468, 382, 326, 289, 262, 241]
    for year in 1...7 {
      for _ in 0..<(left[year - 1] - left[year]) {
        rows.append(("c\(10_000 + rows.count)", "", nil, "2018-01-01", "\(2017 + year)-12-31"))
      }
    }
    for _ in 0..<left[7] {
      rows.append(("c\(10_000 + rows.count)", "", nil, "2018-01-01", nil))
    }
    let periods = M.periods(
      rows.filter { $0.ends == nil }.flatMap { row in
        (1...12).map { month in
          (row.id, "2024-\(month < 10 ? "0" : "")\(month)-01", Int64(10_000))
        }
      })
    let output = try M.output(
      M.source(
        M.ledger([("x", [0])]), asOf: M.day("2024-12-31"), facts: [M.customers(rows), periods]),
      M.settings())
    let measures = output.report().measures
    func value(_ id: String) throws -> Double {
      try #require(measures.first { $0.id == id }?.value)
    }
    #expect(try abs(value("alpha") - 0.704077301916995) < 1e-6)
    #expect(try abs(value("beta") - 1.1820430305331189) < 2e-6)
    #expect(try abs(value("log_likelihood") + 1680.2651884632862) < 1e-8)
    #expect(try abs(value("lifetime") - 3.694908420046293) < 2e-5)
    for (n, residual) in [(1, 2.9643992620509265), (3, 4.869804639273306), (5, 5.894095347770511)] {
      #expect(try abs(value("residual_lifetime.\(n)") - residual) < 2e-5)
    }
    #expect(try abs(value("contract_survival.3") - 0.38797395341218094) < 1e-6)
    let alpha = try #require(measures.first { $0.id == "alpha" })
    #expect(try #require(alpha.low) < 0.704 && #require(alpha.high) > 0.704)

    // A contract that was renewed seven times pays 1,200 a term: DERL before the eighth decision.
    let table = output.table("contracts")
    let running = try #require(table.numbers("ended").firstIndex { $0 == 0 })
    let model = try #require(output.contracts?.fit?.model)
    let residual = try #require(model.discountedResidualLifetime(before: 8, discount: 0.1))
    #expect(table.numbers("term_revenue")[running] == 1200)
    #expect(
      abs(try #require(table.numbers("expected_revenue")[running]) - 1200 * residual) < 0.01)
    #expect(table.numbers("renewal_probability")[running] == model.retention(8))
    let seen = try #require(output.table("renewals").numbers("survival")[6])
    #expect(abs(seen - 0.241) < 1e-12)
    #expect(output.table("renewals").rowCount == 14)
  }

  @Test func `correctness: net and gross revenue retention by hand`() throws {
    // Over 12 months: a grows from 100 to 150, b shrinks from 200 to 120, c leaves with 50, d is new.
    let rows: [(id: String, period: String, amount: Int64)] = [
      ("a", "2024-01-01", 10_000), ("b", "2024-01-01", 20_000), ("c", "2024-01-15", 5000),
      ("a", "2025-01-01", 15_000), ("b", "2025-01-01", 7000), ("b", "2025-01-20", 5000),
      ("d", "2025-01-01", 9000), ("d", "2025-02-01", 9000),
    ]
    let output = try M.output(
      M.source(
        M.ledger([("x", [0])]), asOf: M.day("2025-02-15"), facts: [M.periods(rows)]), M.settings())
    let revenue = try #require(output.revenue)
    // February is not over.
    #expect(revenue.months.count == 13)
    let month = try #require(revenue.latest)
    #expect(month.start == 35_000 && month.expansion == 5000 && month.contraction == 8000)
    #expect(month.churned == 5000 && month.new == 9000 && month.end == 36_000)
    let changed = month.start + month.expansion - month.contraction - month.churned + month.new
    #expect(month.end == changed)
    #expect(output.measure("net_revenue_retention")?.value == 27.0 / 35)
    #expect(output.measure("gross_revenue_retention")?.value == 22.0 / 35)
    #expect(month.lostCustomers == 1 && output.measure("net_revenue_retention")?.n == 3)
    let table = output.table("revenue")
    #expect(table.numbers("net_retention").dropLast().allSatisfy { $0 == nil })
    #expect(table.numbers("start").last == 350)
  }

  @Test func `consistency: start and changes make up the end in every month`() throws {
    let output = try M.output(M.many(.cny), M.settings { $0.revenueOver = 6 })
    let revenue = try #require(output.revenue)
    for index in revenue.months.indices where revenue.isComparable(index) {
      let month = revenue.months[index]
      let kept = month.start + month.expansion - month.contraction - month.churned
      #expect(month.end == kept + month.new)
      #expect(month.start == revenue.months[index - 6].end)
      #expect(month.startCustomers == revenue.months[index - 6].customers)
    }
  }

  @Test func `contracts due soon are listed, the largest first`() throws {
    let rows: [Row] = [
      ("a", "", nil, "2023-01-01", "2025-02-28"), ("b", "", nil, "2024-03-01", nil),
      ("c", "", nil, "2024-01-01", "2025-12-31"), ("d", "", nil, "2023-01-01", "2024-12-31"),
    ]
    let periods = M.periods([("a", "2024-12-01", 100), ("b", "2024-12-01", 900)])
    let output = try M.output(
      M.source(
        M.ledger([("x", [0])]), asOf: M.day("2024-12-31"), facts: [M.customers(rows), periods]),
      M.settings())
    #expect(output.measure("contracts.due")?.value == 2)
    let finding = try #require(
      output.report().findings.first { $0.id == "retention.renewals" })
    // Twelve months at the rate of December: 12 and 108.
    #expect(
      finding.sentence
        == "2 contracts end or are due for renewal within 90 days, worth CNY 120 a term.")
  }
}
