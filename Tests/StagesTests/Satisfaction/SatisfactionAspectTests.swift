import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// The single aspects as one scale, the satisfaction index, and answers that are none.
@Suite struct SatisfactionAspectTests {
  private let english = Wording(language: .english, currency: .cny)

  private func measure(_ id: String, _ output: SatisfactionOutput) throws -> Measure {
    try #require(output.report(english, step: "s").measures.first { $0.id == id })
  }

  /// methods.md 4.15: rows (4,5,4)(3,3,4)(5,5,5)(2,3,2)(4,4,5)(3,2,3).
  private static let published: [[Int?]] = [
    [4, 3, 5, 2, 4, 3], [5, 3, 5, 3, 4, 2], [4, 4, 5, 2, 5, 3],
  ]

  private var survey: SurveyMaker {
    zip(["a", "b", "c"], Self.published).reduce(SurveyMaker()) { maker, item in
      maker.answers("item_\(item.0)", item.1)
    }
  }

  // Alpha as published; the interval by SciPy 1.17's f.ppf in Feldt's formula, the rest by NumPy.
  @Test func `correctness: alpha is 0.91 with Feldt's interval`() throws {
    let output = try survey.output()
    let alpha = try measure("alpha", output)
    #expect(abs(try #require(alpha.value) - 0.91) < 1e-12 && alpha.n == 6)
    #expect(abs(try #require(alpha.low) - 0.6187522898630233) < 1e-9)
    #expect(abs(try #require(alpha.high) - 0.9864030969073017) < 1e-9)
    let table = output.table("aspects")
    let rest = [0.9235789439804393, 0.738988427584557, 0.8139123213641841]
    let deleted = [0.7943262411347518, 0.9428571428571428, 0.8759124087591239]
    for row in 0..<3 {
      #expect(abs((table.numbers("item_rest")[row] ?? 9) - rest[row]) < 1e-9)
      #expect(abs((table.numbers("alpha_if_deleted")[row] ?? 9) - deleted[row]) < 1e-9)
      #expect(table.numbers("index_weight")[row] == 1.0 / 3)
    }
    let omega = try #require(output.aspects?.omega)
    #expect(try measure("omega", output).value == omega.value)
  }

