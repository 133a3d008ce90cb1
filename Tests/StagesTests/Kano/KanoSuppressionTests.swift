import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct KanoSuppressionTests {
  /// 30 of A, 20 of B, 3 of C answer two features.
  private var maker: KanoMaker {
    var maker = KanoMaker()
    for row in 0..<53 {
      for feature in ["f", "g"] {
        maker.rows.append(
          .init(
            respondent: "k\(row)", feature: feature, functional: row % 3 + 1,
            dysfunctional: row % 5 + 1, segment: row < 30 ? "A" : row < 50 ? "B" : "C"))
      }
    }
    return maker
  }

  @Test func `a group of three is hidden together with one that protects it`() throws {
    let table = try maker.output().table("features")
    for row in table.rows(["dimension": "segment"]) {
      let isShown = table.texts("group")[row] == "A"
      #expect((table.numbers("n")[row] != nil) == isShown)
      #expect((table.numbers("better")[row] != nil) == isShown)
      #expect(table.texts("reason")[row].isEmpty == isShown)
      #expect(table.texts("category")[row].isEmpty == !isShown)
    }
    let report = try maker.output().report(
      Wording(language: .english, currency: .cny), step: "kano")
    for case .table(let table) in report.pages[0].blocks where table.id == "kano_letters_segment" {
      for row in table.rows {
        #expect(row.count == 5)
        if case .missing = row[3], case .missing = row[4] { continue }
        Issue.record("B or C is told")
      }
    }
  }

  @Test func `importance that three stated is not told`() throws {
    var maker = maker
    maker.hasImportance = true
    for row in maker.rows.indices.prefix(6) { maker.rows[row].importance = 7 }
    let table = try maker.output().table("continuous")
    #expect(table.numbers("importance") == [nil, nil])
    #expect(table.numbers("weighted_functional") == [nil, nil])
    #expect(table.numbers("functional").allSatisfy { $0 != nil })
  }

  @Test func `property: whatever the questionnaire, no small group has a figure`() throws {
    for respondents in [6, 14, 40, 120] {
      for minCell in [2, 5, 8] {
        let output = try KanoMaker.full(respondents: respondents).output(minCell: minCell)
        let table = output.table("features")
        for row in 0..<table.rowCount {
          let n = table.numbers("n")[row]
          #expect(n == nil || n == 0 || (n ?? 0) >= Double(minCell))
        }
      }
    }
  }
}
