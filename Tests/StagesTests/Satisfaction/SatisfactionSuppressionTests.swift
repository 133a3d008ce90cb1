import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct SatisfactionSuppressionTests {
  typealias V = Suppression.Visibility

  @Test(arguments: [
    // Nothing small: nothing hidden.
    ([9, 8, 7], true, [V.shown, .shown, .shown]),
    // One small: the next smallest goes with it.
    ([9, 3, 7], true, [.shown, .small, .protecting]),
    // Two small ones that are enough together.
    ([9, 3, 2], true, [.shown, .small, .small]),
    // Two small ones that are too few together: 2 people could be worked out.
    ([9, 1, 1], true, [.protecting, .small, .small]),
    // Without a published total there is nothing to subtract from.
    ([9, 3, 7], false, [.shown, .small, .shown]),
    // Nobody is nobody's secret.
    ([9, 0, 7], true, [.shown, .empty, .shown]),
    ([9, 0, 4], true, [.protecting, .empty, .small]),
    // Equal ones by position.
    ([7, 7, 2], true, [.protecting, .shown, .small]),
    ([4], true, [.small]),
  ])
  func `correctness: who is hidden`(bases: [Int], isTotalShown: Bool, expected: [V]) {
    #expect(
      Suppression.visibility(bases: bases, minCell: 5, isTotalShown: isTotalShown) == expected)
  }

  @Test func `property: no hidden group can be worked out from the total`() {
    var random = SurveyRandom(seed: 99)
    for _ in 0..<2000 {
      let bases = (0..<(1 + random.below(8))).map { _ in random.below(14) }
      let minCell = 2 + random.below(8)
      let total = bases.reduce(0, +)
      let visible = Suppression.visibility(
        bases: bases, minCell: minCell, isTotalShown: total >= minCell)
      let hidden = bases.indices.filter { visible[$0] == .small || visible[$0] == .protecting }
      for index in bases.indices where bases[index] > 0 && bases[index] < minCell {
        #expect(hidden.contains(index))
      }
      guard total >= minCell, !hidden.isEmpty else { continue }
      // What subtraction gives is the sum over all hidden groups: several, and not few people.
      #expect(hidden.count > 1)
      #expect(hidden.reduce(0) { $0 + bases[$1] } >= minCell)
    }
  }

  /// 40 answers of A, 20 of B, 3 of C.
  private var survey: SurveyMaker {
    let segments = (0..<63).map { $0 < 40 ? "A" : $0 < 60 ? "B" : "C" }
    return SurveyMaker().answers("nps", (0..<63).map { $0 % 11 })
      .answers("csat", (0..<63).map { $0 % 5 + 1 }).texts("segment", segments)
  }

  @Test func `a hidden group has no figure in any table, and says why`() throws {
    let output = try survey.output()
    for name in ["scores", "distribution", "nps"] {
      let table = output.table(name)
      for row in table.rows(["dimension": "segment"]) {
        let isShown = table.texts("group")[row] == "A"
        for (head, values) in zip(table.heads, table.columns)
        where head.unit != .text && head.id != "level" && !["change", "z", "p"].contains(head.id) {
          #expect(values.isMissing(row) == !isShown, "\(name).\(head.id)")
        }
        let reason = ["A": "", "B": "protects n < 5", "C": "n < 5"]
        #expect(table.texts("reason")[row] == reason[table.texts("group")[row]])
      }
    }
  }

  @Test func `a hidden group is in no chart, and its cells give the reason`() throws {
    let wording = Wording(language: .english, currency: .cny)
    let page = try survey.output().report(wording, step: "satisfaction").pages[0]
    for block in page.blocks {
      if case .chart(let chart) = block, case .intervals(let names, _, _, _) = chart.kind {
        #expect(!names.contains("B") && !names.contains("C"))
      }
      if case .table(let table) = block {
        for row in table.rows where row.contains(.text("C")) {
          #expect(row.contains(.missing("n < 5")))
          #expect(!row.contains { if case .number = $0 { true } else { false } })
        }
      }
    }
  }

  @Test func `a survey of fewer than the least cell shows nothing but the reason`() throws {
    let output = try SurveyMaker().answers("nps", [9, 10, 3, 8]).output()
    #expect(output.table("nps").texts("reason") == ["n < 5"])
    #expect(output.table("distribution").numbers("n").allSatisfy { $0 == nil })
    let report = output.report(Wording(language: .english, currency: .cny), step: "s")
    let nps = report.measures.first { $0.id == "nps" }
    #expect(nps?.value == nil && nps?.n == nil && nps?.reason == "n < 5")
    #expect(report.pages[0].headline == "Fewer than 5 people answered: no figure is shown.")
  }

  @Test func `a least cell of one hides nothing`() throws {
    let table = try survey.output(minCell: 1).table("scores")
    #expect(table.texts("reason").allSatisfy { $0.isEmpty })
  }

  @Test func `a small wave alone hides no other wave while only the latest is totalled`() throws {
    let survey = SurveyMaker().answers("nps", (0..<44).map { $0 % 11 })
      .texts("wave", (0..<44).map { $0 < 20 ? "W1" : $0 < 24 ? "W2" : "W3" })
    #expect(try survey.output().table("nps").texts("reason") == ["", "", "n < 5", ""])
    var all = SatisfactionSettings()
    all.waves = .all
    #expect(
      try survey.output(all).table("nps").texts("reason") == ["", "protects n < 5", "n < 5", ""])
    // Nothing to compare with: the wave before is hidden.
    #expect(try survey.output().table("nps").numbers("change").allSatisfy { $0 == nil })
  }
}
