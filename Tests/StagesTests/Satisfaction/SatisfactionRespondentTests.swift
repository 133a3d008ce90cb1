import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Who was asked, who answered, how, and what they said.
@Suite struct SatisfactionRespondentTests {
  private let english = Wording(language: .english, currency: .cny)

  /// A hundred customers in two waves; the first 30 answer in W1, the first 50 in W2.
  private var survey: SurveyMaker {
    SurveyMaker().answers("csat", (0..<80).map { $0 % 5 + 1 })
      .texts("customer_id", (0..<80).map { "c\($0 < 30 ? $0 : $0 - 30)" })
      .texts("wave", (0..<80).map { $0 < 30 ? "W1" : "W2" })
  }

  private static func sent(
    _ waves: [String], mode: (Int) -> String = { $0 % 4 == 0 ? "phone" : "mail" }
  ) -> [(customer: String, wave: String, mode: String)] {
    waves.flatMap { wave in (0..<100).map { ("c\($0)", wave, mode($0)) } }
  }

  // Wilson by hand: SciPy's norm.ppf in (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
  @Test func `correctness: response rates by wave and mode with Wilson's interval`() throws {
    let invitations = SurveyMaker.invitations(Self.sent(["W1", "W2"]))
    let output = try survey.output(invitations: invitations)
    let table = output.table("responses")
    #expect(table.texts("wave") == ["W1", "W1", "W1", "W2", "W2", "W2"])
    #expect(table.texts("mode") == ["any", "mail", "phone", "any", "mail", "phone"])
    #expect(table.numbers("invited") == [100, 75, 25, 100, 75, 25])
    #expect(table.numbers("answered") == [30, 22, 8, 50, 37, 13])
    let rate = try #require(
      output.report(english, step: "s").measures.first { $0.id == "response_rate" })
    #expect(rate.value == 0.5 && rate.n == 100)
    #expect(abs(try #require(rate.low) - 0.4038315303659956) < 1e-9)
    // 30 of 100 and 50 of 100 differ: p 0.0039.
    let warnings = output.report(english, step: "s").warnings
    #expect(warnings.count == 1 && warnings[0].contains("from 30.0 % in W1 to 50.0 % in W2"))
  }

  @Test func `a reminder is no second invitation, and the first says how it was sent`() throws {
    let first = Self.sent(["W1", "W2"]) { _ in "mail" }
    let again = Self.sent(["W2"]) { _ in "phone" }
    let days = [Int32](repeating: 20_000, count: 200) + [Int32](repeating: 20_010, count: 100)
    let once = try survey.output(invitations: SurveyMaker.invitations(first))
    let reminded = try survey.output(
      invitations: SurveyMaker.invitations(first + again, days: days))
    #expect(reminded.table("responses").numbers("invited") == [100, 100, 0, 100, 100, 0])
    #expect(reminded.responseRate?.rate == once.responseRate?.rate)
    let order = Array((0..<300).reversed())
    let table = SurveyMaker.invitations(
      order.map { (first + again)[$0] }, days: order.map { days[$0] })
    #expect(
      try survey.output(invitations: table).table("responses").columns.description
        == reminded.table("responses").columns.description)
  }

  @Test func `responses without an invitation and invitations without a customer are said`() throws
  {
    let sent =
      Self.sent(["W1", "W2"]).filter { Int($0.customer.dropFirst()) ?? 0 >= 10 }
      + [("", "W2", "mail"), ("", "W2", "mail")]
    let output = try survey.output(invitations: SurveyMaker.invitations(sent))
    #expect(output.invitations?.uninvited == 20 && output.invitations?.nameless == 2)
    let notes = "\(output.report(english, step: "s").pages[0])"
    #expect(notes.contains("Responses without an invitation, in no rate: 20."))
    #expect(notes.contains("Invitations without a customer, in no rate: 2."))
  }

  @Test func `without waves customers are matched by their number alone`() throws {
    let table = SurveyMaker().texts("customer_id", (0..<100).map { "c\($0)" }).table
    let output = try survey.output(invitations: table)
    #expect(output.table("responses").numbers("answered") == [50])
    #expect("\(output.report(english, step: "s"))".contains("one of the exports states no waves"))
    var all = SatisfactionSettings()
    all.survey.waves = .all
    let rate = try survey.output(all, invitations: table).report(english, step: "s").measures
      .first { $0.id == "response_rate" }
    #expect(rate?.value == 0.5)
  }

  @Test func `a wave or mode that few answered has no rate`() throws {
    let invitations = SurveyMaker.invitations(
      Self.sent(["W1", "W2"]) { $0 % 20 == 0 ? "visit" : "mail" })
    let table = try survey.output(invitations: invitations).table("responses")
    for row in table.rows(["mode": "visit"]) {
      #expect(table.numbers("answered")[row] == nil && table.numbers("rate")[row] == nil)
      #expect(!table.texts("reason")[row].isEmpty)
    }
    // With the other mode told, the hidden one would be the rest of the wave.
    for wave in ["W1", "W2"] {
      let rows = table.rows(["wave": wave])
      #expect(rows.count { table.numbers("answered")[$0] == nil } >= 2)
    }
  }

  /// 60 and 40 of a hundred, then 30 and 70.
  private func modes(_ after: Int) -> SurveyMaker {
    SurveyMaker().answers("csat", (0..<200).map { $0 % 5 + 1 })
      .texts("wave", (0..<200).map { $0 < 100 ? "W1" : "W2" })
      .texts(
        "mode",
        (0..<200).map { $0 < 60 || (100..<100 + after).contains($0) ? "visit" : "online" })
  }

  // SciPy 1.17: chi2_contingency([[60, 40], [30, 70]]) without correction.
  @Test func `correctness: a shift of modes is tested and warned of`() throws {
    let output = try modes(30).output()
    let test = try #require(output.mixTest).test
    #expect(abs(test.statistic - 18.18181818181818) < 1e-9)
    #expect(abs(test.pValue - 2.0078656124264854e-05) < 1e-12)
    let warnings = output.report(english, step: "s").warnings
    #expect(
      warnings == [
        "The modes of the survey shifted from W1 to W2 (p < 0.001, V 0.30): visit went from "
          + "60.0 % to 30.0 %. Changes of scores may come from that; compare within one mode "
          + "(group_by: [mode])."
      ])
    #expect(output.table("modes").numbers("share") == [0.4, 0.6, 0.7, 0.3])
    #expect(try modes(58).output().report(english, step: "s").warnings.isEmpty)
  }

  @Test func `a mode of few responses is hidden in its wave, with another to protect it`() throws {
    let table = try modes(3).output().table("modes")
    let rows = table.rows(["wave": "W2"])
    #expect(rows.allSatisfy { table.numbers("n")[$0] == nil })
    #expect(table.rows(["wave": "W1"]).allSatisfy { table.numbers("n")[$0] != nil })
  }

  /// 40 of A, 20 of B and 3 of C, all with a comment.
  private var commented: SurveyMaker {
    SurveyMaker().answers("csat", (0..<63).map { 5 - $0 % 5 })
      .texts("segment", (0..<63).map { $0 < 40 ? "A" : $0 < 60 ? "B" : "C" })
      .texts("customer_id", (0..<63).map { "c\($0)" })
      .texts("response_id", (0..<63).map { "r\(100 + $0)" })
      .texts("comment", (0..<63).map { $0 % 7 == 3 ? "" : "said \($0)" })
  }

  @Test func `comments stand by score, lowest first, and none of a hidden group is told`() throws {
    let table = try commented.output().table("comments")
    let scores = table.texts("score")
    #expect(scores == scores.sorted() && scores.count > 20)
    // B is hidden with C, which is small.
    for customer in table.texts("customer_id") {
      #expect((Int(customer.dropFirst()) ?? 99) < 40)
    }
    #expect(table.texts("comment").allSatisfy { $0.hasPrefix("said ") })
    #expect(try commented.output(minCell: 1).table("comments").rowCount == 54)
    var random = SurveyRandom(seed: 3)
    let shuffled = try commented.rows(Array(0..<63).shuffled(using: &random)).output()
    #expect(shuffled.table("comments").columns.description == table.columns.description)
  }

  @Test func `comments of a question that is hidden altogether are not told`() throws {
    let survey = SurveyMaker().answers("csat", [1, 2, 3]).texts("comment", ["a", "b", "c"])
    #expect(try survey.output().table("comments").rowCount == 0)
  }

  @Test(arguments: Profile.allCases)
  func `comments follow the profile of the pack`(profile: Profile) throws {
    let output = try commented.output()
    let masking = Masking(profile) { _ in "P1" }
    let table = masking.table(output.table("comments"))
    let wording = Wording(language: .english, currency: .cny, masking: masking)
    let page = "\(output.report(wording, step: "s").pages[0])"
    #expect((table.rowCount > 0) == (profile != .external))
    #expect(page.contains("said ") == (profile != .external))
    #expect(page.contains("c39") == false || profile == .internal)
    #expect(table.texts("customer_id").contains("c0") == (profile == .internal))
  }

  @Test func `the page lists a few comments and says how many there are`() throws {
    let page = try commented.output(minCell: 1).report(english, step: "s").pages[0]
    for case .table(let table) in page.blocks where table.id == "s_comments" {
      #expect(table.rows.count == 8 && table.totalRows == 54)
      #expect(table.rows.first?.first == .number(1))
    }
    #expect(
      page.blocks.contains {
        if case .table(let one) = $0 { one.id == "s_comments" } else { false }
      })
  }

  @Test func `property: nothing of a small group of respondents can be worked out`() throws {
    for rows in [24, 60, 120] {
      let survey = SurveyMaker.full(rows: rows)
      let output = try survey.output(invitations: SurveyMaker.invitations(rows: rows))
      for (name, column) in [("responses", "answered"), ("modes", "n")] {
        let table = output.table(name)
        for n in table.numbers(column) { #expect(n == nil || n == 0 || (n ?? 0) >= 5) }
      }
      // What hides is found by the counts themselves, so hiding again finds nothing more.
      let hidden = CellSuppression(output.answers, minCell: 5).hidden()
      #expect(
        output.hiding(hidden).table("modes").columns.description
          == output.table("modes").columns.description)
    }
  }
}
