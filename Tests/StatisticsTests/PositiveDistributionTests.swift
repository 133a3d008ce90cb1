import Statistics
import Testing

@Suite struct PositiveDistributionTests {
  @Test(
    arguments: [
      // Abramowitz & Stegun, 1964, table 26.8, with the digits of scipy.stats.chi2.ppf.
      (1, 0.95, 3.841458820694124), (2, 0.99, 9.21034037197618), (10, 0.05, 3.9402991361190605),
      (0.3, 0.5, 0.012469611517980431), (100, 0.975, 129.5611971858366),
      (3, 1e-8, 1.122333097304999e-05), (5, 0.99999999, 45.79458711236262),
      (5000, 0.3, 4947.080544857741), (1, 1e-4, 1.5707963350195693e-08),
    ])
  func `correctness: chi-square quantiles`(df: Double, p: Double, expected: Double) {
    let x = ChiSquared(degreesOfFreedom: df).quantile(p)
    // Tails below 1e-6 are differences from 1 in the incomplete gamma function.
    #expect(abs(x - expected) <= (p < 1e-6 ? 1e-6 : 1e-9) * expected)
  }

  @Test func `consistency: chi-square of one degree is the square of a normal figure`() {
    for z in [0.01, 0.5, 1.96, 4, 7] {
      let tail = ChiSquared(degreesOfFreedom: 1).upperTail(z * z)
      #expect(abs(tail - 2 * Normal.cdf(-z)) <= 1e-12 * tail + 1e-15)
    }
    #expect(
      abs(
        ChiSquared(degreesOfFreedom: 1).quantile(0.9) - Normal.twoSided(0.9) * Normal.twoSided(0.9))
        < 1e-12)
  }

  @Test(
    arguments: [
      // Abramowitz & Stegun, 1964, table 26.9, with the digits of scipy.stats.f.ppf.
      (1, 10, 0.95, 4.964602743730711), (3, 20, 0.99, 4.938193382310538),
      (30, 120, 0.975, 1.68994363360361), (5.5, 7.25, 0.025, 0.1621339464226305),
      (999, 8991, 0.5, 0.9994068520119779), (2, 3, 1e-6, 1.0000008333340741e-06),
      (5, 25, 0.975, 3.1286844836294967), (100, 1e6, 0.9, 1.1849921827780878),
    ])
  func `correctness: F quantiles`(a: Double, b: Double, p: Double, expected: Double) {
    #expect(abs(FisherF(a, b).quantile(p) - expected) <= 1e-9 * expected)
  }

  @Test func `consistency: F is its own mirror, and t squared is F of one degree`() {
    let f = FisherF(4, 9)
    #expect(abs(f.upperTail(2.5) - FisherF(9, 4).cdf(1 / 2.5)) < 1e-14)
    #expect(abs(f.cdf(2.5) + f.upperTail(2.5) - 1) < 1e-14)
    let t = StudentT(degreesOfFreedom: 12).twoSided(0.99)
    #expect(abs(FisherF(1, 12).quantile(0.99) - t * t) < 1e-9)
    for p in [1e-5, 0.2, 0.5, 0.8, 0.99999] { #expect(abs(f.cdf(f.quantile(p)) - p) < 1e-13) }
  }

  @Test func `input checks: quantiles at and outside the ends`() {
    for quantile in [ChiSquared(degreesOfFreedom: 3).quantile, FisherF(3, 5).quantile] {
      #expect(quantile(0) == 0)
      #expect(quantile(1) == .infinity)
      #expect(quantile(1.1).isNaN)
      #expect(quantile(-0.1).isNaN)
    }
    #expect(FisherF(2, 2).cdf(-1) == 0 && FisherF(2, 2).upperTail(0) == 1)
    #expect(ChiSquared(degreesOfFreedom: 2).cdf(-1) == 0)
  }

  @Test func `consistency: a compensated sum does not show the order of its terms`() {
    var generator = CounterGenerator(seed: 3)
    let terms = (0..<2000).map { _ in
      generator.normal() * 1e8.squareRoot() * generator.exponential()
    }
    func sum(_ terms: some Sequence<Double>) -> Double {
      var sum = CompensatedSum()
      for term in terms { sum += term }
      return sum.value
    }
    let forward = sum(terms)
    #expect(forward == sum(terms.reversed()) && forward == sum(terms.sorted()))
    #expect(terms.reduce(0, +) != terms.sorted().reduce(0, +))
    // 1e16 swallows a single 1, and 1e16 with it taken away leaves it.
    #expect(sum([1, 1e16, -1e16]) == 1)
    var one = CompensatedSum()
    one += 1e16
    var other = CompensatedSum()
    other += 1
    other += -1e16
    one.add(other)
    #expect(one.value == 1)
  }
}
