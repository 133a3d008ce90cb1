import Statistics
import Testing

@Suite struct QuantileTests {
  @Test(
    arguments: [
      // R: quantile(c(1, 3, 4, 9, 12, 20), p, type = 7).
      (0, 1), (0.2, 3), (0.25, 3.25), (0.5, 6.5), (0.9, 16), (1, 20),
    ])
  func `correctness: type 7 quantiles as R gives them`(p: Double, expected: Double) {
    #expect(abs(Quantile.type7(p, sorted: [1, 3, 4, 9, 12, 20]) - expected) < 1e-12)
  }

  @Test func `consistency: the position in whole numbers is the same quantile`() {
    let sorted = [1.0, 3, 4, 9, 12, 20, 21]
    for parts in 2...10 {
      for k in 0...parts {
        let (below, remainder) = Quantile.position(k, of: parts, n: sorted.count)
        let next = sorted[min(below + 1, sorted.count - 1)]
        let exact = sorted[below] + (next - sorted[below]) * Double(remainder) / Double(parts)
        let quantile = Quantile.type7(Double(k) / Double(parts), sorted: sorted)
        #expect(abs(exact - quantile) < 1e-12)
      }
    }
  }

  @Test(
    arguments: [
      ([1, 1, 1, 1, 1], 3), ([2, 0, 0, 0, 2], 3), ([0, 3, 0, 1, 0], 2), ([0, 1, 1, 0, 0], 2.5),
      ([0.1, 0.2, 0, 0.3, 0], 3), ([0, 0, 0, 0, 7], 5),
    ] as [([Double], Double)])
  func `correctness: the median of levels is where half of the weight is reached`(
    weights: [Double], expected: Double
  ) {
    #expect(Quantile.median(levels: [1, 2, 3, 4, 5], weights: weights) == expected)
  }

  @Test func `consistency: with whole weights it is the median of the answers`() {
    for counts in [[3, 1, 4, 1, 5], [2, 7, 1, 8, 2], [0, 0, 6, 1, 5], [1, 0, 0, 0, 1]] {
      let answers = zip(1...5, counts).flatMap { [Double](repeating: Double($0), count: $1) }
      #expect(
        Quantile.median(levels: [1, 2, 3, 4, 5], weights: counts.map(Double.init))
          == Quantile.median(sorted: answers))
    }
    #expect(Quantile.median(levels: [1, 2], weights: [0, 0]).isNaN)
  }

  @Test func `input checks: of nothing there is no quantile, of one value it is the value`() {
    #expect(Quantile.type7(0.5, sorted: []).isNaN)
    #expect(Quantile.median(sorted: [7]) == 7)
    #expect(Quantile.median(sorted: [7, 8]) == 7.5)
  }
}
