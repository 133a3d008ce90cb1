import Diagnostics
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct ServqualInputTests {
  private func problem(
    _ maker: ServqualMaker, _ settings: ServqualSettings = ServqualSettings()
  ) -> Diagnostic? {
    do {
      _ = try ServqualInput(from: maker.source(), settings)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a dimension without an item is named with its items`() throws {
    var maker = ServqualMaker.full(rows: 20)
    maker.expectations.removeLast(5)
    maker.perceptions.removeLast(5)
    let found = try #require(problem(maker))
    #expect(found.code == "missing-dimension")
    #expect(
      found.message == "no item of the dimension 'empathy' (18, 19, 20, 21, 22) is in the export")
    #expect(found.help?.contains("leave the dimension out") == true)
  }

  @Test func `an item that the export lacks is told, and the dimension is of the others`() throws {
    var maker = ServqualMaker.full(rows: 60, missing: 1_000_000)
    maker.perceptions.removeLast()
    let output = try maker.output()
    #expect(output.absentItems == ["22"])
    // Nothing is perceived of it, so nothing is expected either.
    #expect(output.unusedItems == ["22"])
    let table = output.table("reliability")
    let row = try #require(table.rows(["dimension": "empathy", "answers": "gap"]).first)
    #expect(table.numbers("items")[row] == 4)
  }

  @Test func `an answer off the scale is named with the scale`() throws {
    var maker = ServqualMaker.full(rows: 20)
    maker.perceptions[3].answers[2] = 9
    let found = try #require(problem(maker))
    #expect(found.code == "off-scale")
    #expect(found.message.contains("perception_4 has the answer 9, its scale is 1-7"))
    var settings = ServqualSettings()
    settings.noAnswer = [9]
    #expect(problem(maker, settings) == nil)
  }

  @Test func `an export without perceptions is refused`() throws {
    var maker = ServqualMaker.full(rows: 20)
    maker.perceptions = []
    #expect(problem(maker)?.code == "missing-column")
  }

  @Test(
    arguments: [
      ("{a: 1-3, b: [4, x]}", nil), ("{a: 1-3, b: [3, 4]}", "item-twice"),
      ("{a: {x: 1}}", "wrong-type"), ("[1, 2]", "wrong-type"), ("{a: []}", "wrong-type"),
    ] as [(String, String?)])
  func `a map of dimensions is read or its fault named`(text: String, code: String?) throws {
    var problems = Diagnostics()
    let node = try YAMLTree.read("dimensions: \(text)", file: "p.yaml")
    let settings = ServqualSettings.read(node, &problems)
    #expect(problems.all.first?.code == code)
    if code == nil {
      #expect(
        settings?.dimensions.dimensions.map(\.items) == [["1", "2", "3"], ["4", "x"]])
    }
  }

  @Test func `a scale of nothing is no scale`() throws {
    for text in ["0", "3-3", "1-20"] {
      var problems = Diagnostics()
      let node = try YAMLTree.read("scale: \(text)", file: "p.yaml")
      _ = ServqualSettings.read(node, &problems)
      #expect(problems.all.first?.code == "wrong-type", "\(text)")
    }
  }

  @Test func `everybody with one answer has a gap of nothing and no test`() throws {
    var maker = ServqualMaker.full(rows: 30, missing: 1_000_000)
    maker.expectations = maker.expectations.map { ($0.item, $0.answers.map { _ in 5 }) }
    maker.perceptions = maker.perceptions.map { ($0.item, $0.answers.map { _ in 5 }) }
    let output = try maker.output()
    let table = output.table("scores")
    for row in table.rows(["dimension": "total"]) {
      #expect(table.numbers("gap")[row] == 0 && table.numbers("p")[row] == nil)
    }
    #expect(output.table("reliability").numbers("alpha").allSatisfy { $0 == nil })
    #expect(output.report(Wording(language: .english, currency: .cny), step: "s").findings.isEmpty)
  }
}
