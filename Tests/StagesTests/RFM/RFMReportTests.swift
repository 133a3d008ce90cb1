import Diagnostics
import Exports
import Pipeline
import Report
import Stages
import Testing
import Values

@Suite struct RFMReportTests {
  /// Purchase days of some customers: each `(days before the as-of date, amount)`, and a customer
  /// who only brought something back.
  private func source(_ n: Int, _ currency: Currency) -> Source {
    var draws = Draws(seed: 77)
    var ids: [String] = []
    var starts = [0]
    var day: [Int32] = []
    var amounts: [Int64] = []
    for customer in 0..<n {
      ids.append("客户\(customer + 1000)")
      let past = Set((0...draws.below(5)).map { _ in draws.below(400) }).sorted(by: >)
      day += past.map { RFMInput.reviewDay.number - Int32($0) }
      amounts += past.map { _ in Int64(100 + draws.below(90_000)) }
      starts.append(day.count)
    }
    var orders = day.map { _ in Int32(1) }
    if n > 1 {
      ids.append("客户9999")
      day.append(RFMInput.reviewDay.number - 3)
      amounts.append(0)
      orders.append(0)
      starts.append(day.count)
    }
    return Source(
      asOf: RFMInput.reviewDay, currency: currency,
      purchaseDays: PurchaseDays(
        PurchaseDays.Columns(
          customers: TextColumn(ids), starts: starts, day: day, rows: day.map { _ in 1 },
          orders: orders, gross: amounts, returned: orders.map { $0 == 0 ? 500 : 0 },
          margin: nil), currency: currency))
  }

  @Test(arguments: [0, 1, 2, 3, 200])
  func `runs with every option: the battery holds for every binning and map`(n: Int) throws {
    let choices = [
      "{}", "cuts: plus-one", "{binning: equal_count, bins: 10}", "{binning: nested, bins: 3}",
      "{binning: natural_breaks, segments: eight, frequency: days, monetary: average}",
      "{binning: fixed, bins: 3, refunds: separate, thresholds: {recency: [30, 90], frequency: [1, 2], monetary: [10, 99.5]}}",
      "{refunds: ignore, segments: [{name: {en: Best, zh-Hans: 最好}, r: 4-5, role: best}, {name: {en: Rest, zh-Hans: 其余}, role: at_risk}]}",
    ]
    for choice in choices {
      let problems = try StageBattery.problems(
        RFM.self, RFMSettings.yaml(choice), data: (1000..<1200).map { "客户\($0)" },
        source: { source(n, $0) })
      #expect(problems == [], "\(choice) of \(n) customers")
    }
  }

