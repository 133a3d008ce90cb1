import Diagnostics
import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// What every stage must hold, with every model and setting of `clv`.
@Suite struct CLVStageTests {
  private static let buyers = SimulatedBuyers(
    .mbgNBD, SimulatedBuyers.lively(.mbgNBD), customers: 200, length: 400, seed: 3)

  @Test(arguments: CLVModelChoice.allCases)
  func `the battery holds with every model`(model: CLVModelChoice) throws {
    let settings = CLVSettings.with {
      $0.model = model
      $0.timeUnit = model == .bgBB ? .month : .week
    }
    let problems = try StageBattery.problems(CLV.self, settings) {
      Self.buyers.source(asOf: 300, currency: $0)
    }
    #expect(problems == [])
  }

  @Test(arguments: Refunds.allCases, [0, 1, 2])
  func `the battery holds with every refund rule, few customers and none`(
    refunds: Refunds, size: Int
  ) throws {
    let lines: [(String, [LedgerMaker.Line])] = [
      ("a", [(0, 1, 1000, 0), (10, 2, 3000, 3000), (40, 1, 500, 0)]), ("b", [(5, 1, 0, 0)]),
      ("c", [(7, 0, 0, 300)]),
    ]
    let maker = LedgerMaker(Array(lines.prefix([0, 1, 3][size])))
    let problems = try StageBattery.problems(CLV.self, .with { $0.refunds = refunds }) {
      Source(
        asOf: SimulatedBuyers.start.adding(days: 60), currency: $0,
        purchaseDays: maker.days(from: SimulatedBuyers.start, currency: $0))
    }
    #expect(problems == [])
  }

  @Test func `the battery holds with covariates, a margin and owners`() throws {
    let settings = CLVSettings.with {
      $0.model = .bgNBD
      $0.covariates = [.segment]
      $0.basis = .margin
      $0.margin = 0.3
    }
    let problems = try StageBattery.problems(
      CLV.self, settings, data: ["Firms", "Homes", "Li Na", "Wang Wei"]
    ) {
      var source = Self.buyers.source(asOf: 300, currency: $0)
      source.facts["customers"] = Self.customers
      return source
    }
    #expect(problems == [])
  }

  private static let customers = DataTable(
    name: "customers",
    heads: ["customer_id", "segment", "owner"].map { SurveyMaker.head($0, .text) },
    columns: [
      .text(TextColumn((0..<200).map(SimulatedBuyers.id))),
      .text(TextColumn((0..<200).map { $0 % 3 == 0 ? "Firms" : "Homes" })),
      .text(TextColumn((0..<200).map { $0 % 2 == 0 ? "Li Na" : "Wang Wei" })),
    ])

  private static let aggregated: DataTable = {
    let rows = 0..<60
    let last = rows.map { (row: Int) -> Double in row % 4 == 0 ? 0 : Double(row) / 3 }
    return .summary(
      x: rows.map { Int64($0 % 4) }, last: last, age: rows.map { 20 + Double($0) },
      mean: rows.map { 10 + Double($0 % 7) })
  }()

  @Test func `the battery holds with aggregated histories`() throws {
    let problems = try StageBattery.problems(CLV.self, .with { $0.timeUnit = .week }) {
      var source = Source(asOf: Day(number: 20_000), currency: $0)
      source.facts["summary"] = Self.aggregated
      return source
    }
    #expect(problems == [])
  }

  @Test func `columns of customers follow the horizons`() throws {
    let settings = CLVSettings.with {
      $0.horizons = [CLVHorizon(13, .week), CLVHorizon(2, .year)]
    }
    let output = try CLV.output(Self.buyers.source(asOf: 300), settings)
    let heads = output.table("customers").heads.map(\.id)
    #expect(heads.contains("purchases_13w") && heads.contains("value_2y"))
    #expect(!heads.contains("purchases_12m"))
    let soon = output.numbers("purchases_13w")
    let late = output.numbers("purchases_2y")
    #expect(zip(soon, late).allSatisfy { $0 <= $1 + 1e-12 })
  }

  @Test(arguments: [1, 2, 4])
  func `consistency: the sum of the list is the total, whatever the threads`(chunks: Int) throws {
    let output = try CLV.output(Self.buyers.source(asOf: 300))
    let sum = output.numbers("clv").reduce(0, +)
    #expect(abs(sum - (output.value("clv") ?? 0)) < 0.005 * 200)
    let tiers = output.numbers("clv", of: "totals")
    #expect(abs(tiers.dropFirst().reduce(0, +) - tiers[0]) < 0.06)
  }

  @Test func `properties: a higher discount is a lower value, a margin a share of it`() throws {
    let source = Self.buyers.source(asOf: 300)
    let plain = try CLV.output(source)
    let dear = try CLV.output(source, .with { $0.discount = 0.5 })
    let part = try CLV.output(
      source,
      .with {
        $0.basis = .margin
        $0.margin = 0.25
      })
    let none = try CLV.output(source, .with { $0.discount = 0 })
    let value = try #require(plain.value("clv"))
    #expect(try #require(dear.value("clv")) < value)
    #expect(abs(try #require(part.value("clv")) / value - 0.25) < 1e-12)
    #expect(
      abs(try #require(none.value("clv")) - (none.value("value.12m") ?? 0)) < 1e-6 * value)
  }

  @Test func `without histories the stage says what it needs`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try CLVInput(from: Source(asOf: Day(number: 0), currency: .cny), CLVSettings())
    }
    #expect(error?.code == "no-orders")
  }

  struct Contradiction: Sendable, CustomTestStringConvertible {
    let code: String
    let change: @Sendable (inout CLVSettings) -> Void
    var testDescription: String { code }

    init(_ code: String, _ change: @escaping @Sendable (inout CLVSettings) -> Void) {
      self.code = code
      self.change = change
    }
  }

  private static let contradictions = [
    Contradiction("rate-without-step") { $0.stepRate = 0.01 },
    Contradiction("risk-order") { $0.goneBelow = 0.6 },
    Contradiction("covariates-model") {
      $0.covariates = [.segment]
      $0.model = .nbd
    },
    Contradiction("covariates-kept") {
      $0.covariates = [.segment]
      $0.fit = .whenDue
    },
    Contradiction("unused-margin") { $0.margin = 0.3 },
  ]

  @Test(arguments: contradictions)
  func `settings that contradict each other are told`(_ one: Contradiction) throws {
    let error = #expect(throws: Diagnostic.self) { try CLV(.with(one.change)) }
    #expect(error?.code == one.code)
  }
}
