import Statistics
import Testing

@Suite struct UncertainTotalTests {
  @Test func `correctness: a small variance is a normal one`() {
    let total = UncertainTotal(mean: 1000, variance: 100, draws: [])
    #expect(abs(total.predictive.low - (1000 - 19.6)) < 0.3)
    #expect(abs(total.predictive.high - (1000 + 19.6)) < 0.3)
    #expect(total.both == total.predictive)
    #expect(total.parameter == Interval(low: 1000, high: 1000))
  }

  @Test func `correctness: chance and parameters add up like variances`() {
    // Draws at the quantiles of a normal distribution with the standard deviation 30.
    let draws = (0..<999).map { 1000 + 30 * Normal.quantile((Double($0) + 0.5) / 999) }
    let total = UncertainTotal(mean: 1000, variance: 1600, draws: draws)
    #expect(abs(total.parameter.width / (2 * 1.96 * 30) - 1) < 0.01)
    #expect(abs(total.both.width / (2 * 1.96 * 50) - 1) < 0.01)
  }

  @Test(arguments: [0.5, 0.8, 0.95, 0.99])
  func `properties: a greater confidence is a wider interval, never below zero`(
    confidence: Double
  ) {
    let narrow = UncertainTotal(mean: 3, variance: 30, draws: [2, 3, 4], confidence: confidence)
    let wide = UncertainTotal(mean: 3, variance: 30, draws: [2, 3, 4], confidence: 0.995)
    #expect(wide.both.low <= narrow.both.low && narrow.both.high <= wide.both.high)
    #expect(wide.both.low >= 0)
  }

  @Test func `nothing expected is nothing`() {
    let total = UncertainTotal(mean: 0, variance: 0, draws: [0, 0])
    #expect(total.both == Interval(low: 0, high: 0))
  }
}
