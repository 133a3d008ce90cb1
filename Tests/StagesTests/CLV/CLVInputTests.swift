import Diagnostics
import Exports
import Pipeline
import Statistics
import Testing
import Values

@testable import Stages

/// How purchase days become histories.
@Suite struct CLVInputTests {
  private static let start = SimulatedBuyers.start

  private func record(
    _ lines: [LedgerMaker.Line], asOf: Int = 100, _ change: (inout CLVSettings) -> Void = { _ in }
  ) throws -> PurchaseRecord {
    let settings = CLVSettings.with(change)
    let source = Source(
      asOf: Self.start.adding(days: asOf), currency: .cny,
      purchaseDays: LedgerMaker([("a", lines)]).days(from: Self.start))
    return try CLVInput(from: source, settings).record
  }

  /// Bought for 10, 30 and 20; the 30 came back on day 45 in part or whole.
  private static func lines(returned: Int64, day: Int = 45) -> [LedgerMaker.Line] {
    [(0, 1, 1000, 0), (10, 1, 3000, 0), (day, 0, 0, returned), (60, 1, 2000, 0)]
  }

  @Test(
    arguments: [
      (Refunds.net, 500, 2, 60.0, 22.5), (.net, 3000, 1, 60, 20), (.net, 3500, 1, 60, 20),
      (.separate, 3000, 2, 60, 25), (.ignore, 3000, 2, 60, 25),
    ] as [(Refunds, Int64, Int32, Double, Double)])
  func `correctness: returns are taken off the latest purchases before them`(
    refunds: Refunds, returned: Int64, x: Int32, last: Double, mean: Double
  ) throws {
    let record = try record(Self.lines(returned: returned)) { $0.refunds = refunds }
    let history = record.histories.history(0)
    #expect(record.histories.x == [x])
    #expect(history.tx == last)
    #expect(history.age == 100)
    #expect(record.histories.meanSpend == [mean])
  }

  @Test func `correctness: a first purchase that is returned whole makes the next the first`()
    throws
  {
    let record = try record([(0, 1, 1000, 0), (5, 0, 0, 1000), (20, 1, 700, 0), (50, 1, 900, 0)])
    #expect(record.histories.history(0) == PurchaseHistory(x: 1, tx: 30, age: 80))
    #expect(record.histories.meanSpend == [9])
    #expect(record.net == [1600])
  }

  @Test func `correctness: a free order is a purchase and lowers the mean`() throws {
    let record = try record([(0, 1, 1000, 0), (10, 1, 0, 0), (20, 1, 800, 0)])
    #expect(record.histories.x == [2])
    #expect(record.histories.meanSpend == [4])
  }

  @Test func `correctness: the back-test knows what was known then`() throws {
    // On day 66 nobody knew of the return on day 70.
    let record = try record(
      [(0, 1, 1000, 0), (10, 1, 3000, 0), (70, 0, 0, 3000), (80, 1, 500, 0), (90, 1, 500, 0)]
    ) { $0.holdout = CLVHorizon(34, .day) }
    let test = try #require(record.backTest)
    #expect(test.calibrationEnd == Self.start.adding(days: 66))
    #expect(test.histories.history(0) == PurchaseHistory(x: 1, tx: 10, age: 66))
    #expect(test.histories.meanSpend == [30])
    #expect(test.later == [2])
    #expect(record.histories.x == [2])
  }

  @Test func `correctness: who came in the hold-out is not in the back-test`() throws {
    let days = LedgerMaker([
      ("a", [(0, 1, 1000, 0)]), ("b", [(90, 1, 1000, 0), (95, 1, 500, 0)]),
    ]).days(from: Self.start)
    let source = Source(asOf: Self.start.adding(days: 100), currency: .cny, purchaseDays: days)
    let record = try CLVInput(from: source, .with { _ in }).record
    #expect(record.histories.x == [0, 1])
    #expect(record.backTest?.rows == [0])
  }

  @Test func `correctness: periods of BG/BB are complete ones after the first purchase`() throws {
    // Weeks after day 0: days 1–7, 8–14, …; day 100 ends the 14th.
    let record = try record(
      [(0, 1, 1000, 0), (7, 1, 1000, 0), (8, 1, 500, 0), (9, 1, 500, 0), (99, 1, 800, 0)]
    ) {
      $0.model = .bgBB
      $0.timeUnit = .week
    }
    #expect(record.histories.history(0) == PurchaseHistory(x: 2, tx: 2, age: 14))
  }

  @Test func `correctness: days of first and of repeat purchases`() throws {
    let record = try record([(3, 1, 1000, 0), (10, 1, 3000, 0), (13, 1, 3000, 0)], asOf: 20)
    let daily = try #require(record.daily)
    #expect(daily.firstDay == Self.start.adding(days: 3))
    #expect(daily.firsts.count == 18)
    #expect(daily.firsts[0] == 1 && daily.firsts.reduce(0, +) == 1)
    #expect(daily.repeats[7] == 1 && daily.repeats[10] == 1 && daily.repeats.reduce(0, +) == 2)
  }

  // MARK: Aggregated histories

  private func summary(
    _ table: DataTable, _ change: (inout CLVSettings) -> Void = { _ in }
  ) throws -> PurchaseRecord {
    var source = Source(asOf: Self.start, currency: .cny)
    source.facts["summary"] = table
    return try CLVInput(from: source, .with(change)).record
  }

  @Test func `times of aggregated histories come to days, whole ones where they are`() throws {
    let record = try summary(
      .summary(x: [2, 0], last: [30.42857143, 0], age: [38.85714286, 20])
    ) { $0.timeUnit = .week }
    #expect(record.histories.history(0) == PurchaseHistory(x: 2, tx: 213, age: 272))
    guard case .whole = record.histories.times else {
      Issue.record("weeks of whole days are whole days")
      return
    }
    let exact = try summary(.summary(x: [1], last: [0.5], age: [1.25])) { $0.timeUnit = .week }
    #expect(exact.histories.history(0) == PurchaseHistory(x: 1, tx: 3.5, age: 8.75))
  }

  @Test(
    arguments: [
      (DataTable.summary(x: [1], last: [9], age: [8]), "t_x is after T"),
      (.summary(x: [0], last: [1], age: [8]), "t_x is above 0 without a repeat purchase"),
      (.summary(x: [0], last: [.nan], age: [8]), "a time is missing"),
    ])
  func `impossible histories are told with their rows`(table: DataTable, text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try summary(table) }
    #expect(error?.message.contains(text) == true)
  }

  @Test func `ages that a model lacks are told`() throws {
    let counts = DataTable.summary(x: [1], last: [1], occasions: [6], customers: [10])
    let error = #expect(throws: Diagnostic.self) { try summary(counts) }
    #expect(error?.code == "no-ages")
    let record = try summary(counts) { $0.model = .bgBB }
    #expect(record.histories.customers == 10)
  }

  @Test func `orders and aggregated histories together are two answers`() throws {
    var source = Source(
      asOf: Self.start, currency: .cny, purchaseDays: LedgerMaker([]).days(from: Self.start))
    source.facts["summary"] = .summary(x: [0], last: [0], age: [1])
    let error = #expect(throws: Diagnostic.self) { try CLVInput(from: source, CLVSettings()) }
    #expect(error?.code == "two-histories")
  }
}
