import RealModule
import Values

extension Concentration {
  /// What the shares held by the greatest would be had other customers of the same kind come: the
  /// middle part of many draws of as many customers from these.
  ///
  /// Each customer comes into a draw 0, 1, 2, … times by a Poisson distribution of mean 1, which for
  /// many customers is drawing with replacement. Of the shares of the draws the part is taken that
  /// allows for their bias and skewness (BCa): the quantiles `Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))`,
  /// z₀ from how many draws lie below the figure itself, `a = Σψ³ / (6 (Σψ²)^(3/2))` from the
  /// influence ψ of each customer; type 7, widened up to the figure. Amounts of money are
  /// heavy-tailed: a few giants decide the share, and where the next giant is not among the customers
  /// yet, the interval is still too narrow. nil with fewer than three customers. Sources: Efron,
  /// *Better bootstrap confidence intervals*, JASA 82(397), 1987, equations 2.3 and 6.6; Hanley &
  /// MacGibbon, *Creating non-parametric bootstrap samples using Poisson frequencies*, Computer
  /// Methods and Programs in Biomedicine 83(1), 2006; for the tails Athreya, *Bootstrap of the mean in
  /// the infinite variance case*, Annals of Statistics 15(2), 1987.
  ///
  /// - Precondition: at least one draw.
  ///
  /// - Parameters:
  ///   - shares: of the customers, such as 0.2 for the greatest fifth.
  ///   - draws: how many; the result does not depend on the number of threads.
  package func bootstrap(
    ofGreatest shares: [Double], draws: Int, seed: UInt64, confidence: Double = 0.95
  ) -> [Interval]? {
    precondition(draws > 0, "at least one draw")
    guard count > 2 else { return nil }
    var drawn = [Double](repeating: .nan, count: draws * shares.count)
    drawn.withUnsafeMutableBufferPointer { drawn in
      let drawn = drawn
      Workers.share(draws, threads: Workers.processorCount) { draw, _ in
        let held = held(byGreatest: shares, seed, stream: UInt64(draw))
        for (place, share) in held.enumerated() { drawn[place * draws + draw] = share }
      }
    }
    return shares.enumerated().map { place, share in
      let sorted = drawn[place * draws..<(place + 1) * draws].filter { !$0.isNaN }.sorted()
      let customers = customers(in: share)
      let own = held(byGreatest: customers)
      guard !sorted.isEmpty else { return Interval(low: own, high: own) }
      let places = Self.corrected(
        confidence, own, sorted, influence(ofGreatest: customers) ?? (0, 0))
      return Interval(
        low: min(own, Quantile.type7(places.low, sorted: sorted)),
        high: max(own, Quantile.type7(places.high, sorted: sorted)))
    }
  }

  /// Which quantiles of the draws are the ends of the interval.
  private static func corrected(
    _ confidence: Double, _ own: Double, _ sorted: [Double],
    _ influence: (squares: Double, cubes: Double)
  ) -> (low: Double, high: Double) {
    let below = Double(sorted.count { $0 < own }) + Double(sorted.count { $0 == own }) / 2
    // A draw short of all or none, so that the correction stays finite.
    let share = min(max(below, 0.5), Double(sorted.count) - 0.5) / Double(sorted.count)
    let bias = Normal.quantile(share)
    let spread = influence.squares * .sqrt(influence.squares)
    let acceleration = spread > 0 ? influence.cubes / (6 * spread) : 0
    func place(_ z: Double) -> Double {
      let turned = 1 - acceleration * (bias + z)
      guard turned > 0 else { return z > 0 ? 1 : 0 }
      return Normal.cdf(bias + (bias + z) / turned)
    }
    let z = Normal.twoSided(confidence)
    return (place(-z), place(z))
  }

  /// How often a customer comes, by a number below 65536: `P(Poisson(1) ≤ k)` of them are at most k.
  private static let frequencies: [UInt8] = {
    let bounds = [24_109, 48_219, 60_273, 64_292, 65_296, 65_497, 65_531, 65_535]
    return (0..<65_536).map { number in UInt8(bounds.count { number >= $0 }) }
  }()

  /// The shares of one draw; NaN where it has no amount in it.
  private func held(
    byGreatest shares: [Double], _ seed: UInt64, stream: UInt64
  ) -> [Double] {
    var generator = CounterGenerator(seed: seed, stream: stream)
    var members = 0
    var whole = 0.0
    let times = [UInt8](unsafeUninitializedCapacity: count) { times, size in
      Self.frequencies.withUnsafeBufferPointer { frequencies in
        sorted.withUnsafeBufferPointer { sorted in
          var bits: UInt64 = 0
          for index in 0..<sorted.count {
            if index & 3 == 0 { bits = generator.next() }
            let often = frequencies[Int(bits & 0xFFFF)]
            bits >>= 16
            times[index] = often
            members += Int(often)
            whole += Double(often) * Double(sorted[index])
          }
        }
      }
      size = count
    }
    guard whole > 0 else { return shares.map { _ in .nan } }
    return shares.map { share in
      var wanted = Int((share * Double(members)).rounded(.toNearestOrAwayFromZero))
      var sum = 0.0
      var index = count - 1
      while wanted > 0, index >= 0 {
        let taken = min(wanted, Int(times[index]))
        sum += Double(taken) * Double(sorted[index])
        wanted -= taken
        index -= 1
      }
      return min(1, sum / whole)
    }
  }
}
