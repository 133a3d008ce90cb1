import Foundation
import Statistics
import Testing

/// Decisions of one cohort from its survival in per cent of 1,000 customers.
private func cohort(_ percent: [Double]) -> LifeTable {
  var counts = SurvivalCounts()
  var left = 1000
  for (year, share) in percent.enumerated() {
    let now = Int((share * 10).rounded())
    counts.add(exit: year + 1, isEvent: true, lives: left - now)
    left = now
  }
  counts.add(exit: percent.count, isEvent: false, lives: left)
  return LifeTable(counts)
}

private func parameters(_ fit: RenewalFit) -> (alpha: Double, beta: Double)? {
  if case .shiftedBetaGeometric(let alpha, let beta) = fit.model { (alpha, beta) } else { nil }
}

@Suite struct RenewalFitTests {
  /// Fader & Hardie 2007, table 1: years 1 to 7 of the regular and the high-end customers.
  private let regular = cohort([63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1])
  private let highEnd = cohort([86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1])

  @Test func `correctness: the regular customers of Fader and Hardie`() throws {
    let fit = try #require(RenewalFit(regular))
    let (alpha, beta) = try #require(parameters(fit))
    // 0.704 and 1.182 published; the digits by SciPy.
    #expect(abs(alpha - 0.704077301916995) < 1e-6)
    #expect(abs(beta - 1.1820430305331189) < 2e-6)
    #expect(abs(fit.logLikelihood + 1680.2651884632862) < 1e-8)
    #expect(fit.reason == nil && fit.gradientNorm < 1e-6 && fit.hasErrors)
    for (t, s) in [
      (1, 0.6267060537954214), (2, 0.4738193212187733), (3, 0.38797395341218094),
      (7, 0.23902361315458465), (8, 0.22008496565171778), (10, 0.19119019013726335),
      (12, 0.17003745193985306),
    ] {
      #expect(abs(fit.model.survival(t) - s) < 1e-6)
    }
    let lifetime = try #require(fit.model.discountedLifetime(discount: 0.1))
    #expect(abs(lifetime - 3.694908420046293) < 2e-5)
    for (n, expected) in [
      (1, 2.9643992620509265), (2, 4.1031397630642115), (3, 4.869804639273306),
      (4, 5.4420584531272524), (5, 5.894095347770511),
    ] {
      let residual = try #require(
        fit.model.discountedResidualLifetime(before: n, discount: 0.1))
      #expect(abs(residual - expected) < 2e-5)
    }
  }

  @Test func `correctness: the high-end customers`() throws {
    let fit = try #require(RenewalFit(highEnd))
    let (alpha, beta) = try #require(parameters(fit))
    #expect(abs(alpha - 0.6681) < 5e-5 && abs(beta - 3.8061) < 5e-5)
    #expect(abs(fit.logLikelihood + 1611.158) < 5e-4)
    #expect(abs(try #require(fit.model.discountedLifetime(discount: 0.1)) - 5.9223) < 5e-5)
  }

  @Test func `consistency: two routes to survival and to the discounted lifetimes`() throws {
    let model = RenewalModel.shiftedBetaGeometric(alpha: 0.7, beta: 1.2)
    var survival = 1.0
    var lifetime = 0.0
    var discount = 1.0
    for t in 0..<2000 {
      #expect(abs(model.survival(t) - survival) < 1e-12)
      lifetime += survival * discount
      survival *= model.retention(t + 1)
      discount /= 1.1
    }
    let found = try #require(model.discountedLifetime(discount: 0.1))
    #expect(abs(found - lifetime) < 1e-12)
    // A new customer's first payment is certain: DEL = 1 + v DERL(1).
    let residual = try #require(model.discountedResidualLifetime(before: 1, discount: 0.1))
    #expect(abs(found - 1 - residual / 1.1) < 1e-12)
    // DERL(n) = r(n) (1 + v DERL(n + 1)).
    let next = try #require(model.discountedResidualLifetime(before: 2, discount: 0.1))
    #expect(abs(residual - model.retention(1) * (1 + next / 1.1)) < 1e-12)
    let geometric = RenewalModel.geometric(churn: 0.2)
    #expect(abs((geometric.discountedLifetime(discount: 0.1) ?? 0) - 1.1 / 0.3) < 1e-12)
    #expect(model.discountedLifetime(discount: 0) == nil)
    #expect(abs((geometric.discountedLifetime(discount: 0) ?? 0) - 5) < 1e-12)
  }

  @Test func `consistency: twelve months of the monthly discount are the year's`() {
    let monthly = RenewalModel.termDiscount(yearly: 0.1, months: 1)
    #expect(abs(pow(1 + monthly, 12) - 1.1) < 1e-14)
    #expect(abs(RenewalModel.termDiscount(yearly: 0.1, months: 12) - 0.1) < 1e-14)
    #expect(abs(RenewalModel.termDiscount(yearly: 0.1, months: 24) - 0.21) < 1e-14)
  }

  @Test func `properties: a higher discount is worth less, a later renewal more`() throws {
    let model = try #require(RenewalFit(highEnd)).model
    let lifetimes = [0.01, 0.05, 0.1, 0.3].map { model.discountedLifetime(discount: $0) ?? 0 }
    #expect(zip(lifetimes, lifetimes.dropFirst()).allSatisfy { $0 > $1 })
    let residuals = (1...10).map {
      model.discountedResidualLifetime(before: $0, discount: 0.1) ?? 0
    }
    #expect(zip(residuals, residuals.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `consistency: every customer twice, estimates stay and errors shrink`() throws {
    var counts = SurvivalCounts()
    for row in regular.rows {
      counts.add(exit: row.time, isEvent: true, lives: 2 * row.events)
      counts.add(exit: row.time, isEvent: false, lives: 2 * row.censored)
    }
    let one = try #require(RenewalFit(regular))
    let two = try #require(RenewalFit(LifeTable(counts)))
    #expect(abs(2 * one.logLikelihood - two.logLikelihood) < 1e-8)
    let alpha = { (model: RenewalModel) -> Double? in
      if case .shiftedBetaGeometric(let alpha, _) = model { alpha } else { nil }
    }
    let a = try #require(one.interval(of: alpha))
    let b = try #require(two.interval(of: alpha))
    #expect(abs(a.low * a.high - b.low * b.high) < 1e-6)
    let ratio = (a.high / a.low).squareRoot() / (b.high / b.low).squareRoot()
    #expect(ratio > 1.01)
  }

  /// Customers with a churn of their own, started over eight terms, seen until the ninth; some of
  /// them only from a later term on.
  private func simulated(_ alpha: Double, _ beta: Double, _ n: Int, seed: UInt64) -> LifeTable {
    var random = CounterGenerator(seed: seed)
    var counts = SurvivalCounts()
    for customer in 0..<n {
      let churn = random.beta(alpha, beta)
      let seen = 2 + customer % 8
      var lost = 1
      while lost <= seen, random.uniform() >= churn { lost += 1 }
      let entry = customer % 5 == 0 ? 1 : nil
      counts.add(
        entry: entry, exit: min(lost, seen), isEvent: lost <= seen)
    }
    return LifeTable(counts)
  }

  @Test(arguments: [(0.7, 1.2), (0.67, 3.8), (2.0, 6.0)])
  func `recovery: of 20 samples 17 or more hold each parameter`(
    alpha: Double, beta: Double
  ) throws {
    var held = (alpha: 0, beta: 0, survival: 0)
    let truth = RenewalModel.shiftedBetaGeometric(alpha: alpha, beta: beta)
    for seed in 1...20 {
      let fit = try #require(RenewalFit(simulated(alpha, beta, 20_000, seed: UInt64(seed))))
      func inside(_ figure: (RenewalModel) -> Double?) -> Int {
        guard let value = figure(truth) else { return 0 }
        return fit.interval(of: figure)?.contains(value) == true ? 1 : 0
      }
      held.alpha += inside { if case .shiftedBetaGeometric(let a, _) = $0 { a } else { nil } }
      held.beta += inside { if case .shiftedBetaGeometric(_, let b) = $0 { b } else { nil } }
      held.survival +=
        fit.shareInterval { $0.survival(12) }?.contains(truth.survival(12)) == true ? 1 : 0
    }
    #expect((17...20).contains(held.alpha), "alpha \(held.alpha)")
    #expect((17...20).contains(held.beta), "beta \(held.beta)")
    #expect((17...20).contains(held.survival), "S(12) \(held.survival)")
  }

  @Test func `edges: what cannot differ between customers is geometric, with the reason`() throws {
    #expect(RenewalFit(LifeTable([])) == nil)
    #expect(RenewalFit(LifeTable([(0, false), (0, false)])) == nil)
    let once = try #require(RenewalFit(LifeTable([(1, true), (1, false), (1, false), (1, false)])))
    #expect(once.reason == .oneDecision && once.model == .geometric(churn: 0.25))
    let interval = try #require(once.shareInterval { $0.retention(1) })
    #expect(interval.contains(0.75) && interval.low > 0 && interval.high < 1)
    let nobody = try #require(RenewalFit(LifeTable([(3, false), (2, false)])))
    #expect(nobody.reason == .noDifference && nobody.model == .geometric(churn: 0))
    #expect(!nobody.hasErrors && nobody.shareInterval { $0.survival(2) } == nil)
    let all = try #require(RenewalFit(LifeTable([(1, true), (1, true), (2, true)])))
    #expect(all.losses == 3)
    let rising = try #require(
      RenewalFit(
        LifeTable([(2, true), (2, true), (2, true), (1, true), (2, false), (2, false)])))
    #expect(rising.reason == .noDecline)
    #expect(rising.model == .geometric(churn: 4.0 / 11))
  }

  @Test func `consistency: the slope at no difference tells on which side the maximum lies`() throws
  {
    // A churn that falls from decision to decision, however little, is fitted with a difference.
    let falling = try #require(
      RenewalFit(LifeTable((0..<100).map { (time: $0 < 30 ? 1 : 2, isEvent: $0 < 50) })))
    #expect(falling.reason == nil && falling.hasErrors)
    let flat = RenewalModel.geometric(churn: 50.0 / 170)
    #expect(falling.logLikelihood > 50 * log(1 - flat.retention(1)) + 120 * log(flat.retention(1)))
  }
}
