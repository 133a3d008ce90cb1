import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct TiersTests {
  @Test(arguments: [0, 1, 2, 3, 250])
  func `runs with every option: the battery holds`(n: Int) throws {
    let choices = [
      "{}", "{abc: {by: head_count}, negatives: zero}",
      "{months: 3, refunds: separate, abc: {boundary: exclude, cuts: [0.5, 0.7, 0.9]}}",
      "{refunds: ignore, stars: {by: mean, months: 2, thresholds: [1, 20], lowest: 1, comparator: at_least}}",
      "{key_accounts: {tiers: [], clv_top: 0.5, stars: 3, segments: [战略客户, 无此类]}}",
    ]
    for choice in choices {
      let problems = try StageBattery.problems(
        Tiers.self, TiersSettings.yaml(choice),
        data: (0..<250).map(TiersMaker.name) + ["战略客户", "无此类"],
        source: { currency in
          var source = TiersMaker.mixed(n).source(
            currency, outputs: ["clv": Lifetimes(n, currency)])
          source.facts["customers"] = Self.segments([TiersMaker.name(1)])
          return source
        })
      #expect(problems == [], "\(choice) of \(n) customers")
    }
  }

  /// A customers' export in which these are strategic.
  private static func segments(_ ids: [String]) -> DataTable {
    DataTable(
      name: "customers",
      heads: [
        ColumnHead("customer_id", .text, Phrase("Customer", "客户")),
        ColumnHead("segment", .text, Phrase("Segment", "细分")),
      ],
      columns: [.text(TextColumn(ids)), .text(TextColumn(ids.map { _ in "战略客户" }))])
  }

  @Test func `input checks: without orders, and without the margin that was asked for`() {
    let orders = #expect(throws: Diagnostic.self) {
      try TiersInput(from: Source(asOf: TiersMaker.asOf, currency: .cny), TiersSettings())
    }
    #expect(orders?.code == "no-orders")
    let margin = #expect(throws: Diagnostic.self) {
      try TiersInput(from: TiersMaker.amounts([5]).source(), .with { $0.value = .margin })
    }
    #expect(margin?.code == "no-margin")
  }

  @Test(arguments: [
    ("{abc: {cuts: [0.9, 0.8]}}", "out-of-range"), ("{abc: {cuts: [1]}}", "out-of-range"),
    ("{stars: {thresholds: [500, 300]}}", "out-of-range"),
    ("{stars: {months: 0}}", "out-of-range"), ("{months: 0}", "out-of-range"),
    ("{abc: {by: size}}", "unknown-value"), ("{tiers: 3}", "unknown-key"),
  ])
  func `input checks: settings that make no sense`(yaml: String, code: String) {
    let problem = #expect(throws: Diagnostics.self) { try TiersSettings.yaml(yaml) }
    #expect(problem?.all.map(\.code) == [code])
  }

  @Test func `input checks: key accounts need classes and stars that there are`() {
    let tier = #expect(throws: Diagnostic.self) {
      try Tiers(.with { $0.keyAccounts.tiers = ["D"] })
    }
    #expect(tier?.code == "unknown-tier")
    let star = #expect(throws: Diagnostic.self) {
      try Tiers(.with { $0.keyAccounts.stars = 6 })
    }
    #expect(star?.code == "unknown-star")
  }

  @Test func `correctness: five customers, by hand`() throws {
    let output = try Tiers.output(
      TiersSettings(), TiersMaker.amounts([500, 1000, 1500, 2000, 15_000]).source())
    #expect(output.words("tier") == ["C", "B", "B", "A", "A"])
    #expect(output.money("rank") == [5, 4, 3, 2, 1])
    #expect(output.words("rule")[0] == "Σ 95–100 %")
    #expect(output.shares("cumulative_share")[2] == 18_500.0 / 20_000)
    let measures = output.measures()
    #expect(abs((measures["gini"]?.value ?? 0) - 0.6) < 1e-15)
    #expect(abs((measures["hhi"]?.value ?? 0) - 0.58125) < 1e-15)
    #expect(measures["customers_for_80"]?.value == 2)
    #expect(measures["top_20_share"]?.value == 0.75)
    #expect(measures["top_1_share"]?.value == nil)
    #expect(measures["customers.a"]?.value == 2)
    #expect(measures["gini"]?.low == nil)
  }

  @Test func `correctness: a period of complete months leaves the rest of the history out`() throws
  {
    let maker = TiersMaker.months([[100, 200, 400], [900, nil, nil], [nil, 50, 60]])
    let all = try Tiers.output(TiersSettings(), maker.source())
    #expect(all.money("amount") == [700, 900, 110])
    let two = try Tiers.output(.with { $0.months = 2 }, maker.source())
    #expect(two.money("amount") == [600, 0, 110])
    #expect(two.words("tier") == ["A", "set_aside", "B"])
    #expect(two.words("rule")[1] == "n = 0")
    #expect(two.measures()["customers"]?.value == 2)
  }

  @Test func `correctness: stars of a history that is long enough, and none of one that is not`()
    throws
  {
    let long = TiersMaker.months([
      [Int64](repeating: 40_000, count: 8), [Int64](repeating: 90_000, count: 7) + [10_000],
      [nil] + [Int64](repeating: 60_000, count: 7),
    ])
    let output = try Tiers.output(TiersSettings(), long.source())
    #expect(output.money("star") == [3, 0, 4])
    #expect(output.money("star_before") == [3, 5, 4])
    #expect(output.words("star_rule") == ["6 × > 300", "", "6 × > 500"])
    #expect(output.measures()["stars.lost"]?.value == 1)
    #expect(output.measures()["stars.3"]?.value == 1)
    let report = output.report(Wording(language: .english, currency: .cny), step: "tiers")
    #expect(report.findings.contains { $0.id == "tiers.stars-lost" && $0.severity == .warning })

    let short = try Tiers.output(
      TiersSettings(), TiersMaker.months([[90_000, 90_000, 90_000]]).source())
    #expect(short.money("star") == [.min])
    #expect(short.measures()["stars.3"]?.value == nil)
    #expect(short.measures()["stars.3"]?.reason != nil)
  }

  @Test func `correctness: key accounts carry every reason there is`() throws {
    var source = TiersMaker.amounts([100_000, 10, 20, 30])
      .source(outputs: ["clv": Lifetimes(4, .cny)])
    source.facts["customers"] = Self.segments([TiersMaker.name(0), TiersMaker.name(2)])
    let output = try Tiers.output(
      .with {
        $0.keyAccounts.clvTop = 0.25
        $0.keyAccounts.segments = ["战略客户"]
      }, source)
    #expect(output.words("key_reason") == ["tier+segment", "", "segment", "clv"])
    #expect(output.words("key_account") == ["yes", "no", "yes", "yes"])
    #expect(output.money("clv_decile") == [4, 3, 2, 1])
    #expect(output.measures()["key_accounts.customers"]?.value == 3)
    #expect(output.measures()["clv_decile_1_share"]?.value == 0.4)
  }

  @Test func `correctness: a finding of one customer who is too large is an alarm`() throws {
    let report = try Tiers.output(TiersSettings(), TiersMaker.amounts([9000, 500, 500]).source())
      .report(Wording(language: .english, currency: .cny), step: "tiers")
    #expect(report.findings.first?.id == "tiers.one")
    #expect(report.findings.first?.severity == .alarm)
    #expect(report.findings.first?.weight == 90)
    let even = try Tiers.output(
      TiersSettings(), TiersMaker.amounts([Int64](repeating: 500, count: 40)).source()
    ).report(Wording(language: .english, currency: .cny), step: "tiers")
    #expect(even.findings.map(\.id) == ["tiers.top"])
  }

  @Test(arguments: [
    ("one customer", TiersMaker.amounts([700])), ("all returns", TiersMaker.amounts([-5, -7])),
    ("no spend", TiersMaker.amounts([0, 0, 0])), ("one day", TiersMaker.amounts([5, 5, 9])),
    ("returns above purchases", TiersMaker(customers: [("a", [(20_000, 50), (20_001, -90)])])),
  ])
  func `input checks: degenerate customers give figures or the reason why not`(
    name: String, maker: TiersMaker
  ) throws {
    let output = try Tiers.output(TiersSettings(), maker.source())
    for measure in output.measures().values {
      #expect((measure.value == nil) == (measure.reason != nil), "\(name): \(measure.id)")
    }
    let report = output.report(Wording(language: .simplifiedChinese, currency: .cny), step: "tiers")
    #expect(report.pages.allSatisfy { !$0.headline.isEmpty })
    if name == "all returns" { #expect(report.warnings.count == 1) }
  }

  @Test
  func `consistency: money times k and a shifted order of rows change no class, star or share`()
    throws
  {
    let maker = TiersMaker.mixed(300)
    let plain = try Tiers.output(TiersSettings(), maker.source())
    var scaled = maker
    for index in scaled.customers.indices {
      for line in scaled.customers[index].lines.indices {
        scaled.customers[index].lines[line].amount *= 10
      }
    }
    let tenfold = try Tiers.output(
      .with { $0.stars.thresholds = [3000, 5000, 8000] }, scaled.source())
    #expect(tenfold.words("tier") == plain.words("tier"))
    // A threshold ten times as high is passed by ten times as much, but for amounts in between.
    let stars = zip(tenfold.money("star"), plain.money("star")).count { $0 != $1 }
    #expect(stars == 0)
    let (one, other) = (plain.measures(), tenfold.measures())
    for id in ["gini", "hhi", "top_10_share", "theil"] {
      #expect(abs((one[id]?.value ?? 0) - (other[id]?.value ?? 1)) < 1e-12, "\(id)")
    }
  }

  @Test func `consistency: every customer twice leaves Gini and classes`() throws {
    let maker = TiersMaker.mixed(120)
    var twice = maker
    twice.customers += maker.customers.map { ($0.id + "b", $0.lines) }
    twice.customers.sort { $0.id < $1.id }
    let (one, both) = (
      try Tiers.output(TiersSettings(), maker.source()).measures(),
      try Tiers.output(TiersSettings(), twice.source()).measures()
    )
    #expect(abs((one["gini"]?.value ?? 0) - (both["gini"]?.value ?? 1)) < 1e-12)
    #expect((one["customers.a"]?.value ?? 0) * 2 == both["customers.a"]?.value)
    #expect(abs((one["hhi"]?.value ?? 0) / 2 - (both["hhi"]?.value ?? 1)) < 1e-12)
  }

  /// Fader & Hardie's CDNOW log: figures of pandas 2.2.3.
  @Test(
    .enabled(if: ReferenceLog.cdnow != nil, "the reference data is not beside the package"))
  func `correctness: concentration of CDNOW`() throws {
    let days = try #require(ReferenceLog.cdnow)
    let asOf = try #require(Day(iso: "1998-06-30"))
    let output = try Tiers.output(
      TiersSettings(), Source(asOf: asOf, currency: .cny, purchaseDays: days))
    let measures = output.measures()
    #expect(measures["customers"]?.value == 23_570)
    #expect(measures["amount"]?.value == 2_500_315.63)
    #expect(abs((measures["gini"]?.value ?? 0) - 0.634571184581596) < 1e-12)
    #expect(abs((measures["top_10_share"]?.value ?? 0) - 0.5094272637890921) < 1e-12)
    #expect(abs((measures["top_20_share"]?.value ?? 0) - 0.6777738296984529) < 1e-12)
    let gini = try #require(measures["gini"])
    #expect(try #require(gini.low) < 0.6346 && #require(gini.high) > 0.6345)
  }
}

/// What step `clv` gives: a value for each of some customers, the last one the greatest.
struct Lifetimes: StageOutput {
  let n: Int
  let currency: Currency

  init(_ n: Int, _ currency: Currency) {
    self.n = n
    self.currency = currency
  }

  static func heads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户")),
      ColumnHead("clv", .money(currency), Phrase("Value", "价值")),
    ]
  }

  static func tables(_ currency: Currency) -> [ResultTable] {
    [ResultTable("customers", Phrase("One row a customer", "每位客户一行"), heads(currency))]
  }

  func table(_ name: String) -> DataTable {
    DataTable(
      name: name, heads: Self.heads(currency),
      columns: [
        .text(TextColumn((0..<n).map(TiersMaker.name))),
        .money((0..<n).map { Int64($0 + 1) * 1000 }, currency),
      ])
  }

  func report(_ wording: Wording, step: String) -> StageReport { StageReport() }
}
