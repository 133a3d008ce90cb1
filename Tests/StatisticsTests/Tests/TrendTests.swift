import Statistics
import Testing

@Suite struct CochranArmitageTests {
  @Test func `correctness: smokers among patients of four studies`() throws {
    // Fleiss, Statistical Methods for Rates and Proportions, 2nd edition 1981, page 139; R's
    // prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)) prints 8.2249, 1, 0.004132.
    let test = try #require(
      CochranArmitage(
        events: [83, 90, 129, 70], totals: [86, 93, 136, 82], scores: [1, 2, 3, 4]))
    #expect(abs(test.z * test.z - 8.2249) < 5e-5)
    #expect(abs(test.pValue - 0.004132) < 5e-7)
    #expect(test.z < 0 && test.n == 397)
  }

  @Test func `correctness: alcohol and malformations of Agresti`() throws {
    // Agresti, An Introduction to Categorical Data Analysis, 1996, section 2.5.2: M² = 6.6 with
    // scores 0, 0.5, 1.5, 4, 7; P = 0.01.
    let present: [Double] = [48, 38, 5, 1, 1]
    let absent: [Double] = [17066, 14464, 788, 126, 37]
    let test = try #require(
      CochranArmitage(
        events: present, totals: zip(present, absent).map(+), scores: [0, 0.5, 1.5, 4, 7]))
    #expect(abs(test.z * test.z - 6.57) < 0.005)
    #expect(abs(test.pValue - 0.01) < 0.001)
  }

  @Test func `consistency: two groups are two shares, and the unit of scores does not matter`()
    throws
  {
    let shares = try #require(
      Given.share(30, of: 100).difference(from: Given.share(18, of: 90)))
    for scores in [[0.0, 1], [-7, 100]] {
      let test = try #require(
        CochranArmitage(events: [18, 30], totals: [90, 100], scores: scores))
      #expect(abs(test.z - shares.z) < 1e-12)
      #expect(abs(test.pValue - shares.pValue) < 1e-12)
    }
  }

  @Test func `consistency: an empty group changes nothing, and the other way round the sign turns`()
    throws
  {
    let test = try #require(
      CochranArmitage(events: [1, 4, 9], totals: [10, 11, 12], scores: [1, 2, 3]))
    let empty = try #require(
      CochranArmitage(events: [1, 0, 4, 9], totals: [10, 0, 11, 12], scores: [1, 8, 2, 3]))
    let turned = try #require(
      CochranArmitage(events: [9, 4, 1], totals: [12, 11, 10], scores: [1, 2, 3]))
    #expect(test.z > 0 && abs(empty.z - test.z) < 1e-12 && abs(turned.z + test.z) < 1e-12)
  }

  @Test(arguments: [
    ([0.0, 0], [5.0, 5], [1.0, 2]), ([5, 5], [5, 5], [1, 2]), ([1, 0], [5, 0], [1, 2]),
    ([1, 2], [5, 5], [3, 3]), ([], [], []),
  ])
  func `input checks: nothing to compare`(
    events: [Double], totals: [Double], scores: [Double]
  ) {
    #expect(CochranArmitage(events: events, totals: totals, scores: scores) == nil)
  }
}

@Suite struct CountRatioTests {
  @Test func `correctness: a ratio of two rates by hand`() throws {
    // 60 and 30 events: exp(ln 2 ± 1.959964 √(1/60 + 1/30)).
    let ratio = try #require(CountRatio(60, to: 30))
    let interval = ratio.interval()
    #expect(ratio.value == 2)
    #expect(abs(interval.low - 1.290_314) < 1e-5 && abs(interval.high - 3.100_020) < 1e-5)
    #expect(abs(interval.low * interval.high - 4) < 1e-12)
    #expect(CountRatio(0, to: 3) == nil && CountRatio(3, to: 0) == nil)
  }
}
