import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct JourneySuppressionTests {
  private let english = Wording(language: .english, currency: .cny)

  /// 30 order, 20 get support, 3 recycle.
  private var maker: JourneyMaker {
    var maker = JourneyMaker()
    maker.add("order", [0, 2, 8, 10, 10], nps: 8)
    maker.add("recycle", [1, 1, 1, 0, 0], nps: 2)
    maker.add("support", [1, 4, 5, 5, 5], nps: 6)
    maker.add("visit", [1, 4, 5, 5, 5], nps: 6)
    return maker
  }

  @Test func `a touchpoint of three is hidden together with one that protects it`() throws {
    var settings = JourneySettings()
    settings.order = ["order", "recycle", "visit", "support"]
    let output = try maker.output(settings)
    let table = output.table("touchpoints")
    let hidden = table.rows(["item": "csat", "dimension": "touchpoint"]).filter {
      !table.texts("reason")[$0].isEmpty
    }
    #expect(hidden.map { table.texts("group")[$0] } == ["recycle", "support"])
    for row in hidden {
      for column in ["n", "mean", "sd", "top2", "drop", "importance", "nps", "change"] {
        #expect(table.numbers(column)[row] == nil)
      }
    }
    // What follows a hidden touchpoint is not held against the one before that.
    let visit = try #require(table.rows(["item": "csat", "group": "visit"]).first)
    #expect(table.numbers("mean")[visit] != nil && table.numbers("drop")[visit] == nil)
    let page = output.report(english, step: "journey").pages[0]
    for case .chart(let chart) in page.blocks {
      guard case .band(let line) = chart.kind else { continue }
      #expect(line.x == ["order", "(hidden)", "visit"] && line.middle[1].isNaN)
    }
  }

  /// Stage `satisfaction` tells of the same people: both hide the same groups.
  @Test func `touchpoints are one system with those of satisfaction`() throws {
    var survey = SatisfactionSettings()
    survey.groupBy = [.touchpoint]
    let satisfaction = try Satisfaction(survey).run(
      SatisfactionInput(from: maker.source(), survey))
    var tables = satisfaction.answers
    let journey = try maker.raw()
    #expect(tables.merge(journey.answers) == nil)
    let shared = Set(satisfaction.answers.cells.map(\.id))
      .intersection(journey.answers.cells.map(\.id))
    #expect(shared.contains(AnswerCell.ID("external/csat", ["touchpoint=visit"])))
    #expect(shared.contains(AnswerCell.ID("external/nps", ["touchpoint=visit"])))
    #expect(CellSuppression(tables, minCell: 5).hidden().count == 4)
  }

  /// One step of the latest wave, one of all: the earlier waves are the difference.
  @Test func `a step of all waves does not give away what one of the latest hides`() throws {
    var maker = JourneyMaker()
    for (wave, counts) in [("W1", [20, 20, 20]), ("W2", [20, 20, 3])] {
      for (touchpoint, count) in zip(["order", "support", "visit"], counts) {
        for row in 0..<count {
          maker.rows.append(
            .init(
              customer: "c\(maker.rows.count)", day: wave == "W1" ? 1 : 99,
              touchpoint: touchpoint, csat: row % 5 + 1, nps: nil, wave: wave))
        }
      }
    }
    maker.hasNPS = false
    var all = JourneySettings()
    all.survey.waves = .all
    var latest = try maker.raw().answers
    #expect(latest.merge(try maker.raw(all).answers) == nil)
    let hidden = CellSuppression(latest, minCell: 5).hidden()
    let small = AnswerCell.ID("external/csat", ["touchpoint=visit", "wave=W2"])
    #expect(hidden.contains(small))
    // Visits of the first wave are told by the first step, of all waves by the second: one must go.
    #expect(
      hidden.contains(AnswerCell.ID("external/csat", ["touchpoint=visit", "wave=W1"]))
        || hidden.contains(AnswerCell.ID("external/csat", ["touchpoint=visit"])))
  }

  @Test func `customers of a small class or state are not told`() throws {
    var maker = JourneyMaker()
    maker.classes = []
    maker.cases = []
    for customer in 0..<60 {
      maker.rows.append(
        .init(
          customer: "c\(customer)", day: 10, touchpoint: "order", csat: customer % 5 + 1,
          nps: customer % 11))
      maker.classes?.append(("c\(customer)", customer < 3 ? "lost" : "existing"))
      if customer < 30 {
        maker.cases?.append(
          .init(customer: "c\(customer)", opened: 5, resolved: customer < 2 ? nil : 8))
      }
    }
    let output = try maker.output()
    let recovery = output.table("recovery")
    #expect(recovery.numbers("n") == [30, 28, nil])
    #expect(recovery.numbers("mean")[2] == nil && recovery.numbers("difference")[2] == nil)
    let classes = output.table("lifecycle")
    #expect(classes.numbers("n") == [57, nil] && classes.numbers("mean")[1] == nil)
  }

  @Test func `property: whatever the journey, no small group has a figure`() throws {
    for rows in [12, 40, 90, 240] {
      for minCell in [2, 5, 8] {
        for waves in SurveyWaves.allCases {
          var settings = JourneySettings()
          settings.survey.waves = waves
          settings.leastCustomers = 10
          settings.leastMoments = 2
          let output = try JourneyMaker.full(rows: rows).output(settings, minCell: minCell)
          for name in ["touchpoints", "groups", "moments", "models", "recovery", "lifecycle"] {
            let n = output.table(name).numbers("n")
            #expect(n.allSatisfy { $0.map { $0 == 0 || $0 >= Double(minCell) } ?? true })
          }
        }
      }
    }
  }
}
