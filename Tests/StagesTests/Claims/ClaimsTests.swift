import Diagnostics
import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct ClaimsTests {
  // MARK: Sources

  private struct Case {
    var customer: String
    var kind: String
    var category: String
    var day: Int32
  }

  private static func table(_ cases: [Case]) -> DataTable {
    DataTable(
      name: "cases",
      heads: ["customer_id", "kind", "category"].map { SurveyMaker.head($0, .text) }
        + [SurveyMaker.head("opened_at", .instant)],
      columns: [
        .text(TextColumn(cases.map(\.customer))), .text(TextColumn(cases.map(\.kind))),
        .text(TextColumn(cases.map(\.category))),
        .instant(cases.map { Int64($0.day) * 86_400 + 3600 }),
      ])
  }

  /// Customers with one purchase each.
  private static func source(
    _ amounts: [Int64], currency: Currency = .cny, minCell: Int = 5
  ) -> Source {
    var source = LoyaltyMaker(
      customers: amounts.enumerated().map {
        .init(id: "c\(100_000 + $0)", purchases: [(300, $1)])
      }
    ).source(currency, minCell: minCell)
    source.facts = [:]
    return source
  }

  /// Everything that there is to test: steps before it, cases with reasons.
  private static func full(_ currency: Currency) throws -> Source {
    let maker = LoyaltyMaker.company(220)
    var source = maker.source(currency)
    source.outputs["loyalty"] = try LoyaltyMaker.output(source)
    let acquired = AcquisitionMaker.company().source(currency)
    let costs = try Acquisition(AcquisitionSettings()).run(
      AcquisitionInput(from: acquired, AcquisitionSettings()))
    source.outputs["acquisition"] = costs
    source.outputs["lifecycle"] = try Lifecycle(LifecycleSettings()).run(
      LifecycleInput(from: source, LifecycleSettings()))
    let start = LoyaltyMaker.start.number
    source.facts["cases"] = table(
      maker.customers.enumerated().flatMap { index, customer in
        [
          Case(customer: customer.id, kind: "enquiry", category: "price", day: start - 400),
          Case(
            customer: customer.id, kind: index % 4 == 0 ? "leaving" : "enquiry",
            category: index % 12 == 0 ? "service" : "price", day: start + 200),
        ]
      })
    return source
  }

  private static func settings(_ change: (inout ClaimsSettings) -> Void) -> ClaimsSettings {
    var settings = ClaimsSettings()
    settings.draws = 200
    change(&settings)
    return settings
  }

  private static func output(
    _ source: Source, _ change: (inout ClaimsSettings) -> Void = { _ in }
  ) throws -> ClaimsOutput {
    let settings = settings(change)
    return try Claims(settings).run(ClaimsInput(from: source, settings))
  }

  // MARK: Battery

  @Test(arguments: 0..<4)
  func `runs with every option: what every stage must hold`(option: Int) throws {
    let settings = Self.settings {
      switch option {
      case 1: ($0.months, $0.refunds) = (nil, .ignore)
      case 2: ($0.leavingKinds, $0.careReasons) = (["leaving"], ["service"])
      case 3: ($0.wide, $0.confidence, $0.contactDays) = (5, 0.8, 30)
      default: break
      }
    }
    let problems = try StageBattery.problems(Claims.self, settings) { try Self.full($0) }
    #expect(problems == [])
  }

  @Test(arguments: [[], [0], [700], [100, 100], [100, 100, 100], [1, 2, 3, -500]])
  func `input checks: few customers give figures or the reason why not`(amounts: [Int64]) throws {
    let settings = Self.settings { _ in }
    let problems = try StageBattery.problems(Claims.self, settings) {
      Self.source(amounts, currency: $0)
    }
    #expect(problems == [])
    let output = try Self.output(Self.source(amounts))
    let isTested = amounts.count { $0 > 0 } > 2
    #expect((output.result(.topTenth)?.verdict == .notTested) == !isTested)
  }

  @Test func `correctness: what is missing is named`() throws {
    let plain = try Self.output(Self.source([5, 9, 12]))
    let gaps = Dictionary(uniqueKeysWithValues: plain.results.map { ($0.claim, $0.gap) })
    #expect(gaps[.paretoMargin] == .noMargin && gaps[.sixTimes] == .noLoyalty)
    #expect(gaps[.lackOfCare] == .noReasons && gaps[.noContact] == .noLifecycle)
    #expect(gaps[.acquisitionCost] == .noAcquisition)
    let missing = try Self.output(Self.source([5, 9, 12])) {
      ($0.leavingKinds, $0.careReasons) = (["leaving"], ["service"])
    }
    #expect(missing.result(.lackOfCare)?.gap == .noLeaving)
    var noCases = try Self.full(.cny)
    noCases.facts["cases"] = nil
    #expect(try Self.output(noCases).result(.noContact)?.gap == .noCases)
    noCases.purchaseDays = nil
    #expect(throws: Diagnostic.self) { try ClaimsInput(from: noCases, ClaimsSettings()) }
  }

  @Test(arguments: [
    ("leavin", "service", ClaimGap.unknownKinds, "(leavin); did you mean 'leaving'?"),
    ("leaving", "prise", .unknownReasons, "(prise); did you mean 'price'?"),
    ("leaving", "unfriendly", .unknownReasons, "(unfriendly); write the settings"),
  ])
  func `input checks: words that no case has are no figure of 0 %`(
    kind: String, reason: String, gap: ClaimGap, words: String
  ) throws {
    var source = Self.source((0..<30).map { 100 + $0 })
    source.facts["cases"] = Self.table(
      (0..<12).map { Case(customer: "c\($0)", kind: "leaving", category: "price", day: 19_000) })
    let output = try Self.output(source) {
      ($0.leavingKinds, $0.careReasons) = ([kind], [reason])
    }
    let care = try #require(output.result(.lackOfCare))
    #expect(care.verdict == .notTested && care.gap == gap && care.value == nil)
    let english = Wording(language: .english, currency: .cny)
    let report = output.report(english, step: "claims")
    #expect(report.warnings.count == 1 && report.warnings[0].contains(words))
    let measure = try #require(report.measures.first { $0.id == "claim.lack_of_care" })
    #expect(measure.reason?.contains(words) == true)
  }

  @Test func `the headline reads well whatever the numbers`() throws {
    let english = Wording(language: .english, currency: .cny)
    let page = try Self.output(Self.source([5])).report(english, step: "claims").pages[0]
    #expect(
      page.headline
        == "6 sentences held against our data: supported 0, contradicted 0, undecided 0, not "
        + "tested 6.")
  }

  @Test func `input checks: reasons without kinds, and kinds without reasons`() {
    for half in [
      Self.settings { $0.leavingKinds = ["x"] }, Self.settings { $0.careReasons = ["x"] },
    ] {
      let found = #expect(throws: Diagnostic.self) { try Claims(half) }
      #expect(found?.code == "half-a-reason")
    }
  }

  // MARK: The rule

  @Test(arguments: [
    (6.0, 6.0, 1.0, 2.0, ClaimVerdict.contradicted), (6, 6, 7, 9, .contradicted),
    (6, 6, 5, 7, .supported), (6, 6, 4.5, 7.5, .supported), (6, 6, 4.4, 7.5, .undecided),
    (6, 6, 6, 60, .undecided), (5, 15, 6, 14.9, .supported), (5, 15, 4, 16, .undecided),
    (5, 15, 4, 8, .supported), (5, 15, 15, 15, .supported), (5, 15, 15.1, 16, .contradicted),
    (0.8, 0.8, 0.6, 0.79, .contradicted),
  ])
  func `correctness: the verdict of an interval against the figure of the texts`(
    from: Double, to: Double, low: Double, high: Double, expected: ClaimVerdict
  ) {
    let text = Interval(low: from, high: to)
    #expect(
      ClaimVerdict(Interval(low: low, high: high), text: text, wide: 0.5) == expected)
    #expect(ClaimVerdict(nil, text: text, wide: 0.5) == .notTested)
  }

  @Test func `correctness: the sentence contradicted most is the one whose figures differ most`()
    throws
  {
    func most(_ results: [ClaimResult]) -> Claim? {
      ClaimsOutput(
        asOf: LoyaltyMaker.start, currency: .cny, scope: .external, minCell: 5,
        settings: ClaimsSettings(), results: results, repurchase: nil, reasons: nil, draws: 200
      ).mostContradicted?.claim
    }
    func result(_ claim: Claim, _ value: Double) -> ClaimResult {
      ClaimResult(
        claim, value, Interval(low: value * 0.99, high: value * 1.01), n: 9, wide: 0.5)
    }
    // A half, three times, and four fifths of what the texts say.
    let (tenth, six, pareto) = (
      result(.topTenth, 0.19), result(.sixTimes, 18), result(.paretoRevenue, 0.64)
    )
    #expect(most([tenth, six, pareto]) == .sixTimes)
    #expect(most([tenth, pareto, result(.sixTimes, 6)]) == .topTenth)
    // Of a range the nearer end: 30 is twice 15.
    #expect(most([result(.acquisitionCost, 30), result(.topTenth, 0.2)]) == .acquisitionCost)
    #expect(most([result(.sixTimes, 6)]) == nil)
  }

  // MARK: Figures

  @Test func `correctness: shares of the greatest by hand, returns and zeros set aside`() throws {
    let amounts = [400, 100] + [Int64](repeating: 62, count: 8) + [0, -50]
    let output = try Self.output(Self.source(amounts.map { $0 * 100 }))
    let tenth = try #require(output.result(.topTenth))
    #expect(tenth.n == 10 && tenth.value == 400.0 / 996)
    #expect(output.result(.paretoRevenue)?.value == 500.0 / 996)
    #expect(tenth.interval?.contains(400.0 / 996) == true)
  }

  @Test func `correctness: 80/20 that was planted is supported, in 17 to 20 of 20 samples`() throws
  {
    // Shares of a Pareto distribution of index ln 5 / ln 4: 20 % hold 80 %; too heavy a tail for any
    // bootstrap, so the planted ones are the amounts of its quantiles up to the 99.9 %.
    let quantiles = (0..<3000).map { place -> Double in
      let p = (Double(place) + 0.5) / 3000
      return Self.power(1 / (1 - p), 0.861)
    }
    let sum = quantiles.sorted(by: >).reduce(0, +)
    let share = quantiles.sorted(by: >).prefix(600).reduce(0, +) / sum
    var hits = 0
    for seed in 1...20 {
      var random = SurveyRandom(seed: UInt64(seed))
      let drawn = (0..<1500).map { _ in Int64(quantiles[random.below(3000)] * 1000) }
      let output = try Self.output(Self.source(drawn)) { $0.seed = seed }
      if output.result(.paretoRevenue)?.interval?.contains(share) == true { hits += 1 }
    }
    #expect((17...20).contains(hits))
  }

  /// x^y for x ≥ 1, by halving the logarithm's square roots.
  private static func power(_ x: Double, _ y: Double) -> Double {
    var (result, root, rest) = (1.0, x, y)
    for _ in 0..<50 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  @Test func `consistency: six times is the ratio of loyalty, and its rates give it again`() throws
  {
    var source = try Self.full(.cny)
    let loyalty = try #require(source.outputs["loyalty"] as? LoyaltyOutput)
    let ratio = try #require(loyalty.ratio)
    let six = try #require(Self.output(source).result(.sixTimes))
    #expect(six.value == ratio.ratio?.value && six.interval == ratio.interval)
    #expect(six.verdict == ratio.verdict)
    source.outputs["loyalty"] = FutureOutput(ids: [], values: [])
    #expect(try Self.output(source).result(.sixTimes)?.gap == .noLoyalty)
  }

  @Test func `correctness: cost of winning over cost of keeping, by its counts`() throws {
    let source = try Self.full(.cny)
    let table = try #require(source.outputs["acquisition"]).table("ratio")
    let result = try #require(Self.output(source).result(.acquisitionCost))
    let (new, kept) = (
      try #require(table.numbers("new_customers")[0]),
      try #require(table.numbers("kept_customers")[0])
    )
    #expect(result.value == table.numbers("ratio")[0])
    let interval = try #require(result.interval)
    let value = try #require(result.value)
    // Ends lie symmetric about the ratio in logarithms, so many standard errors apart.
    #expect(abs(interval.low * interval.high / (value * value) - 1) < 1e-12)
    let own = try #require(CountRatio(Int(kept), to: Int(new)))
    #expect(abs(interval.high / value - own.interval().high / own.value) < 1e-12)
    #expect(result.n == Int(new + kept))
  }

  @Test func `correctness: reasons for leaving, each customer once, the latest`() throws {
    var source = Self.source((0..<30).map { 100 + $0 })
    let cases =
      (0..<8).map { Case(customer: "c\($0)", kind: "leaving", category: "service", day: 19_000) }
      + (8..<12).map { Case(customer: "c\($0)", kind: "leaving", category: "price", day: 19_000) }
      + [
        // c0 thinks again; c9 does too; c12 says nothing; an enquiry is no leaving.
        Case(customer: "c0", kind: "leaving", category: "price", day: 19_050),
        Case(customer: "c9", kind: "leaving", category: "service", day: 19_050),
        Case(customer: "c12", kind: "leaving", category: "", day: 19_050),
        Case(customer: "c13", kind: "enquiry", category: "service", day: 19_050),
      ]
    for order in [cases, cases.reversed()] {
      source.facts["cases"] = Self.table(order)
      let output = try Self.output(source) {
        ($0.leavingKinds, $0.careReasons) = (["leaving"], ["service"])
      }
      let care = try #require(output.result(.lackOfCare))
      #expect(care.n == 12 && care.value == 8.0 / 12)
      #expect(care.interval == Proportion(8, of: 12)?.wilson())
      // 0.39 to 0.86 holds two thirds and much else.
      #expect(care.verdict == .undecided)
    }
  }

  @Test func `correctness: no contact is counted where the cases reach back far enough`() throws {
    let lost = LostCustomers(
      DataTable(
        name: "customers",
        heads: [
          SurveyMaker.head("customer_id", .text), SurveyMaker.head("class", .text),
          SurveyMaker.head("silent_from", .day),
        ],
        columns: [
          .text(TextColumn(["a", "b", "c", "d", "e"])),
          .category([0, 0, 0, 1, 0], labels: ["lost", "existing"]),
          .day([19_500, 19_500, 19_500, 19_500, 19_100]),
        ]))
    let cases = try #require(
      CustomerCases(
        Self.table([
          Case(customer: "z", kind: "enquiry", category: "", day: 19_000),
          Case(customer: "a", kind: "enquiry", category: "", day: 19_400),
          // On the day itself and too long before.
          Case(customer: "b", kind: "enquiry", category: "", day: 19_500),
          Case(customer: "b", kind: "enquiry", category: "", day: 19_319),
        ]), ClaimsSettings()))
    let found = cases.withoutContact(try #require(lost), days: 180)
    #expect(found == ClaimsInput.Part(count: 2, n: 3))
  }

  // MARK: Invariance

  @Test func `consistency: the unit of money and the order of customers change nothing`() throws {
    let amounts = (0..<60).map { Int64(100 + $0 * $0 * 7) }
    let plain = try Self.output(Self.source(amounts)).table("claims")
    let scaled = try Self.output(Self.source(amounts.map { $0 * 1000 })).table("claims")
    let turned = try Self.output(Self.source(amounts.reversed())).table("claims")
    for column in ["own", "own_low", "own_high"] {
      for other in [scaled, turned] {
        for (left, right) in zip(plain.numbers(column), other.numbers(column)) {
          #expect(abs((left ?? 0) - (right ?? 0)) < 1e-12)
        }
      }
    }
  }

  // MARK: Privacy

  @Test func `privacy: six times goes with the levels that loyalty hides`() throws {
    var source = LoyaltyMaker(
      (0..<43).map { index -> (csat: Int?, nps: Int?, again: Int64?) in
        (index < 40 ? 4 : 5, nil, index % 3 == 0 ? 100 : nil)
      }
    ).source()
    let loyalty = try Loyalty(LoyaltySettings()).run(
      LoyaltyInput(from: source, LoyaltySettings()))
    source.outputs["loyalty"] = loyalty
    let claims = try Self.output(source)
    #expect(claims.result(.sixTimes)?.value != nil)
    let outputs = try PackDisclosure(minCell: 5).protect([
      ("loyalty", loyalty), ("claims", claims),
    ]).outputs
    let protected = try #require(outputs[1] as? ClaimsOutput)
    #expect(protected.result(.sixTimes)?.gap == .hidden)
    #expect(protected.table("claims").numbers("own")[3] == nil)
  }

  @Test func `privacy: reasons of four who left are not told`() throws {
    var source = Self.source((0..<30).map { 100 + $0 })
    source.facts["cases"] = Self.table(
      (0..<4).map { Case(customer: "c\($0)", kind: "leaving", category: "service", day: 19_000) })
    let claims = try Self.output(source) {
      ($0.leavingKinds, $0.careReasons) = (["leaving"], ["service"])
    }
    let protected = try #require(
      PackDisclosure(minCell: 5).protect([("claims", claims)]).outputs[0] as? ClaimsOutput)
    #expect(protected.result(.lackOfCare)?.gap == .hidden)
    #expect(protected.result(.lackOfCare)?.n == nil)
  }
}
