import Diagnostics
import Exports
import Testing

@testable import Pipeline

/// What an export of a pipeline says of numbers, dates and answers in words.
@Suite struct FormSettingsTests {
  private func read(_ yaml: String) throws -> (plan: ExportPlan?, problems: Diagnostics) {
    var problems = Diagnostics()
    let plan = ExportPlan.read(try tree(yaml), &problems)
    return (plan, problems)
  }

  @Test func `one value for all fields, or a map of fields`() throws {
    let (plan, problems) = try read(
      "{ files: a.csv, decimal: comma, date_order: { date: dmy }, scale: satisfaction-5 }")
    #expect(problems.isEmpty)
    #expect(plan?.decimal.all == .comma)
    #expect(plan?.dateOrder.all == nil)
    #expect(plan?.dateOrder.fields.map(\.field) == ["date"])
    #expect(plan?.scale.all == .satisfaction5)
    #expect(plan?.dateOrder.echoed.line == "{date: dmy}")
    #expect(plan?.decimal.echoed.line == "comma")
  }

  @Test func `labels count numbers or nothing, for all fields and for one`() throws {
    let (plan, problems) = try read("{ labels: { 好: 5, 差: 1, 不清楚: ~, csat: { 行: 4 } } }")
    #expect(problems.isEmpty)
    #expect(
      plan?.labels.labels.all
        == [LabelValue("好", 5), LabelValue("差", 1), LabelValue("不清楚", nil)])
    #expect(plan?.labels.labels.fields.first?.value == [LabelValue("行", 4)])
    #expect(plan?.labels.echoed.line == "{好: 5, 差: 1, 不清楚: ~, csat: {行: 4}}")
  }

  @Test func `what was left out is echoed as nothing, and nothing is read as left out`() throws {
    let (plan, problems) = try read("{ decimal: ~, date_order: ~, scale: ~, labels: ~ }")
    #expect(problems.isEmpty)
    #expect(plan?.decimal.isEmpty == true)
    #expect(plan?.labels.echoed == SettingEcho.none)
    #expect(plan?.scale.echoed == SettingEcho.none)
  }

  @Test func `wrong values have their place`() throws {
    let (_, problems) = try read("decimal: coma\nscale: { csat: nice-5 }\nlabels: { good: four }\n")
    #expect(problems.places == ["1:10 unknown-value", "2:16 unknown-value", "3:17 wrong-type"])
  }
}
