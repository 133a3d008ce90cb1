import Exports
import Report
import Stages
import Testing
import Values

@Suite struct RFMReferenceTests {
  private static let ordersFile = "data/rfm_orders.csv"
  private static let cdnowFile = "data/cdnow_master_transactions.csv"

  private func orders(_ cuts: RFMCuts) throws -> RFMOutput {
    let asOf = try #require(Day(iso: "2006-12-31"))
    return try RFM.output(
      .with { $0.cuts = cuts }, Reference.input(Self.ordersFile, amount: 2, asOf: asOf))
  }

  /// R package rfm 0.3.0, vignette "RFM analysis", rfm_table_order on rfm_data_orders.
  @Test(.enabled(if: Reference.exists(ordersFile), "the reference data is not beside the package"))
  func `correctness: the R package's scores with plus-one cuts`() throws {
    let output = try orders(.plusOne)
    #expect(output.count == 995)
    #expect(output.integers("monetary").reduce(0, +) == 46_415_800)

    let axis = output.texts("axis", of: "bins")
    let cuts = output.numbers("cut_above", of: "bins")
    func published(_ name: String) -> [Double] {
      zip(axis, cuts).filter { $0.0 == name && !$0.1.isNaN }.map(\.1).sorted()
    }
    // The package prints its cut points with the one added.
    #expect(close(published("recency"), [115, 181, 297.4, 482]))
    #expect(close(published("frequency"), [4, 5, 6, 8]))
    #expect(close(published("monetary"), [255.8, 382, 506.4, 666]))

    func counts(_ column: String) -> [Int] {
      let scores = output.integers(column)
      return (1...5).map { score in scores.count { $0 == score } }
    }
    #expect(counts("r") == [197, 200, 199, 199, 200])
    #expect(counts("f") == [268, 187, 176, 244, 120])
    #expect(counts("m") == [200, 200, 198, 202, 195])

    let score = Dictionary(uniqueKeysWithValues: zip(output.texts("customer_id"), output.codes))
    #expect(score["C0001"] == "355")
    #expect(score["C0003"] == "122")
    #expect(score["C0004"] == "555")
  }

  /// With whole amounts and whole quantiles plus-one and right-closed agree; the quantiles 296.4
  /// days, 254.80 and 505.40 take in 297 days, 255 and 506 with plus-one only.
  @Test(.enabled(if: Reference.exists(ordersFile), "the reference data is not beside the package"))
  func `consistency: plus-one differs from right-closed at broken cut points alone`() throws {
    let plus = try orders(.plusOne)
    let closed = try orders(.rightClosed)
    #expect(plus.integers("f") == closed.integers("f"))
    let amounts = plus.integers("monetary")
    let pairs = zip(plus.integers("m"), closed.integers("m"))
    for (amount, pair) in zip(amounts, pairs) where pair.0 != pair.1 {
      #expect([25_500, 50_600].contains(amount))
    }
    let days = plus.integers("recency_days")
    for (day, pair) in zip(days, zip(plus.integers("r"), closed.integers("r")))
    where pair.0 != pair.1 {
      #expect(day == 297)
    }
  }

  /// Fader & Hardie's CDNOW log: 23,570 customers, 69,659 rows, 2,500,315.63.
  @Test(.enabled(if: Reference.exists(cdnowFile), "the reference data is not beside the package"))
  func `correctness: CDNOW's totals stand in the measures, whatever the binning`() throws {
    let asOf = try #require(Day(iso: "1998-06-30"))
    let input = try Reference.input(Self.cdnowFile, amount: 3, asOf: asOf)
    for binning in [RFMBinning.quantiles, .equalCount, .nested, .naturalBreaks] {
      let output = try RFM.output(.with { $0.binning = binning }, input)
      let values = Dictionary(
        uniqueKeysWithValues: output.report(.english).measures.map { ($0.id, $0.value) })
      #expect(values["customers"] == 23_570)
      #expect(values["rows"] == 69_659)
      #expect(values["net"] == 2_500_315.63)
      #expect(output.integers("customers", of: "segments").reduce(0, +) == 23_570)
      #expect(output.integers("revenue", of: "segments").reduce(0, +) == 250_031_563)
      #expect(output.integers("customers", of: "cells").reduce(0, +) == 23_570)
      #expect(abs(output.numbers("customer_share", of: "segments").reduce(0, +) - 1) < 1e-12)
    }
  }

  private func close(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 }
  }
}
