import Statistics
import Testing

@Suite struct SatisfactionIndexTests {
  /// The six respondents of methods 4.15 with answers of 1 to 5.
  private static let columns: [[Double]] = [
    [4, 3, 5, 2, 4, 3], [5, 3, 5, 3, 4, 2], [4, 4, 5, 2, 5, 3],
  ]

  // NumPy 2.4 and SciPy 1.17: the mean of each respondent's own index, with Student's interval.
  @Test(arguments: [
    ([3.0, 2, 1], 0.7222222222222223, 0.5024616494647973, 0.9419827949796473),
    ([1, 1, 1], 0.7333333333333334, 0.5120928746781614, 0.9545737919885053),
    ([2, 2, 2], 0.7333333333333334, 0.5120928746781614, 0.9545737919885053),
  ])
  func `correctness: the index and its interval are those of each respondent's own index`(
    weights: [Double], value: Double, low: Double, high: Double
  ) throws {
    let index = try #require(
      SatisfactionIndex(
        Given.covariance(Self.columns), lows: [0, 0, 0], highs: [5, 5, 5], weights: weights))
    #expect(abs(index.value - value) < 1e-12 && index.n == 6)
    let interval = try #require(index.interval())
    #expect(abs(interval.low - low) < 1e-9 && abs(interval.high - high) < 1e-9)
  }

  @Test func `property: positions from 0 with the lowest level are the answers themselves`() throws
  {
    let positions = Self.columns.map { $0.map { $0 - 1 } }
    let one = try #require(
      SatisfactionIndex(
        Given.covariance(positions), lows: [1, 1, 1], highs: [5, 5, 5], weights: [3, 2, 1]))
    let other = try #require(
      SatisfactionIndex(
        Given.covariance(Self.columns), lows: [0, 0, 0], highs: [5, 5, 5], weights: [3, 2, 1]))
    #expect(abs(one.value - other.value) < 1e-14)
    #expect(abs(one.standardError - other.standardError) < 1e-14)
  }

  @Test func `input checks: no weight no index, all the same answer no width`() throws {
    let same = try Given.covariance([[5, 5, 5], [5, 5, 5]])
    #expect(SatisfactionIndex(same, lows: [0, 0], highs: [5, 5], weights: [0, 0]) == nil)
    let index = try #require(
      SatisfactionIndex(same, lows: [0, 0], highs: [5, 5], weights: [1, 3]))
    #expect(index.value == 1 && index.interval() == Interval(low: 1, high: 1))
  }
}
