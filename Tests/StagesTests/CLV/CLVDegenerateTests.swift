import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Data that no model can be fitted to, or only with care: a number with an interval, or the rule.
@Suite struct CLVDegenerateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let customers: [(String, [LedgerMaker.Line])]

    init(_ name: String, _ customers: [(String, [LedgerMaker.Line])]) {
      testDescription = name
      self.customers = customers
    }
  }

  private static func many(
    _ count: Int, _ lines: (Int) -> [LedgerMaker.Line]
  ) -> [(String, [LedgerMaker.Line])] {
    (0..<count).map { (SimulatedBuyers.id($0), lines($0)) }
  }

  static let cases = [
    Case("one customer", [("a", [(0, 1, 1000, 0), (20, 1, 2000, 0)])]),
    Case("all one-timers", many(100) { [($0, 1, 1000, 0)] }),
    Case("all returns", many(40) { [($0, 0, 0, 500)] }),
    Case("one day", many(40) { _ in [(120, 1, 1000, 0)] }),
    Case("no amounts", many(100) { [($0, 1, 0, 0), ($0 + 3 + $0 % 7, 1, 0, 0)] }),
    Case(
      "equal ages",
      many(100) { number in
        [(0, 1, 1000, 0)] + (0..<number % 4).map { (10 + 20 * $0 + number % 9, 1, 900, 0) }
      }),
    Case("all alike", many(100) { _ in [(0, 1, 1000, 0), (30, 1, 1000, 0)] }),
    Case("3 orders in all", many(2) { [(0, 1, 500, 0)] + ($0 == 0 ? [(9, 1, 500, 0)] : []) }),
    Case(
      "a customer of 10,000 orders",
      many(100) { number in
        number == 0
          ? (0..<120).map { (day: $0, orders: 84, gross: Int64(8400), returned: Int64(0)) }
          : [(number, 1, 1000, 0)] + (number % 3 == 0 ? [(number + 9, 1, 500, 0)] : [])
      }),
  ]

  private func output(_ one: Case, _ model: CLVModelChoice) throws -> CLVOutput {
    let source = Source(
      asOf: SimulatedBuyers.start.adding(days: 120), currency: .cny,
      purchaseDays: LedgerMaker(one.customers).days(from: SimulatedBuyers.start))
    return try CLV.output(
      source,
      .with {
        $0.model = model
        $0.timeUnit = model == .bgBB ? .week : .day
      })
  }

  @Test(arguments: cases, CLVModelChoice.allCases)
  func `a number with an interval, or the rule`(one: Case, model: CLVModelChoice) throws {
    let output = try output(one, model)
    let measures = output.english.measures
    let clv = try #require(measures.first { $0.id == "clv" })
    if let value = clv.value {
      let (low, high) = (try #require(clv.low), try #require(clv.high))
      #expect(low <= value && value <= high)
    } else {
      #expect(clv.reason?.isEmpty == false)
    }
    for measure in measures {
      #expect([measure.value, measure.low, measure.high].allSatisfy { $0?.isFinite ?? true })
    }
    let list = output.table("customers")
    for (head, column) in zip(list.heads, list.columns) {
      guard case .number(let numbers) = column, !["p_alive"].contains(head.id) else { continue }
      #expect(clv.value == nil || numbers.allSatisfy(\.isFinite), "\(head.id)")
    }
  }

  @Test(arguments: ["one customer", "3 orders in all", "all one-timers"])
  func `too few repeat customers are told with the rule`(name: String) throws {
    let one = try #require(Self.cases.first { $0.testDescription == name })
    let output = try output(one, .mbgNBD)
    #expect(output.english.warnings.contains { $0.hasPrefix("Not enough data") })
    let alive = try #require(output.english.measures.first { $0.id == "p_alive.mean" })
    #expect(alive.value == nil)
    #expect(alive.reason?.contains("at least 10 are needed") == true)
  }

  @Test func `correctness: the mean rate of all by hand`() throws {
    let one = try #require(Self.cases.first { $0.testDescription == "one customer" })
    let output = try output(one, .mbgNBD)
    // One repeat purchase in 120 days, with half a one more by Jeffreys' prior; 365 days to come.
    let expected = 1.5 / 120 * 365
    let found = output.numbers("purchases_12m")[0]
    #expect(abs(found - expected) < 1e-4 * expected)
    #expect(abs(output.numbers("value_12m")[0] - expected * 20) < 0.01)
  }

  @Test func `without a repeat purchase amounts are those of the first ones`() throws {
    let one = try #require(Self.cases.first { $0.testDescription == "all one-timers" })
    let output = try output(one, .mbgNBD)
    // Half a purchase in Σ T = Σ (120 − i) = 7050 days, a year of 100 customers, 10 each.
    let expected = 0.5 / 7050 * 365 * 100 * 10
    #expect(abs((output.value("value.12m") ?? 0) / expected - 1) < 1e-4)
  }

  @Test func `on one day there is no rate to go by`() throws {
    let one = try #require(Self.cases.first { $0.testDescription == "one day" })
    let output = try output(one, .mbgNBD)
    #expect(output.value("clv") == nil)
    #expect(output.english.pages[0].headline.hasPrefix("Not enough data"))
  }

  @Test func `nobody bought`() throws {
    let one = try #require(Self.cases.first { $0.testDescription == "all returns" })
    let report = try output(one, .auto).english
    #expect(report.pages.count == 1)
    #expect(report.pages[0].headline.hasPrefix("Nobody bought"))
  }
}
