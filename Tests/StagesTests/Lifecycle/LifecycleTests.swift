import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct LifecycleTests {
  static func yaml(_ text: String) throws -> LifecycleSettings {
    var problems = Diagnostics()
    let settings = LifecycleSettings.read(try YAMLTree.read(text, file: "review.yaml"), &problems)
    try problems.throwIfAny()
    return settings ?? LifecycleSettings()
  }

  private func output(
    _ maker: TiersMaker, _ yaml: String = "{}", export: DataTable? = nil,
    outputs: [String: any StageOutput] = [:], asOf: Day = TiersMaker.asOf
  ) throws -> LifecycleOutput {
    let settings = try Self.yaml(yaml)
    var source = maker.source(asOf: asOf, outputs: outputs)
    source.facts["customers"] = export
    return try Lifecycle(settings).run(LifecycleInput(from: source, settings))
  }

  /// Purchase days by days before the as-of date.
  private func buyers(_ customers: [(String, [Int32])]) -> TiersMaker {
    TiersMaker(
      customers: customers.map { id, days in
        (id, days.sorted(by: >).map { (TiersMaker.asOf.number - $0, Int64(10_000)) })
      })
  }

  /// A customers' export of id, lead, intent, competitor, acquired on, owner.
  private func export(
    _ rows: [(id: String, lead: String, intent: String, lostTo: String, since: String)]
  ) -> DataTable {
    func head(_ id: String, _ unit: Unit = .text) -> ColumnHead {
      ColumnHead(id, unit, Phrase(id, id))
    }
    return DataTable(
      name: "customers",
      heads: [
        head("customer_id"), head("lead"), head("intent"), head("lost_to"),
        head("acquired_on", .day), head("owner"),
      ],
      columns: [
        .text(TextColumn(rows.map(\.id))), .text(TextColumn(rows.map(\.lead))),
        .text(TextColumn(rows.map(\.intent))), .text(TextColumn(rows.map(\.lostTo))),
        .day(rows.map { Day(iso: $0.since)?.number ?? .min }),
        .text(TextColumn(rows.map { _ in "王芳" })),
      ])
  }

  @Test func `correctness: the four classes of the texts`() throws {
    let maker = buyers([
      ("b1", [200, 170, 140, 110, 80, 50, 20]), ("b2", [500, 470, 440]), ("b3", [60, 40, 10]),
    ])
    let customers = export([
      ("a1", "yes", "no", "", "2025-01-01"), ("b3", "no", "no", "对手公司", "2024-01-01"),
      ("c1", "yes", "yes", "", "2025-01-01"), ("b1", "no", "no", "", ""),
    ])
    let output = try output(maker, export: customers)
    #expect(output.words("customer_id") == ["a1", "b1", "b2", "b3", "c1"])
    #expect(output.words("class") == ["potential", "existing", "lost", "lost", "target"])
    #expect(
      output.words("reason") == [
        "any", "bought", "bought, waits > 6", "bought, competitor", "intent",
      ])
    let measures = output.measures()
    #expect(measures["customers"]?.value == 5)
    #expect(measures["customers.lost"]?.value == 2)
    #expect(measures["customer_share.target"]?.value == 0.2)
  }

  @Test(arguments: [
    (29, "existing"), (60, "existing"), (61, "at_risk"), (90, "at_risk"), (91, "silent"),
    (180, "silent"), (181, "lost"),
  ])
  func `correctness: seven classes by multiples of the customer's own median gap`(
    wait: Int32, expected: String
  ) throws {
    // Gaps of 30, 30, 30 and 50 days: the median is 30.
    let days = [0, 30, 60, 90, 140].map { wait + $0 }
    let output = try output(buyers([("a", days)]), "rules: seven")
    #expect(output.words("class") == [expected])
    #expect(output.shares("gap_days") == [30])
    #expect(abs(output.shares("waits")[0] - Double(wait) / 30) < 1e-12)
    // He is silent on the first day that is more than three gaps after the last purchase.
    #expect(
      output.words("silent_from") == [TiersMaker.asOf.adding(days: 91 - Int(wait)).iso])
    #expect(output.silent.customers == (wait > 90 ? 1 : 0))
  }

  @Test func `correctness: few gaps borrow those of all, and short ones count as the least`() throws
  {
    let output = try output(
      buyers([("a", [100, 80, 60, 40]), ("b", [65]), ("c", [50, 49, 48, 47]), ("d", [30, 25])]),
      "{rules: seven, least_gap_days: 10}")
    // Rhythms of 20 and 1 days: the median of the two is 10.5.
    #expect(output.shares("gap_days") == [20, 10.5, 10, 10.5])
    #expect(output.words("gap_of") == ["own", "all", "own", "all"])
    #expect(output.words("class") == ["existing", "lost", "silent", "at_risk"])
    #expect(output.measures()["usual_gap"]?.value == 10.5)
  }

  @Test func `correctness: won back is a purchase that ended a silence, for some time`() throws {
    let days: [Int32] = [300, 280, 260, 240, 40, 20]
    let back = try output(buyers([("a", days)]), "{rules: seven, at_risk_after: 2.5}")
    #expect(back.words("class") == ["won_back"])
    let later = try output(
      buyers([("a", days)]), "{rules: seven, at_risk_after: 2.5, won_back_days: 30}")
    #expect(later.words("class") == ["existing"])
  }

  @Test func `correctness: flows count who moved, who stayed and who is new`() throws {
    let maker = buyers([
      ("a", [190, 160, 130, 100, 95]), ("b", [190, 160, 130, 100, 70, 40, 10]), ("c", [20]),
    ])
    let customers = export([
      ("d", "yes", "no", "", "2025-01-01"), ("e", "no", "yes", "", "2025-12-01"),
      ("c", "no", "no", "", "2025-01-01"),
    ])
    let output = try output(maker, "rules: seven", export: customers)
    #expect(output.input.before.iso == "2025-09-30")
    #expect(
      output.words("class_before") == ["existing", "existing", "potential", "potential", ""])
    #expect(output.words("class") == ["silent", "existing", "existing", "potential", "target"])
    let flows = zip(
      zip(output.words("from", of: "flows"), output.words("to", of: "flows")),
      output.money("customers", of: "flows"))
    let found = Dictionary(uniqueKeysWithValues: flows.map { ("\($0.0) \($0.1)", $1) })
    #expect(found["existing silent"] == 1)
    #expect(found["existing existing"] == 1)
    #expect(found["potential existing"] == 1)
    #expect(found["not_yet target"] == 1)
    #expect(found.values.reduce(0, +) == 5)
    let measures = output.measures()
    #expect(measures["worse.customers"]?.value == 1)
    #expect(measures["worse.year_amount"]?.value == 500)
    #expect(measures["better.customers"]?.value == 1)
    let report = output.report(Wording(language: .english, currency: .cny), step: "life")
    let finding = try #require(report.findings.first { $0.id == "life.to-silent" })
    #expect(finding.severity == .alarm)
    #expect(finding.weight == 500)
    #expect(finding.action?.contains("a") == true)
    #expect(finding.owner == "Sales")
  }

  @Test func `consistency: the earlier state is the state of a run on the earlier date`() throws {
    let maker = TiersMaker.mixed(300, seed: 9)
    let now = try output(maker, "{rules: seven, compare_months: 6}")
    let then = try output(maker, "{rules: seven}", asOf: now.input.before)
    let classes = Dictionary(
      uniqueKeysWithValues: zip(then.words("customer_id"), then.words("class")))
    for (id, before) in zip(now.words("customer_id"), now.words("class_before")) {
      #expect(classes[id] ?? "" == before)
    }
    #expect(then.count > 100)
  }

  @Test func `correctness: the competitor flag is not carried back before a later purchase`() throws
  {
    let customers = export([
      ("a", "no", "no", "对手", "2024-01-01"), ("b", "no", "no", "对手", "2024-01-01"),
    ])
    let output = try output(
      buyers([("a", [150, 120, 30]), ("b", [150, 130, 120])]), export: customers)
    #expect(output.words("class") == ["lost", "lost"])
    #expect(output.words("class_before") == ["existing", "lost"])
  }

  @Test func `correctness: whom to call first is a year's amount times the chance of having left`()
    throws
  {
    let day = TiersMaker.asOf.number
    let maker = TiersMaker(customers: [
      ("a", [(day - 200, 90_000), (day - 180, 90_000), (day - 160, 90_000), (day - 100, 100)]),
      ("b", [(day - 200, 50_000), (day - 180, 50_000), (day - 160, 50_000), (day - 100, 100)]),
    ])
    let plain = try output(maker, "rules: seven")
    #expect(plain.worse.map { plain.words("customer_id")[$0] } == ["a", "b"])
    let ranked = try output(
      maker, "rules: seven", outputs: ["clv": Survivors(["a": 0.9, "b": 0.1])])
    #expect(ranked.worse.map { ranked.words("customer_id")[$0] } == ["b", "a"])
    #expect(ranked.shares("p_alive") == [0.9, 0.1])
  }

  @Test(arguments: [0, 1, 2, 3, 250])
  func `runs with every option: the battery holds`(n: Int) throws {
    let choices = [
      "{}", "{rules: seven}", "{rules: seven, compare_months: 24, refunds: ignore}",
      "{rules: [{class: lost, days_over: 300}, {class: vip, name: {en: Regular, zh-Hans: 常客}, action: {en: Care, zh-Hans: 关怀}, waits_over: 0.5, bought: true, came_back: false}, {class: existing, bought: true}, {class: potential, lead: false}, {class: target}]}",
    ]
    let rows = [
      ("客户00001", "no", "no", "对手", "2024-01-01"), ("客户99998", "yes", "yes", "", "2025-12-01"),
      ("客户99999", "", "", "", ""),
    ]
    for choice in choices {
      for customers in [nil, export(rows)] {
        let problems = try StageBattery.problems(
          Lifecycle.self, Self.yaml(choice),
          data: (0..<250).map(TiersMaker.name) + ["王芳", "客户99998", "客户99999"],
          source: { currency in
            var source = TiersMaker.mixed(n).source(currency)
            source.facts["customers"] = customers
            return source
          })
        #expect(problems == [], "\(choice) of \(n) customers")
      }
    }
  }

  @Test(arguments: [
    ("{rules: five}", "unknown-value"), ("{rules: [{bought: true}]}", "missing-key"),
    ("{silent_after: 0}", "out-of-range"), ("{rules: [{class: Lost}]}", "out-of-range"),
  ])
  func `input checks: settings that make no sense`(yaml: String, code: String) {
    let problem = #expect(throws: Diagnostics.self) { try Self.yaml(yaml) }
    #expect(problem?.all.map(\.code) == [code])
  }

  @Test(arguments: [
    ("{at_risk_after: 4}", "wrong-order"),
    ("{rules: [{class: existing, bought: true}]}", "unassigned-customers"),
    ("{rules: [{class: existing, waits_over: 2}]}", "unassigned-customers"),
    ("{rules: [{class: vip}]}", "unnamed-class"),
  ])
  func `input checks: rules that leave somebody out`(yaml: String, code: String) throws {
    let settings = try Self.yaml(yaml)
    let problem = #expect(throws: Diagnostic.self) { try Lifecycle(settings) }
    #expect(problem?.code == code)
  }

  @Test(arguments: [
    TiersMaker.amounts([700]), TiersMaker.amounts([-5, -7]), TiersMaker.amounts([0, 0]),
    TiersMaker.amounts([5, 5, 9]),
  ])
  func `input checks: degenerate customers give figures or the reason why not`(
    maker: TiersMaker
  ) throws {
    for rules in ["four", "seven"] {
      let output = try output(maker, "rules: \(rules)")
      #expect(
        output.count
          == (maker.customers.contains { $0.lines[0].amount < 0 } ? 0 : maker.customers.count))
      for measure in output.measures().values {
        #expect((measure.value == nil) == (measure.reason != nil))
      }
      // Without a rhythm nobody is overdue.
      #expect(Set(output.words("class")).subtracting(["existing"]).isEmpty)
      #expect(
        output.report(Wording(language: .english, currency: .cny), step: "s").warnings.count == 1)
    }
  }

  @Test(arguments: [
    ("2025-12-31", 3, "2025-09-30"), ("2025-02-28", 3, "2024-11-30"),
    ("2024-02-29", 12, "2023-02-28"),
    ("2025-12-30", 1, "2025-11-30"), ("2025-05-31", 1, "2025-04-30"),
    ("2025-01-15", 1, "2024-12-15"),
  ])
  func `correctness: months back from the end of a month lead to the end of a month`(
    day: String, months: Int, expected: String
  ) {
    #expect(Day(iso: day)?.earlier(byMonths: months).iso == expected)
  }

  @Test func `consistency: dates shifted together and another unit of money change no class`()
    throws
  {
    let maker = TiersMaker.mixed(200, seed: 3)
    let plain = try output(maker, "rules: seven")
    var moved = maker
    for index in moved.customers.indices {
      for line in moved.customers[index].lines.indices {
        moved.customers[index].lines[line].day += 1461
        moved.customers[index].lines[line].amount *= 7
      }
    }
    let later = try output(moved, "rules: seven", asOf: TiersMaker.asOf.adding(days: 1461))
    #expect(later.words("class") == plain.words("class"))
    #expect(later.words("class_before") == plain.words("class_before"))
    #expect(
      later.money("year_amount") == plain.money("year_amount").map { $0 == .min ? .min : $0 * 7 })
  }
}

/// What step `clv` gives of probabilities.
private struct Survivors: StageOutput {
  let alive: [String: Double]

  init(_ alive: [String: Double]) { self.alive = alive }

  static let heads = [
    ColumnHead("customer_id", .text, Phrase("Customer", "客户")),
    ColumnHead("p_alive", .share, Phrase("Alive", "存活")),
  ]

  static func tables(_ currency: Currency) -> [ResultTable] {
    [ResultTable("customers", Phrase("One row a customer", "每位客户一行"), heads)]
  }

  func table(_ name: String) -> DataTable {
    let ids = alive.keys.sorted()
    return DataTable(
      name: name, heads: Self.heads,
      columns: [.text(TextColumn(ids)), .number(ids.map { alive[$0] ?? .nan })])
  }

  func report(_ wording: Wording, step: String) -> StageReport { StageReport() }
}
