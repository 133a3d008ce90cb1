import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Two routes to one forecast, and what must not change it.
@Suite struct CLVConsistencyTests {
  private static let buyers = SimulatedBuyers(
    .bgNBD, SimulatedBuyers.lively(.bgNBD), customers: 500, length: 364, seed: 11)

  /// The customers of a run as aggregated histories, times in a unit of so many days.
  private func summary(of output: CLVOutput, unit: Double) -> DataTable {
    let columns = output.columns
    let all = (0..<columns.count).map { columns.history($0) }
    return .summary(
      x: columns.x.map { Int64($0) }, last: all.map { $0.tx / unit },
      age: all.map { $0.age / unit },
      mean: columns.meanSpend)
  }

  private func output(
    _ table: DataTable, _ asOf: Day, _ unit: CLVTimeUnit, _ model: CLVModelChoice = .mbgNBD
  ) throws -> CLVOutput {
    var source = Source(asOf: asOf, currency: .cny)
    source.facts["summary"] = table
    return try CLV.output(
      source,
      .with {
        $0.timeUnit = unit
        $0.model = model
      })
  }

  @Test(arguments: [CLVTimeUnit.day, .week, .month, .year], [CLVModelChoice.mbgNBD, .paretoNBD])
  func `the same customers in any unit give the same forecast`(
    unit: CLVTimeUnit, model: CLVModelChoice
  ) throws {
    let source = Self.buyers.source(asOf: 280)
    let days = try CLV.output(source, .with { $0.model = model })
    let other = try output(summary(of: days, unit: unit.days), source.asOf, unit, model)
    let value = try #require(days.value("clv"))
    #expect(abs((other.value("clv") ?? .nan) / value - 1) < 1e-9)
    #expect(
      abs((other.value("alpha") ?? .nan) * unit.days / (days.value("alpha") ?? .nan) - 1) < 1e-9)
    for column in ["p_alive", "purchases_12m", "clv"] {
      let pairs = zip(days.numbers(column), other.numbers(column))
      #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-8 * max(1, abs($0)) })
    }
  }

  @Test func `every customer twice doubles the likelihood and leaves the estimates`() throws {
    let source = Self.buyers.source(asOf: 280)
    let once = try CLV.output(source)
    let table = summary(of: once, unit: 1)
    let twice = DataTable(
      name: "summary", heads: table.heads,
      columns: table.columns.map { column in
        var doubled = column
        doubled.append(column)
        return doubled
      })
    let both = try output(twice, source.asOf, .day)
    #expect(
      abs((both.value("log_likelihood") ?? 0) / (once.value("log_likelihood") ?? 1) - 2) < 1e-9)
    for id in ["r", "alpha", "a", "b", "gamma_gamma.p", "gamma_gamma.q", "gamma_gamma.gamma"] {
      #expect(abs((both.value(id) ?? 0) / (once.value(id) ?? 1) - 1) < 1e-4, "\(id)")
    }
  }

  @Test func `counts of customers are rows so many times`() throws {
    let source = Self.buyers.source(asOf: 280)
    let rows = try CLV.output(source)
    let table = summary(of: rows, unit: 1)
    let heads = table.heads + [Contract.summary.head("customers", .cny)]
    let counted = DataTable(
      name: "summary", heads: heads,
      columns: table.columns + [.integer([Int64](repeating: 3, count: table.rowCount))])
    let output = try output(counted, source.asOf, .day)
    #expect(output.value("customers") == 1500)
    #expect(abs((output.value("clv") ?? 0) / (rows.value("clv") ?? 1) - 3) < 1e-5)
    #expect(
      abs((output.value("gamma_gamma.p") ?? 0) / (rows.value("gamma_gamma.p") ?? 1) - 1) < 1e-4)
  }

  @Test func `money times a hundred multiplies gamma and leaves p and q`() throws {
    let maker = Self.buyers.maker()
    let dear = LedgerMaker(
      maker.customers.map { ($0.id, $0.lines.map { ($0.day, $0.orders, $0.gross * 100, 0) }) })
    func run(_ maker: LedgerMaker) throws -> CLVOutput {
      try CLV.output(
        Source(
          asOf: SimulatedBuyers.start.adding(days: 280), currency: .cny,
          purchaseDays: maker.days(from: SimulatedBuyers.start)))
    }
    let (one, hundred) = (try run(maker), try run(dear))
    for (id, factor) in [
      ("gamma_gamma.p", 1.0), ("gamma_gamma.q", 1), ("gamma_gamma.gamma", 100), ("clv", 100),
      ("r", 1),
    ] {
      #expect(abs((hundred.value(id) ?? 0) / (one.value(id) ?? 1) / factor - 1) < 1e-5, "\(id)")
    }
  }

  @Test func `dates shifted together change nothing but the months`() throws {
    let maker = Self.buyers.maker()
    func run(_ start: Day) throws -> CLVOutput {
      try CLV.output(
        Source(
          asOf: start.adding(days: 280), currency: .cny, purchaseDays: maker.days(from: start)),
        .with { $0.horizons = [CLVHorizon(90, .day)] })
    }
    let (one, other) = (
      try run(SimulatedBuyers.start), try run(SimulatedBuyers.start.adding(days: 1461))
    )
    #expect(one.value("log_likelihood") == other.value("log_likelihood"))
    #expect(one.numbers("purchases_90d") == other.numbers("purchases_90d"))
  }

  @Test func `steps of 30 days and a rate a step are those of the peers`() throws {
    // lifetimes, customer_lifetime_value: Σ_k value (E[Y(30k)] − E[Y(30(k−1))]) / (1 + d)^k.
    let source = Self.buyers.source(asOf: 280)
    let output = try CLV.output(
      source,
      .with {
        $0.step = .init(30)
        $0.stepRate = 0.01
        $0.horizons = [CLVHorizon(12, .month)]
      })
    let card = try #require(output.card)
    for row in [0, 7, 130, 499] {
      let history = output.columns.history(row)
      var (sum, before, factor) = (0.0, 0.0, 1.0)
      for step in 1...12 {
        let expected = card.processes[0].expectedPurchases(history, within: 30 * Double(step))
        factor /= 1.01
        sum += (expected - before) * factor
        before = expected
      }
      let clv = output.found?.forecast.clv[row] ?? .nan
      let spend = output.found?.forecast.spend[row] ?? .nan
      #expect(abs(clv / (sum * spend) - 1) < 1e-9)
    }
    #expect(output.english.warnings.contains { $0.contains("For comparison only") })
  }

  @Test func `calendar months are real ones`() {
    let settings = CLVSettings.with { $0.discount = 0.1 }
    let schedule = CLVSchedule(settings, asOf: Day(number: Day.daysFromCivil(2024, 1, 31)))
    // 29 February, 31 March, 30 April of a leap year; a year later 366 days.
    #expect(Array(schedule.forecast.steps.prefix(3)) == [29, 60, 90])
    #expect(schedule.forecast.steps.last == 366)
    #expect(schedule.forecast.horizons == [3, 6, 12])
    // Middle of March: 44.5 days.
    #expect(abs(schedule.forecast.factors[1] - 0.98845) < 1e-5)
  }
}
