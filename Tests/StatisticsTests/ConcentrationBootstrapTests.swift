import Statistics
import Testing

@Suite struct ConcentrationBootstrapTests {
  /// Lognormal amounts of this spread; their true share of the greatest p is 1 − Φ(Φ⁻¹(1 − p) − σ).
  private func lognormal(
    _ count: Int, sigma: Double, seed: UInt64
  ) throws -> Concentration {
    var random = CounterGenerator(seed: seed)
    let amounts = (0..<count).map { _ in Int64(1e4 * exponential(sigma * random.normal())) }
    return try #require(Concentration(ascending: amounts.sorted()))
  }

  /// e^x from its halves, without another module.
  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<30 {
      term *= x / 8 / Double(n)
      sum += term
    }
    return (0..<3).reduce(sum) { power, _ in power * power }
  }

  @Test func `correctness: it finds the share that was planted, in 17 to 20 of 20 draws`() throws {
    let share = 1 - Normal.cdf(Normal.quantile(0.8) - 1)
    var hits = 0
    for seed in 1...20 {
      let found = try lognormal(400, sigma: 1, seed: UInt64(seed))
      let interval = try #require(found.bootstrap(ofGreatest: [0.2], draws: 300, seed: 7))[0]
      if interval.contains(share) { hits += 1 }
    }
    #expect((17...20).contains(hits))
  }

  @Test func `consistency: for amounts without a long tail it is as wide as the influence says`()
    throws
  {
    let amounts = (1...2000).map { Int64(1000 + $0) }
    let found = try #require(Concentration(ascending: amounts))
    let drawn = try #require(found.bootstrap(ofGreatest: [0.1, 0.2], draws: 1000, seed: 3))
    for (place, customers) in [200, 400].enumerated() {
      let influence = try #require(found.interval(ofGreatest: customers))
      #expect(abs(drawn[place].width / influence.width - 1) < 0.15)
      #expect(drawn[place].contains(found.held(byGreatest: customers)))
    }
  }

  @Test func `consistency: a seed gives one result, and the unit of money changes nothing`() throws
  {
    let found = try lognormal(200, sigma: 1.5, seed: 5)
    let one = try #require(found.bootstrap(ofGreatest: [0.2], draws: 200, seed: 9))
    #expect(found.bootstrap(ofGreatest: [0.2], draws: 200, seed: 9) == one)
    #expect(found.bootstrap(ofGreatest: [0.2], draws: 200, seed: 10) != one)
    let scaled = try #require(
      Concentration(ascending: (1...50).map { Int64($0 * $0) * 1000 }))
    let plain = try #require(Concentration(ascending: (1...50).map { Int64($0 * $0) }))
    let left = try #require(scaled.bootstrap(ofGreatest: [0.1], draws: 200, seed: 1))[0]
    let right = try #require(plain.bootstrap(ofGreatest: [0.1], draws: 200, seed: 1))[0]
    #expect(abs(left.low - right.low) < 1e-12 && abs(left.high - right.high) < 1e-12)
  }

  @Test func `input checks: two customers have no interval, equal ones hardly any`() throws {
    let two = try #require(Concentration(ascending: [1, 2]))
    #expect(two.bootstrap(ofGreatest: [0.5], draws: 10, seed: 1) == nil)
    let equal = try #require(
      Concentration(ascending: [Int64](repeating: 7, count: 100)))
    let interval = try #require(equal.bootstrap(ofGreatest: [0.2], draws: 200, seed: 1))[0]
    #expect(abs(interval.low - 0.2) < 0.006 && abs(interval.high - 0.2) < 0.006)
  }
}
