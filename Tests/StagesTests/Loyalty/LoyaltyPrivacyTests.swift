import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct LoyaltyPrivacyTests {
  typealias Maker = LoyaltyMaker

  private static func levels(_ wanted: [(csat: Int, n: Int, bought: Int)]) -> Maker {
    Maker(
      wanted.flatMap { level in
        (0..<level.n).map { (level.csat, nil, $0 < level.bought ? 2000 : nil) }
      })
  }

  // MARK: Valuable and unhappy

  /// Twenty customers worth 20 down to 1; the unhappy among them by their place.
  private static func valuable(_ unhappy: Set<Int>, nps: Bool = false) -> Maker {
    Maker(
      customers: (0..<20).map { place in
        let isUnhappy = unhappy.contains(place)
        return Maker.Customer(
          id: "c\(10_000 + place)",
          answers: [.init(day: 10, csat: isUnhappy && !nps ? 2 : 5, nps: isUnhappy ? 6 : 9)],
          purchases: [(200, Int64(20 - place) * 10_000)], owner: place == 1 ? "王敏" : "")
      })
  }

  @Test func `correctness: the greatest half, and the unhappy among them`() throws {
    let settings = Maker.settings { $0.topShare = 0.5 }
    for nps in [false, true] {
      let output = try Maker.output(
        Self.valuable([0, 2, 4, 6, 8, 15], nps: nps).source(), settings)
      #expect(output.standing.cut == 110_000)
      #expect(
        output.side(isTop: true)
          == CustomerStanding.Side(
            customers: 10, value: 1_550_000, respondents: 10, unhappy: 5, unhappyValue: 800_000))
      #expect(output.side(isTop: false).unhappy == 1)
      #expect(output.tellsValue(isTop: true) && !output.tellsValue(isTop: false))
      #expect(output.valueShare(800_000) == 800_000.0 / 2_100_000)
    }
  }

  @Test func `correctness: whoever is worth as much as the last valuable one is valuable too`()
    throws
  {
    let maker = Maker(
      customers: (0..<10).map {
        Maker.Customer(
          id: "c\(10_000 + $0)", purchases: [(200, $0 == 0 ? 900 : $0 < 4 ? 500 : 100)])
      })
    let output = try Maker.output(maker.source(), Maker.settings { $0.topShare = 0.2 })
    #expect(output.side(isTop: true).customers == 4 && output.standing.cut == 500)
  }

  @Test func `correctness: an answer of long ago gives way to the latest, whatever its window`()
    throws
  {
    var maker = Self.valuable([])
    for place in 0..<6 { maker.customers[place].answers.append(.init(day: 399, csat: 1)) }
    let settings = Maker.settings { $0.topShare = 0.5 }
    let output = try Maker.output(maker.source(), settings)
    #expect(output.side(isTop: true).unhappy == 6)
    // Nobody who answered then was observed long enough: all had bought nothing before.
    #expect(output.levels?.total.n == 0)
  }

  @Test func `privacy: revenue of four of the valuable is not told, their number is`() throws {
    let settings = Maker.settings { $0.topShare = 0.5 }
    for unhappy in [Set([0, 2, 4, 6]), Set(0...6)] {
      let output = try Maker.output(Self.valuable(unhappy).source(), settings)
      #expect(output.tells(isTop: true) && !output.tellsValue(isTop: true))
      let table = output.table("value")
      #expect(table.numbers("unhappy")[0] == Double(unhappy.count))
      #expect(table.numbers("unhappy_value_share")[0] == nil)
    }
  }

  @Test func `privacy: four valuable respondents are told of by nothing`() throws {
    var maker = Self.valuable([0, 1, 2, 3])
    for place in 4..<10 { maker.customers[place].answers = [] }
    let output = try Maker.output(maker.source(), Maker.settings { $0.topShare = 0.5 })
    #expect(!output.tells(isTop: true))
    let table = output.table("value")
    for column in ["respondents", "unhappy", "unhappy_share", "unhappy_value_share"] {
      #expect(table.numbers(column)[0] == nil)
    }
  }

  @Test func `privacy: nobody is listed unless the settings say so`() throws {
    let source = Self.valuable([0, 2, 4, 6, 8]).source()
    for language in Language.allCases {
      let wording = Wording(language: language, currency: .cny)
      let plain = try Maker.output(source, Maker.settings { $0.topShare = 0.5 })
      #expect(!"\(plain.report(wording, step: "loyalty"))".contains("c1000"))
      #expect(plain.table("customers").rowCount == 0)
      let listed = try Maker.output(
        source,
        Maker.settings { ($0.topShare, $0.list) = (0.5, true) })
      #expect(
        listed.table("customers").texts("customer_id")
          == ["c10000", "c10002", "c10004", "c10006", "c10008"])
      let pages = listed.report(wording, step: "loyalty").pages
      #expect(pages.map(\.anchor) == ["loyalty", "loyalty-list"])
    }
  }

  @Test func `privacy: the list is masked as the profile of its readers says`() throws {
    var maker = Self.valuable([1, 2])
    maker.customers[1].owner = "王敏"
    let output = try Maker.output(
      maker.source(), Maker.settings { ($0.topShare, $0.list) = (0.5, true) })
    let wording = Wording(
      language: .simplifiedChinese, currency: .cny, masking: Masking(.external) { _ in "P1" })
    let said = "\(output.report(wording, step: "loyalty"))"
    #expect(!said.contains("c1000") && !said.contains("王敏") && said.contains("P1"))
    #expect(output.table("customers").heads.filter { $0.personal != nil }.count == 2)
  }

  // MARK: Levels

  @Test func `privacy: a level of three is hidden, and another with it`() throws {
    let maker = Self.levels([(5, 40, 30), (4, 40, 10), (3, 20, 8), (2, 12, 5), (1, 3, 1)])
    let output = try Maker.output(maker.source())
    let levels = try #require(output.levels)
    #expect(levels.groups[0].visibility == .hidden)
    let hidden = levels.groups.filter { $0.visibility == .hidden }
    #expect(hidden.count == 2 || levels.total.visibility == .hidden)
    let table = output.table("levels")
    for (row, group) in levels.groups.enumerated() where group.visibility == .hidden {
      for head in table.heads where head.id != "days" {
        #expect(table.numbers(head.id).isEmpty || table.numbers(head.id)[row] == nil)
      }
      #expect(table.texts("reason")[row].hasPrefix("hidden"))
    }
    #expect(output.tests.isEmpty)
  }

  @Test func `privacy: where all but three bought again, no rate is told`() throws {
    // Of three people who did not come back the answers would be told.
    let maker = Self.levels([(5, 40, 39), (4, 40, 38)])
    let output = try Maker.output(maker.source())
    #expect(output.levels?.groups.allSatisfy { $0.figures == nil } == true)
    #expect(output.levels?.total.figures == nil && output.ratio == nil)
    for language in Language.allCases {
      let wording = Wording(language: language, currency: .cny)
      let said = "\(output.report(wording, step: "loyalty"))"
      #expect(!said.contains("97.5 %") && !said.contains("97.5%"))
    }
  }

  @Test func `privacy: two answers that do not count are not what is left of all`() throws {
    var maker = Self.levels([(5, 40, 30), (4, 40, 10)])
    for place in 0..<2 { maker.customers[place].answers.append(.init(day: 390, csat: 3)) }
    // Satisfaction tells of all 82 answers: those of the two would be the difference.
    let output = try Maker.output(maker.source())
    #expect(output.levels?.groups.allSatisfy { $0.figures == nil } == true)
    for place in 2..<7 { maker.customers[place].answers.append(.init(day: 390, csat: 3)) }
    let more = try Maker.output(maker.source())
    #expect(more.ratio != nil && more.levels?.account?.unobserved == 7)
  }

  @Test(arguments: [
    ([0, 0, 9], [true, true, true], true), ([1, 9, 20], [false, false, true], true),
    ([1, 2, 20, 30], [false, false, false, true], true), ([2, 3, 20], [false, false, true], true),
    ([1], [false], false), ([1, 0, 2], [false, true, false], false),
  ])
  func `correctness: the money of a few is not told, nor what would leave it`(
    counts: [Int], groups: [Bool], all: Bool
  ) {
    let told = ToldAmounts(counts, minCell: 5)
    #expect(told.groups == groups && told.all == all)
  }
}
