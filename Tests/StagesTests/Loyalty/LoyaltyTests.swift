import Diagnostics
import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct LoyaltyTests {
  typealias Maker = LoyaltyMaker
  private static let words = ["王敏", "李强"]

  private static func company(_ currency: Currency, _ count: Int = 220) -> Source {
    let maker = Maker.company(count)
    var source = maker.source(currency)
    source.outputs["clv"] = FutureOutput(
      ids: maker.customers.map(\.id),
      values: maker.customers.indices.map { Int64($0 % 7) * 10_000 }, currency: currency)
    return source
  }

  // MARK: Battery

  @Test(arguments: 0..<6)
  func `runs with every option: what every stage must hold`(option: Int) throws {
    let settings = Maker.settings {
      switch option {
      case 1: $0.days = 30
      case 2: ($0.months, $0.refunds) = (nil, .ignore)
      case 3: ($0.list, $0.topShare) = (true, 0.5)
      case 4: $0.survey.confidence = 0.8
      case 5: $0.wide = 3
      default: break
      }
    }
    let problems = try StageBattery.problems(Loyalty.self, settings, data: Self.words) {
      Self.company($0)
    }
    #expect(problems == [])
  }

  @Test(arguments: [["csat"], ["nps"]])
  func `runs with every option: a survey with one question`(items: [String]) throws {
    let problems = try StageBattery.problems(Loyalty.self, data: Self.words) {
      Maker.company(120).source($0, items: items)
    }
    #expect(problems == [])
  }

  @Test(arguments: 0..<8)
  func `input checks: degenerate surveys give figures or the reason why not`(kind: Int) throws {
    let maker: Maker =
      switch kind {
      case 0: Maker([])
      case 1: Maker([(5, 10, 300)])
      case 2: Maker((0..<40).map { _ in (4, 8, nil) })
      case 3: Maker((0..<40).map { _ in (4, 8, 100) })
      case 4: Maker((0..<40).map { ($0 % 2 + 4, nil, nil) })
      case 5: Maker((0..<40).map { ($0 % 5 + 1, $0 % 11, $0 % 3 == 0 ? 500 : nil) })
      case 6: Maker((0..<40).map { _ in (nil, nil, 100) })
      default:
        Maker(
          customers: (0..<30).map {
            Maker.Customer(
              id: "c\(10_000 + $0)", answers: [.init(day: nil, csat: 3, nps: 4)],
              purchases: [(0, 1000)])
          })
      }
    for minCell in [1, 5] {
      let problems = try StageBattery.problems(Loyalty.self) {
        maker.source($0, minCell: minCell)
      }
      #expect(problems == [])
    }
  }

  @Test func `input checks: no orders, no survey, no customer, no day, no question`() throws {
    let source = Maker([(5, 10, 300)]).source()
    func fails(_ change: (inout Source) -> Void) -> Diagnostic? {
      var changed = source
      change(&changed)
      return #expect(throws: Diagnostic.self) {
        try LoyaltyInput(from: changed, LoyaltySettings())
      }
    }
    func without(_ column: String) -> DataTable {
      guard let survey = source.facts["survey"] else { preconditionFailure("there is a survey") }
      let kept = survey.heads.indices.filter { survey.heads[$0].id != column }
      return DataTable(
        name: "survey", heads: kept.map { survey.heads[$0] },
        columns: kept.map { survey.columns[$0] })
    }
    #expect(fails { $0.purchaseDays = nil }?.code == "no-orders")
    #expect(fails { $0.facts["survey"] = nil }?.code == "missing-export")
    for column in ["customer_id", "date"] {
      let found = fails { $0.facts["survey"] = without(column) }
      #expect(found?.code == "missing-column" && found?.help?.contains(column) == true)
    }
    let unknown = #expect(throws: Diagnostic.self) {
      try LoyaltyInput(from: source, Maker.settings { $0.item = "item_sped" })
    }
    #expect(unknown?.code == "unknown-item")
  }

  // MARK: Whose answers count

  @Test func `correctness: which answers count, and which purchases come after them, by hand`()
    throws
  {
    let customers: [Maker.Customer] = [
      // Bought on the day of the answer, which is no buying again.
      .init(id: "c1", answers: [.init(day: 10, csat: 5)], purchases: [(0, 100), (10, 100)]),
      // The last day counts, the one after it does not.
      .init(id: "c2", answers: [.init(day: 10, csat: 5)], purchases: [(0, 100), (100, 700)]),
      .init(id: "c3", answers: [.init(day: 10, csat: 5)], purchases: [(0, 100), (101, 700)]),
      // The latest whose days are over: 310 + 90 = 400.
      .init(
        id: "c4",
        answers: [
          .init(day: 20, csat: 1), .init(day: 310, csat: 4), .init(day: 311, csat: 2),
        ], purchases: [(0, 100), (30, 100), (400, 900), (405, 50)]),
      // Nothing to buy again; nobody known; nobody named; no day; no answer.
      .init(id: "c5", answers: [.init(day: 5, csat: 3)], purchases: [(6, 100)]),
      .init(id: "c6", answers: [.init(day: nil, csat: 3)], purchases: [(0, 100)]),
      .init(id: "c7", answers: [.init(day: 9, csat: nil)], purchases: [(0, 100)]),
      // A return alone is no purchase, but lessens the revenue.
      .init(id: "c8", answers: [.init(day: 10, csat: 5)], purchases: [(0, 100), (20, -40)]),
    ]
    var maker = Maker(customers: customers)
    maker.strangers = [
      ("nobody", .init(day: 10, csat: 1)), ("", .init(day: 10, csat: 1)),
    ]
    let input = try LoyaltyInput(from: maker.source(), LoyaltySettings())
    let outcomes = input.questions[0].outcomes
    #expect(outcomes.customer == [0, 1, 2, 3, 7])
    #expect(outcomes.position == [4, 4, 4, 3, 4])
    #expect(outcomes.bought == [false, true, false, true, false])
    #expect(outcomes.spend == [0, 700, 0, 900, -40])
    #expect(
      outcomes.account
        == AnswerOutcomes.Account(
          answers: 11, withoutCustomer: 1, withoutDay: 1, unobserved: 1, withoutPurchase: 2,
          superseded: 1, used: 5))
  }

  @Test func `consistency: every answer is counted or left out for one reason`() throws {
    let input = try LoyaltyInput(from: Self.company(.cny), LoyaltySettings())
    for question in input.questions {
      let account = question.outcomes.account
      #expect(account.answers == question.answers.reduce(0, +))
      #expect(account.used == question.outcomes.count)
      let left =
        account.withoutCustomer + account.withoutDay + account.unobserved
        + account.withoutPurchase + account.superseded
      #expect(account.used + left == account.answers)
    }
  }

  @Test func `correctness: of two answers on one day the one with the later number counts`() throws
  {
    let customer = Maker.Customer(
      id: "c1", answers: [.init(day: 10, csat: 2), .init(day: 10, csat: 5)],
      purchases: [(0, 100)])
    for reversed in [false, true] {
      let source = Maker(customers: [customer]).source(reversed: reversed)
      let input = try LoyaltyInput(from: source, LoyaltySettings())
      #expect(input.questions[0].outcomes.position == [4])
    }
  }

  // MARK: Figures

  /// So many at each level, of them so many who bought again.
  private static func levels(
    _ wanted: [(csat: Int, n: Int, bought: Int)], nps: Int? = nil
  ) -> Maker {
    Maker(
      wanted.flatMap { level in
        (0..<level.n).map { (level.csat, nps, $0 < level.bought ? 2000 : nil) }
      })
  }

  @Test func `correctness: rates, ratio and verdict of counts by hand`() throws {
    let maker = Self.levels([(5, 40, 30), (4, 40, 10), (3, 20, 8), (2, 10, 5), (1, 10, 6)])
    let output = try Maker.output(maker.source())
    let levels = try #require(output.levels)
    #expect(levels.groups.map(\.n) == [10, 10, 20, 40, 40])
    #expect(levels.groups.map { $0.figures?.rate.share } == [0.6, 0.5, 0.4, 0.25, 0.75])
    let ratio = try #require(output.ratio)
    #expect(ratio.ratio?.value == 3)
    // exp(ln 3 ± 1.959964 √(0.25 / 30 + 0.75 / 10)).
    let interval = try #require(ratio.interval)
    #expect(abs(interval.low - 1.703_729) < 1e-6 && abs(interval.high - 5.282_530) < 1e-6)
    #expect(ratio.verdict == .contradicted && ratio.most == 4)
    let trend = try #require(output.test(levels, .rateTrend))
    let own = try #require(
      CochranArmitage(
        events: [6, 5, 8, 10, 30], totals: [10, 10, 20, 40, 40], scores: [1, 2, 3, 4, 5]))
    #expect(abs(trend.statistic - own.z) < 1e-12 && trend.n == 120)
    #expect(trend.adjusted >= trend.pValue)
  }

  @Test func `correctness: recommendation, spend and value to come by group`() throws {
    let maker = Maker(
      (0..<60).map { index -> (csat: Int?, nps: Int?, again: Int64?) in
        let group = index % 3
        let spend: Int64? = index % 2 == 0 ? Int64(1000 * (group + 1)) : nil
        return (4, [3, 7, 10][group], spend)
      })
    var source = maker.source()
    source.outputs["clv"] = FutureOutput(
      ids: maker.customers.map(\.id), values: (0..<60).map { Int64($0 % 3) * 50_000 })
    let output = try Maker.output(source)
    let groups = try #require(output.recommendation?.groups)
    #expect(groups.map(\.id) == ["detractor", "passive", "promoter"])
    let spend: [Double?] = groups.map { $0.figures?.spend?.mean }
    let future: [Double?] = groups.map { $0.figures?.clv?.mean }
    #expect(spend == [5, 10, 15] && future == [0, 500, 1000])
    #expect(output.recommendation?.total.figures?.spend?.mean == 10)
    #expect(output.test(output.recommendation, .clvRanks)?.adjusted ?? 1 < 1e-6)
    #expect(output.test(output.recommendation, .rateTrend)?.statistic == 0)
  }

  @Test func `correctness: it finds the ratio that was planted, in 17 to 20 of 20 samples`() throws
  {
    var hits = 0
    for seed in 1...20 {
      var random = SurveyRandom(seed: UInt64(seed))
      let maker = Maker(
        (0..<900).map { index -> (csat: Int?, nps: Int?, again: Int64?) in
          let isTop = index % 3 == 0
          return (isTop ? 5 : 4, nil, random.below(100) < (isTop ? 60 : 10) ? 100 : nil)
        })
      let ratio = try #require(Maker.output(maker.source()).ratio)
      if try #require(ratio.interval).contains(6) { hits += 1 }
    }
    #expect((17...20).contains(hits))
  }

  // MARK: Invariance

  private static func described(_ source: Source) throws -> String {
    let output = try Maker.output(source)
    return "\(output.report(Wording(language: .english, currency: .cny), step: "s"))"
  }

  @Test func `consistency: the order of rows and a shift of all days change nothing`() throws {
    let maker = Maker.company(150)
    let said = try Self.described(maker.source())
    #expect(try Self.described(maker.source(reversed: true)) == said)
    let settings = Maker.settings { $0.months = nil }
    let tables = try [0, 1000].map { shift in
      let output = try Maker.output(maker.source(shift: shift), settings)
      return ["levels", "ratio", "tests", "value"].map { "\(output.table($0))" }
    }
    #expect(tables[0] == tables[1])
  }

  @Test func `consistency: money times a hundred leaves rates, ranks and sides`() throws {
    let maker = Maker.company(150)
    let (one, hundred) = (
      try Maker.output(maker.source()), try Maker.output(maker.source(times: 100))
    )
    #expect(one.levels?.groups.map(\.bought) == hundred.levels?.groups.map(\.bought))
    for (left, right) in zip(one.tests, hundred.tests) {
      #expect(left.kind == right.kind && abs(left.pValue - right.pValue) < 1e-9)
    }
    #expect(one.standing.top.unhappy == hundred.standing.top.unhappy)
    #expect(one.standing.total * 100 == hundred.standing.total)
    let means = zip(one.recommendation?.groups ?? [], hundred.recommendation?.groups ?? [])
    for (left, right) in means {
      let (small, large) = (left.figures?.spend?.mean ?? 0, right.figures?.spend?.mean ?? 0)
      #expect(abs(small * 100 - large) < 1e-6 * max(1, abs(large)))
    }
  }

  @Test func `consistency: every customer twice doubles the counts and leaves the rates`() throws {
    let maker = Maker.company(150)
    let again = maker.customers.map { customer in
      var copy = customer
      copy.id = "d" + customer.id
      return copy
    }
    let (one, two) = (
      try Maker.output(maker.source(), Maker.settings { $0.topShare = 0.3 }),
      try Maker.output(
        Maker(customers: maker.customers + again).source(),
        Maker.settings { $0.topShare = 0.3 })
    )
    #expect(one.levels?.groups.map { $0.n * 2 } == two.levels?.groups.map(\.n))
    #expect(one.ratio?.ratio?.value == two.ratio?.ratio?.value)
    // Half a customer is rounded to one, and brings along the other that is worth as much.
    #expect(abs(one.standing.top.customers * 2 - two.standing.top.customers) <= 2)
    #expect(one.standing.total * 2 == two.standing.total)
  }
}
