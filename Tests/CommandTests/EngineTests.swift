import Foundation
import Testing

/// The two ways to purchase days, straight from CSV and through the store, on the samples.
@Suite struct EngineTests {
  private static let pipeline = """
    as_of: 2025-12-31
    data: \(SampleCompanyFiles.folder.path)
    exports:
      rates: rates.csv
      orders: orders-*.csv
    steps: [{ stage: ledger }, { stage: rfm }]

    """

  private func run(_ scratch: Scratch) throws {
    try scratch.succeed(
      "run", "p.yaml", "--out", "out", "--store", "s.sqlite", "--allow-path",
      SampleCompanyFiles.folder.path)
  }

  private func arguments() throws -> [String] {
    let orders = try SampleCompanyFiles.exports.filter { $0.hasPrefix("orders-") }
    return orders.flatMap { ["--orders", SampleCompanyFiles.path($0)] }
      + ["--rates", SampleCompanyFiles.path("rates.csv"), "--as-of", "2025-12-31"]
  }

  private func byHand(_ stage: String, _ more: [String]) throws -> Program.Ended {
    let scratch = try Scratch()
    let ended = try Program.run(
      ["stage", stage] + (try arguments()) + more, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return ended
  }

  @Test(arguments: [("ledger", "customers"), ("ledger", "months"), ("rfm", "customers")])
  func `tables from CSV and from the store agree to the cent`(
    _ stage: String, _ table: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("p.yaml", Self.pipeline)
    try run(scratch)
    let stored = try scratch.text("out/latest/lists/\(stage)-\(table).csv")
    let direct = try byHand(stage, ["--format", "csv", "--table", table])
    #expect(direct.output == stored)
    #expect(csvRows(stored).count > 20)
  }

  @Test func `both ways reject the same rows for the same reasons`() throws {
    let scratch = try Scratch()
    try scratch.write("p.yaml", Self.pipeline)
    try run(scratch)
    let rejects = scratch.path("rejects.csv")
    _ = try byHand("ledger", ["--format", "csv", "--rejects", rejects])
    let key = { (row: [String: String]) in
      ["line", "column", "rule", "raw"].map { row[$0] ?? "" }.joined(separator: "|")
    }
    let direct = csvRows(try scratch.text("rejects.csv")).map(key)
    let stored = csvRows(try scratch.text("out/latest/rejects.csv")).map(key)
    #expect(direct == stored)
    #expect(direct.count == 43)
  }

  @Test func `threads do not change what a stage by hand writes`() throws {
    let one = try byHand("ledger", ["--format", "csv", "--threads", "1"])
    let many = try byHand("ledger", ["--format", "csv", "--threads", "4"])
    #expect(one.outputBytes == many.outputBytes)
  }
}
