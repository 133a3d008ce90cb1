import Testing
import Values

@testable import Report

@Suite struct ReportPhrasesTests {
  @Test(arguments: ReportPhrases.all)
  func `every phrase is in both languages with the same values`(phrase: Phrase) {
    let names = { (text: String) in
      text.matches(of: #/\{[a-z]+\}/#).map { String($0.output) }.sorted()
    }
    #expect(names(phrase.english) == names(phrase.chinese))
    let bare = phrase.chinese.replacing(#/\{[a-z]+\}/#, with: "")
    #expect(bare.firstMatch(of: #/[A-Za-z]{4}/#) == nil)
    #expect(!phrase.english.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) })
  }

  @Test func `a measure says its change for better or worse`() {
    var measure = Measure(
      id: "x", label: "X", value: 0.382, unit: .share, low: 0.35, high: 0.41, betterWhen: .higher)
    measure.previous = 0.403
    measure.target = 0.38
    let text = MeasureText(measure, .english)
    #expect(text.value == "38.2 %")
    #expect(text.interval == "35.0 % to 41.0 %")
    #expect(text.change == "▼ −2.1 pp from 40.3 %")
    #expect(text.isBetter == false)
    #expect(text.meetsTarget == true)
    measure.betterWhen = .lower
    #expect(MeasureText(measure, .english).isBetter == true)
    #expect(MeasureText(measure, .english).meetsTarget == false)
    #expect(MeasureText(measure, .simplifiedChinese).change == "▼ −2.1 个百分点（上期 40.3%）")
    measure.value = nil
    measure.reason = "nobody answered"
    let none = MeasureText(measure, .english)
    #expect(none.value == "nobody answered")
    #expect(none.change == nil && none.interval == nil && none.target == nil)
  }

  @Test func `a trend runs from the lowest to the highest block`() {
    #expect(MeasureText.sparkline([1, .nan, 8, 4.5]) == "▁ █▅")
    #expect(MeasureText.sparkline([2, 2]) == "▄▄")
    #expect(MeasureText.sparkline([2, .nan]) == nil)
  }
}
