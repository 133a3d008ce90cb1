import Statistics
import Testing

@Suite struct LeastSquaresTests {
  @Test(.enabled(if: SwissData.isHere, SwissData.missing))
  func `correctness: coefficients and errors of the Swiss data`() throws {
    // R: summary(lm(Fertility ~ ., swiss)).
    let covariance = try Given.covariance(SwissData.columns())
    let fit = try #require(LeastSquares(covariance, response: 0, predictors: [1, 2, 3, 4, 5]))
    let wanted = [
      (-0.17211, 0.07030), (-0.25801, 0.25388), (-0.87094, 0.18303), (0.10412, 0.03526),
      (1.07705, 0.38172),
    ]
    for (item, wanted) in wanted.enumerated() {
      let test = try #require(fit.test(item))
      #expect(abs(test.value - wanted.0) < 6e-6 && abs(test.standardError - wanted.1) < 6e-6)
    }
    #expect(abs(fit.intercept - 66.91518) < 6e-6)
    #expect(abs(fit.residualDeviation - 7.165) < 6e-4 && fit.degreesOfFreedom == 41)
  }

  @Test func `consistency: one mark is the difference of two means, with the pooled error`() throws
  {
    let y: [Double] = [3, 5, 4, 8, 9, 7, 9]
    let mark: [Double] = [0, 0, 0, 1, 1, 1, 1]
    let fit = try #require(
      LeastSquares(try Given.covariance([y, mark]), response: 0, predictors: [1]))
    let test = try #require(fit.test(0))
    // Means 4 and 8.25, Σ of squares 2 and 2.75, 5 degrees of freedom.
    #expect(abs(test.value - 4.25) < 1e-12)
    #expect(abs(test.standardError - (4.75 / 5 * (1 / 3.0 + 1 / 4)).squareRoot()) < 1e-12)
    #expect(abs(fit.intercept - 4) < 1e-12)
  }

  @Test func `consistency: whole weights give the coefficients of rows that often`() throws {
    let y: [Double] = [3, 5, 4, 8, 9]
    let x: [Double] = [1, 2, 2, 4, 7]
    let z: [Double] = [0.5, 3, 1, 2, 2]
    let times = [1, 3, 2, 1, 2]
    func often(_ column: [Double]) -> [Double] {
      zip(column, times).flatMap { Array(repeating: $0, count: $1) }
    }
    let weighted = try #require(
      LeastSquares(
        try Given.covariance([y, x, z], weights: times.map(Double.init)), response: 0,
        predictors: [1, 2]))
    let repeated = try #require(
      LeastSquares(try Given.covariance([y, x, z].map(often)), response: 0, predictors: [1, 2]))
    for item in 0..<2 {
      let (one, other) = (weighted.coefficients[item] ?? 9, repeated.coefficients[item] ?? 8)
      #expect(abs(one - other) < 1e-12)
    }
    #expect(abs(weighted.intercept - repeated.intercept) < 1e-12)
    #expect(abs(weighted.rSquared - repeated.rSquared) < 1e-12)
    // 9² / 19 rows' worth of information, not 9.
    #expect(abs(weighted.degreesOfFreedom - (81.0 / 19 - 3)) < 1e-12)
  }

  @Test func `input checks: predictors that others determine or that do not vary are out`() throws {
    let x: [Double] = [1, 2, 3, 5, 4]
    let fit = try #require(
      LeastSquares(
        try Given.covariance([[2, 1, 4, 6, 6], x, [7, 7, 7, 7, 7], x.map { 3 - $0 }]), response: 0,
        predictors: [2, 1, 3]))
    #expect(fit.constant == [0])
    #expect(fit.collinear == [Collinearity(item: 2, others: [1])])
    #expect(fit.coefficients[0] == nil && fit.coefficients[1] != nil && fit.coefficients[2] == nil)
    #expect(fit.test(0) == nil && fit.test([(1, 1), (2, -1)]) == nil)
    #expect(
      LeastSquares(try Given.covariance([[1, 1, 1], [1, 2, 3]]), response: 0, predictors: [1])
        == nil)
  }
}

@Suite struct PenaltyRewardTests {
  @Test func `correctness: what made the scores comes back`() throws {
    // Four items on 1 to 5: basic, performance, excitement and one without effect.
    var generator = CounterGenerator(seed: 4)
    let penalties = [-2.0, -1, -0.2, 0]
    let rewards = [0.2, 1, 2, 0]
    var overall: [Double] = []
    var items = [[Int8]](repeating: [], count: 4)
    for _ in 0..<3000 {
      var score = 5 + generator.normal()
      for item in 0..<4 {
        let answer = Int8(1 + Int(generator.uniform() * 5))
        items[item].append(answer)
        if answer <= 2 { score += penalties[item] }
        if answer == 5 { score += rewards[item] }
      }
      overall.append(score)
    }
    let low = [ClosedRange<Int8>](repeating: 1...2, count: 4)
    let high = [ClosedRange<Int8>](repeating: 5...5, count: 4)
    let found = try #require(PenaltyReward(overall: overall, items: items, low: low, high: high))
    #expect(found.items.map(\.kind) == [.basic, .performance, .excitement, .indifferent])
    for item in 0..<4 {
      let penalty = try #require(found.items[item].penalty)
      let reward = try #require(found.items[item].reward)
      #expect(penalty.interval(confidence: 0.999).contains(penalties[item]))
      #expect(reward.interval(confidence: 0.999).contains(rewards[item]))
      let asymmetry = try #require(found.items[item].asymmetry)
      #expect(abs(asymmetry.value + penalty.value + reward.value) < 1e-12)
    }
    let weighted = try #require(
      PenaltyReward(
        overall: overall, items: items, low: low, high: high, weights: overall.map { _ in 2 }))
    #expect(weighted.items.map(\.kind) == found.items.map(\.kind))
    #expect(weighted.n == found.n)
  }

  @Test func `input checks: nobody answered low, only low and high, no rows`() throws {
    let overall: [Double] = [3, 4, 5, 4, 2, 5, 1, 3]
    let items: [[Int8]] = [[3, 4, 5, 4, 3, 5, 3, 4], [1, 5, 5, 1, 1, 5, 1, 1]]
    let found = try #require(
      PenaltyReward(overall: overall, items: items, low: [1...2, 1...2], high: [5...5, 5...5]))
    #expect(found.items[0].penalty == nil && found.items[0].kind == nil)
    // Low is whatever high is not: one mark determines the other.
    #expect(found.items[1].kind == nil)
    #expect(
      PenaltyReward(overall: [], items: [[]], low: [1...2], high: [5...5]) == nil)
    #expect(
      PenaltyReward(overall: [1, .nan], items: [[1, 2]], low: [1...2], high: [5...5]) == nil)
  }
}
