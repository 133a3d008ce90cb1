import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct DriversGroupTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test func `importance by segment stands where answers allow it`() throws {
    // 100 of VIP, 200 of SMB and 30 of Rare, of which 40 would be needed.
    var maker = DriversMaker.planted(rows: 330)
    maker.survey.columns.removeAll { $0.head.id == "segment" }
    maker.survey = maker.survey.texts(
      "segment", (0..<330).map { $0 < 100 ? "VIP" : $0 < 300 ? "SMB" : "Rare" })
    let output = try maker.output(.with { $0.by = .segment })
    let fit = output.table("fit")
    #expect(fit.texts("group") == ["", "Rare", "SMB", "VIP"])
    #expect(fit.texts("reason") == ["", "n < 40", "", ""])
    #expect(fit.numbers("n").dropFirst().reduce(0) { $0 + ($1 ?? 0) } == fit.numbers("n")[0])
    // A segment has the figures of a survey of it alone.
    var own = maker
    own.survey = maker.survey.rows(Array(0..<100))
    let rows = output.table("importance").rows(["group": "VIP"])
    let alone = try own.output().table("importance")
    for (place, row) in rows.enumerated() {
      for column in ["relative_weight", "relative_weight_low", "lmg"] {
        #expect(
          output.table("importance").numbers(column)[row] == alone.numbers(column)[place])
      }
    }
    let page = "\(output.report(english, step: "drivers").pages[0])"
    #expect(page.contains("Not ranked by segment for want of answers (40 complete ones): Rare"))
  }

  /// 20 of north at 2, 20 of south at 4, 3 of east at 1; the complaints of their customers.
  private var maker: DriversMaker {
    var survey = SurveyMaker()
    let regions = (0..<43).map { $0 < 20 ? "north" : $0 < 40 ? "south" : "east" }
    let spread = [0, 0, 1, 0, -1]
    survey = survey.answers(
      "csat",
      regions.enumerated().map {
        ["north": 2, "south": 4, "east": 1][$1, default: 3] + ($1 == "east" ? 0 : spread[$0 % 5])
      })
    survey = survey.answers("item_a", (0..<43).map { $0 % 5 + 1 })
    survey = survey.texts("customer_id", (0..<43).map { "c\($0 / 2)" }).texts("segment", regions)
    survey = survey.texts("comment", regions.map { "about \($0)" })
    var maker = DriversMaker(survey: survey)
    let asOf = DriversMaker.asOf
    var cases: [(customer: String, kind: String, category: String, day: Day)] = []
    for customer in 0..<6 {
      cases.append(("c\(customer)", "Complaint", "late", asOf))
      cases.append(("c\(customer)", "complaint", "late", asOf.adding(days: -20)))
    }
    cases += [
      // Four customers are too few; an enquiry, an old one, one to come and a stranger do not count.
      ("c0", "complaint", "price", asOf), ("c1", "complaint", "price", asOf),
      ("c2", "complaint", "price", asOf), ("c3", "complaint", "price", asOf),
      ("c7", "enquiry", "late", asOf), ("c7", "complaint", "late", asOf.adding(days: -200)),
      ("c7", "complaint", "late", asOf.adding(days: 1)), ("x", "complaint", "late", asOf),
      ("c12", "complaint", "late", asOf),
    ]
    maker.cases = DriversMaker.cases(cases)
    return maker
  }

  @Test func `the lowest groups stand with what their customers complained of`() throws {
    let output = try maker.output(.with { $0.groupBy = [.segment] }, minCell: 4)
    // East is hidden, and with it south, by which it could be worked out, or north.
    let shown = output.lowest.map(\.group.score.group)
    #expect(shown.count == 1 && !shown.contains("east"))
    var settings = DriversSettings.with { $0.groupBy = [.segment] }
    settings.lowest = 2
    var two = maker
    two.survey = maker.survey.rows(Array(0..<40))
    let all = try two.output(settings, minCell: 1)
    #expect(all.lowest.map(\.group.score.group) == ["north", "south"])
    #expect(all.lowest.map(\.isBelow) == [true, false])
    let complaints = all.table("complaints")
    #expect(complaints.texts("group") == ["north", "north", "south"])
    #expect(complaints.texts("category") == ["late", "price", "late"])
    #expect(complaints.numbers("cases") == [12, 4, 1])
    #expect(complaints.numbers("customers") == [6, 4, 1])
    let finding = try #require(
      all.report(english, step: "d").findings.first { $0.id == "drivers.lowest-group" })
    #expect(finding.sentence.hasPrefix("Segment north is lowest: 2.00 ("))
    #expect(
      finding.sentence.hasSuffix("Its customers complained most of late (12 complaints)."))
  }

  @Test func `categories that few customers complained of are not told`() throws {
    let maker = maker
    var north = maker
    north.survey = maker.survey.rows(Array(0..<40))
    let output = try north.output(.with { $0.groupBy = [.segment] }, minCell: 5)
    #expect(output.table("complaints").texts("category") == ["late"])
    #expect(output.table("complaints").texts("group") == ["north"])
    var bare = north
    bare.cases = nil
    let page =
      "\(try bare.output(.with { $0.groupBy = [.segment] }).report(english, step: "d").pages[0])"
    #expect(page.contains("no cases of customers"))
  }

  @Test func `comments are those of the least satisfied, for readers who may see them`() throws {
    var north = maker
    north.survey = maker.survey.rows(Array(0..<40))
    let output = try north.output(.with { $0.groupBy = [.segment] })
    #expect(output.table("comments").texts("comment") == ["about north"])
    func page(_ profile: Profile) -> String {
      let wording = Wording(
        language: .english, currency: .cny, masking: Masking(profile) { _ in "p" })
      return "\(output.report(wording, step: "d").pages[0])"
    }
    #expect(page(.management).contains("about north"))
    #expect(!page(.external).contains("about north"))
    let masked = Masking(.external) { _ in "p" }.table(output.table("comments"))
    #expect(masked.texts("comment") == [""])
  }

  @Test func `property: whatever the survey, nothing is told of a small group`() throws {
    for rows in [6, 14, 40, 120, 300] {
      for minCell in [2, 5, 8] {
        let settings = DriversSettings.with {
          $0.by = .segment
          $0.groupBy = [.segment, .touchpoint, .wave]
          $0.survey.waves = rows % 4 == 0 ? .all : .latest
        }
        let output = try DriversMaker.planted(rows: rows).output(settings, minCell: minCell)
        for name in ["fit", "groups", "plane"] {
          let table = output.table(name)
          for row in 0..<table.rowCount {
            let n = table.numbers("n")[row]
            #expect(n == nil || n == 0 || (n ?? 0) >= Double(minCell))
            guard n == nil else { continue }
            for head in table.heads where head.unit != .text {
              // What is stated or derived from others is not of these respondents.
              if name == "plane", ["derived", "stated"].contains(head.id) { continue }
              if head.id == "items" { continue }
              #expect(table.numbers(head.id)[row] == nil, "\(name).\(head.id)")
            }
          }
        }
        let complaints = output.table("complaints").numbers("customers")
        #expect(complaints.allSatisfy { ($0 ?? 0) >= Double(minCell) })
      }
    }
  }

  @Test func `complete answers stand in one order whatever the export's`() throws {
    // More than sixteen questions need two numbers a row to be told apart.
    var random = SurveyRandom(seed: 1)
    var survey = SurveyMaker().answers("csat", (0..<300).map { _ in random.below(2) + 1 })
    for item in 0..<18 {
      survey = survey.answers("item_\(item)", (0..<300).map { _ in random.below(2) + 1 })
    }
    func complete(_ survey: SurveyMaker) throws -> CompleteAnswers {
      let all = try SurveyAnswers(survey.table, nil, SurveySettings(), by: [])
      return CompleteAnswers(all.items[0], Array(all.items.dropFirst()), weights: nil)
    }
    let one = try complete(survey)
    let other = try complete(survey.rows((0..<300).map { $0 * 7 % 300 }))
    #expect(one.count == 300)
    #expect(one.aspects.map(\.positions) == other.aspects.map(\.positions))
    #expect(one.overall.positions == one.overall.positions.sorted())
    #expect(one.overall.positions == other.overall.positions)
  }
}
