import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Wave on wave and group against group.
@Suite struct SatisfactionChangeTests {
  private let english = Wording(language: .english, currency: .cny)

  private static func answers(_ counts: [Int]) -> [Int?] {
    counts.enumerated().flatMap { [Int?](repeating: $0 + 1, count: $1) }
  }

  private static let earlier = [4, 6, 20, 40, 30]
  private static let later = [10, 15, 30, 30, 15]
  private static let other = [5, 10, 25, 35, 25]

  /// Two waves of 100, one item that fell and one that did not.
  private var waves: SurveyMaker {
    SurveyMaker().answers("csat", Self.answers(Self.earlier) + Self.answers(Self.later))
      .answers("item_price", Self.answers(Self.other) + Self.answers([7, 12, 26, 33, 22]))
      .texts("wave", (0..<200).map { $0 < 100 ? "W1" : "W2" })
  }

  // SciPy 1.17: ttest_ind(equal_var=False); Holm by hand, 2 × the smaller.
  @Test func `correctness: changes are tested by Welch and corrected by Holm`() throws {
    let table = try waves.output().table("changes")
    #expect(table.texts("item") == ["csat", "item_price"])
    #expect(table.texts("before") == ["W1", "W1"] && table.texts("after") == ["W2", "W2"])
    let expected: [(String, [Double])] = [
      ("change", [-0.61, -0.14]), ("p", [0.0001520677641828815, 0.3866275951081453]),
      ("p_holm", [0.000304135528365763, 0.3866275951081453]),
    ]
    for (column, values) in expected {
      for (row, value) in values.enumerated() {
        #expect(abs((table.numbers(column)[row] ?? 9) - value) < 1e-9, "\(column) \(row)")
      }
    }
    #expect(abs((table.numbers("low")[0] ?? 9) + 0.9213854357804179) < 1e-9)
    #expect(abs((table.numbers("high")[0] ?? 9) + 0.29861456421958193) < 1e-9)
  }

