import Diagnostics
import Testing
import Values

@testable import Pipeline

/// Settings are read with all that is wrong in one go.
@Suite struct SettingsTests {
  private struct Inner: KeyedSettings {
    var count = 3
    var share = 0.5
    static var fields: [SettingField<Inner>] {
      [
        SettingField(
          "count", \.count, Phrase("Count", "数"), check: { $0 > 0 ? nil : "at least 1" }),
        SettingField("share", \.share, Phrase("Share", "份额")),
      ]
    }
  }

  private struct Outer: KeyedSettings {
    var name = "x"
    var isOn = false
    var day: Day?
    var list = [1, 2]
    var inner = Inner()
    static var fields: [SettingField<Outer>] {
      [
        SettingField("name", \.name, Phrase("Name", "名称")),
        SettingField("is_on", \.isOn, Phrase("On", "开")),
        SettingField("day", \.day, Phrase("Day", "日")),
        SettingField("list", \.list, Phrase("List", "列表")),
        SettingField("inner", \.inner, Phrase("Inner", "内部")),
      ]
    }
  }

  private func read(_ yaml: String) throws -> (settings: Outer?, problems: Diagnostics) {
    var problems = Diagnostics()
    let settings = Outer.read(try tree(yaml), &problems)
    return (settings, problems)
  }

  @Test func `keys that are there overwrite the defaults, the others stay`() throws {
    let (settings, problems) = try read("{ is_on: true, day: 2025-12-31, inner: { count: 7 } }")
    #expect(problems.isEmpty)
    #expect(settings?.name == "x")
    #expect(settings?.isOn == true)
    #expect(settings?.day == Day(year: 2025, month: 12, day: 31))
    #expect(settings?.inner.count == 7)
    #expect(settings?.inner.share == 0.5)
  }

  @Test func `everything wrong is told at once, each at its place`() throws {
    let (_, problems) = try read(
      """
      nam: y
      is_on: maybe
      day: 2025-02-30
      list: [1, two, 3.5]
      inner:
        count: 0
        shares: 1
        share: a lot

      """)
    #expect(
      problems.places == [
        "1:1 unknown-key", "2:8 wrong-type", "3:6 no-day", "4:11 wrong-type", "4:16 wrong-type",
        "6:10 out-of-range", "7:3 unknown-key", "8:10 wrong-type",
      ])
    #expect(problems.all.first?.help == "did you mean 'name'?")
    #expect(problems.all[6].help == "did you mean 'share'?")
    #expect(problems.all[5].message == "'count' must be at least 1, found '0'")
    #expect(problems.kind == .configuration)
  }

  @Test(arguments: ["[1]", "text", "7"])
  func `settings that are no map are told with the keys there are`(_ yaml: String) throws {
    let (_, problems) = try read(yaml)
    #expect(problems.places == ["1:1 wrong-type"])
    #expect(problems.all.first?.help == "keys: name, is_on, day, list, inner")
  }

  @Test(arguments: ["\"3\"", "3.5", "1e3", "three", "[3]", "~"])
  func `a whole number is written as one`(_ text: String) throws {
    #expect(try read("inner: { count: \(text) }").problems.places == ["1:17 wrong-type"])
  }

  @Test(arguments: [".nan", "inf", "nan", "-infinity"])
  func `a number is finite`(_ text: String) throws {
    #expect(try read("inner: { share: \(text) }").problems.places == ["1:17 wrong-type"])
  }

  @Test func `the echo has all keys in declared order, as they were used`() throws {
    let (settings, _) = try read("{ inner: { share: 0.25 }, list: [] }")
    #expect(
      settings?.echoed.line
        == "{name: x, is_on: false, day: ~, list: [], inner: {count: 3, share: 0.25}}")
  }

  @Test func `a level is one of a closed list`() throws {
    var problems = Diagnostics()
    #expect(ZoneOffset.read(try tree("+08:00"), &problems)?.seconds == 28_800)
    #expect(ZoneOffset.read(try tree("-03:30"), &problems)?.seconds == -12_600)
    #expect(problems.isEmpty)
    #expect(Source.Scope.read(try tree("intern"), &problems) == nil)
    #expect(problems.all.first?.help == "did you mean 'internal'?")
    for bad in ["8", "+8:00", "+15:00", "+08:60", "Asia/Shanghai"] {
      #expect(ZoneOffset(bad) == nil, "\(bad)")
    }
    #expect(ZoneOffset("-03:30")?.echoed == .text("-03:30"))
  }
}
