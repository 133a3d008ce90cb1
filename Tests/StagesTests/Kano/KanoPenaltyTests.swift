import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct KanoPenaltyTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test func `without paired questions classes come from penalties and rewards`() throws {
    var maker = KanoMaker()
    maker.hasPairs = false
    maker.survey = .penalties(rows: 400)
    let output = try maker.output()
    let table = output.table("penalties")
    #expect(table.texts("item") == ["item_price", "item_speed"])
    #expect(table.texts("class") == ["basic", "excitement"])
    // Two points lost where the price is poor, two earned where speed is good, less what the ends
    // of the scale take.
    #expect(try #require(table.numbers("penalty")[0]) < -1)
    #expect(try #require(table.numbers("reward")[1]) > 1)
    #expect(
      output.report(english, step: "kano").pages[0].headline
        == "By penalty and reward, basic items: 1, exciting: 1, of 2 in all.")
  }

  @Test func `where both exist their agreement is told`() throws {
    var maker = KanoMaker.letters(["invoice": [5, 5, 40, 5, 0, 0], "speed": [5, 5, 40, 5, 0, 0]])
    maker.survey = .penalties(rows: 400)
    var settings = KanoSettings()
    settings.features = ItemMap([("item_price", "invoice"), ("item_speed", "speed")])
    let output = try maker.output(settings)
    #expect(output.table("penalties").texts("agrees") == ["yes", "no"])
    #expect(
      "\(output.report(english, step: "kano").pages[0])"
        .contains("agree on 1 of 2 features"))
  }

  @Test func `too few complete answers for the items are refused`() throws {
    var maker = KanoMaker()
    maker.hasPairs = false
    maker.survey = .penalties(rows: 39)
    let output = try maker.output()
    #expect(output.table("penalties").texts("reason") == ["n < 40", "n < 40"])
    #expect(output.table("penalties").numbers("penalty").allSatisfy { $0 == nil })
  }

  @Test func `an overall score that does not vary is told as such`() throws {
    var maker = KanoMaker()
    maker.hasPairs = false
    maker.survey = SurveyMaker().answers("csat", [Int](repeating: 4, count: 100))
      .answers("item_price", (0..<100).map { $0 % 5 + 1 })
    #expect(
      try maker.output().report(english, step: "kano").pages[0].headline
        == "Penalties and rewards cannot be worked out: overall satisfaction does not vary over "
        + "100 complete answers.")
  }

  @Test func `items of one scale cannot be told on another`() throws {
    var maker = KanoMaker()
    maker.hasPairs = false
    maker.survey = SurveyMaker().answers("csat", [5]).answers("item_price", [9])
    #expect {
      _ = try maker.output()
    } throws: { error in
      "\(error)".contains("off-scale") || "\(error)".contains("item_price has the answer 9")
    }
  }

  @Test func `a survey without items or overall question is no way round paired answers`() throws {
    var maker = KanoMaker()
    maker.hasPairs = false
    maker.survey = SurveyMaker().answers("csat", [5, 4])
    #expect(throws: Diagnostic.self) { try maker.output() }
    maker.survey = nil
    #expect(throws: Diagnostic.self) { try maker.output() }
  }
}
