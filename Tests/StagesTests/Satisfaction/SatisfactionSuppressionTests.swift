import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct SatisfactionSuppressionTests {
  /// In result tables.
  private static let hidden = "hidden: n < 5 or protecting one"
  /// On pages, whose notes give the reason.
  private static let word = "hidden"

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
        // Which of the two is small is not told: with their sum that could be enough.
        #expect(table.texts("reason")[row] == (isShown ? "" : Self.hidden))
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
          #expect(row.contains(.missing(Self.word)))
          #expect(!row.contains { if case .number = $0 { true } else { false } })
        }
      }
    }
  }

  @Test func `a survey of fewer than the least cell shows nothing but the reason`() throws {
    let output = try SurveyMaker().answers("nps", [9, 10, 3, 8]).output()
    #expect(output.table("nps").texts("reason") == [Self.hidden])
    #expect(output.table("distribution").numbers("n").allSatisfy { $0 == nil })
    let report = output.report(Wording(language: .english, currency: .cny), step: "s")
    for measure in report.measures {
      #expect(measure.value == nil && measure.n == nil && measure.reason == Self.word)
    }
    #expect(
      report.pages[0].headline
        == "No figure is shown: it would tell the answers of fewer than 5 people.")
    #expect(!"\(report)".contains("4 responses"))
  }

  @Test func `a least cell of one hides nothing`() throws {
    let table = try survey.output(minCell: 1).table("scores")
    #expect(table.texts("reason").allSatisfy { $0.isEmpty })
  }

  @Test func `a small wave alone hides no other wave while only the latest is totalled`() throws {
    let survey = SurveyMaker().answers("nps", (0..<44).map { $0 % 11 })
      .texts("wave", (0..<44).map { $0 < 20 ? "W1" : $0 < 24 ? "W2" : "W3" })
    let output = try survey.output()
    #expect(output.table("nps").texts("reason") == ["", "", Self.hidden, ""])
    // All responses less those of the two other waves would be those of the small one.
    #expect(output.responses == nil && output.focus?.responses == 20)
    var all = SatisfactionSettings()
    all.survey.waves = .all
    #expect(
      try survey.output(all).table("nps").texts("reason") == ["", Self.hidden, Self.hidden, ""])
    // Nothing to compare with: the wave before is hidden.
    #expect(try survey.output().table("nps").numbers("change").allSatisfy { $0 == nil })
  }

  /// The regions consist of units: 17 and 3 in the east, 12 and 20 in the west.
  @Test func `a unit is not told by its region less the other units`() throws {
    let units = [("u1", 17), ("u2", 3), ("u3", 12), ("u4", 20)]
      .flatMap { [String](repeating: $0.0, count: $0.1) }
    var settings = SatisfactionSettings()
    settings.groupBy = [.unit, .region]
    let table = try SurveyMaker().answers("csat", units.indices.map { $0 % 5 + 1 })
      .texts("unit", units).texts("region", units.map { $0 < "u3" ? "east" : "west" })
      .output(settings).table("scores")
    let hidden = (0..<table.rowCount).filter { !table.texts("reason")[$0].isEmpty }
    #expect(hidden.map { table.texts("group")[$0] } == ["u1", "u2"])
  }

  /// A step over all waves and one over the latest, both by segment: what one hides, the other must
  /// not give away.
  @Test func `two steps over the same answers are one system`() throws {
    let rows = (0..<60).map { row -> (segment: String, wave: String) in
      (row % 20 < 12 ? "A" : row % 20 < 17 ? "B" : "C", row < 40 ? "W1" : "W2")
    }
    let survey = SurveyMaker().answers("nps", (0..<60).map { $0 % 11 })
      .texts("segment", rows.map(\.segment)).texts("wave", rows.map(\.wave))
    var all = SatisfactionSettings()
    all.survey.waves = .all
    func raw(_ settings: SatisfactionSettings) throws -> SatisfactionOutput {
      try Satisfaction(settings).run(SatisfactionInput(from: survey.source(), settings))
    }
    let outputs = [("latest", try raw(SatisfactionSettings())), ("all", try raw(all))]
    var tables = AnswerTables()
    for (_, output) in outputs { #expect(tables.merge(output.answers) == nil) }
    let hidden = CellSuppression(tables, minCell: 5).hidden()
    let places = Set(hidden.filter { $0.subject == "external/nps" }.map(\.place))
    // 3 of C answered in the latest wave; B of that wave protects them.
    #expect(places == [["segment=C", "wave=W2"], ["segment=B", "wave=W2"]])
    let (protected, told) = try PackDisclosure(minCell: 5).protect(outputs)
    #expect(protected.count == 2 && told.cells[AnswerCell.ID("external/nps")] != nil)
  }

  @Test func `answers counted in two ways in one pack are refused`() throws {
    let survey = SurveyMaker().answers("item_speed", (0..<40).map { $0 % 5 + 1 })
    var other = SatisfactionSettings()
    other.survey.noAnswer = [5]
    func raw(_ settings: SatisfactionSettings) throws -> SatisfactionOutput {
      try Satisfaction(settings).run(SatisfactionInput(from: survey.source(), settings))
    }
    let outputs = [("one", try raw(SatisfactionSettings())), ("two", try raw(other))]
    #expect {
      _ = try PackDisclosure(minCell: 5).protect(outputs)
    } throws: { error in
      "\(error)".contains("answers-counted-twice") || "\(error)".contains("item_speed")
    }
  }

  @Test func `property: whatever the survey, nothing of a small group can be worked out`() throws {
    for rows in [12, 30, 55, 90] {
      let survey = SurveyMaker.full(rows: rows)
      for minCell in [2, 5, 8] {
        let settings = SatisfactionSettings()
        let raw = try Satisfaction(settings).run(
          SatisfactionInput(from: survey.source(minCell: minCell), settings))
        let hidden = CellSuppression(raw.answers, minCell: minCell).hidden()
        let output = raw.hiding(hidden)
        let table = output.table("scores")
        for row in 0..<table.rowCount {
          let n = table.numbers("n")[row]
          #expect(n == nil || n == 0 || (n ?? 0) >= Double(minCell))
          #expect((n == nil) == !table.texts("reason")[row].isEmpty || n == 0)
        }
      }
    }
  }
}
