import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct SatisfactionFigureTests {
  private let english = Wording(language: .english, currency: .cny)

  private func measure(_ id: String, _ output: SatisfactionOutput) throws -> Measure {
    try #require(output.report(english, step: "satisfaction").measures.first { $0.id == id })
  }

  // methods.md 4.13, recomputed with an independent program: n 50, 25 promoters, 10 detractors.
  @Test func `correctness: NPS of 50 answers has the published adjusted interval`() throws {
    let output = try SurveyMaker().answers("nps", SurveyMaker.nps(25, 15, 10)).output()
    let nps = try measure("nps", output)
    #expect(abs(try #require(nps.value) - 30) < 1e-9)
    #expect(abs(try #require(nps.low) - 7.30) < 0.005)
    #expect(abs(try #require(nps.high) - 49.30) < 0.005)
    #expect(nps.n == 50)
  }

  // reference/expected/nps_worked_example.json: 240 promoters, 100 passives, 60 detractors.
  @Test func `correctness: NPS of the worked example with its standard error`() throws {
    let output = try SurveyMaker().answers("nps", SurveyMaker.nps(240, 100, 60)).output()
    #expect(abs(try #require(measure("nps", output).value) - 45) < 1e-10)
    let nps = try #require(output.item("nps")?.total.figures?.nps)
    #expect(abs(nps.standardError - 0.03699662146737186) < 1e-12)
    #expect(abs(nps.wald().low - 0.3774879543742897) < 1e-9)
    #expect(abs(nps.wald().high - 0.5225120456257102) < 1e-9)
  }

  // methods.md 4.14: 37 of 50 in the two best levels.
  @Test func `correctness: top two of 50 answers have the published Wilson interval`() throws {
    let answers = [Int?](repeating: 5, count: 20) + [Int?](repeating: 4, count: 17)
    let output = try SurveyMaker()
      .answers("csat", answers + [Int?](repeating: 3, count: 13)).output()
    let top = try measure("csat_top2", output)
    #expect(abs(try #require(top.value) - 0.74) < 1e-12)
    #expect(abs(try #require(top.low) - 0.6045) < 0.00005)
    #expect(abs(try #require(top.high) - 0.8413) < 0.00005)
  }

  private static let ten: [Int?] = [5, 4, 4, 3, 5, 2, 4, 5, 1, 3]

  // SciPy 1.17: t.ppf(0.975, 9) = 2.262157.
  @Test func `correctness: the mean has Student's interval`() throws {
    let table = try SurveyMaker().answers("csat", Self.ten).output().table("scores")
    #expect(abs(try #require(table.numbers("mean")[0]) - 3.6) < 1e-12)
    #expect(abs(try #require(table.numbers("sd")[0]) - 1.349897115421106) < 1e-12)
    #expect(abs(try #require(table.numbers("low")[0]) - 2.6343417761336325) < 1e-9)
    #expect(abs(try #require(table.numbers("high")[0]) - 4.565658223866368) < 1e-9)
  }

  // SciPy 1.17 and NumPy, from the formulae of Kish, Student and Wilson.
  @Test func `correctness: weights count by their effective number`() throws {
    let table = try SurveyMaker().answers("csat", Self.ten)
      .weights([1, 2, 1, 3, 1, 2, 1, 1, 2, 1]).output().table("scores")
    let expected: KeyValuePairs<String, Double> = [
      "n": 10, "n_effective": 8.333333333333334, "mean": 3.2666666666666666,
      "sd": 1.3743685418725535, "low": 2.1511712597959445, "high": 4.382162073537389,
      "top2": 0.4666666666666667, "top2_low": 0.19675337804150334, "top2_high": 0.7576149965042769,
    ]
    for (column, value) in expected {
      #expect(abs(try #require(table.numbers(column)[0]) - value) < 1e-9, "\(column)")
    }
  }

  // Dixon, Freeman & Toman 2010: the share of 5 and more on 1 to 7.
  @Test func `correctness: ease is the mean and the share of five and more`() throws {
    let output = try SurveyMaker().answers("ces", [1, 2, 3, 4, 5, 6, 7, 7, 5, nil]).output()
    #expect(abs(try #require(try measure("ces_mean", output).value) - 40.0 / 9) < 1e-12)
    #expect(abs(try #require(try measure("ces_favourable", output).value) - 5.0 / 9) < 1e-12)
  }

  // z by hand: (−0.05 − 0.25) / √(0.5875/200 + 0.6475/200), SciPy's norm.cdf.
  @Test func `correctness: a fall of 30 points between waves of 200 is real`() throws {
    let output = try SurveyMaker()
      .answers("nps", SurveyMaker.nps(90, 70, 40) + SurveyMaker.nps(60, 70, 70))
      .texts("wave", (0..<400).map { $0 < 200 ? "2025-Q3" : "2025-Q4" }).output()
    let table = output.table("nps")
    let row = try #require(table.rows(["dimension": "wave", "group": "2025-Q4"]).first)
    #expect(abs(try #require(table.numbers("change")[row]) + 30) < 1e-9)
    #expect(abs(try #require(table.numbers("z")[row]) + 3.8177085778546664) < 1e-9)
    #expect(abs(try #require(table.numbers("p")[row]) - 0.00013469689815106604) < 1e-12)
    let report = output.report(english, step: "satisfaction")
    #expect(report.pages[0].headline.hasSuffix("down 30: the change is real."))
    #expect(
      report.findings.contains { $0.id == "satisfaction.nps-change" && $0.severity == .alarm })
  }

  @Test func `correctness: a small fall is within what chance brings and no finding`() throws {
    let output = try SurveyMaker()
      .answers("nps", SurveyMaker.nps(20, 10, 10) + SurveyMaker.nps(18, 11, 11))
      .texts("wave", (0..<80).map { $0 < 40 ? "A" : "B" }).output()
    let report = output.report(english, step: "satisfaction")
    #expect(report.pages[0].headline.contains("within what chance alone brings"))
    #expect(!report.findings.contains { $0.id == "satisfaction.nps-change" })
  }

  @Test func `consistency: an answer of weight two counts as two answers`() throws {
    let plain = SurveyMaker().answers("csat", Self.ten)
    let weighted = try plain.weights([1, 2, 1, 2, 1, 2, 1, 1, 2, 1]).output()
    let doubled = try plain.rows([0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 8, 9]).output()
    let one = weighted.table("distribution").numbers("share")
    let other = doubled.table("distribution").numbers("share")
    for (left, right) in zip(one, other) { #expect(abs((left ?? 9) - (right ?? 8)) < 1e-12) }
    let mean = try measure("csat_mean", weighted).value
    #expect(abs((mean ?? 9) - (try measure("csat_mean", doubled).value ?? 8)) < 1e-12)
  }

  @Test func `consistency: equal weights are no weights`() throws {
    let survey = SurveyMaker.full(rows: 300, weighted: false)
    let equal = survey.weights([Double](repeating: 0.7, count: 300))
    for name in ["scores", "distribution", "nps"] {
      let one = try survey.output().table(name)
      #expect(try equal.output().table(name).columns.description == one.columns.description)
    }
  }

  @Test func `consistency: scores and distribution tell the same mean and boxes`() throws {
    let output = try SurveyMaker.full(rows: 500).output()
    let scores = output.table("scores")
    let levels = output.table("distribution")
    for row in 0..<scores.rowCount {
      guard let mean = scores.numbers("mean")[row] else { continue }
      let key: KeyValuePairs = [
        "item": scores.texts("item")[row], "dimension": scores.texts("dimension")[row],
        "group": scores.texts("group")[row],
      ]
      let rows = levels.rows(key)
      let shares = rows.compactMap { levels.numbers("share")[$0] }
      let values = rows.compactMap { levels.numbers("level")[$0] }
      #expect(abs(zip(shares, values).reduce(0) { $0 + $1.0 * $1.1 } - mean) < 1e-9)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      #expect(
        abs(shares.suffix(2).reduce(0, +) - (scores.numbers("top2")[row] ?? 9)) < 1e-9)
      #expect(
        abs(shares.prefix(2).reduce(0, +) - (scores.numbers("bottom2")[row] ?? 9)) < 1e-9)
    }
  }

  @Test func `consistency: the nps table and the distribution tell the same score`() throws {
    let output = try SurveyMaker.full(rows: 400).output()
    let nps = output.table("nps")
    let levels = output.table("distribution")
    for row in 0..<nps.rowCount {
      guard let score = nps.numbers("nps")[row] else { continue }
      let rows = levels.rows([
        "item": "nps", "dimension": nps.texts("dimension")[row], "group": nps.texts("group")[row],
      ])
      let shares = rows.compactMap { levels.numbers("share")[$0] }
      let other = shares[9...10].reduce(0, +) - shares[0...6].reduce(0, +)
      #expect(abs(other * 100 - score) < 1e-9)
    }
  }

  @Test func `property: the order of the rows changes nothing at all`() throws {
    let survey = SurveyMaker.full(rows: 600)
    var random = SurveyRandom(seed: 5)
    let shuffled = survey.rows(Array(0..<600).shuffled(using: &random))
    for name in ["scores", "distribution", "nps"] {
      let one = try survey.output().table(name).columns
      #expect(try shuffled.output().table(name).columns.description == one.description)
    }
  }

  @Test func `property: every row twice doubles n, leaves means, and narrows intervals`() throws {
    let survey = SurveyMaker.full(rows: 300)
    let once = try survey.output().table("scores")
    let twice = try survey.rows(Array(0..<300) + Array(0..<300)).output().table("scores")
    for row in 0..<once.rowCount {
      guard let n = once.numbers("n")[row], n > 0 else { continue }
      #expect(twice.numbers("n")[row] == 2 * n)
      #expect(
        abs((twice.numbers("mean")[row] ?? 9) - (once.numbers("mean")[row] ?? 8)) < 1e-9)
      guard let low = once.numbers("top2_low")[row], let high = once.numbers("top2_high")[row]
      else { continue }
      let width = (twice.numbers("top2_high")[row] ?? 9) - (twice.numbers("top2_low")[row] ?? 0)
      #expect(width < high - low)
    }
  }

  @Test func `property: a group's figures are those of a survey of that group alone`() throws {
    let survey = SurveyMaker.full(rows: 500)
    var settings = SatisfactionSettings()
    settings.survey.waves = .all
    let whole = try survey.output(settings).table("scores")
    guard case .text(let segments)? = survey.table.values("segment") else { return }
    let alone = try survey.rows((0..<500).filter { segments[$0] == "VIP" })
      .output(settings).table("scores")
    for row in whole.rows(["dimension": "segment", "group": "VIP"]) {
      let item = whole.texts("item")[row]
      let other = try #require(alone.rows(["item": item, "dimension": "total"]).first)
      for column in ["n", "n_effective", "mean", "sd", "low", "top2_high", "bottom2"] {
        let value = try #require(whole.numbers(column)[row])
        #expect(
          abs(value - (alone.numbers(column)[other] ?? .infinity)) < 1e-9, "\(item) \(column)")
      }
    }
  }
}