  @Test func `only what is significant once corrected is a finding`() throws {
    let report = try waves.output().report(english, step: "satisfaction")
    let change = report.findings.filter { $0.id.hasPrefix("satisfaction.items-") }
    #expect(change.map(\.id) == ["satisfaction.items-fell"])
    #expect(
      change[0].sentence == "From W1 to W2 fell: Overall satisfaction by −0.61 to 3.25.")
    #expect(change[0].action != nil && change[0].owner != nil && change[0].severity == .warning)
    let rising = SurveyMaker().answers(
      "csat", Self.answers(Self.earlier) + Self.answers(Self.later)
    )
    .texts("wave", (0..<200).map { $0 < 100 ? "W3" : "W2" })
    let found = try rising.output().report(english, step: "satisfaction").findings
    #expect(found.map(\.id) == ["satisfaction.items-rose"] && found[0].severity == .good)
  }

  /// NPS falls with p 0.02; beside four items that do not change it is no longer significant.
  @Test func `a change that many tests would bring by chance is not called real`() throws {
    let nps = SurveyMaker.nps(42, 40, 18) + SurveyMaker.nps(28, 44, 28)
    let groups = (0..<200).map { $0 < 100 ? "W1" : "W2" }
    let alone = SurveyMaker().answers("nps", nps).texts("wave", groups)
    let headline = try alone.output().report(english, step: "s").pages[0].headline
    #expect(headline.hasSuffix("the change is real."))
    var many = alone
    for name in ["a", "b", "c", "d"] {
      many = many.answers("item_\(name)", Self.answers(Self.other) + Self.answers(Self.other))
    }
    let output = try many.output()
    let table = output.table("changes")
    #expect((table.numbers("p")[0] ?? 1) < 0.05 && (table.numbers("p_holm")[0] ?? 0) > 0.05)
    let report = output.report(english, step: "s")
    #expect(report.pages[0].headline.hasSuffix("within what chance alone brings."))
    #expect(!report.findings.contains { $0.id == "satisfaction.nps-change" })
  }

  @Test func `waves stand beside each other in one table, in two where one of them is hidden`()
    throws
  {
    func tables(_ survey: SurveyMaker) throws -> [ReportTable] {
      try survey.output().report(english, step: "s").pages[0].blocks.compactMap {
        if case .table(let table) = $0 { table } else { nil }
      }
    }
    let shown = try tables(waves)
    let changes = try #require(shown.first { $0.id == "s_changes" })
    #expect(changes.columns.map(\.title).prefix(4) == ["Item", "W1", "W2", "Change"])
    #expect(!shown.contains { $0.id == "s_means_wave" })
    let small = try tables(
      waves.rows(Array(0..<104)))
    #expect(small.contains { $0.id == "s_means_wave" } && !small.contains { $0.id == "s_changes" })
  }

  @Test func `weights are respected: a test rests on effective numbers`() throws {
    let plain = try waves.output().table("changes")
    let weighted = try waves.weights((0..<200).map { $0 % 2 == 0 ? 1 : 3 }).output()
      .table("changes")
    // (1 + 3)² · 50² / ((1 + 9) · 50) = 80.
    #expect(abs((weighted.numbers("n_effective_after")[0] ?? 0) - 80) < 1e-9)
    #expect(weighted.numbers("n_after") == plain.numbers("n_after"))
    #expect(weighted.numbers("p")[0] != plain.numbers("p")[0])
    let equal = try waves.weights([Double](repeating: 2.5, count: 200)).output().table("changes")
    #expect(equal.columns.description == plain.columns.description)
  }

  @Test func `a hidden wave is in no change`() throws {
    let survey = SurveyMaker().answers("csat", (0..<44).map { $0 % 5 + 1 })
      .texts("wave", (0..<44).map { $0 < 20 ? "W1" : $0 < 24 ? "W2" : "W3" })
    #expect(try survey.output().table("changes").rowCount == 0)
  }

  /// Three segments with the counts above.
  private var segments: SurveyMaker {
    SurveyMaker()
      .answers(
        "csat", Self.answers(Self.earlier) + Self.answers(Self.later) + Self.answers(Self.other)
      )
      .answers("item_price", (0..<300).map { $0 % 5 + 1 })
      .texts("segment", (0..<300).map { ["A", "B", "C"][$0 / 100] })
  }

  // SciPy 1.17: chi2_contingency without correction, kruskal.
  @Test func `correctness: segments are compared by chi-square and by ranks`() throws {
    let table = try segments.output().table("differences")
    #expect(table.texts("item") == ["csat", "item_price"])
    let expected: KeyValuePairs<String, Double> = [
      "groups": 3, "chi_square": 15.627213194276012, "chi_df": 8, "chi_p": 0.0480374607269628,
      "chi_p_holm": 2 * 0.0480374607269628, "cramers_v": 0.16138573457339206,
      "smallest_expected": 6.333333333333333, "h": 14.930728050365794, "h_df": 2,
      "h_p": 0.0005725766041091815, "h_p_holm": 2 * 0.0005725766041091815,
      "epsilon_squared": 0.04993554531894914,
    ]
    for (column, value) in expected {
      #expect(abs((table.numbers(column)[0] ?? 99) - value) < 1e-9, "\(column)")
    }
    #expect(table.texts("differs") == ["height", "no"])
    #expect(table.texts("lowest")[0] == "B" && table.texts("highest")[0] == "A")
    let findings = try segments.output().report(english, step: "s").findings
    let sentence = findings.first { $0.id == "satisfaction.groups-differ" }?.sentence
    #expect(
      sentence
        == "Overall satisfaction differs most by segment: B 3.25, A 3.86 (ε² 0.050).")
  }

  @Test func `consistency: doubling every weight changes no test, doubling rows does`() throws {
    let plain = try segments.output().table("differences")
    let weights = (0..<300).map { Double($0 % 3 + 1) }
    let one = try segments.weights(weights).output().table("differences")
    let other = try segments.weights(weights.map { 2 * $0 }).output().table("differences")
    for column in ["chi_square", "h", "h_p_holm", "cramers_v"] {
      for row in 0..<2 {
        #expect(
          abs((one.numbers(column)[row] ?? 9) - (other.numbers(column)[row] ?? 8)) < 1e-9)
      }
      #expect(one.numbers(column)[0] != plain.numbers(column)[0])
    }
    let twice = try segments.rows(Array(0..<300) + Array(0..<300)).output().table("differences")
    #expect(
      abs((twice.numbers("chi_square")[0] ?? 9) - 2 * (plain.numbers("chi_square")[0] ?? 0)) < 1e-9)
    #expect(
      abs((twice.numbers("cramers_v")[0] ?? 9) - (plain.numbers("cramers_v")[0] ?? 0)) < 1e-12)
  }

  @Test func `NPS is compared by promoters, passives and detractors`() throws {
    let survey = SurveyMaker()
      .answers("nps", SurveyMaker.nps(50, 30, 20) + SurveyMaker.nps(20, 30, 50))
      .texts("touchpoint", (0..<200).map { $0 < 100 ? "a" : "b" })
    let table = try survey.output().table("differences")
    let test = try #require(ChiSquareTest([[50, 30, 20], [20, 30, 50]]))
    #expect(abs((table.numbers("chi_square")[0] ?? 9) - test.statistic) < 1e-9)
    #expect(table.numbers("chi_df") == [2])
  }

  @Test func `hidden groups and those without a name are in no test`() throws {
    let survey = SurveyMaker().answers("csat", (0..<90).map { $0 % 5 + 1 })
      .texts(
        "segment",
        (0..<90).map { $0 < 40 ? "A" : $0 < 60 ? "B" : $0 < 63 ? "C" : $0 < 75 ? "D" : "" })
    let output = try survey.output()
    let scores = output.table("scores")
    let shown = scores.rows(["dimension": "segment"]).filter {
      scores.numbers("n")[$0] != nil && scores.texts("group")[$0] != ""
    }
    #expect(shown.count == 2)
    #expect(output.table("differences").numbers("groups") == [2])
  }

  @Test func `groups that all give one answer are compared by nothing`() throws {
    let table = try SurveyMaker().answers("csat", [Int?](repeating: 4, count: 40))
      .texts("segment", (0..<40).map { $0 % 2 == 0 ? "A" : "B" }).output().table("differences")
    #expect(table.numbers("h_p") == [nil] && table.texts("differs") == ["no"])
  }
}