  @Test func `input checks: without orders the stage says what it needs`() {
    let problem = #expect(throws: Diagnostic.self) {
      try RFMInput(from: Source(asOf: RFMInput.reviewDay, currency: .cny), RFMSettings())
    }
    #expect(problem?.code == "no-orders")
    #expect(RFMInput.needs(RFMSettings()) == [.purchaseDays])
  }

  @Test func `correctness: measures, finding and headline of customers at risk`() throws {
    // R 1 and FM 5: can't lose; R 5 and FM 1: new.
    let settings = try RFMSettings.yaml(
      """
      binning: fixed
      bins: 5
      thresholds: {recency: [10, 20, 30, 40], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4]}
      """)
    let buyers = [
      Buyer("a", 100, 9, 90_000), Buyer("b", 60, 6, 30_000), Buyer("c", 3, 1, 100),
      Buyer("d", 1, 8, 80_000),
    ]
    let output = try RFM.output(settings, .of(buyers))
    #expect(output.texts("segment") == ["cant_lose", "cant_lose", "new", "champion"])
    let report = output.report(.english)
    let measure = Dictionary(uniqueKeysWithValues: report.measures.map { ($0.id, $0) })
    #expect(measure["at_risk.customers"]?.value == 2)
    #expect(measure["at_risk.revenue"]?.value == 1200)
    #expect(measure["at_risk.revenue_share"]?.value == 120_000.0 / 200_100)
    #expect(measure["best.revenue_share"]?.value == 80_000.0 / 200_100)
    #expect(measure["customers.cant_lose"]?.value == 2)
    #expect(measure["mean_recency_days"]?.value == 41)
    #expect(measure["mean_r"]?.value == 3)
    #expect(measure["mean_weighted_score"]?.value == 11.0 / 3)
    let finding = try #require(report.findings.first { $0.id == "rfm.cant_lose" })
    #expect(finding.severity == .alarm)
    #expect(finding.weight == 1200)
    #expect(finding.action?.isEmpty == false)
    #expect(finding.owner?.isEmpty == false)
    #expect(finding.sentence.contains("80 days"))
    let page = try #require(report.pages.first)
    #expect(page.headline.hasPrefix("Can't lose: 2 customers worth"))
    #expect(output.report(.simplifiedChinese).pages.first?.headline.contains("2 位") == true)
    // Whom to call first: the larger amount.
    let largest = page.blocks.compactMap { block -> ReportTable? in
      if case .table(let table) = block, table.id == "rfm_largest_at_risk" { table } else { nil }
    }
    #expect(largest.first?.rows.map(\.first) == [.text("a"), .text("b")])
  }

  @Test(
    arguments: [(20.0, Finding.Severity.alarm), (10, .warning), (2, .note)])
  func `correctness: how grave a finding is follows the share of revenue`(
    percent: Double, severity: Finding.Severity
  ) throws {
    let settings = try RFMSettings.yaml(
      """
      binning: fixed
      bins: 3
      thresholds: {recency: [10, 20], frequency: [1, 2], monetary: [1, 2]}
      segments: [{name: Risk, r: 1, role: at_risk}, {name: Rest}]
      """)
    let output = try RFM.output(
      settings, .of([Buyer("a", 50, 1, Int64(percent * 100)), Buyer("b", 1, 1, 10_000)]))
    let share = percent / (100 + percent)
    let expected: Finding.Severity =
      share >= 0.15 ? .alarm : share >= 0.05 ? .warning : .note
    #expect(expected == severity)
    #expect(output.report(.english).findings.map(\.severity) == [severity])
  }

  @Test func `correctness: collapsed scores are a warning that names what is left`() throws {
    let buyers = (0..<20).map { Buyer("c\($0 + 10)", $0 * 3, $0 < 15 ? 1 : 2, Int64($0) * 100) }
    let report = try RFM.output(RFMSettings(), .of(buyers)).report(.english)
    #expect(
      report.warnings == [
        "Frequency has 2 of 5 scores (1, 4): too many customers share a value."
      ])
    let counts = try RFM.output(.with { $0.binning = .equalCount }, .of(buyers)).report(.english)
    #expect(counts.warnings.isEmpty)
  }

  @Test(arguments: [RFMBinning.quantiles, .equalCount, .nested, .naturalBreaks])
  func `input checks: nobody, one, and customers who are all alike`(binning: RFMBinning) throws {
    let settings = RFMSettings.with { $0.binning = binning }
    let nobody = try RFM.output(settings, .of([]))
    #expect(nobody.table("customers").rowCount == 0)
    #expect(nobody.report(.english).warnings.count == 1)
    #expect(nobody.report(.english).measures.first { $0.id == "mean_r" }?.reason != nil)

    let one = try RFM.output(settings, .of([Buyer("a", 4, 2, 100)]))
    #expect(one.integers("to_next_f") == [.min])
    #expect(one.codes == [binning == .equalCount ? "111" : "511"])

    let alike = try RFM.output(settings, .of((0..<6).map { Buyer("c\($0)", 4, 2, 100) }))
    if binning == .equalCount {
      #expect(alike.integers("f") == [1, 1, 2, 3, 4, 5])
    } else {
      #expect(Set(alike.codes) == ["511"])
      #expect(alike.report(.english).warnings.count == 3)
    }
  }

  @Test func `correctness: a part below zero has no share`() throws {
    let settings = try RFMSettings.yaml(
      """
      binning: fixed
      bins: 3
      thresholds: {recency: [10, 20], frequency: [1, 2], monetary: [1, 2]}
      segments: [{name: Risk, r: 1, role: at_risk}, {name: Rest}]
      """)
    let output = try RFM.output(
      settings, .of([Buyer("a", 50, 1, -500), Buyer("b", 1, 1, 10_000)]))
    let share = output.report(.english).measures.first { $0.id == "at_risk.revenue_share" }
    #expect(share?.value == nil)
    #expect(share?.reason != nil)
    let shares = output.numbers("revenue_share", of: "segments")
    #expect(shares.allSatisfy { $0.isNaN })
  }

  @Test func `consistency: the heat map and the cells hold every customer`() throws {
    var draws = Draws(seed: 8)
    let output = try RFM.output(RFMSettings(), .of(draws.buyers(90, most: 50)))
    let page = try #require(output.report(.english).pages.first)
    let map = page.blocks.compactMap { block -> [[Double]]? in
      guard case .chart(let chart) = block, case .heatMap(_, _, let values) = chart.kind else {
        return nil
      }
      return values
    }
    let cells = try #require(map.first)
    #expect(cells.flatMap(\.self).filter { !$0.isNaN }.reduce(0, +) == 90)
    // The first row is the best recency.
    let r = output.integers("r")
    #expect(
      cells.first?.filter { !$0.isNaN }.reduce(0, +) == Double(r.count { $0 == 5 }))
  }
}
