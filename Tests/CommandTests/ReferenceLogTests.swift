import Foundation
import Testing

/// The CDNOW log: Fader & Hardie, "Forecasting Repeat Sales at CDNOW", Interfaces 31(3), 2001.
@Suite(
  .enabled(
    if: Surroundings.hasReference, "the log is read from ../shared/reference, which is not here"))
struct ReferenceLogTests {
  private static let folder = Surroundings.reference
  private static let log = folder.appending(path: "data/cdnow_master_transactions.csv").path
  private static let mapping = [
    "--column", "customer_id=id", "--column", "order_date=date", "--column", "amount=value",
  ]

  private func stage(_ name: String, _ arguments: [String]) throws -> Program.Ended {
    let scratch = try Scratch()
    let ended = try Program.run(
      ["stage", name, "--orders", Self.log] + Self.mapping + arguments, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return ended
  }

  @Test(arguments: ["rfm", "ledger"])
  func `customers, rows and revenue are those of the log`(_ name: String) throws {
    let result = try StageResult(stage(name, ["--format", "json"]))
    #expect(result["customers"] == 23_570)
    #expect(result["rows"] == 69_659)
    #expect(result["net"] == 2_500_315.63)
  }

  @Test func `the ledger has the figures of the reference`() throws {
    struct Reference: Decodable {
      struct Figure: Decodable { let value: Double }
      let expected: [String: Figure]
    }
    let json = Self.folder.appending(path: "expected/retail_summary_cdnow_master.json")
    let expected = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: json)).expected
    let result = try StageResult(stage("ledger", ["--format", "json"]))
    for (measure, figure) in [
      ("customers", "customers"), ("rows", "rows"), ("net", "revenue"),
      ("purchase_days", "distinct_customer_days"), ("repeat_rate", "repeat_rate_by_day"),
      ("median_gap", "median_gap_days"),
    ] {
      let (found, wanted) = (
        try #require(result[measure]), try #require(expected[figure]?.value)
      )
      #expect((found - wanted).magnitude < 1e-9, "\(measure)")
    }
    let rows = csvRows(try stage("ledger", ["--format", "csv"]).output)
    #expect(rows.count == 23_570)
    #expect(cents(rows, "net") == 250_031_563)
    #expect(
      Double(rows.count { $0["days"] == "1" }) == expected["customers_one_purchase_day"]?.value)
  }
}
