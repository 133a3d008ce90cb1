import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

/// The CDNOW log of Fader & Hardie: 23,570 customers, 18 months (published totals).
@Suite(
  .enabled(
    if: ReferenceLog.cdnow != nil, "the reference data lie beside the repository or not at all"))
struct LedgerReferenceTests {
  private func report() throws -> StageReport {
    let days = try #require(ReferenceLog.cdnow)
    let asOf = try #require(Day(iso: "1998-06-30"))
    let source = Source(
      asOf: asOf, currency: .cny, purchaseDays: days)
    let settings = LedgerSettings()
    return try LedgerStage(settings).run(LedgerInput(from: source, settings)).report(
      Wording(language: .english, currency: .cny), step: "ledger")
  }

  // reference/expected/retail_summary_cdnow_master.json.
  @Test(arguments: [
    ("customers", 23_570.0), ("rows", 69_659), ("net", 2_500_315.63), ("purchase_days", 67_591),
    ("repeat_rate", 0.48858718710224863), ("median_gap", 34),
  ])
  func `correctness: CDNOW to the cent`(id: String, expected: Double) throws {
    let measure = try #require(try report().measures.first { $0.id == id })
    #expect(abs((measure.value ?? .nan) - expected) < 1e-9)
  }

  @Test func `the headline tells customers, revenue and who came back`() throws {
    #expect(
      try report().pages[0].headline == "23,570 customers bought for CNY 2.5 M; 48.9 % came back.")
  }
}
