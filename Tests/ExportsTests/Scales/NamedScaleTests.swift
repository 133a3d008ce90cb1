import Diagnostics
import Testing
import Values

@testable import Exports
@testable import Tabular

@Suite struct NamedScaleTests {
  @Test(arguments: NamedScale.allCases)
  func `a label stands for one step, and for no answer on no scale`(scale: NamedScale) {
    let labels = scale.steps.flatMap(\.self).map(HeaderName.normal)
    #expect(Set(labels).count == labels.count)
    #expect(Set(labels).isDisjoint(with: NamedScale.noAnswer.map(HeaderName.normal)))
    #expect(scale.rawValue.hasSuffix("-\(scale.points)"))
    for (index, step) in scale.steps.enumerated() {
      for label in step { #expect(scale.labels.answer(label) == .value(Int64(index + 1))) }
    }
    #expect(scale.labels.answer("不清楚") == .missing)
    #expect(scale.labels.answer("Don’t know") == .missing)
    #expect(scale.labels.answer("whatever") == .unknown)
  }

  @Test func `every step has a label in English and in Chinese`() {
    for scale in NamedScale.allCases {
      for step in scale.steps {
        #expect(step.contains { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(scale)")
        #expect(step.contains { $0.utf8.contains { $0 >= 0x80 } }, "\(scale)")
      }
    }
  }

  private func name(
    _ column: String, _ range: ClosedRange<Int64>, _ settings: ReadingSettings,
    _ contract: Contract = .survey
  ) -> String? {
    settings.labels(of: column, range, in: contract)?.name
  }

  @Test func `a scale for all fields is taken where it has the points of the field`() {
    let settings = ReadingSettings(scale: ByField(.satisfaction5))
    #expect(name("csat", 1...5, settings) == "satisfaction-5")
    #expect(name("item_speed", 1...10, settings) == "satisfaction-5")
    #expect(name("ces", 1...7, settings) == nil)
    #expect(name("nps", 0...10, settings) == nil)
    #expect(name("functional", 1...5, ReadingSettings(scale: ByField(.kano5)), .kano) == "kano-5")
  }

  @Test func `a scale of a field, a family or a member of one is for that alone`() {
    let settings = ReadingSettings(
      scale: ByField(
        fields: [("ces", .ease7), ("item", .agreement5), ("item_speed", .satisfaction7)]))
    #expect(name("ces", 1...7, settings) == "ease-7")
    #expect(name("item_price", 1...10, settings) == "agreement-5")
    #expect(name("item_speed", 1...10, settings) == "satisfaction-7")
    #expect(name("csat", 1...5, settings) == nil)
  }

  @Test func `labels of one's own stand before those of a scale`() throws {
    let settings = ReadingSettings(
      scale: ByField(.satisfaction5),
      labels: ByField(
        [LabelValue("比较满意", 4), LabelValue("一般", nil)], fields: [("csat", [LabelValue("好", 5)])]))
    let csat = try #require(settings.labels(of: "csat", 1...5, in: .survey)).scale
    #expect(csat.answer("比较满意") == .value(4))
    #expect(csat.answer("一般") == .missing)
    #expect(csat.answer("好") == .value(5))
    #expect(csat.answer("非常满意") == .value(5))
    let item = try #require(settings.labels(of: "item_1", 1...10, in: .survey)).scale
    #expect(item.answer("好") == .unknown)
  }

  @Test func `settings of fields that are not there, or beyond their range, are told`() {
    let settings = ReadingSettings(
      decimal: ByField(fields: [("amout", .comma)]),
      scale: ByField(fields: [("csat", .agreement7), ("comment", .quality5), ("item", .ease7)]),
      labels: ByField(fields: [("ces", [LabelValue("so", 8)])]))
    let problems = settings.problems(in: .survey, kind: .configuration)
    #expect(problems.map(\.code) == ["unknown-field", "out-of-range", "no-scale", "out-of-range"])
  }

  @Test func `what is said of forms is part of what a file means`() {
    let all = [
      ReadingSettings(), ReadingSettings(decimal: ByField(.comma)),
      ReadingSettings(decimal: ByField(.point)),
      ReadingSettings(decimal: ByField(fields: [("amount", .point)])),
      ReadingSettings(dateOrder: ByField(.dmy)), ReadingSettings(dateOrder: ByField(.mdy)),
      ReadingSettings(scale: ByField(.ease7)),
      ReadingSettings(labels: ByField([LabelValue("a", 1)])),
      ReadingSettings(labels: ByField([LabelValue("a", nil)])),
    ]
    #expect(Set(all.map(\.identity)).count == all.count)
  }
}
