import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct SatisfactionInputTests {
  private func problem(_ body: () throws -> SatisfactionOutput) -> String {
    do {
      _ = try body()
      return "no problem"
    } catch let diagnostic as Diagnostic {
      return diagnostic.description
    } catch {
      return "\(error)"
    }
  }

  private static func node(_ content: SettingNode.Content) -> SettingNode {
    SettingNode(content, at: Diagnostic.Place("p.yaml", line: 3, column: 5))
  }

  private static func text(_ text: String) -> SettingNode { node(.scalar(text, quoted: false)) }

  private static func map(_ pairs: KeyValuePairs<String, SettingNode>) -> SettingNode {
    node(.map(pairs.map { ($0.key, Diagnostic.Place("p.yaml", line: 2, column: 3), $0.value) }))
  }

  @Test func `input check: all settings are read and echoed`() throws {
    var problems = Diagnostics()
    let settings = SatisfactionSettings.read(
      Self.map([
        "group_by": Self.node(.list([Self.text("region"), Self.text("wave")])),
        "waves": Self.text("all"),
        "scales": Self.map(["item_wait": Self.text("5-1"), "item_price": Self.text("1-10")]),
        "no_answer": Self.node(.list([Self.text("9")])),
        "items": Self.map([
          "item_wait": Self.map(["en": Self.text("Waiting"), "zh-Hans": Self.text("等待")]),
          "item_price": Self.text("Price"),
        ]),
        "overall": Self.text("csat"), "weighted": Self.text("false"),
        "confidence": Self.text("0.9"), "importance": Self.map(["item_price": Self.text("2.5")]),
      ]), &problems)
    #expect(problems.isEmpty, "\(problems)")
    let read = try #require(settings)
    #expect(
      read.echoed.line
        == "{waves: all, scales: {item_wait: 5-1, item_price: 1-10}, "
        + "no_answer: [9], items: {item_wait: {en: Waiting, zh-Hans: 等待}, "
        + "item_price: {en: Price, zh-Hans: Price}}, weighted: false, confidence: 0.9, "
        + "group_by: [region, wave], overall: csat, "
        + "importance: {item_price: 2.5}}")
  }

  @Test(arguments: [
    ("group_by", "[segmnt]", "did you mean 'segment'?"),
    ("waves", "last", "one of: latest, all"),
    ("confidence", "95", "above 0.5 and below 1"),
    ("scales", "{item_a: 1-50}", "a scale such as 1-5, worst answer first"),
    ("scales", "{item_a: good}", "a scale such as 1-5, worst answer first"),
    ("scales", "{nps: 1-10}", "without nps, which is always 0-10"),
    ("items", "{item_a: {de: Preis}}", "one of: en, zh-Hans"),
    ("weighted", "maybe", "true or false"),
    ("importance", "{nps: 2}", "a map of single aspects, such as item_price: 3"),
    ("importance", "{item_a: -1}", "weights from 0 to 1000000, one of them above 0"),
    ("importance", "{item_a: 0}", "weights from 0 to 1000000, one of them above 0"),
    ("importance", "{item_a: high}", "this takes a number"),
  ])
  func `input check: what a setting must be`(key: String, value: String, help: String) {
    func parse(_ text: Substring) -> SettingNode {
      if text.hasPrefix("{"), let colon = text.firstIndex(of: ":") {
        let name = String(text[text.index(after: text.startIndex)..<colon])
        let rest = text[text.index(after: colon)...].dropLast()
        return Self.map([name: parse(rest.drop { $0 == " " })])
      }
      if text.hasPrefix("[") { return Self.node(.list([parse(text.dropFirst().dropLast())])) }
      return Self.text(String(text))
    }
    var problems = Diagnostics()
    _ = SatisfactionSettings.read(Self.map([key: parse(value[...])]), &problems)
    #expect(problems.all.count == 1)
    #expect(problems.description.contains(help), "\(problems)")
    #expect(problems.description.contains("p.yaml:"))
  }

  @Test func `input check: an answer off the scale names item, answer and remedy`() {
    let survey = SurveyMaker().answers("item_price", [1, 8, 9, 8, 3])
    let found = problem { try survey.output() }
    let expected = """
      error: item_price has the answer 8, its scale is 1-5; off the scale: 3 rows [off-scale]
        help: set scales: {item_price: 1-10} for a longer scale, or no_answer: [8] for a code \
      that is no answer
      """
    #expect(found == expected)
  }

  @Test func `input check: a survey without answers to count says what it needs`() {
    let survey = SurveyMaker().texts("segment", ["A"])
    let found = problem { try survey.output() }
    let expected = """
      error: the survey has none of the columns nps, csat, ces, item_* [missing-column]
        help: map one with --column survey.csat=HEADER
      """
    #expect(found == expected)
  }

  @Test func `input check: an unknown item is named with a suggestion`() {
    var settings = SatisfactionSettings()
    settings.overall = "item_sped"
    let survey = SurveyMaker().answers("csat", [1]).answers("item_speed", [1])
    let found = problem { try survey.output(settings) }
    let expected = """
      error: the survey has no item 'item_sped' [unknown-item]
        help: did you mean 'item_speed'?
      """
    #expect(found == expected)
  }

  @Test func `input check: weights of zero alone are refused`() {
    let survey = SurveyMaker().answers("csat", [1, 2]).weights([0, .nan])
    let refused = problem { try survey.output() }
    #expect(refused.contains("[no-weights]"))
    var settings = SatisfactionSettings()
    settings.survey.weighted = false
    let unweighted = problem { try survey.output(settings, minCell: 1) }
    #expect(unweighted == "no problem")
  }

  @Test func `rows without weight lose their answers and are counted`() throws {
    let output = try SurveyMaker().answers("csat", [1, 1, 1, 5, 5])
      .weights([1, 2, 1, 0, .nan]).output(minCell: 1)
    #expect(output.withoutWeight == 2)
    #expect(output.table("scores").numbers("mean") == [1])
    #expect(output.table("scores").numbers("n") == [3])
  }

  @Test func `a level that nobody chose is shown with zero`() throws {
    let table = try SurveyMaker().answers("csat", [5, 5, 4, 5, 5]).output().table("distribution")
    #expect(table.numbers("level") == [1, 2, 3, 4, 5])
    #expect(table.numbers("n") == [0, 0, 0, 1, 4])
    #expect(table.numbers("share") == [0, 0, 0, 0.2, 0.8])
  }

  @Test func `codes for no answer are left out of items alone`() throws {
    var settings = SatisfactionSettings()
    settings.survey.noAnswer = [9]
    let output = try SurveyMaker().answers("nps", [9, 9, 9, 9, 9])
      .answers("item_price", [9, 1, 3, 9, 5]).output(settings, minCell: 1)
    #expect(output.item("item_price")?.total.figures?.n == 3)
    #expect(output.item("nps")?.total.figures?.n == 5)
  }

  @Test func `on a reversed scale one is the best answer`() throws {
    var settings = SatisfactionSettings()
    settings.survey.scales = ItemMap([
      ("item_wait", SurveyScale(worst: 5, best: 1) ?? .satisfaction)
    ])
    let output = try SurveyMaker().answers("item_wait", [1, 1, 2, 5, 5]).output(settings)
    let figures = try #require(output.item("item_wait")?.total.figures)
    #expect(abs(figures.mean.mean - (5 + 5 + 4 + 1 + 1) / 5) < 1e-12)
    #expect(abs(figures.top.share - 0.6) < 1e-12)
    #expect(output.table("distribution").numbers("level") == [5, 4, 3, 2, 1])
    #expect(output.table("distribution").numbers("n") == [2, 0, 0, 1, 2])
  }

  @Test func `texts and categories give the same groups`() throws {
    let names = ["b", "a", "", "b", "a", "c", "b"]
    let survey = SurveyMaker().answers("csat", [1, 2, 3, 4, 5, 1, 2])
    let one = try survey.texts("touchpoint", names).output(minCell: 1).table("scores")
    let other = try survey.category("touchpoint", names).output(minCell: 1).table("scores")
    #expect(one.columns.description == other.columns.description)
    #expect(one.texts("group") == ["", "a", "b", "c", ""])
  }

  @Test func `a segment comes from the customers where the survey has none`() throws {
    let customers = DataTable(
      name: "customers",
      heads: ["customer_id", "segment", "region"].map { SurveyMaker.head($0, .text) },
      columns: [
        .text(TextColumn(["c2", "c1"])), .text(TextColumn(["SMB", "VIP"])),
        .text(TextColumn(["South", "North"])),
      ])
    var settings = SatisfactionSettings()
    settings.groupBy = [.segment, .region]
    let survey = SurveyMaker().answers("csat", [5, 1, 3]).texts("customer_id", ["c1", "c2", "c9"])
    let table = try survey.output(settings, customers: customers, minCell: 1).table("scores")
    #expect(table.texts("group") == ["", "SMB", "VIP", "", "North", "South", ""])
    #expect(table.numbers("mean") == [3, 1, 5, 3, 5, 1, 3])
    let own = try survey.texts("segment", ["x", "x", "y"])
      .output(settings, customers: customers, minCell: 1).table("scores")
    #expect(own.texts("group") == ["", "x", "y", "North", "South", ""])
  }

  @Test func `waves go by their days, without days by number`() throws {
    let survey = SurveyMaker().answers("csat", [1, 2, 3, 4])
      .texts("wave", ["W10", "W9", "W1", "W1"])
    func order(_ survey: SurveyMaker) throws -> [String] {
      let table = try survey.output(minCell: 1).table("scores")
      return table.rows(["dimension": "wave"]).map { table.texts("group")[$0] }
    }
    #expect(try order(survey) == ["W1", "W9", "W10"])
    let days = [20, 10, 30, 31].map { Day(number: $0) }
    #expect(try order(survey.dates(days)) == ["W9", "W10", "W1"])
  }

  @Test func `figures are of the latest wave, or of all, as asked`() throws {
    let survey = SurveyMaker().answers("csat", [1, 1, 5, 5, 3])
      .texts("wave", ["W1", "W1", "W2", "W2", ""]).texts("segment", ["a", "b", "a", "b", "a"])
    let latest = try survey.output(minCell: 1)
    #expect(latest.focus?.wave == "W2" && latest.focus?.previous == "W1")
    #expect(latest.item("csat")?.total.figures?.mean.mean == 5)
    var settings = SatisfactionSettings()
    settings.survey.waves = .all
    let all = try survey.output(settings, minCell: 1)
    #expect(all.focus == nil)
    #expect(all.item("csat")?.total.figures?.mean.mean == 3)
  }

  @Test func `a response without any answer is counted as such`() throws {
    let output = try SurveyMaker().answers("csat", [nil, 4, nil]).answers("nps", [nil, nil, 9])
      .output(minCell: 1)
    #expect(output.responses == 3 && output.withoutAnswer == 1)
  }
}
