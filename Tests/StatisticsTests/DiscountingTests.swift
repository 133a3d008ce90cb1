import Statistics
import Testing

@Suite struct DiscountingTests {
  @Test func `correctness: a year of 365.25 days at ten per cent`() {
    #expect(abs(Discounting.factor(annual: 0.1, days: 365.25) - 1 / 1.1) < 1e-15)
    #expect(abs(Discounting.factor(rate: 0.01, steps: 12) - 0.8874492253) < 1e-10)
  }

  @Test(arguments: [0.0, 0.05, 0.15, 2])
  func `consistency: three ways to the same rate`(annual: Double) {
    let byYear = Discounting.factor(annual: annual, days: 100)
    let compounded = Discounting.compounded(annual: annual, days: 10)
    #expect(abs(byYear - Discounting.factor(rate: compounded, steps: 10)) < 1e-14)
    // e^(−δ t) by its series for one day.
    let delta = Discounting.continuous(annual: annual)
    let day = Discounting.factor(annual: annual, days: 1)
    #expect(abs(day - (1 - delta + delta * delta / 2 - delta * delta * delta / 6)) < 1e-9)
  }

  @Test func `a unit of time and back`() {
    let week = PurchaseTimeUnit(days: 7)
    #expect(week.inUnit(14, parameter: "alpha", of: .bgNBD) == 2)
    #expect(week.inUnit(14, parameter: "beta", of: .bgBB) == 14)
    #expect(week.inUnit(14, parameter: "r", of: .bgNBD) == 14)
    let likelihood = week.inUnit(logLikelihood: -100, repeats: 10, of: .paretoNBD)
    #expect(abs(likelihood - (-100 + 10 * 1.945910149055313)) < 1e-12)
    #expect(
      abs(week.inDays(logLikelihood: likelihood, repeats: 10, of: .paretoNBD) + 100) < 1e-12)
  }
}
