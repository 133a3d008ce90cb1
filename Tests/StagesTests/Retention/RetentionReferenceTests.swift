import Exports
import Foundation
import Pipeline
import Report
import Testing
import Values

@testable import Stages

/// Real logs with published totals, beside the repository.
@Suite struct RetentionReferenceTests {
  private static let hasChinook = Reference.exists("data/chinook_invoices.csv")
  private static let hasCDNOW = ReferenceLog.cdnow != nil

  /// Customers with their days and minor units of `id,customer,day,…,amount`.
  private func chinook() throws -> PurchaseDays {
    let text = try String(
      contentsOf: Reference.folder.appending(path: "data/chinook_invoices.csv"), encoding: .utf8)
    var rows: [String: [Int32: Int64]] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let day = try #require(Day(iso: fields[2])).number
      let amount = try #require(Double(fields[4]))
      rows[fields[1], default: [:]][day, default: 0] += Int64((amount * 100).rounded())
    }
    let ids = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let days = ids.map { (rows[$0] ?? [:]).sorted { $0.key < $1.key } }
    var starts = [0]
    for own in days { starts.append((starts.last ?? 0) + own.count) }
    let all = days.flatMap(\.self)
    return PurchaseDays(
      PurchaseDays.Columns(
        customers: TextColumn(ids), starts: starts, day: all.map(\.key),
        rows: all.map { _ in 1 }, orders: all.map { _ in 1 }, gross: all.map(\.value),
        returned: all.map { _ in 0 }, margin: nil), currency: .cny)
  }

  @Test(.enabled(if: hasChinook, "the reference data lie beside the repository or not at all"))
  func `correctness: Chinook's monthly cohorts`() throws {
    // reference/expected/retail_chinook.json.
    let asOf = try #require(Day(iso: "2025-12-31"))
    let output = try RetentionMaker.output(
      Source(asOf: asOf, currency: .cny, purchaseDays: chinook()), RetentionMaker.settings())
    #expect(output.measure("customers")?.value == 59)
    #expect(output.cohort("2021-01", "active").prefix(2) == [6, 1])
    #expect(abs(try #require(output.cohort("2021-01", "retention")[1]) - 1.0 / 6) < 1e-9)
    #expect(output.cohort("2021-02", "active")[0] == 6)
    #expect(output.cohort("2021-02", "active")[3] == 2)
    #expect(abs(try #require(output.cohort("2021-02", "retention")[3]) - 1.0 / 3) < 1e-9)
    #expect(output.cohort("2021-03", "active")[0] == 6)
    let purchases = try #require(output.purchases)
    let cells = purchases.triangle.cohorts.flatMap(\.cells)
    #expect(cells.reduce(0) { $0 + $1.orders } == 412)
    #expect(cells.reduce(0) { $0 + $1.revenue } == 232_860)
  }

  @Test(.enabled(if: hasCDNOW, "the reference data lie beside the repository or not at all"))
  func `correctness: CDNOW's customers, revenue by month and rows`() throws {
    // reference/expected/retail_summary_cdnow_master.json.
    let asOf = try #require(Day(iso: "1998-06-30"))
    let output = try RetentionMaker.output(
      Source(asOf: asOf, currency: .cny, purchaseDays: ReferenceLog.cdnow),
      RetentionMaker.settings())
    let purchases = try #require(output.purchases)
    #expect(output.measure("customers")?.value == 23_570)
    let revenue = Dictionary(
      uniqueKeysWithValues: zip(
        output.table("periods").texts("period"), purchases.flows.map(\.revenue)))
    #expect(revenue["1997-01"] == 29_906_017 && revenue["1997-03"] == 39_315_527)
    #expect(revenue["1997-12"] == 9_557_735 && revenue["1998-06"] == 7_610_930)
    let cells = purchases.triangle.cohorts.flatMap(\.cells)
    #expect(cells.reduce(0) { $0 + $1.revenue } == 250_031_563)
    // All first purchases are in the first quarter of 1997; who came at all later is 48.9 %.
    #expect(purchases.triangle.cohorts.map(\.index) == [0, 1, 2])
    let back = (0..<purchases.lives.count).count {
      purchases.lives.lastDay[$0] > purchases.lives.firstDay[$0]
    }
    #expect(abs(Double(back) / 23_570 - 0.48858718710224863) < 1e-9)
  }
}
