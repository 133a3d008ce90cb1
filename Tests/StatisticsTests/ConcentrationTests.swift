import Statistics
import Testing

@Suite struct ConcentrationTests {
  /// The help example of the R package ineq (0.2-13), whose results are these to 13 digits.
  private static let ineq: [Int64] = [
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261,
  ]

  @Test func `correctness: the R package's indices of its own example`() throws {
    let found = try #require(Concentration(ascending: Self.ineq))
    #expect(abs(found.gini - 0.4620911302676) < 1e-12)
    #expect(abs((found.giniCorrected ?? 0) - 0.5134345891862) < 1e-12)
    #expect(abs(found.ricciSchutz - 0.3378067461629) < 1e-12)
    #expect(abs(found.theil - 0.3623412423439) < 1e-12)
    #expect(abs(found.herfindahl - 0.1840812309155) < 1e-12)
    let lorenz = [
      0, 0.008124831045565, 0.03009641666416, 0.06681584717508, 0.1184483224702, 0.1850839515814,
      0.2661970984892, 0.3621932538371, 0.4869041540264, 0.6656804733728, 1,
    ]
    for (customers, share) in lorenz.enumerated() {
      #expect(abs(found.lorenz(customers) - share) < 1e-12)
      #expect(abs(found.held(byGreatest: 10 - customers) - (1 - share)) < 1e-12)
    }
  }

  @Test func `correctness: five customers, one of them large`() throws {
    let found = try #require(Concentration(ascending: [5, 10, 15, 20, 150]))
    #expect(abs(found.gini - 0.6) < 1e-15)
    #expect(abs(found.herfindahl - 0.58125) < 1e-15)
    #expect(abs(found.equivalentCustomers - 1 / 0.58125) < 1e-14)
    #expect(found.needed(for: 0.75) == 1)
    #expect(found.needed(for: 0.8) == 2)
    #expect(found.needed(for: 1) == 5)
    #expect(found.customers(in: 0.5) == 3)
    #expect(found.customers(in: 0.09) == 0)
  }

