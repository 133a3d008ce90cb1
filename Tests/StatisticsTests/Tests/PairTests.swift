import Statistics
import Testing

@Suite struct PairTests {
  // Student's sleep data, Biometrika 6(1), 1908: hours gained under two drugs.
  private let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  private let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func `correctness: the sleep data paired and unpaired`() throws {
    // R's t.test prints t = -4.0621, df = 9, p = 0.002833 and t = -1.8608, df = 17.776,
    // p = 0.07939, interval -3.3654832 to 0.2054832.
    let paired = try #require(
      TTest.paired(try Given.mean(zip(first, second).map { $0 - $1 })))
    #expect(abs(paired.t + 4.062127683382037) < 1e-10)
    #expect(paired.degreesOfFreedom == 9)
    #expect(abs(paired.pValue - 0.002832890197384273) < 1e-12)
    let welch = try #require(
      TTest.welch(try Given.mean(first), less: try Given.mean(second)))
    #expect(abs(welch.t + 1.8608134674868526) < 1e-10)
    #expect(abs(welch.degreesOfFreedom - 17.776473516178488) < 1e-9)
    #expect(abs(welch.pValue - 0.0793941401873583) < 1e-11)
    #expect(abs(welch.interval().low + 3.3654832) < 5e-8)
    #expect(abs(welch.interval().high - 0.2054832) < 5e-8)
  }

  @Test func `input checks: pairs that do not vary have no test`() throws {
    let same = try #require(MeanEstimate([2, 2, 2]))
    let one = try #require(MeanEstimate([2]))
    #expect(TTest.paired(same) == nil)
    #expect(TTest.paired(one) == nil)
    #expect(TTest.welch(same, less: same) == nil)
    #expect(TTest.welch(one, less: same) == nil)
    let tenths = try Given.mean(Array(repeating: 0.1, count: 10))
    #expect(TTest.paired(tenths) == nil)
    let varied = try #require(MeanEstimate([1, 2, 4]))
    // A group without variance is known exactly.
    #expect(TTest.welch(varied, less: same)?.degreesOfFreedom == 2)
  }

  @Test func `correctness: Hamilton depression scale of Hollander and Wolfe`() throws {
    // Nonparametric Statistical Methods, 1973, page 29; R's wilcox.test: V = 40, one-sided
    // p = 0.01953.
    let before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let test = try #require(WilcoxonSignedRank(zip(before, after).map { $0 - $1 }))
    #expect(test.statistic == 40 && test.n == 9 && test.isExact)
    #expect(abs(test.pValue - 2 * 10.0 / 512) < 1e-15)
    #expect(abs(test.rankBiserial - 35.0 / 45) < 1e-15)
  }

  @Test func `correctness: differences with ties and zeros, from scipy.stats.wilcoxon`() throws {
    let gaps: [Double] = [-2, -1, -1, 0, 0, 1, -3, 2, -1, -2, -2, 1, 0, -1, -4]
    let test = try #require(WilcoxonSignedRank(gaps))
    #expect(test.statistic == 15.5 && test.n == 12 && test.zeros == 3 && !test.isExact)
    #expect(abs(test.pValue - 0.06630871713428134) < 1e-12)
    let counted = WilcoxonSignedRank(
      differences: [(-4, 1), (-3, 1), (-2, 3), (-1, 4), (0, 3), (1, 2), (2, 1)])
    #expect(counted == test)
  }

  @Test func `correctness: an exact value of 25 differences, from scipy.stats.wilcoxon`() throws {
    let differences = (0..<25).map { Double($0 + 1) * ($0 % 3 == 0 ? 1 : -1) }
    let test = try #require(WilcoxonSignedRank(differences))
    #expect(test.statistic == 117)
    #expect(abs(test.pValue - 0.23036134243011475) < 1e-12)
  }

  @Test func `consistency: exact and normal values meet where the exact ones end`() throws {
    let fifty = (1...50).map { Double($0) * ($0 % 5 < 3 ? 1 : -1) }
    let exact = try #require(WilcoxonSignedRank(fifty))
    let normal = try #require(WilcoxonSignedRank(fifty + [0.5]))
    #expect(exact.isExact && !normal.isExact)
    #expect(abs(exact.pValue - normal.pValue) < 0.02)
  }

  @Test func `input checks: signed ranks of nothing, of zeros, of one sided answers`() throws {
    #expect(WilcoxonSignedRank([]) == nil)
    #expect(WilcoxonSignedRank([0, 0, .nan]) == nil)
    let one = try #require(WilcoxonSignedRank([3]))
    #expect(one.pValue == 1 && one.rankBiserial == 1)
    let all = try #require(WilcoxonSignedRank([-1, -2, -3, -4, -5, -6]))
    #expect(all.pValue == 2.0 / 64 && all.rankBiserial == -1)
  }
}

@Suite struct HolmTests {
  @Test(
    arguments: [
      // R: p.adjust(…, "holm").
      ([0.01, 0.02, 0.03, 0.04], [0.04, 0.06, 0.06, 0.06]),
      ([0.04, 0.001, 0.5], [0.08, 0.003, 0.5]), ([0.9, 0.6], [1, 1]), ([], []),
    ])
  func `correctness: adjusted values`(given: [Double], expected: [Double]) {
    for (value, wanted) in zip(Holm.adjusted(given), expected) {
      #expect(abs(value - wanted) < 1e-15)
    }
    #expect(Holm.adjusted(given).count == expected.count)
  }

  @Test func `consistency: tests that could not be made do not count`() {
    #expect(Holm.adjusted([nil, 0.01, .nan, 0.03]) == [nil, 0.02, nil, 0.03])
  }
}

@Suite struct RiskRatioTests {
  @Test func `correctness: heart attacks with and without aspirin`() throws {
    // Agresti, 2007, section 2.3: 189 of 11,034 on placebo, 104 of 11,037 on aspirin: 1.82,
    // interval 1.43 to 2.30; digits from scipy.stats.contingency.relative_risk.
    let ratio = try #require(
      RiskRatio(
        try Given.share(189, of: 11_034), to: try Given.share(104, of: 11_037)))
    let interval = try #require(ratio.interval())
    #expect(abs(ratio.value - 1.8178017944535074) < 1e-12)
    #expect(abs(interval.low - 1.4330309030505628) < 1e-12)
    #expect(abs(interval.high - 2.3058842324224456) < 1e-12)
  }

  @Test func `consistency: the ratio the other way round is one over it`() throws {
    let a = try #require(Proportion(12, of: 40))
    let b = try #require(Proportion(30, of: 50))
    let one = try #require(RiskRatio(a, to: b)?.interval(confidence: 0.9))
    let other = try #require(RiskRatio(b, to: a)?.interval(confidence: 0.9))
    #expect(abs(one.low * other.high - 1) < 1e-12 && abs(one.high * other.low - 1) < 1e-12)
  }

  @Test func `input checks: nobody, and everybody`() throws {
    let none = try #require(Proportion(0, of: 9))
    let all = try #require(Proportion(7, of: 7))
    #expect(RiskRatio(all, to: none) == nil)
    let zero = try #require(RiskRatio(none, to: all))
    #expect(zero.value == 0 && zero.interval() == nil)
    #expect(RiskRatio(all, to: all)?.interval() == Interval(low: 1, high: 1))
  }
}
