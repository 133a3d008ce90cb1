import Diagnostics
import Exports
import Pipeline
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct BasketRuleTests {
  private func settings(_ change: (inout BasketSettings) -> Void) -> BasketSettings {
    var settings = BasketSettings()
    settings.minBaskets = 1
    settings.falseDiscovery = 1
    settings.redundant = .keep
    settings.lift = 0
    settings.confidence = 0
    change(&settings)
    return settings
  }

  @Test(.enabled(if: Groceries.exists, "needs the reference data beside the package"))
  func `correctness: the groceries of arules`() throws {
    let output = try Groceries.maker().output(settings { $0.support = 0.01 })
    // Hahsler, Hornik & Reutterer 2006; the counts by arules 1.7-11.
    #expect(output.eligible == 9835)
    #expect(output.counts.count { $0 > 0 } == 169)
    #expect(abs((output.density ?? 0) - 0.0260914557657) < 1e-12)
    #expect(output.sizes[0] == 2159)
    #expect(output.sizes[1] == 1643)
    #expect(output.sizes.count == 32)
    let published = [
      ("whole milk", 2513), ("other vegetables", 1903), ("rolls/buns", 1809), ("soda", 1715),
      ("yogurt", 1372), ("bottled water", 1087), ("root vegetables", 1072),
      ("tropical fruit", 1032), ("shopping bags", 969), ("sausage", 924),
    ]
    #expect(output.ranked.prefix(10).map { output.input.products[$0] } == published.map(\.0))
    #expect(output.ranked.prefix(10).map { output.counts[$0] } == published.map(\.1))
    #expect(output.least == 99)
    #expect(output.itemsets.count == 333)
    let lengths = (0..<output.itemsets.count).map { output.itemsets[$0].count }
    #expect([1, 2, 3].map { length in lengths.count { $0 == length } } == [88, 213, 32])
  }

  @Test(.enabled(if: Groceries.exists, "needs the reference data beside the package"))
  func `correctness: published rules of the groceries`() throws {
    let output = try Groceries.maker().output(
      settings {
        $0.support = 0.01
        $0.confidence = 0.5
      })
    // Fifteen rules at support 0.01 and confidence 0.5: the vignettes of arules and many courses.
    #expect(output.rules.count == 15)
    let best = try #require(output.rules.first)
    // {citrus fruit, root vegetables} => {other vegetables}: 0.01037112, 0.5862069, 3.029608.
    #expect(output.antecedent(best) == "citrus fruit + root vegetables")
    #expect(output.product(best.consequent) == "other vegetables")
    #expect(best.both == 102)
    #expect(abs(best.support - 0.01037112) < 5e-9)
    #expect(abs(best.confidence - 0.5862069) < 5e-8)
    #expect(abs(best.lift - 3.029608) < 5e-7)
  }

  /// All subsets of all baskets, counted one by one: the second route.
  private func bruteForce(_ baskets: [[Int32]], least: Int, longest: Int) -> [[Int32]: Int] {
    var counts: [[Int32]: Int] = [:]
    for basket in baskets {
      let products = Set(basket).sorted()
      for chosen in 1..<(1 << products.count) where chosen.nonzeroBitCount <= longest {
        let set = products.indices.filter { chosen >> $0 & 1 == 1 }.map { products[$0] }
        counts[set, default: 0] += 1
      }
    }
    return counts.filter { $0.value >= least }
  }

  @Test(arguments: [(1, 2, 1), (2, 3, 3), (3, 4, 5), (4, 6, 2), (5, 3, 40), (6, 2, 400)])
  func `consistency: the search finds what counting all subsets finds`(
    seed: UInt64, longest: Int, least: Int
  ) {
    var random = SurveyRandom(seed: seed)
    let baskets = (0..<300).map { _ in
      (0..<random.below(8)).map { _ in Int32(min(random.below(12), random.below(12))) }
    }
    let miner = ItemsetMiner(
      ProductLists(baskets), products: 12, least: least, maxLength: longest, most: 100_000)
    var found: [[Int32]: Int] = [:]
    for set in 0..<miner.found.count {
      let products = Array(miner.found[set])
      #expect(products == products.sorted())
      #expect(found[products] == nil)
      found[products] = miner.found.counts[set]
    }
    #expect(found == bruteForce(baskets, least: least, longest: longest))
    #expect(!miner.isCutShort)
  }

  @Test func `consistency: measures of every rule from its four counts`() throws {
    let maker = BasketMaker.shop(200)
    let output = try maker.output(
      settings {
        $0.support = 0.02
        $0.basket = .order
      })
    #expect(output.rules.count > 50)
    var baskets: [String: Set<String>] = [:]
    for line in maker.lines { baskets[line.order, default: []].insert(line.product) }
    for rule in output.rules {
      let left = Set(output.names(rule.antecedent))
      let right = output.product(rule.consequent)
      let n = Double(baskets.count)
      let a = Double(baskets.values.count { $0.isSuperset(of: left) }) / n
      let b = Double(baskets.values.count { $0.contains(right) }) / n
      let ab =
        Double(baskets.values.count { $0.isSuperset(of: left) && $0.contains(right) }) / n
      #expect(abs(rule.support - ab) < 1e-12)
      #expect(abs(rule.confidence - ab / a) < 1e-12)
      #expect(abs(rule.lift - ab / a / b) < 1e-9)
      #expect(abs(rule.leverage - (ab - a * b)) < 1e-12)
      if let conviction = rule.conviction {
        #expect(abs(conviction - (1 - b) / (1 - ab / a)) < 1e-9)
      } else {
        #expect(ab == a)
      }
      if let zhang = rule.zhang {
        let other = (b - ab) / (1 - a)
        // Zhang's measure by confidences: (c − c̄) / max(c, c̄), c̄ that without A.
        #expect(abs(zhang - (ab / a - other) / max(ab / a, other)) < 1e-9)
        #expect(zhang >= -1 - 1e-9 && zhang <= 1 + 1e-9)
      }
      #expect(rule.p <= rule.q + 1e-15)
    }
  }

  @Test func `correctness: independent products give no rules, tied ones do`() throws {
    var settings = BasketSettings()
    settings.basket = .order
    settings.support = 0.02
    settings.confidence = 0.1
    let output = try BasketMaker.shop(3000).output(settings)
    let pairs = Set(output.rules.map { output.names($0.antecedent + [$0.consequent]) })
    #expect(pairs == [["bread", "butter"]])
    #expect(output.search.tested > 50)
    #expect(output.search.chance > 0)
  }

  @Test func `correctness: what the limits and exclusions leave out`() throws {
    var lines: [BasketMaker.Line] = [
      .init(customer: "a", order: "1", product: "x"),
      .init(customer: "a", order: "1", product: "y"),
      .init(customer: "a", order: "1", product: "x"),
      .init(customer: "a", order: "2", product: "x", amount: -500),
      .init(customer: "b", order: "3", product: "z", amount: 0),
      .init(customer: "b", order: "4", product: ""),
      .init(customer: "b", order: "5", product: "freight"),
      .init(customer: "b", order: "6", product: "x", day: 400),
    ]
    lines += (0..<9).map { .init(customer: "c", order: "7", product: "p\($0)") }
    let output = try BasketMaker(lines).output(
      settings {
        $0.maxItems = 8
        $0.exclude = ["freight"]
        $0.months = 12
      })
    let counted = output.input.lines
    #expect(counted.read == lines.count)
    #expect(counted.returned == 1)
    #expect(counted.zero == 1)
    #expect(counted.withoutProduct == 1)
    #expect(counted.excluded == 1)
    #expect(counted.earlier == 1)
    #expect(counted.used == 12)
    // The basket of nine products is left out of rules, not of what the customer owns.
    #expect(output.eligible == 1)
    #expect(output.outside == 1)
    #expect(output.sizes == [0, 1, 0, 0, 0, 0, 0, 0, 1])
    #expect(output.groups.first?.customers == 2)
  }

  @Test(arguments: BasketUnit.allCases)
  func `correctness: what counts as one basket`(unit: BasketUnit) throws {
    let lines: [BasketMaker.Line] = [
      .init(customer: "a", order: "1", product: "x", day: 3),
      .init(customer: "a", order: "2", product: "y", day: 3),
      .init(customer: "a", order: "3", product: "z", day: 2),
      .init(customer: "b", order: "4", product: "x", day: 3),
      // Without a number the customer's day is the order.
      .init(customer: "b", order: "", product: "y", day: 1),
      .init(customer: "b", order: "", product: "z", day: 1),
    ]
    let output = try BasketMaker(lines).output(settings { $0.basket = unit })
    let expected: [BasketUnit: [Int]] = [
      .order: [4, 1], .day: [2, 2], .customer: [0, 0, 2],
    ]
    #expect(output.sizes == expected[unit])
  }

  @Test func `consistency: the order of the lines does not matter`() throws {
    var maker = BasketMaker.shop()
    let settings = settings { $0.support = 0.02 }
    let first = try maker.output(settings)
    maker.lines.reverse()
    let second = try maker.output(settings)
    #expect(first.rules == second.rules)
    #expect(first.input.products == second.input.products)
    #expect(first.input.baskets.count == second.input.baskets.count)
    for table in ["rules", "next_products", "products", "itemsets", "groups", "sizes"] {
      let texts = [first, second].map { output in
        output.table(table).columns.map { column in (0..<column.count).map(column.text) }
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func `correctness: rules that shorter ones make needless are dropped`() throws {
    let baskets =
      Array(repeating: ["a", "b"], count: 30) + Array(repeating: ["a", "b", "c"], count: 10)
      + Array(repeating: ["d"], count: 60)
    var kept = settings { $0.maxLength = 3 }
    kept.lift = 1
    let all = try BasketMaker(baskets: baskets).output(kept)
    var dropping = kept
    dropping.redundant = .drop
    let fewer = try BasketMaker(baskets: baskets).output(dropping)
    let sides = { (output: BasketOutput) in
      Set(output.rules.map { "\(output.antecedent($0)) > \(output.product($0.consequent))" })
    }
    // {a, c} > b says no more than a > b.
    #expect(sides(all).contains("a + c > b"))
    #expect(!sides(fewer).contains("a + c > b"))
    #expect(sides(fewer).contains("a > b"))
    #expect(fewer.search.redundant == sides(all).count - sides(fewer).count)
  }

  @Test func `input checks: limits that contradict, sets without end, no product at all`() throws {
    var settings = BasketSettings()
    settings.minItems = 9
    settings.maxItems = 3
    #expect(throws: Diagnostic.self) { try Basket(settings) }
    let wide = BasketMaker(baskets: Array(repeating: (0..<60).map { "p\($0)" }, count: 20))
    let endless = self.settings {
      $0.maxItems = 60
      $0.maxLength = 6
    }
    #expect(throws: Diagnostic.self) { try wide.output(endless) }
    var source = BasketMaker.shop().source()
    source.facts["orders"] = source.facts["orders"].map { orders in
      DataTable(
        name: orders.name, heads: Array(orders.heads.dropLast()),
        columns: Array(orders.columns.dropLast()))
    }
    #expect(throws: Diagnostic.self) { try BasketInput(from: source, BasketSettings()) }
    source.facts = [:]
    #expect(throws: Diagnostic.self) { try BasketInput(from: source, BasketSettings()) }
  }
}
