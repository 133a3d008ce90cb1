import Statistics
import Testing

@Suite struct RatioEstimateTests {
  private func ratio(_ pairs: [(y: Double, x: Double)]) -> RatioEstimate? {
    var sums = RatioSums()
    for pair in pairs { sums.add(pair.y, over: pair.x) }
    return RatioEstimate(sums)
  }

  @Test func `consistency: the error from sums is that of the residuals`() throws {
    let pairs: [(y: Double, x: Double)] = [
      (120, 100), (0, 50), (80, 80), (30, 60), (210, 200), (75, 70),
    ]
    let found = try #require(ratio(pairs))
    #expect(abs(found.value - 515.0 / 560) < 1e-15)
    let squares = pairs.reduce(0) {
      $0 + ($1.y - found.value * $1.x) * ($1.y - found.value * $1.x)
    }
    #expect(abs(found.standardError - (squares * 6 / 5).squareRoot() / 560) < 1e-12)
    let interval = try #require(found.interval())
    let t = StudentT(degreesOfFreedom: 5).twoSided(0.95)
    #expect(abs(interval.width - 2 * t * found.standardError) < 1e-12)
  }

  @Test func `consistency: with equal bases it is the mean and its t interval`() throws {
    let values = [0.4, 1.1, 0.9, 1.3, 0.2]
    let found = try #require(ratio(values.map { ($0 * 10, 10) }))
    let mean = try #require(MeanEstimate(values))
    let interval = try #require(found.interval())
    let usual = try #require(mean.interval())
    #expect(abs(found.value - mean.mean) < 1e-12)
    #expect(abs(interval.low - usual.low) < 1e-12 && abs(interval.high - usual.high) < 1e-12)
  }

  @Test func `edges: nobody, nothing to divide by, one customer, none kept`() throws {
    #expect(ratio([]) == nil)
    #expect(ratio([(5, 0)]) == nil)
    let one = try #require(ratio([(5, 10)]))
    #expect(one.value == 0.5 && one.interval() == nil)
    let none = try #require(ratio([(0, 10), (0, 20)]))
    #expect(none.value == 0 && none.interval() == Interval(low: 0, high: 0))
  }
}
