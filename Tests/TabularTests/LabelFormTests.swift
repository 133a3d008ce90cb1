import Tabular
import Testing
import Values

@Suite struct LabelFormTests {
  private var scale: LabelScale {
    var scale = LabelScale()
    for (label, value) in [
      ("非常满意", 5), ("满意", 4), ("一般", 3), ("不满意", 2), ("Very satisfied", 5), ("Too good", 9),
    ] as [(String, Int64)] { scale.add(label, value) }
    scale.add("不清楚", nil)
    scale.add("N/A", nil)
    return scale
  }

  @Test func `labels count what the scale says; no answer is no value, and not neutral`() throws {
    let decided = try FormQuestion.integer(1...5, labels: scale).decide([
      "非常满意", " 满意 ", "一般", "VERY  SATISFIED", "very_satisfied", "不清楚", "n/a", "", "4", "4.0", "很好",
      "9",
      "Too good", "ｖｅｒｙ　ｓａｔｉｓｆｉｅｄ",
    ])
    #expect(
      decided.outcomes == [
        "5", "4", "3", "5", "5", "-", "-", "-", "4", "4", "level", "range", "range", "5",
      ])
    #expect(decided.answer.statement == "scale; '非常满意' (line 2) is 5")
  }

  @Test func `no answer rejects a row where one is required`() throws {
    var question = FormQuestion.integer(1...5, labels: scale)
    question.spec.isRequired = true
    #expect(try question.decide(["满意", "不清楚", ""]).outcomes == ["4", "required", "required"])
  }

  @Test func `without a scale labels are rejected, and a hint says what to do`() throws {
    let decided = try FormQuestion.integer(1...5).decide(["非常满意", "满意", "4"])
    #expect(decided.outcomes == ["integer", "integer", "4"])
    #expect(
      decided.answer.hint
        == "words such as '非常满意' (line 2) count only by a declared scale: `scale` or `labels` of "
        + "the export, --scale or --label by hand")
    #expect(try FormQuestion.integer(1...5).decide(["满意", "3", "4"]).answer.hint == nil)
  }
}