  @Test(arguments: 1...6)
  func `correctness: all alike, and one who has all`(n: Int) throws {
    let alike = try #require(Concentration(ascending: [Int64](repeating: 7, count: n)))
    #expect(abs(alike.gini) < 1e-15)
    #expect(abs(alike.herfindahl - 1 / Double(n)) < 1e-15)
    #expect(abs(alike.theil) < 1e-15)
    #expect(alike.ricciSchutz == 0)
    #expect(alike.giniCorrected == (n > 1 ? 0 : nil))
    let one = try #require(
      Concentration(ascending: [Int64](repeating: 0, count: n - 1) + [9]))
    #expect(abs(one.gini - Double(n - 1) / Double(n)) < 1e-15)
    #expect(one.herfindahl == 1)
    #expect(one.needed(for: 0.8) == 1)
    #expect(one.giniStandardError == nil)
    #expect(Concentration(ascending: [Int64](repeating: 0, count: n)) == nil)
    #expect(Concentration(ascending: []) == nil)
  }

  @Test(arguments: [2, 3, 10, 200])
  func `consistency: half the mean difference over the mean is the same Gini`(n: Int) throws {
    var draws = Counter(state: UInt64(n))
    let amounts = (0..<n).map { _ in Int64(draws.below(1000)) }.sorted()
    let found = try #require(Concentration(ascending: amounts))
    var differences = 0.0
    for one in amounts { for other in amounts { differences += abs(Double(one - other)) } }
    let mean = Double(amounts.reduce(0, +)) / Double(n)
    #expect(abs(found.gini - differences / (2 * Double(n * n) * mean)) < 1e-12)
    // Twice the area between the curve of the least customers and the diagonal.
    let area = (0..<n).reduce(0.0) { $0 + (found.lorenz($1) + found.lorenz($1 + 1)) / 2 }
    #expect(abs(found.gini - (1 - 2 * area / Double(n))) < 1e-12)
  }

  @Test(arguments: [3, 4, 17, 90])
  func `consistency: the jackknife is that of leaving every customer out`(n: Int) throws {
    var draws = Counter(state: UInt64(1000 + n))
    let amounts = (0..<n).map { _ in Int64(1 + draws.below(500)) }.sorted()
    let left = amounts.indices.map { index -> Double in
      var others = amounts
      others.remove(at: index)
      return Concentration(ascending: others)?.gini ?? .nan
    }
    let mean = left.reduce(0, +) / Double(n)
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let expected = (Double(n - 1) / Double(n) * squares).squareRoot()
    let found = try #require(Concentration(ascending: amounts)?.giniStandardError)
    #expect(abs(found - expected) < 1e-10)
  }

  @Test
  func `consistency: money times k changes nothing, every customer twice the Herfindahl alone`()
    throws
  {
    var draws = Counter(state: 5)
    let amounts = (0..<60).map { _ in Int64(draws.below(10_000)) }.sorted()
    let found = try #require(Concentration(ascending: amounts))
    let scaled = try #require(Concentration(ascending: amounts.map { $0 * 100 }))
    let doubled = try #require(Concentration(ascending: amounts.flatMap { [$0, $0] }))
    #expect(abs(found.gini - scaled.gini) < 1e-14)
    #expect(abs(found.herfindahl - scaled.herfindahl) < 1e-14)
    #expect(abs((found.giniStandardError ?? 0) - (scaled.giniStandardError ?? 1)) < 1e-12)
    #expect(abs(found.gini - doubled.gini) < 1e-14)
    #expect(abs(found.theil - doubled.theil) < 1e-14)
    #expect(abs(found.ricciSchutz - doubled.ricciSchutz) < 1e-14)
    #expect(abs(found.herfindahl / 2 - doubled.herfindahl) < 1e-14)
    for customers in 0...60 {
      #expect(abs(found.lorenz(customers) - doubled.lorenz(2 * customers)) < 1e-14)
    }
  }

  /// Exponential amounts: G = 1/2, and the greatest f hold f (1 − ln f).
  @Test func `correctness: intervals hold the truth of 2,000 samples about 95 times in 100`()
    throws
  {
    var draws = Counter(state: 20_250_101)
    let n = 150
    let top = 30
    let truth = 0.2 * (1 - Double.logarithm(0.2))
    var gini = 0
    var share = 0
    for _ in 0..<2000 {
      let amounts = (0..<n).map { _ in
        Int64((-Double.logarithm(draws.unit()) * 1e6).rounded())
      }.sorted()
      let found = try #require(Concentration(ascending: amounts))
      if found.giniInterval()?.contains(0.5) == true { gini += 1 }
      if found.interval(ofGreatest: top)?.contains(truth) == true { share += 1 }
    }
    // Three standard errors of 95 % are 1.5 points; both intervals are a little narrow at n = 150.
    #expect((1840...1930).contains(gini), "Gini: \(gini) of 2000")
    #expect((1840...1930).contains(share), "share: \(share) of 2000")
  }
}

/// Numbers that are the same in every run: a counter put through SplitMix64.
private struct Counter {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Above 0, up to 1.
  mutating func unit() -> Double { (Double(next() >> 11) + 1) / 9_007_199_254_740_992 }
}

extension Double {
  /// ln x by halving towards 1 and the series of the area tangent: no second library in a test.
  fileprivate static func logarithm(_ x: Double) -> Double {
    var mantissa = x
    var halvings = 0.0
    while mantissa < 0.75 {
      mantissa *= 2
      halvings -= 1
    }
    while mantissa > 1.5 {
      mantissa /= 2
      halvings += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    var power = t
    var sum = 0.0
    var odd = 1.0
    while abs(power) > 1e-18 {
      sum += power / odd
      power *= t * t
      odd += 2
    }
    return 2 * sum + halvings * 0.693_147_180_559_945_3
  }
}
