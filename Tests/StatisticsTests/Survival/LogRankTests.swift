import Statistics
import Testing

@Suite struct LogRankTests {
  private let treated = LifeTable(Freireich.treated)
  private let control = LifeTable(Freireich.control)

  @Test func `correctness: Freireich's two groups`() throws {
    // 16.79 and 14.46 in Kleinbaum & Klein; the digits by R's survdiff.
    let test = try #require(LogRank([treated, control]))
    #expect(abs(test.chiSquare - 16.792940989217) < 1e-10)
    #expect(test.degreesOfFreedom == 1)
    #expect(abs(test.expected[0] - 19.250500948031) < 1e-10)
    #expect(abs(test.expected[1] - 10.749499051969) < 1e-10)
    #expect(test.observed == [9, 21])
    #expect(abs(test.pValue - 4.17e-5) < 5e-8)
    let early = try #require(LogRank([treated, control], rho: 1))
    #expect(abs(early.chiSquare - 14.457150818717) < 1e-10)
  }

  @Test func `consistency: the order of three groups does not matter`() throws {
    let third = LifeTable([(2, true), (9, true), (9, false), (14, true), (30, false)])
    let one = try #require(LogRank([treated, control, third]))
    let other = try #require(LogRank([third, treated, control]))
    #expect(one.degreesOfFreedom == 2)
    #expect(abs(one.chiSquare - other.chiSquare) < 1e-10)
    #expect(abs(one.observed.reduce(0, +) - one.expected.reduce(0, +)) < 1e-10)
  }

  @Test func `consistency: two groups by the normal form`() throws {
    // Z² = (Σ (O − E))² / Σ n₁ n₂ d (n − d) / (n² (n − 1)), counted life by life.
    var rest = 0.0
    var variance = 0.0
    let all = Freireich.treated + Freireich.control
    for time in Set(all.lazy.filter(\.isEvent).map(\.time)) {
      let one = Double(Freireich.treated.count { $0.time >= time })
      let n = Double(all.count { $0.time >= time })
      let d = Double(all.count { $0.time == time && $0.isEvent })
      rest += Double(Freireich.treated.count { $0.time == time && $0.isEvent }) - d * one / n
      if n > 1 { variance += one * (n - one) * d * (n - d) / (n * n * (n - 1)) }
    }
    let test = try #require(LogRank([treated, control]))
    #expect(abs(test.chiSquare - rest * rest / variance) < 1e-10)
  }

  @Test func `edges: alike groups, one group, no events, groups never at risk`() throws {
    let same = try #require(LogRank([treated, treated]))
    #expect(abs(same.chiSquare) < 1e-12 && abs(same.pValue - 1) < 1e-6)
    #expect(LogRank([treated]) == nil)
    #expect(LogRank([]) == nil)
    let kept = LifeTable([(4, false), (9, false)])
    #expect(LogRank([kept, kept]) == nil)
    let empty = LifeTable([])
    let withEmpty = try #require(LogRank([treated, empty, control]))
    #expect(withEmpty.degreesOfFreedom == 1)
    #expect(abs(withEmpty.chiSquare - 16.792940989217) < 1e-10)
  }

  @Test(arguments: [
    // Abramowitz & Stegun, 1964, table 26.8: percentage points of the chi-square distribution.
    (1.0, 3.84146, 0.05), (1, 10.8276, 0.001), (2, 9.21034, 0.01), (5, 1.14548, 0.95),
    (10, 18.3070, 0.05), (30, 50.8922, 0.01), (100, 124.342, 0.05),
  ])
  func `correctness: chi-square tails`(df: Double, x: Double, p: Double) {
    #expect(abs(ChiSquared(degreesOfFreedom: df).upperTail(x) - p) < p * 2e-4)
  }

  @Test(arguments: [0.01, 0.5, 1, 2.9, 3.1, 10, 40])
  func `consistency: the tail by other routes`(x: Double) {
    // One degree of freedom: 2 (1 − Φ(√x)); two: e^(−x/2); four: (1 + x/2) e^(−x/2).
    let one = ChiSquared(degreesOfFreedom: 1).upperTail(x)
    #expect(abs(one - 2 * Normal.cdf(-x.squareRoot())) < 1e-13 + one * 1e-12)
    let half = IncompleteGamma.upper(2, x / 2) / (1 + x / 2)
    let two = ChiSquared(degreesOfFreedom: 2).upperTail(x)
    #expect(abs(half - two) < 1e-15 + two * 1e-13)
  }
}
