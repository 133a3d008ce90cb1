import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct SatisfactionTests {
  @Test(arguments: [0, 1, 4, 30, 400], [false, true])
  func `the battery holds on surveys of every size`(rows: Int, weighted: Bool) throws {
    let survey = SurveyMaker.full(rows: rows, weighted: weighted)
    let problems = try StageBattery.problems(Satisfaction.self, data: SurveyMaker.words + ["Tarif"])
    {
      survey.source(invitations: SurveyMaker.invitations(rows: rows), currency: $0)
    }
    #expect(problems == [])
  }

  static let options: [SatisfactionSettings] = {
    var result: [SatisfactionSettings] = []
    for groupBy in [[], [.wave], SurveyDimension.allCases] {
      for waves in SurveyWaves.allCases {
        for overall in [nil, "csat", "ces", "item_speed"] {
          var settings = SatisfactionSettings()
          settings.groupBy = groupBy
          settings.survey.waves = waves
          settings.overall = overall
          settings.survey.confidence = waves == .all ? 0.8 : 0.99
          settings.survey.weighted = overall != "ces"
          settings.survey.scales = ItemMap([("item_speed", SurveyScale(worst: 5, best: 1) ?? .ease)]
          )
          if overall == nil {
            settings.importance = ItemMap([("item_price", 2), ("item_speed", 1)])
          }
          settings.survey.noAnswer = overall == nil ? [4] : []
          settings.survey.labels = ItemMap([("item_price", LocalizedText("Tarif"))])
          result.append(settings)
        }
      }
    }
    return result
  }()

  @Test(arguments: options)
  func `the battery holds with every option`(settings: SatisfactionSettings) throws {
    let survey = SurveyMaker.full(rows: 200)
    let problems = try StageBattery.problems(
      Satisfaction.self, settings, data: SurveyMaker.words + ["Tarif"]
    ) {
      survey.source(invitations: SurveyMaker.invitations(rows: 200), currency: $0)
    }
    #expect(problems == [])
  }

  @Test func `a wider confidence gives wider intervals`() throws {
    let survey = SurveyMaker.full(rows: 200)
    func widths(_ confidence: Double) throws -> [Double] {
      var settings = SatisfactionSettings()
      settings.survey.confidence = confidence
      let table = try survey.output(settings).table("scores")
      return zip(table.numbers("low"), table.numbers("high")).map { ($1 ?? 0) - ($0 ?? 0) }
    }
    let narrow = try widths(0.9)
    let wide = try widths(0.99)
    for (one, other) in zip(narrow, wide) where one > 0 { #expect(one < other) }
    #expect(narrow.contains { $0 > 0 })
  }

  @Test func `the weakest touchpoint and item are findings with an action`() throws {
    let rows = 300
    let touchpoints = (0..<rows).map { ["delivery", "support", "checkout"][$0 % 3] }
    let survey = SurveyMaker()
      .answers("csat", (0..<rows).map { $0 % 3 == 0 ? $0 % 2 + 1 : $0 % 2 + 4 })
      .answers("item_price", (0..<rows).map { $0 % 2 + 4 })
      .answers("item_speed", (0..<rows).map { $0 % 2 + 1 })
      .texts("touchpoint", touchpoints)
    let report = try survey.output().report(
      Wording(language: .english, currency: .cny), step: "satisfaction")
    #expect(
      report.findings.map(\.id) == [
        "satisfaction.weak-touchpoint", "satisfaction.weak-item", "satisfaction.groups-differ",
      ])
    #expect(report.findings[0].sentence.hasPrefix("Touchpoint delivery: Overall satisfaction 1.50"))
    #expect(report.findings[1].sentence.hasPrefix("Weakest item: speed with 1.50"))
    #expect(report.findings.allSatisfy { $0.action != nil })
  }

  @Test func `groups that do not differ are no findings`() throws {
    let rows = 300
    let survey = SurveyMaker().answers("csat", (0..<rows).map { $0 / 3 % 5 + 1 })
      .texts("touchpoint", (0..<rows).map { ["delivery", "support", "checkout"][$0 % 3] })
    let report = try survey.output().report(
      Wording(language: .english, currency: .cny), step: "satisfaction")
    #expect(report.findings.isEmpty)
  }
}
