import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct BasketTests {
  static let words = [
    "bread", "butter", "milk", "tea", "jam", "salt", "soap", "rice", "Trade", "Private",
  ]

  @Test(arguments: BasketUnit.allCases)
  func `runs with every option: what every stage must hold`(unit: BasketUnit) throws {
    var settings = BasketSettings()
    settings.basket = unit
    settings.support = 0.02
    settings.redundant = unit == .day ? .keep : .drop
    settings.months = unit == .customer ? 6 : nil
    settings.groupBy = unit == .order ? .segment : .region
    let problems = try StageBattery.problems(Basket.self, settings, data: Self.words) {
      BasketMaker.shop().source($0)
    }
    #expect(problems == [])
  }

  static let degenerate: [BasketMaker] = [
    BasketMaker([]),
    BasketMaker(baskets: [["milk"]]),
    BasketMaker(baskets: [["milk", "tea"]]),
    BasketMaker(baskets: Array(repeating: ["milk"], count: 30)),
    BasketMaker(baskets: Array(repeating: ["milk", "tea"], count: 30)),
    BasketMaker([.init(customer: "a", order: "1", product: "milk", amount: -5)]),
    BasketMaker((0..<200).map { .init(customer: "a", order: "1", product: "p\($0)") }),
    BasketMaker((0..<10_000).map { .init(customer: "a", order: "\($0)", product: "milk") }),
  ]

  @Test(arguments: degenerate.indices)
  func `runs with every option: degenerate baskets`(index: Int) throws {
    let problems = try StageBattery.problems(
      Basket.self, data: Self.words + (0..<200).map { "p\($0)" }
    ) {
      Self.degenerate[index].source($0)
    }
    #expect(problems == [])
  }

  @Test func `correctness: the next product is one not bought, by the surest rule`() throws {
    var settings = BasketSettings()
    settings.support = 0.02
    settings.basket = .order
    let maker = BasketMaker.shop(3000)
    var lacking = maker
    // One customer with bread alone, one with both.
    lacking.lines += [
      .init(customer: "only bread", order: "n1", product: "bread"),
      .init(customer: "has both", order: "n2", product: "bread"),
      .init(customer: "has both", order: "n3", product: "butter"),
    ]
    let output = try lacking.output(settings)
    let table = output.table("next_products")
    func texts(_ column: String) -> [String] {
      (0..<table.rowCount).map { table.values(column)?.text($0) ?? "" }
    }
    let rows = zip(texts("customer_id"), zip(texts("product"), texts("because")))
    let mine = rows.filter { $0.0 == "only bread" }
    #expect(mine.count == 1)
    #expect(mine.first?.1.0 == "butter")
    #expect(mine.first?.1.1 == "bread")
    #expect(!rows.contains { $0.0 == "has both" })
    // Nobody is offered what is there already.
    let owned = Dictionary(grouping: lacking.lines, by: \.customer)
      .mapValues { Set($0.map(\.product)) }
    for row in rows { #expect(owned[row.0]?.contains(row.1.0) == false) }
    // Butter costs 10.00 a line: the expected amount is that times the confidence.
    let rule = try #require(
      output.rules.first { output.antecedent($0) == "bread" && $0.antecedent.count == 1 })
    let mean = try #require(output.amount(rule.consequent))
    #expect(abs((output.expected(rule) ?? 0) - rule.confidence * mean) < 1e-12)
    #expect(mean >= 10)
  }

  @Test func `correctness: as many suggestions as asked for, best first`() throws {
    var settings = BasketSettings()
    settings.support = 0.02
    settings.confidence = 0
    settings.lift = 0
    settings.falseDiscovery = 1
    settings.suggestions = 2
    let output = try BasketMaker.shop().output(settings)
    var before: (customer: Int32, rank: Int32, confidence: Double)?
    for place in 0..<output.suggestions.count {
      let row = (
        customer: output.suggestions.customer[place], rank: output.suggestions.rank[place],
        confidence: output.rules[Int(output.suggestions.rule[place])].confidence
      )
      if let before, before.customer == row.customer {
        #expect(row.rank == before.rank + 1)
        #expect(row.confidence <= before.confidence)
      } else {
        #expect(row.rank == 1)
      }
      #expect(row.rank <= 2)
      before = row
    }
  }

  @Test func `correctness: how broadly groups buy`() throws {
    var maker = BasketMaker([
      .init(customer: "a", order: "1", product: "x"),
      .init(customer: "a", order: "2", product: "y"),
      .init(customer: "b", order: "3", product: "x"),
      .init(customer: "c", order: "4", product: "x"),
      .init(customer: "c", order: "4", product: "y"),
      .init(customer: "c", order: "4", product: "z"),
    ])
    maker.segments = [("a", "One"), ("b", "One")]
    let groups = try maker.output().groups
    #expect(groups.map(\.group) == [nil, "One", ""])
    #expect(groups.map(\.customers) == [3, 2, 1])
    #expect(groups.map(\.products.mean) == [2, 1.5, 3])
    #expect(groups.map(\.several.share) == [2.0 / 3, 0.5, 1])
  }

  @Test func `the report offers one rule of a pair and names who acts`() throws {
    var settings = BasketSettings()
    settings.support = 0.02
    settings.basket = .order
    let report = try BasketMaker.shop(3000).output(settings).report(
      Wording(language: .english, currency: .cny), step: "basket")
    let rules = report.findings.filter { $0.id.hasPrefix("basket.rule") }
    #expect(rules.count == 1)
    #expect(rules.first?.owner == "Marketing")
    #expect(rules.first?.sentence.contains("bread") == true)
    #expect(report.findings.contains { $0.id == "basket.next" && $0.owner == "Sales" })
    #expect(report.pages.map(\.anchor) == ["basket", "basket-list"])
  }
}