  // NumPy and SciPy: the mean of the respondents' own indices with Student's interval.
  @Test func `correctness: the index weighs by stated importance, or all alike`() throws {
    let equal = try survey.output()
    #expect(abs(try #require(measure("csi", equal).value) - 0.7333333333333334) < 1e-12)
    var settings = SatisfactionSettings()
    settings.importance = ItemMap([("item_a", 3), ("item_b", 2), ("item_c", 1)])
    let stated = try survey.output(settings)
    let index = try measure("csi", stated)
    #expect(abs(try #require(index.value) - 0.7222222222222223) < 1e-12)
    #expect(abs(try #require(index.low) - 0.5024616494647973) < 1e-9)
    #expect(abs(try #require(index.high) - 0.9419827949796473) < 1e-9)
    func words(_ output: SatisfactionOutput) -> String { "\(output.report(english, step: "s"))" }
    #expect(words(equal).contains("the aspects weigh alike"))
    #expect(
      words(stated).contains("weights are the stated importance: a 50.0 %; b 33.3 %; c 16.7 %"))
  }

  @Test func `consistency: the index over complete rows is that of the means in the table`() throws
  {
    let output = try SurveyMaker.full(rows: 300).output()
    let index = try #require(output.index)
    let scores = output.table("scores")
    let means = try index.weights.map { item, weight in
      let row = try #require(scores.rows(["item": item, "dimension": "total"]).first)
      return weight * (scores.numbers("mean")[row] ?? .nan) / 5
    }
    #expect(abs(means.reduce(0, +) - index.figure.value) < 1e-12)
  }

  @Test func `a reversed item is named, and turned round it is one of them`() throws {
    var turned: [Int?] = [2, 3, 1, 4, 2, 4]
    turned += turned
    let survey = zip(["a", "b", "c"], Self.published).reduce(SurveyMaker()) { maker, item in
      maker.answers("item_\(item.0)", item.1 + item.1)
    }.answers("item_wait", turned)
    let output = try survey.output()
    let warnings = output.report(english, step: "s").warnings
    #expect(warnings.count == 1 && warnings[0].contains("wait") && warnings[0].contains("5-1"))
    #expect(output.table("aspects").texts("reversed") == ["no", "no", "no", "yes"])
    var settings = SatisfactionSettings()
    settings.survey.scales = ItemMap([("item_wait", SurveyScale(worst: 5, best: 1) ?? .ease)])
    let mended = try survey.output(settings)
    #expect(mended.report(english, step: "s").warnings.isEmpty)
    #expect((mended.aspects?.alpha?.value ?? 0) > (output.aspects?.alpha?.value ?? 1))
    #expect(mended.table("scales").texts("reversed") == ["no", "no", "no", "yes"])
  }

  @Test func `property: order, every row twice and other names leave the scores alone`() throws {
    let survey = SurveyMaker.full(rows: 240)
    var random = SurveyRandom(seed: 8)
    let shuffled = survey.rows(Array(0..<240).shuffled(using: &random))
    for declared in SatisfactionOutput.tables(.cny) where declared.name != "comments" {
      let one = try survey.output().table(declared.name).columns.description
      #expect(try shuffled.output().table(declared.name).columns.description == one)
    }
    let twice = try survey.rows(Array(0..<240) + Array(0..<240)).output()
    let once = try survey.output()
    #expect(
      abs((twice.aspects?.alpha?.value ?? 9) - (once.aspects?.alpha?.value ?? 8)) < 1e-9)
    #expect(abs((twice.index?.figure.value ?? 9) - (once.index?.figure.value ?? 8)) < 1e-12)
    var renamed = survey
    renamed.columns = survey.columns.map { head, values in
      (SurveyMaker.head(head.id.replacing("item_", with: "item_x_"), head.unit), values)
    }
    let other = try renamed.output()
    #expect(
      other.aspects?.alpha == once.aspects?.alpha && other.index?.figure == once.index?.figure)
    #expect(
      other.table("scores").columns.dropFirst().description
        == once.table("scores").columns.dropFirst().description)
  }

  @Test func `an aspect that few were asked about, or of another length, is left out and named`()
    throws
  {
    let rare = [Int?](repeating: 4, count: 5) + [Int?](repeating: nil, count: 25)
    var settings = SatisfactionSettings()
    settings.survey.scales = ItemMap([("item_long", SurveyScale(worst: 1, best: 10) ?? .ease)])
    let output = try SurveyMaker().answers("item_a", (0..<30).map { $0 % 5 + 1 })
      .answers("item_b", (0..<30).map { ($0 + $0 / 7) % 5 + 1 }).answers("item_rare", rare)
      .answers("item_long", (0..<30).map { $0 % 10 + 1 }).output(settings)
    #expect(output.table("aspects").texts("item") == ["item_a", "item_b"])
    #expect(output.aspects?.covariance.n == 30)
    #expect("\(output.report(english, step: "s"))".contains("too few answers: rare; long."))
  }

  @Test(
    arguments: [
      [[3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 3]], [[4], [5]], [[4, nil, nil], [nil, 5, 4]],
      [[4, 5, 3]],
    ] as [[[Int?]]])
  func `questionnaires without any variance, row or pair have no reliability and no crash`(
    items: [[Int?]]
  ) throws {
    let survey = items.enumerated().reduce(SurveyMaker()) { maker, item in
      maker.answers("item_\(item.offset)", item.element)
    }
    let output = try survey.output(minCell: 1)
    #expect(output.aspects?.alpha == nil && output.table("aspects").rowCount == 0)
    let report = output.report(english, step: "s")
    #expect(!report.measures.contains { ["alpha", "omega"].contains($0.id) })
  }

  @Test func `don't know is counted beside the scale, and in no base`() throws {
    var settings = SatisfactionSettings()
    settings.survey.noAnswer = [9]
    let answers: [Int?] = [5, 4, 9, 3, 9, 9, 2, 9, 9, nil, nil, 3]
    let survey = SurveyMaker().answers("item_price", answers)
      .answers("csat", [Int?](repeating: 3, count: 12))
    let output = try survey.output(settings)
    let table = output.table("scales")
    #expect(table.numbers("n") == [12, 5] && table.numbers("dont_know") == [nil, 5])
    #expect(table.numbers("dont_know_share")[1] == 0.5)
    #expect(output.table("scores").numbers("mean")[1] == 3.4)
    let page = output.report(english, step: "s").pages[0]
    var labels: [String] = []
    for case .chart(let chart) in page.blocks {
      if case .diverging(let categories, _, _, _) = chart.kind { labels += categories }
    }
    #expect(labels == ["Overall satisfaction", "price (don't know: 50 %)"])
    // Three who say so are too few to be told.
    let few = try survey.answers("item_speed", [9, 9, 9, 4, 4, 4, 4, 4, 4, 4, 4, 5])
      .output(settings)
    #expect(few.table("scales").numbers("dont_know") == [nil, 5, nil])
    #expect(few.table("scales").numbers("n") == [12, 5, 9])
  }

  @Test func `the scale of every item is declared, with its direction and boxes`() throws {
    var settings = SatisfactionSettings()
    settings.survey.scales = ItemMap([
      ("item_wait", SurveyScale(worst: 5, best: 1) ?? .ease),
      ("item_even", SurveyScale(worst: 1, best: 4) ?? .ease),
    ])
    let table = try SurveyMaker().answers("nps", [9]).answers("item_wait", [1])
      .answers("item_even", [4]).output(settings, minCell: 1).table("scales")
    #expect(table.texts("scale") == ["0-10", "5-1", "1-4"])
    #expect(table.numbers("worst") == [0, 5, 1] && table.numbers("best") == [10, 1, 4])
    #expect(table.numbers("top2_from") == [9, 2, 3] && table.numbers("bottom2_to") == [1, 4, 2])
    #expect(table.numbers("middle") == [5, 3, nil])
  }

  @Test func `the median is that of the weighted answers`() throws {
    let table = try SurveyMaker().answers("csat", [1, 2, 3, 5, 5]).weights([1, 1, 1, 4, 4])
      .output().table("scores")
    #expect(table.numbers("median") == [5])
  }
}
