import Foundation
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Published figures through the whole stage: units, horizons, tables.
@Suite struct CLVReferenceTests {
  /// Fader, Hardie & Shang, *Customer-base analysis in a discrete-time noncontractual setting*,
  /// Marketing Science 29(6), 2010, table 1: x, t_x and donors of 11,104, six occasions.
  private static let donations: [(x: Int64, last: Double, donors: Int64)] = [
    (0, 0, 3464), (1, 1, 1091), (1, 2, 277), (1, 3, 129), (1, 4, 78), (1, 5, 119), (1, 6, 129),
    (2, 2, 613), (2, 3, 255), (2, 4, 155), (2, 5, 173), (2, 6, 234), (3, 3, 322), (3, 4, 181),
    (3, 5, 225), (3, 6, 357), (4, 4, 240), (4, 5, 284), (4, 6, 512), (5, 5, 335), (5, 6, 728),
    (6, 6, 1203),
  ]

  private func donationSource() throws -> Source {
    var source = Source(
      asOf: try #require(Day(year: 2001, month: 1, day: 1)), currency: .cny)
    source.facts["summary"] = .summary(
      x: Self.donations.map(\.x), last: Self.donations.map(\.last),
      occasions: Self.donations.map { _ in 6 }, customers: Self.donations.map(\.donors))
    return source
  }

  @Test func `correctness: the table of donations has its donors`() {
    #expect(Self.donations.reduce(0) { $0 + $1.donors } == 11_104)
  }

  @Test(arguments: [
    ("alpha", 1.204, 0.0006), ("beta", 0.750, 0.0006), ("gamma", 0.657, 0.0006),
    ("delta", 2.783, 0.0015), ("log_likelihood", -33_225.6, 0.06), ("customers", 11_104, 0),
  ])
  func `correctness: donations, BG over BB as published`(
    id: String, published: Double, tolerance: Double
  ) throws {
    let output = try CLV.output(donationSource(), .with { $0.model = .bgBB })
    #expect(abs((output.value(id) ?? .nan) - published) <= tolerance)
  }

  @Test func `correctness: donations expected of a newcomer in ten occasions`() throws {
    let output = try CLV.output(
      donationSource(),
      .with {
        $0.model = .bgBB
        $0.horizons = [CLVHorizon(10, .day)]
      })
    // BTYD vignette, section 5: 3.18.
    #expect(abs((output.value("newcomer.purchases") ?? .nan) - 3.18) < 0.002)
  }

  // MARK: CDNOW, 1/10 sample

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference/data/cdnow_sample_cbs.csv")
  static let hasSample = FileManager.default.fileExists(atPath: file.path)

  private func sample() throws -> Source {
    let lines = try String(contentsOf: Self.file, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map {
        $0.split(separator: ",").map(Double.init)
      }
    var source = Source(asOf: try #require(Day(iso: "1997-09-30")), currency: .cny)
    source.facts["summary"] = .summary(
      x: lines.map { Int64($0[1] ?? -1) }, last: lines.map { $0[2] ?? .nan },
      age: lines.map { $0[3] ?? .nan }, mean: lines.map { $0[5] ?? .nan })
    return source
  }

  private static let notHere: Comment = "the sample is read from ../shared/reference, not here"

  // Marketing Science 24(2), 2005, table 2; methods with the same data: see the papers' notes.
  @Test(
    .enabled(if: hasSample, notHere),
    arguments: [
      (CLVModelChoice.bgNBD, "r", 0.243, 0.0006), (.bgNBD, "alpha", 4.414, 0.0006),
      (.bgNBD, "a", 0.793, 0.0006), (.bgNBD, "b", 2.426, 0.0006),
      (.bgNBD, "log_likelihood", -9582.4, 0.05), (.mbgNBD, "r", 0.5248, 0.001),
      (.mbgNBD, "alpha", 6.183, 0.003), (.mbgNBD, "a", 0.8914, 0.001),
      (.mbgNBD, "b", 1.614, 0.002), (.paretoNBD, "r", 0.553, 0.001),
      (.paretoNBD, "alpha", 10.578, 0.02), (.paretoNBD, "s", 0.606, 0.001),
      (.paretoNBD, "beta", 11.669, 0.03), (.paretoNBD, "log_likelihood", -9594.98, 0.01),
      (.nbd, "r", 0.3848, 0.001), (.nbd, "alpha", 12.072, 0.01),
      (.nbd, "log_likelihood", -9763.66, 0.01), (.bgNBD, "gamma_gamma.p", 6.25, 0.02),
      (.bgNBD, "gamma_gamma.q", 3.74, 0.01), (.bgNBD, "gamma_gamma.gamma", 15.44, 0.02),
      (.bgNBD, "gamma_gamma.log_likelihood", -4055.92, 0.01),
      (.bgNBD, "correlation.pearson", 0.1139, 0.0001), (.bgNBD, "gamma_gamma.customers", 946, 0),
    ])
  func `correctness: CDNOW in weeks as published`(
    model: CLVModelChoice, id: String, published: Double, tolerance: Double
  ) throws {
    let output = try CLV.output(
      sample(),
      .with {
        $0.model = model
        $0.timeUnit = .week
      })
    #expect(abs((output.value(id) ?? .nan) - published) <= tolerance, "\(id)")
  }

  @Test(.enabled(if: hasSample, notHere))
  func `correctness: what CDNOW's first customer and a new one will buy`() throws {
    let output = try CLV.output(
      sample(),
      .with {
        $0.model = .bgNBD
        $0.timeUnit = .week
        $0.horizons = [CLVHorizon(39, .week), CLVHorizon(52, .week)]
      })
    // Marketing Science 24(2), 2005, p. 282; BTYD vignette, section 4.
    #expect(abs(output.numbers("purchases_39w")[0] - 1.226) < 0.001)
    #expect(abs(output.numbers("p_alive")[0] - 0.7266) < 0.0005)
    #expect(abs((output.value("newcomer.purchases") ?? .nan) - 1.444) < 0.001)
  }

  @Test(.enabled(if: hasSample, notHere))
  func `correctness: value without a horizon of Pareto over NBD`() throws {
    var source = try sample()
    // Who bought twice, last in week 30.43 of 38.86; DERT 6.5004 at 15 % a year of 52 weeks.
    source.asOf = try #require(Day(iso: "1997-09-30"))
    let output = try CLV.output(
      source,
      .with {
        $0.model = .paretoNBD
        $0.timeUnit = .week
        // The same continuous rate in years of 365.25 days: (1.15)^(365.25 / 364) − 1.
        $0.discount = 0.15055
      })
    let endless = output.numbers("clv_endless")[0] / output.numbers("expected_spend")[0]
    #expect(abs(endless - 6.5004) < 0.01)
  }
}
