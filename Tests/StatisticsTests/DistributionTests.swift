import Statistics
import Testing

@Suite struct DistributionTests {
  @Test(
    arguments: [
      // Abramowitz & Stegun, 1964, table 26.5, with the digits of R's qnorm.
      (0.975, 1.959963984540054), (0.995, 2.5758293035489004), (0.5, 0),
      (0.2, -0.8416212335729142), (1e-10, -6.361340902404056), (0.9999999, 5.199337582290661),
    ])
  func `correctness: normal quantiles`(p: Double, expected: Double) {
    #expect(abs(Normal.quantile(p) - expected) < 1e-14 * max(1, abs(expected)))
  }

  @Test func `consistency: the normal quantile undoes the distribution function`() {
    for z in stride(from: -7.5, through: 5, by: 0.13) {
      #expect(abs(Normal.quantile(Normal.cdf(z)) - z) < 1e-9)
    }
    #expect(abs(Normal.cdf(-8) - 6.22096057427174e-16) < 1e-28)
  }

  @Test func `input checks: quantiles at and outside the ends`() {
    for quantile in [Normal.quantile, StudentT(degreesOfFreedom: 3).quantile] {
      #expect(quantile(0) == -.infinity)
      #expect(quantile(1) == .infinity)
      #expect(quantile(1.1).isNaN)
      #expect(quantile(-0.1).isNaN)
      #expect(quantile(0.5) == 0)
    }
  }

  @Test(
    arguments: [
      // Abramowitz & Stegun, 1964, table 26.10, with the digits of scipy.stats.t.ppf.
      (1, 0.975, 12.706204736174694), (2, 0.975, 4.302652729749462),
      (3, 0.9, 1.637744353696209), (4.5, 0.975, 2.6589123472044034),
      (5, 0.95, 2.0150483733330233), (9, 0.975, 2.262157162798205),
      (10, 0.995, 3.16927267261695), (29, 0.975, 2.045229642132703),
      (30, 0.9995, 3.6459586350420627), (120, 0.975, 1.9799304050824402),
      (999, 0.975, 1.9623414611334493), (12345.6, 0.99, 2.3266499685191193),
      (2e6, 0.975, 1.9599651706763748), (3, 1e-8, -479.5250695797382),
      (7, 0.6, 0.2631668613520229), (7, 0.500001, 2.5974602756555918e-06),
      (0.5, 0.9, 10.27032441023451),
    ])
  func `correctness: quantiles of Student's t`(df: Double, p: Double, expected: Double) {
    let t = StudentT(degreesOfFreedom: df).quantile(p)
    #expect(abs(t - expected) <= 1e-10 * max(abs(expected), 1e-3))
  }

  @Test(arguments: [1, 2, 2.5, 3, 8, 40, 5000])
  func `consistency: the quantile of t undoes its distribution function`(df: Double) {
    let t = StudentT(degreesOfFreedom: df)
    for p in [1e-6, 0.01, 0.2, 0.3, 0.49, 0.51, 0.8, 0.999] {
      #expect(abs(t.cdf(t.quantile(p)) - p) < 1e-13)
    }
  }

  @Test func `consistency: t of many degrees of freedom is normal`() {
    let below = StudentT(degreesOfFreedom: 999_999).twoSided(0.95)
    let above = StudentT(degreesOfFreedom: 1_000_001).twoSided(0.95)
    // The two ways of computing meet there; z (z² + 1) / 4 · 2e-12 is 5e-12 of the difference.
    #expect(abs(below - above) < 5e-11)
    #expect(StudentT(degreesOfFreedom: 1e12).twoSided(0.95) - Normal.twoSided(0.95) < 1e-11)
  }
}
