import Statistics
import Testing

@Suite struct ChiSquareTestTests {
  @Test func `correctness: gender and party of Agresti`() throws {
    // Agresti, An Introduction to Categorical Data Analysis, 2nd edition 2007, page 39; R's
    // chisq.test prints 30.07, 2, 2.954e-07.
    let test = try #require(ChiSquareTest([[762, 327, 468], [484, 239, 477]]))
    #expect(abs(test.statistic - 30.070149095754672) < 1e-10)
    #expect(test.degreesOfFreedom == 2)
    #expect(abs(test.pValue - 2.9535891832117595e-07) < 1e-16)
    #expect(abs(test.cramersV - (30.070149095754672 / 2757).squareRoot()) < 1e-12)
    #expect(abs(test.smallestExpected - 1200 * 566 / 2757) < 1e-9)
  }

  @Test func `consistency: two shares tested both ways`() throws {
    let later = try Given.share(30, of: 100)
    let z = try #require(later.difference(from: try Given.share(18, of: 90)))
    let test = try #require(ChiSquareTest([[30, 70], [18, 72]]))
    #expect(abs(test.statistic - z.z * z.z) < 1e-12)
    #expect(abs(test.pValue - z.pValue) < 1e-12)
  }

  @Test func `consistency: weights bring the statistic down with the effective number`() throws {
    let plain = try #require(ChiSquareTest([[30, 70], [18, 72]]))
    let scaled = try #require(ChiSquareTest([[60, 140], [36, 144]], effectiveN: 95))
    #expect(abs(scaled.statistic - plain.statistic / 2) < 1e-12)
    #expect(abs(scaled.cramersV - plain.cramersV) < 1e-14)
    #expect(scaled.n == 95 && scaled.pValue > plain.pValue)
  }

  @Test func `consistency: empty rows and columns are not there, order does not matter`() throws {
    let table = [[5.0, 0, 9, 2], [0, 0, 0, 0], [3, 0, 1, 8]]
    let test = try #require(ChiSquareTest(table))
    #expect(test == ChiSquareTest([[5, 9, 2], [3, 1, 8]]))
    #expect(test.degreesOfFreedom == 2)
    let turned = try #require(ChiSquareTest([[8, 1, 3], [2, 9, 5]]))
    #expect(abs(test.statistic - turned.statistic) < 1e-12)
  }

  @Test(
    arguments: [[], [[]], [[3, 4]], [[3, 4], [0, 0]], [[3, 0], [4, 0]], [[0, 0], [0, 0]]]
      as [[[Double]]])
  func `input checks: nothing to compare has no test`(table: [[Double]]) {
    #expect(ChiSquareTest(table) == nil)
    #expect(KruskalWallis(table) == nil)
  }
}

@Suite struct KruskalWallisTests {
  @Test func `correctness: mucociliary efficiency of Hollander and Wolfe`() throws {
    // Hollander & Wolfe, Nonparametric Statistical Methods, 1973, page 116; R's kruskal.test
    // prints 0.77143, 2, 0.68.
    let test = try #require(
      KruskalWallis(groups: [
        [2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0],
      ]))
    #expect(abs(test.statistic - 0.7714285714285722) < 1e-12)
    #expect(abs(test.pValue - 0.6799647735788936) < 1e-12)
    #expect(test.degreesOfFreedom == 2)
  }

  @Test func `correctness: answers with ties, from scipy.stats.kruskal`() throws {
    let test = try #require(
      KruskalWallis(groups: [[5, 4, 4, 3, 5, 2], [3, 3, 2, 4, 1], [5, 5, 4, 5, 4, 3, 4]]))
    #expect(abs(test.statistic - 5.753625481200233) < 1e-12)
    #expect(abs(test.pValue - 0.056313964313733936) < 1e-12)
    #expect(test.meanRanks.compactMap(\.self).count == 3)
    #expect(abs(test.epsilonSquared - 5.753625481200233 / 17) < 1e-12)
  }

  @Test func `consistency: counts by level are the values, and only order counts`() throws {
    let values = try #require(KruskalWallis(groups: [[1, 2, 2, 5], [2, 5, 5], []]))
    let counts = try #require(KruskalWallis([[1, 2, 0, 1], [0, 1, 0, 2], [0, 0, 0, 0]]))
    let stretched = try #require(KruskalWallis(groups: [[-9, 0, 0, 1e6], [0, 1e6, 1e6], [.nan]]))
    #expect(values == counts && values == stretched)
    #expect(values.meanRanks[2] == nil)
  }

  @Test func `consistency: two equal groups have no difference, two apart have the largest`() throws
  {
    let same = try #require(KruskalWallis([[3, 3], [3, 3]]))
    #expect(same.statistic == 0 && same.pValue == 1)
    let apart = try #require(KruskalWallis([[6, 0], [0, 6]]))
    #expect(abs(apart.epsilonSquared - 1) < 1e-12)
  }

  @Test func `consistency: weights of one size say no more than their effective number`() throws {
    let plain = try #require(KruskalWallis([[4, 9, 2], [8, 3, 1]]))
    let weighted = try #require(KruskalWallis([[2, 4.5, 1], [4, 1.5, 0.5]], effectiveN: 27))
    #expect(abs(plain.statistic - weighted.statistic) < 1e-12)
    #expect(KruskalWallis([[4, 0], [3, 0]]) == nil)
  }
}
