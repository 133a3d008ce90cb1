import Foundation
import Statistics
import Testing

@Suite struct AssociationTests {
  /// A table a b / c d as the test takes it.
  private func test(_ a: Int, _ b: Int, _ c: Int, _ d: Int) throws -> FisherExact {
    try #require(FisherExact(both: a, first: a + b, second: a + c, n: a + b + c + d))
  }

  @Test func `correctness: the lady tasting tea, and Fisher's convicted twins`() throws {
    // Fisher, The design of experiments, 1935, chapter 2: 1 in 70, and 17 in 70.
    #expect(abs(try test(4, 0, 0, 4).greater - 1.0 / 70) < 1e-15)
    #expect(abs(try test(3, 1, 1, 3).greater - 17.0 / 70) < 1e-15)
    #expect(abs(try test(3, 1, 1, 3).twoSided - 34.0 / 70) < 1e-15)
    // Fisher 1935, convictions of like-sex twins: 10 3 / 2 15. 619/1330665 is in his paper.
    #expect(abs(try test(10, 3, 2, 15).greater - 619.0 / 1_330_665) < 1e-15)
    // R's fisher.test on the same table, two-sided: 0.0005367.
    #expect(abs(try test(10, 3, 2, 15).twoSided - 0.0005367241) < 1e-9)
  }

  /// C(n, k) by whole numbers.
  private func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    var result = 1.0
    for i in 0..<k { result = result * Double(n - i) / Double(i + 1) }
    return result.rounded()
  }

  @Test(arguments: [(7, 3, 4), (12, 6, 5), (20, 1, 19), (25, 12, 13), (9, 0, 4), (9, 9, 4)])
  func `consistency: sums over all tables with the margins`(n: Int, first: Int, second: Int) throws
  {
    let range = max(0, first + second - n)...min(first, second)
    func probability(_ k: Int) -> Double {
      choose(first, k) * choose(n - first, second - k) / choose(n, second)
    }
    for k in range {
      let test = try #require(FisherExact(both: k, first: first, second: second, n: n))
      let greater = range.filter { $0 >= k }.map(probability).reduce(0, +)
      let less = range.filter { $0 <= k }.map(probability).reduce(0, +)
      let two = range.filter { probability($0) <= probability(k) * (1 + 1e-7) }
        .map(probability).reduce(0, +)
      #expect(abs(test.greater - greater) < 1e-12)
      #expect(abs(test.less - less) < 1e-12)
      #expect(abs(test.twoSided - two) < 1e-12)
      // Which property is called the first does not matter.
      #expect(
        FisherExact(both: k, first: second, second: first, n: n)?.greater.isFinite == true)
    }
  }

  @Test func `consistency: tails of large tables add up to one and meet the normal`() throws {
    let test = try test(10_180, 89_820, 89_820, 810_180)
    let next = try #require(
      FisherExact(both: 10_179, first: 100_000, second: 100_000, n: 1_000_000))
    #expect(abs(test.greater + next.less - 1) < 1e-9)
    // 180 above 10 000 with a standard deviation of √(10⁴ · 0.9²): z = 2 less half a step.
    let z = 179.5 / 90.0
    let normal = 0.5 * erfc(z / 2.0.squareRoot())
    #expect(abs(test.greater / normal - 1) < 0.03)
  }

  @Test func `input checks: margins that no table has`() {
    #expect(FisherExact(both: 5, first: 4, second: 5, n: 10) == nil)
    #expect(FisherExact(both: 1, first: 8, second: 8, n: 10) == nil)
    #expect(FisherExact(both: 0, first: 0, second: 0, n: 0)?.greater == 1)
    #expect(FisherExact(both: 0, first: 0, second: 0, n: 0)?.twoSided == 1)
    // A p-value below the range of the numbers is 0, not NaN.
    #expect(FisherExact(both: 500_000, first: 500_000, second: 500_000, n: 1_000_000)?.greater == 0)
  }

  @Test func `correctness: the fifteen tests of the paper`() {
    // Benjamini & Hochberg 1995, section 4.1: at 0.05 the first four are rejected.
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0,
    ]
    let q = FalseDiscovery.benjaminiHochberg(p)
    #expect(q.count { $0 <= 0.05 } == 4)
    // R: p.adjust(p, "BH")
    let expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603]
    #expect(zip(q, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(q.last == 1)
  }

  @Test func `consistency: the order of the tests does not matter, and q is never below p`() {
    let p = [0.04, 0.001, 0.03, 0.5, 0.03, 0.0]
    let q = FalseDiscovery.benjaminiHochberg(p)
    let reversed = FalseDiscovery.benjaminiHochberg(p.reversed())
    #expect(Array(reversed.reversed()) == q)
    #expect(zip(p, q).allSatisfy { $0 <= $1 && $1 <= 1 })
    #expect(FalseDiscovery.benjaminiHochberg([]) == [])
    #expect(FalseDiscovery.benjaminiHochberg([0.2]) == [0.2])
  }
}
