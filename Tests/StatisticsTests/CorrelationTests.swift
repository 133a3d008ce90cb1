import Statistics
import Testing

@Suite struct CorrelationTests {
  private static let iq: [Double] = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
  private static let hours: [Double] = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]

  @Test func `correctness: ranks of a textbook example`() throws {
    // Spearman's rank correlation of intelligence and hours of television: −29/165.
    let found = try #require(Correlation(Self.iq, Self.hours))
    #expect(abs(found.spearman + 29.0 / 165) < 1e-12)
  }

  @Test func `correctness: ties share the mean of their ranks`() {
    #expect(Correlation.ranks([10, 20, 20, 5]) == [2, 3.5, 3.5, 1])
  }

  @Test func `correctness: Fisher's interval by hand`() throws {
    let found = try #require(Correlation([1, 2, 3, 4, 5, 6, 7], [2, 1, 4, 3, 7, 5, 6]))
    // r = 23/28, z = artanh r = 1.161194, half width 1.959964 / √4.
    let interval = found.pearsonInterval()
    #expect(abs(found.pearson - 23.0 / 28) < 1e-12)
    #expect(abs(interval.low - 0.179254) < 1e-5)
    #expect(abs(interval.high - 0.972756) < 1e-5)
  }

  @Test func `properties: order and scale do not matter, a turned sign turns it`() throws {
    let one = try #require(Correlation(Self.iq, Self.hours))
    let other = try #require(
      Correlation(Self.iq.reversed().map { 3 * $0 + 1 }, Self.hours.reversed().map { -$0 }))
    #expect(abs(one.pearson + other.pearson) < 1e-12)
    #expect(abs(one.spearman + other.spearman) < 1e-12)
  }

  @Test func `what does not vary has no correlation`() {
    #expect(Correlation([1, 2, 3, 4], [5, 5, 5, 5]) == nil)
    #expect(Correlation([1, 2, 3], [1, 2, 3]) == nil)
  }
}
