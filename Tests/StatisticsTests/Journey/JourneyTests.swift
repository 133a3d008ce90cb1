import Statistics
import Testing

@Suite struct PeakEndTests {
  @Test(
    arguments: [
      ([3, 5, 1, 4], 1.0, 2, 4.0, 3.25), ([5, 4], 5, 0, 4, 4.5), ([2, 4], 2, 0, 4, 3),
      ([4, 2], 2, 1, 2, 3), ([3, 3, 3], 3, 0, 3, 3), ([1, 5, 5], 1, 0, 5, 11.0 / 3),
    ] as [([Double], Double, Int, Double, Double)])
  func `runs: the furthest from neutral, of equal ones the lower, and the last`(
    scores: [Double], peak: Double, place: Int, end: Double, mean: Double
  ) throws {
    let found = try #require(PeakEnd(scores, neutral: 3))
    #expect(found.peak == peak && found.peakPlace == place && found.end == end)
    #expect(abs(found.mean - mean) < 1e-14)
    #expect(found.score == (peak + end) / 2)
  }

  @Test func `input checks: a journey without answers`() {
    #expect(PeakEnd([], neutral: 3) == nil)
  }
}

@Suite struct DependentCorrelationTests {
  @Test func `correctness: the test of Meng, Rosenthal and Rubin step by step`() throws {
    let pair = DependentCorrelations(first: 0.5, second: 0.2, between: 0.1, n: 103)
    // r̄² 0.145; f 0.9/1.71; h (1 − 0.145 f)/0.855; z₁ 0.549306, z₂ 0.202733.
    let f = 0.9 / 1.71
    let h = (1 - 0.145 * f) / 0.855
    let z = (0.5493061443340548 - 0.2027325540540822) * (100 / (2 * 0.9 * h)).squareRoot()
    #expect(abs((pair.difference?.z ?? 9) - z) < 1e-12)
    #expect(pair.firstRSquared == 0.25 && abs(pair.secondRSquared - 0.04) < 1e-15)
  }

  @Test func `correctness: two figures that are equally good differ in one of twenty samples`()
    throws
  {
    var generator = CounterGenerator(seed: 12)
    var rejected = 0
    for _ in 0..<2000 {
      var columns = [[Double]](repeating: [], count: 3)
      for _ in 0..<60 {
        let overall = generator.normal()
        let shared = generator.normal()
        columns[0].append(overall)
        columns[1].append(overall + shared + generator.normal())
        columns[2].append(overall + shared + generator.normal())
      }
      let pair = DependentCorrelations(overall: columns[0], first: columns[1], second: columns[2])
      if let p = pair?.difference?.pValue, p < 0.05 { rejected += 1 }
    }
    // 100 expected, with an error of 10.
    #expect(rejected > 65 && rejected < 135)
  }

  // Zou 2007, page 409: overlapping correlations 0.396 and 0.179, between them 0.088, 66 cases.
  @Test func `correctness: the published interval of two dependent correlations`() throws {
    let pair = DependentCorrelations(first: 0.396, second: 0.179, between: 0.088, n: 66)
    let interval = try #require(pair.differenceInterval())
    #expect(abs(interval.low - -0.093) < 5e-4 && abs(interval.high - 0.517) < 5e-4)
  }

  @Test func `correctness: the interval of a difference of R² holds as often as it says`() throws {
    var generator = CounterGenerator(seed: 14)
    var held = 0
    for _ in 0..<1500 {
      var columns = [[Double]](repeating: [], count: 3)
      for _ in 0..<80 {
        let overall = generator.normal()
        let shared = generator.normal()
        columns[0].append(overall)
        columns[1].append(overall + 0.6 * shared + 0.6 * generator.normal())
        columns[2].append(overall + 0.6 * shared + generator.normal())
      }
      let pair = DependentCorrelations(overall: columns[0], first: columns[1], second: columns[2])
      // R² of 1 / (1 + noise): 1 / 1.72 and 1 / 2.36.
      let truth = 1 / 1.72 - 1 / 2.36
      if pair?.rSquaredDifference()?.interval.contains(truth) == true { held += 1 }
    }
    // 1425 expected, with an error of 8.
    #expect(held > 1395 && held < 1455)
  }

  @Test func `properties: the other way round the difference changes its sign`() throws {
    let pair = DependentCorrelations(first: 0.6, second: -0.3, between: 0.2, n: 50)
    let other = DependentCorrelations(first: -0.3, second: 0.6, between: 0.2, n: 50)
    let (one, two) = (
      try #require(pair.rSquaredDifference()), try #require(other.rSquaredDifference())
    )
    #expect(abs(one.value - 0.27) < 1e-12 && one.value == -two.value)
    #expect(abs(one.interval.low + two.interval.high) < 1e-12)
    #expect(abs(one.interval.high + two.interval.low) < 1e-12)
    // A correlation that may be 0 may explain nothing.
    let none = DependentCorrelations(first: 0.1, second: 0.3, between: 0.2, n: 30)
    #expect(none.firstInterval()?.low == 0)
    #expect(
      DependentCorrelations(first: 0.3, second: 0.1, between: 0.2, n: 3).rSquaredDifference()
        == nil)
  }

  @Test func `input checks: the same figure twice, a perfect one, too few customers`() throws {
    let overall: [Double] = [1, 2, 4, 3, 5]
    let other: [Double] = [2, 2, 3, 5, 4]
    let same = try #require(DependentCorrelations(overall: overall, first: other, second: other))
    #expect(same.difference == nil && same.firstRSquared == same.secondRSquared)
    let perfect = try #require(
      DependentCorrelations(overall: overall, first: overall, second: other))
    #expect(abs(perfect.firstRSquared - 1) < 1e-12 && perfect.difference == nil)
    #expect(DependentCorrelations(overall: [1, 1], first: [1, 2], second: [2, 1]) == nil)
    #expect(DependentCorrelations(overall: [1], first: [1], second: [2]) == nil)
    #expect(DependentCorrelations(first: 0.3, second: 0.1, between: 0.2, n: 3).difference == nil)
  }
}
