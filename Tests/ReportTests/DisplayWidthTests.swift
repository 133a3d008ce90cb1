import Testing

@testable import Report

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("客户", 4), ("é", 1), ("e\u{301}", 1), ("（元）", 6), ("12.3%", 5), ("", 0),
    ("−–…", 3), ("한글", 4), ("ｶﾅ", 2), ("😀", 2), ("\u{200B}x", 1),
  ])
  func `a wide character takes two columns and a mark none`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: ["", "a", "客户", "客a户", "a long name", "非常长的客户名称有限公司"])
  func `padding fills and cutting fits`(text: String) {
    for width in 1...30 {
      #expect(DisplayWidth.of(DisplayWidth.cut(text, to: width)) <= width)
      let padded = DisplayWidth.pad(DisplayWidth.cut(text, to: width), to: width, right: true)
      #expect(DisplayWidth.of(padded) == width)
    }
  }

  @Test func `a wrapped text loses nothing and fits`() {
    let text = "Speed of after-sales response 售后服务响应速度，以及一次性解决率（新）"
    for width in 4...40 {
      let lines = TextMeasure.wrap(text, ems: Double(width))
      #expect(lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
      #expect(lines.allSatisfy { TextMeasure.ems($0) <= Double(width) + 1 })
      #expect(lines.allSatisfy { !$0.hasPrefix("，") && !$0.hasPrefix("）") || width < 6 })
    }
  }

  @Test func `what does not fit ends in an ellipsis`() {
    let lines = TextMeasure.fit("one two three four five six", ems: 5, lines: 2)
    #expect(lines.count == 2)
    #expect(lines.last?.hasSuffix("…") == true)
    #expect(TextMeasure.fit("one", ems: 5, lines: 2) == ["one"])
  }
}
