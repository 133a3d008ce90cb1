import Diagnostics
import Pipeline
import Stages
import Testing
import Values

@Suite struct RFMSettingsTests {
  @Test func `input checks: everything wrong is told at once, with place and help`() throws {
    let text = """
      bins: 11
      bining: quantiles
      binning: quantile
      cuts: left
      thresholds: {recency: [30, 10], frequncy: [1]}
      weights: {r: -1}
      segments:
        - {r: 5}
        - {name: A, f: 5-4}
        - {name: B, id: Big B, role: risky}
      refunds: gross
      """
    let found = #expect(throws: Diagnostics.self) { try RFMSettings.yaml(text) }
    let problems = try #require(found).all
    let lines = problems.map { "\($0.place?.description ?? "?") \($0.code): \($0.help ?? "")" }
    #expect(
      lines == [
        "review.yaml:1:7 out-of-range: write 3 to 10",
        "review.yaml:2:1 unknown-key: did you mean 'binning'?",
        "review.yaml:3:10 unknown-value: did you mean 'quantiles'?",
        "review.yaml:4:7 unknown-value: one of: right-closed, plus-one",
        "review.yaml:5:23 out-of-range: write numbers that ascend from 0 on",
        "review.yaml:5:33 unknown-key: did you mean 'frequency'?",
        "review.yaml:6:14 out-of-range: write 0 or more",
        "review.yaml:8:5 missing-key: write name: and the scores it takes, such as r: 4-5",
        "review.yaml:9:18 wrong-type: write a score such as 5, or a range such as 4-5",
        "review.yaml:10:19 out-of-range: write small letters, digits and underscores, a letter first",
        "review.yaml:10:32 unknown-value: one of: at_risk, best",
        "review.yaml:11:10 unknown-value: one of: net, separate, ignore",
      ])
  }

  @Test(
    arguments: [
      ("weights: {r: 0, f: 0, m: 0}", "no-weight"),
      ("binning: fixed", "wrong-thresholds"),
      ("{binning: fixed, thresholds: {recency: [1, 2, 3, 4]}}", "wrong-thresholds"),
      ("thresholds: {recency: [1, 2, 3, 4]}", "unused-thresholds"),
    ])
  func `input checks: settings that contradict each other`(text: String, code: String) throws {
    let settings = try RFMSettings.yaml(text)
    let problem = #expect(throws: Diagnostic.self) { try RFM(settings) }
    #expect(problem?.code == code)
    #expect(problem?.kind == .configuration)
    #expect(problem?.help != nil)
  }

  @Test func `input checks: the message counts the thresholds that are missing`() throws {
    let settings = try RFMSettings.yaml(
      "{binning: fixed, bins: 4, thresholds: {recency: [1, 2, 3], monetary: [5]}}")
    let problem = #expect(throws: Diagnostic.self) { try RFM(settings) }
    #expect(
      problem?.message
        == "4 bins need 3 thresholds on each axis, found 0 for frequency, 1 for monetary")
  }

  @Test func `consistency: what is echoed reads back as the same settings`() throws {
    let text = """
      bins: 4
      binning: fixed
      thresholds: {recency: [1, 2, 3], frequency: [1, 2, 3], monetary: [0.5, 2, 3]}
      refunds: ignore
      weights: {r: 3, f: 0, m: 1}
      segments: [{name: All, action: Wait}]
      """
    let settings = try RFMSettings.yaml(text)
    let again = try RFMSettings.yaml(settings.echoed.line)
    #expect(again.echoed == settings.echoed)
    #expect(RFMSettings().echoed.line.contains("segments: eleven"))
  }

  @Test func `runs with every option: the example works`() throws {
    var problems = Diagnostics()
    let step = try YAMLTree.read(RFM.example, file: "example")[0]
    let node = try #require(step?["settings"])
    let settings = try #require(RFMSettings.read(node, &problems))
    #expect(problems.isEmpty)
    #expect(throws: Never.self) { try RFM(settings) }
  }
}
