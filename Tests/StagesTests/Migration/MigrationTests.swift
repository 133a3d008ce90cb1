import Diagnostics
import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct MigrationTests {
  static func yaml(_ text: String) throws -> MigrationSettings {
    var problems = Diagnostics()
    let settings = MigrationSettings.read(try YAMLTree.read(text, file: "review.yaml"), &problems)
    try problems.throwIfAny()
    return settings ?? MigrationSettings()
  }

  private func output(
    _ maker: TiersMaker, _ yaml: String = "{}", asOf: Day = TiersMaker.asOf
  ) throws -> MigrationOutput {
    let settings = try Self.yaml(yaml)
    return try Migration(settings).run(MigrationInput(from: maker.source(asOf: asOf), settings))
  }

  /// Customers who buy every month, the last months at another amount.
  private func months(_ customers: [(Int64, Int64)], last: Int = 3) -> TiersMaker {
    TiersMaker.months(
      customers.map { first, then in
        [Int64](repeating: first, count: 14 - last) + [Int64](repeating: then, count: last)
      })
  }

  @Test func `consistency: both states are those of the stages run on each date`() throws {
    let maker = TiersMaker.mixed(300, seed: 21)
    let found = try output(maker, "months: 6")
    let before = found.input.before
    #expect(before.iso == "2025-06-30")

    func states(_ column: String) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: zip(found.words("customer_id"), found.words(column))
          .filter { !$0.1.isEmpty })
    }
    for (suffix, day) in [("", TiersMaker.asOf), ("_before", before)] {
      let source = maker.source(asOf: day)
      let rfm = try RFM(RFMSettings()).run(RFMInput(from: source, RFMSettings()))
      #expect(
        states("rfm\(suffix)")
          == Dictionary(uniqueKeysWithValues: zip(rfm.words("customer_id"), rfm.words("segment"))))
      let tiers = try Tiers.output(TiersSettings(), source)
      #expect(
        states("tier\(suffix)")
          == Dictionary(
            uniqueKeysWithValues: zip(
              tiers.words("customer_id"),
              tiers.words("tier").map { $0 == "set_aside" ? $0 : $0.lowercased() })))
      let settings = try LifecycleTests.yaml("rules: seven")
      let life = try Lifecycle(settings).run(LifecycleInput(from: source, settings))
      #expect(
        states("lifecycle\(suffix)")
          == Dictionary(uniqueKeysWithValues: zip(life.words("customer_id"), life.words("class"))))
    }
  }

  @Test func `correctness: who moved up, down, stayed and is new, by class`() throws {
    // Amounts of three months change who carries 80 %.
    let maker = TiersMaker(
      customers: (months([(10_000, 10_000), (100, 300_000), (50, 50)]).customers)
        + [("新客户", [(TiersMaker.asOf.number - 5, 100)])])
    let found = try output(maker, "of: [tier]")
    #expect(found.words("tier_before") == ["a", "c", "c", ""])
    #expect(found.words("tier") == ["b", "a", "c", "c"])
    #expect(found.words("tier_move") == ["down", "up", "same", "new"])
    let moves = try #require(found[.tier])
    #expect(moves.known == 3)
    #expect(moves.up.customers == 1)
    #expect(moves.down.customers == 1)
    #expect(moves.new.customers == 1)
    #expect(moves.down.amount == 140_000)
    let measures = found.measures()
    #expect(measures["tier.down_share"]?.value == 1.0 / 3)
    #expect(measures["tier.new"]?.value == 1)
    #expect(measures["rfm.known"] == nil)
    #expect(found.fallen == [0])
  }

  @Test func `correctness: stars at both dates, and none where the history is too short`() throws {
    let maker = months([(40_000, 60_000), (90_000, 10_000), (40_000, 40_000)])
    let found = try output(maker, "{of: [star], tiers: {stars: {months: 3}}}")
    #expect(found.words("star_before") == ["stars_3", "stars_5", "stars_3"])
    #expect(found.words("star") == ["stars_4", "no_stars", "stars_3"])
    #expect(found.words("star_move") == ["up", "down", "same"])
    let short = try output(maker, "{of: [star], months: 10}")
    #expect(short[.star] == nil)
    #expect(short.measures()["star.up_share"]?.value == nil)
    #expect(short.measures()["star.up_share"]?.reason != nil)
  }

  @Test func `consistency: cells add up, and customers behind a cell are as many as it says`()
    throws
  {
    let found = try output(TiersMaker.mixed(400, seed: 5), "{months: 4, tiers: {months: 6}}")
    for scheme in MigrationScheme.allCases {
      let moves = try #require(found[scheme])
      let id = scheme.rawValue
      let pairs = zip(found.words("\(id)_before"), found.words(id))
      var counts: [String: Int] = [:]
      for (from, to) in pairs where !to.isEmpty { counts["\(from) \(to)", default: 0] += 1 }
      let ids = moves.states.categories.map(\.id) + [""]
      for (from, row) in moves.cells.enumerated() {
        for (to, cell) in row.enumerated() {
          #expect(counts["\(ids[from]) \(ids[to])"] ?? 0 == cell.customers)
        }
      }
      let side = moves.known - moves.stayed.customers - moves.up.customers - moves.down.customers
      #expect(side >= 0)
      let all = moves.cells.reduce(0) { $0 + $1.reduce(0) { $0 + $1.customers } }
      #expect(all == moves.known + moves.new.customers)
    }
    let moved = found.money("customers", of: "moves").reduce(0, +)
    #expect(moved == Int64(found.moves.reduce(0) { $0 + $1.known + $1.new.customers }))
  }

  @Test func `consistency: with no purchase since, classes stay, and nothing is real`() throws {
    var maker = TiersMaker.mixed(200, seed: 2)
    for index in maker.customers.indices {
      maker.customers[index].lines = maker.customers[index].lines.filter {
        $0.day <= TiersMaker.asOf.number - 200
      }
    }
    let found = try output(maker, "of: [rfm, tier]")
    for scheme in [MigrationScheme.rfm, .tier] {
      let moves = try #require(found[scheme])
      #expect(moves.moved == 0)
      #expect(moves.margins == nil)
      #expect(moves.new.customers == 0)
    }
    let report = found.report(Wording(language: .english, currency: .cny), step: "m")
    #expect(report.findings.isEmpty)
    #expect(report.measures.first { $0.id == "rfm.symmetry_p" }?.reason == "nobody moved")
  }

  @Test func `correctness: a change of the whole is a finding with the customers to begin with`()
    throws
  {
    // Sixty customers stop buying after the earlier date, twenty go on.
    let day = TiersMaker.asOf.number
    var maker = TiersMaker()
    for index in 0..<80 {
      let last = index < 60 ? 100 : 5
      let days = stride(from: last, to: 400, by: 20).map { day - Int32($0) }
      maker.customers.append(
        (TiersMaker.name(index), days.reversed().map { ($0, Int64(1000 + index)) }))
    }
    let report = try output(maker, "of: [lifecycle]")
      .report(Wording(language: .english, currency: .cny), step: "m")
    let finding = try #require(report.findings.first)
    #expect(finding.id == "m.down")
    #expect(finding.severity == .warning)
    #expect(finding.sentence.contains("60 of 80 customers moved down and 0 up by life cycle"))
    #expect(finding.sentence.contains("p < 0.001"))
    #expect(finding.action?.contains(TiersMaker.name(59)) == true)
  }

  @Test(arguments: [0, 1, 2, 3, 250])
  func `runs with every option: the battery holds`(n: Int) throws {
    let choices = [
      "{}", "{months: 24}", "{since: 2025-03-15, of: [tier]}",
      "{of: [lifecycle, rfm], rfm: {segments: eight, bins: 3}, lifecycle: {rules: four}}",
      "{of: [star, tier], tiers: {months: 2, stars: {months: 2, by: mean, thresholds: [5]}}}",
    ]
    for choice in choices {
      let problems = try StageBattery.problems(
        Migration.self, Self.yaml(choice), data: (0..<250).map(TiersMaker.name),
        source: { TiersMaker.mixed(n).source($0) })
      #expect(problems == [], "\(choice) of \(n) customers")
    }
  }

  @Test(arguments: [
    ("{months: 0}", "out-of-range"), ("{of: []}", "out-of-range"),
    ("{of: [rfm, rfm]}", "out-of-range"), ("{rfm: {bins: 2}}", "out-of-range"),
    ("{of: [abc]}", "unknown-value"),
  ])
  func `input checks: settings that make no sense`(yaml: String, code: String) {
    let problem = #expect(throws: Diagnostics.self) { try Self.yaml(yaml) }
    #expect(problem?.all.map(\.code) == [code])
  }

  @Test func `input checks: dates in order, orders there, settings of each stage`() throws {
    let dates = #expect(throws: Diagnostic.self) {
      try output(TiersMaker.amounts([5]), "since: 2026-01-01")
    }
    #expect(dates?.code == "wrong-dates")
    let orders = #expect(throws: Diagnostic.self) {
      try MigrationInput(
        from: Source(asOf: TiersMaker.asOf, currency: .cny), MigrationSettings())
    }
    #expect(orders?.code == "no-orders")
    let nested = try Self.yaml("tiers: {key_accounts: {tiers: [Z]}}")
    let tier = #expect(throws: Diagnostic.self) { try Migration(nested) }
    #expect(tier?.code == "unknown-tier")
  }

  @Test func `input checks: a history that begins after the earlier date compares nothing`() throws
  {
    let found = try output(TiersMaker.amounts([700, 800]))
    #expect(found.moves.isEmpty)
    let report = found.report(Wording(language: .english, currency: .cny), step: "m")
    #expect(report.warnings.count == 1)
    #expect(report.measures.allSatisfy { $0.value == nil && $0.reason != nil })
  }
}
