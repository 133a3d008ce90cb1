import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// Intervals hold what they say, on customers whose future is known.
@Suite struct CLVIntervalTests {
  private struct Outcome {
    let output: CLVOutput
    /// Purchases and amounts of the next half-year, by customer.
    let purchases: [Int]
    let amounts: [Double]
  }

  /// A half-year after 300 days, without discount.
  private static func outcome(
    _ model: PurchaseModel, customers: Int, seed: UInt64
  ) throws -> Outcome {
    let buyers = SimulatedBuyers(
      model, SimulatedBuyers.lively(model), customers: customers, length: 481, seed: seed)
    let maker = buyers.maker()
    let output = try CLV.output(
      Source(
        asOf: SimulatedBuyers.start.adding(days: 300), currency: .cny,
        purchaseDays: maker.days(from: SimulatedBuyers.start)),
      .with {
        $0.model = CLVModelChoice(rawValue: model.rawValue) ?? .auto
        $0.discount = 0
        $0.horizons = [CLVHorizon(180, .day)]
        $0.silence = .init(90)
      })
    let later = maker.customers.map { $0.lines.filter { $0.day > 300 && $0.day <= 480 } }
    return Outcome(
      output: output, purchases: later.map(\.count),
      amounts: later.map { Double($0.reduce(0) { $0 + $1.gross }) / 100 })
  }

  @Test(arguments: [PurchaseModel.mbgNBD, .bgNBD, .paretoNBD, .nbd])
  func `predictive intervals hold 93 to 97 per cent of simulated customers`(
    model: PurchaseModel
  ) throws {
    let outcome = try Self.outcome(model, customers: 4000, seed: 21)
    let (low, high) = (
      outcome.output.numbers("purchases_low"), outcome.output.numbers("purchases_high")
    )
    let held = outcome.purchases.indices.count {
      low[$0] <= Double(outcome.purchases[$0]) && Double(outcome.purchases[$0]) <= high[$0]
    }
    // Counts are whole: the least interval with 95 % may hold more.
    let share = Double(held) / 4000
    #expect(share >= 0.93 && share <= 0.99, "\(share)")
    let (from, to) = (outcome.output.numbers("clv_low"), outcome.output.numbers("clv_high"))
    let inside = outcome.amounts.indices.count {
      from[$0] - 0.005 <= outcome.amounts[$0] && outcome.amounts[$0] <= to[$0] + 0.005
    }
    let value = Double(inside) / 4000
    #expect(value >= 0.93 && value <= 0.97, "\(value)")
  }

  @Test func `the interval of the total holds the sum of what came, as often as it says`() throws {
    let seeds = 1...40
    let held = try seeds.count { seed in
      let outcome = try Self.outcome(.mbgNBD, customers: 250, seed: UInt64(seed))
      let total = try #require(outcome.output.found?.totals.tiers[0].total)
      #expect(total.both.width >= max(total.predictive.width, total.parameter.width) * 0.999)
      return total.both.contains(outcome.amounts.reduce(0, +))
    }
    // 38 of 40 expected; 34 and fewer have a probability of 1.4 % with true 95 %.
    #expect(held >= 35, "\(held) of 40")
  }

  @Test func `customers who are said to stay silent do`() throws {
    let outcome = try Self.outcome(.mbgNBD, customers: 4000, seed: 5)
    let said = outcome.output.numbers("p_no_purchase")
    let buyers = SimulatedBuyers(
      .mbgNBD, SimulatedBuyers.lively(.mbgNBD), customers: 4000, length: 481, seed: 5)
    let silent = buyers.maker().customers.map { customer in
      !customer.lines.contains { $0.day > 300 && $0.day <= 390 }
    }
    let expected = said.reduce(0, +)
    let found = Double(silent.count(where: \.self))
    // Four standard deviations of a sum of independent events.
    let variance = said.reduce(0.0) { $0 + $1 * (1 - $1) }
    #expect(abs(found - expected) < 4 * variance.squareRoot())
  }
}
