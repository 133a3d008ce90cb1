import Statistics
import Testing

/// Whether both ends agree with a published interval to the digits given.
private func agrees(_ interval: Interval?, _ low: Double, _ high: Double, _ tolerance: Double)
  -> Bool
{
  guard let interval else { return false }
  return abs(interval.low - low) <= tolerance && abs(interval.high - high) <= tolerance
}

@Suite struct ProportionTests {
  @Test(
    arguments: [
      // 37 of 50: methods.md 4.14. The others: Newcombe, Statistics in Medicine 17, 1998, table I,
      // method 3 (81/263, 15/148, 0/20, 1/29).
      (37, 50, 0.6045, 0.8413), (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
      (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
  func `correctness: Wilson intervals as published`(
    count: Int, n: Int, low: Double, high: Double
  ) {
    #expect(agrees(Proportion(count, of: n)?.wilson(), low, high, 5e-5))
  }

  @Test func `consistency: Wilson's ends are where the score test just rejects`() throws {
    let p = try #require(Proportion(share: 0.31, n: 41.7))
    let interval = p.wilson(confidence: 0.9)
    for end in [interval.low, interval.high] {
      let z = abs(p.share - end) / (end * (1 - end) / p.n).squareRoot()
      #expect(abs(z - Normal.twoSided(0.9)) < 1e-12)
    }
  }

  @Test func `consistency: both sides of a share have mirrored intervals`() throws {
    let yes = try #require(Proportion(9, of: 40)).wilson()
    let no = try #require(Proportion(31, of: 40)).wilson()
    #expect(abs(yes.low - (1 - no.high)) < 1e-15)
    #expect(abs(yes.high - (1 - no.low)) < 1e-15)
  }

  @Test func `input checks: shares of nothing, none and all`() throws {
    #expect(Proportion(0, of: 0) == nil)
    #expect(Proportion(share: 1.2, n: 10) == nil)
    #expect(Proportion(share: 0.5, n: 0) == nil)
    #expect(try #require(Proportion(0, of: 3)).wilson().low == 0)
    #expect(try #require(Proportion(3, of: 3)).wilson().high == 1)
  }

  @Test func `correctness: the difference of two shares`() throws {
    // z² is the chi-square of the 2 × 2 table 30, 70 | 18, 72, from its expected counts.
    let later = try #require(Proportion(30, of: 100))
    let earlier = try #require(Proportion(18, of: 90))
    let difference = try #require(later.difference(from: earlier))
    var chiSquare = 0.0
    let table: [(observed: Double, row: Double, column: Double)] = [
      (30, 100, 48), (70, 100, 142), (18, 90, 48), (72, 90, 142),
    ]
    for cell in table {
      let expected = cell.row * cell.column / 190
      chiSquare += (cell.observed - expected) * (cell.observed - expected) / expected
    }
    #expect(abs(difference.z * difference.z - chiSquare) < 1e-12)
    #expect(abs(difference.value - 0.1) < 1e-15)
  }

  @Test func `input checks: shares that do not vary have no test`() throws {
    let all = try #require(Proportion(5, of: 5))
    #expect(all.difference(from: all) == nil)
  }
}

@Suite struct NetPromoterTests {
  @Test func `correctness: 25 promoters and 10 detractors of 50`() throws {
    // methods.md 4.13: 0.30; Wald (0.0835, 0.5165); adjusted 0.2830 (0.0730, 0.4930).
    let nps = try #require(NetPromoter(promoters: 25, detractors: 10, of: 50))
    #expect(abs(nps.score - 0.3) < 1e-15)
    #expect(agrees(nps.wald(), 0.0835, 0.5165, 5e-5))
    #expect(abs(nps.adjustedScore - 0.2830) < 5e-5)
    #expect(agrees(nps.adjustedWald(), 0.0730, 0.4930, 5e-5))
  }

  @Test func `correctness: 240 promoters and 60 detractors of 400`() throws {
    // The standard formulas: 0.45 ± 0.0725120456.
    let nps = try #require(NetPromoter(promoters: 240, detractors: 60, of: 400))
    #expect(abs(nps.standardError - 0.03699662146737186) < 1e-15)
    #expect(agrees(nps.wald(), 0.3774879543742897, 0.5225120456257102, 1e-12))
  }

  @Test func `consistency: the variance is that of +1, 0 and −1`() throws {
    let nps = try #require(NetPromoter(promoters: 7, detractors: 4, of: 15))
    let mean = try #require(MeanEstimate(levels: [1, 0, -1], weights: [7, 4, 4]))
    #expect(abs(nps.score - mean.mean) < 1e-15)
    // The estimate of a mean divides by n − 1.
    #expect(abs(nps.standardError - mean.standardError * (14.0 / 15).squareRoot()) < 1e-15)
  }

  @Test func `input checks: nobody answered, all alike, an interval at the end`() throws {
    #expect(NetPromoter(promoters: 0, detractors: 0, of: 0) == nil)
    #expect(NetPromoter(promoters: 0.8, detractors: 0.4, n: 10) == nil)
    let all = try #require(NetPromoter(promoters: 6, detractors: 0, of: 6))
    #expect(all.wald() == Interval(low: 1, high: 1))
    #expect(all.adjustedWald().high == 1)
    #expect(all.adjustedWald().low < 0.9)
    #expect(all.difference(from: all) == nil)
  }

  @Test func `correctness: the z of two waves`() throws {
    let now = try #require(NetPromoter(promoters: 0.5, detractors: 0.2, n: 100))
    let before = try #require(NetPromoter(promoters: 0.4, detractors: 0.3, n: 80))
    let difference = try #require(now.difference(from: before))
    // Δ 0.2; variances 0.61/100 and 0.69/80.
    #expect(abs(difference.z - 0.2 / (0.0061 + 0.008625).squareRoot()) < 1e-12)
    #expect(abs(difference.pValue - 0.0993) < 5e-5)
    #expect(difference.interval().contains(0))
  }
}

@Suite struct MeanEstimateTests {
  @Test func `correctness: a mean with its t interval`() throws {
    // Student's sleep data, second drug less first (Biometrika 6, 1908): mean 1.58, sd 1.23,
    // 95 % interval 0.70 to 2.46 (R: t.test).
    let sleep = try #require(MeanEstimate([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]))
    #expect(abs(sleep.mean - 1.58) < 1e-12)
    #expect(abs(sleep.standardDeviation - 1.229995) < 1e-6)
    #expect(agrees(sleep.interval(), 0.7001142, 2.4598858, 5e-8))
  }

  @Test func `consistency: equal weights are no weights, and their size does not matter`() throws {
    let values = [3.0, 5, 4, 4, 1]
    let plain = try #require(MeanEstimate(values))
    for weight in [1, 0.2, 1e6] {
      let weighted = try #require(
        MeanEstimate(values, weights: values.map { _ in weight }))
      #expect(abs(weighted.mean - plain.mean) < 1e-12)
      #expect(abs(weighted.variance - plain.variance) < 1e-12)
      #expect(abs(weighted.effectiveN - 5) < 1e-12)
    }
  }

  @Test func `consistency: the levels of a scale are their answers`() throws {
    let answers = [1.0, 3, 3, 4, 4, 4, 5]
    let weights = [0.5, 1, 2, 1, 0.25, 1, 3]
    let levels = [1.0, 2, 3, 4, 5]
    let byLevel = levels.map { level in
      zip(answers, weights).reduce(0) { $0 + ($1.0 == level ? $1.1 : 0) }
    }
    let single = try #require(MeanEstimate(answers, weights: weights))
    let grouped = try #require(
      MeanEstimate(
        levels: levels, weights: byLevel, effectiveN: MeanEstimate.effectiveN(of: weights)))
    #expect(abs(single.mean - grouped.mean) < 1e-14)
    #expect(abs(single.variance - grouped.variance) < 1e-14)
    #expect(abs(single.effectiveN - 8.75 * 8.75 / 16.3125) < 1e-14)
  }

  @Test func `input checks: no values, one value, weights of zero, equal values`() throws {
    #expect(MeanEstimate([]) == nil)
    #expect(MeanEstimate([1, 2], weights: [0, 0]) == nil)
    let one = try #require(MeanEstimate([4, 9], weights: [2, 0]))
    #expect(one.mean == 4)
    #expect(one.interval() == nil)
    #expect(one.standardError.isNaN)
    #expect(try #require(MeanEstimate([4, 4, 4])).interval() == Interval(low: 4, high: 4))
    #expect(MeanEstimate.effectiveN(of: []) == 0)
  }
}
