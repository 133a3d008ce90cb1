import Statistics
import Testing

@Suite struct SpecialFunctionTests {
  @Test(
    arguments: [
      // Γ of whole and half numbers: 4!, ½√π·…; R's lgamma for 1e5.
      (5.0, 3.1780538303479458), (0.5, 0.5723649429247001), (1, 0), (2, 0),
      (1e5, 1_051_287.708973657), (1e-5, 11.512919692895826),
    ])
  func `correctness: ln gamma at known points`(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) <= 1e-14 * max(1, abs(expected)))
  }

  @Test func `input checks: ln gamma has no value below zero`() {
    #expect(logGamma(-0.5).isNaN)
    #expect(logGamma(0) == .infinity)
  }

  @Test(
    arguments: [
      // scipy.special.betaln; for 5e5 and ½ by hand: ½ ln π − ½ ln a + 1/(8a).
      (0.5, 0.5, 1.1447298858494), (2, 3, -2.4849066497880004), (5e5, 0.5, -5.988816495777464),
      (1e4, 2e4, -19098.908538220945), (12, 0.3, 0.35912243359971796),
    ])
  func `correctness: ln beta keeps its digits for large arguments`(
    a: Double, b: Double, expected: Double
  ) {
    #expect(abs(IncompleteBeta.logBeta(a, b) - expected) <= 2e-14 * max(1, abs(expected)))
    #expect(IncompleteBeta.logBeta(a, b) == IncompleteBeta.logBeta(b, a))
  }

  @Test(
    arguments: [
      // scipy.special.betainc.
      (0.5, 2, 3, 0.6875), (0.1, 0.5, 0.5, 0.20483276469913345),
      (0.9, 10, 2, 0.6973568802000002), (0.3, 50, 120, 0.575556705163632),
      (0.999, 5000, 0.5, 0.0015615791602892836), (0.02, 3.5, 200, 0.6788509063367576),
    ])
  func `correctness: the regularised incomplete beta function`(
    x: Double, a: Double, b: Double, expected: Double
  ) {
    #expect(abs(IncompleteBeta.regularised(x, a, b) - expected) <= 1e-12 * expected)
  }

  @Test func `consistency: the incomplete beta is a binomial tail`() {
    // P(X ≥ k) of n trials = I_p(k, n − k + 1), added up term by term.
    for (n, k, p) in [(12, 4, 0.3), (40, 30, 0.6), (7, 1, 0.05)] {
      var tail = 0.0
      for j in k...n {
        var term = 1.0
        for i in 0..<j { term *= Double(n - i) / Double(i + 1) * p }
        for _ in j..<n { term *= 1 - p }
        tail += term
      }
      let beta = IncompleteBeta.regularised(p, Double(k), Double(n - k + 1))
      #expect(abs(beta - tail) < 1e-13)
    }
  }

  @Test func `input checks: outside 0 to 1 the incomplete beta is 0 or 1`() {
    #expect(IncompleteBeta.regularised(-0.1, 2, 3) == 0)
    #expect(IncompleteBeta.regularised(1.5, 2, 3) == 1)
  }
}
