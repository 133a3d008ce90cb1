import RealModule

/// Random numbers that are a function of seed, stream and place, so that any part of a simulation can
/// be made alone, on any thread, with the same result.
///
/// Philox 4x32 with ten rounds. Source: Salmon, Moraes, Dror & Shaw, *Parallel random numbers: as easy
/// as 1, 2, 3*, SC11, 2011, section 4.3.
package struct CounterGenerator: RandomNumberGenerator, Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  private var block = SIMD4<UInt32>(repeating: 0)
  /// Words of the block that were given out.
  private var used = 4

  /// Streams of one seed do not meet.
  package init(seed: UInt64, stream: UInt64 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    counter = SIMD4(
      0, 0, UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32))
  }

  package mutating func next() -> UInt64 {
    if used == 4 {
      block = Self.philox(counter, key)
      counter[0] &+= 1
      if counter[0] == 0 { counter[1] &+= 1 }
      used = 0
    }
    defer { used += 2 }
    return UInt64(block[used]) | UInt64(block[used + 1]) << 32
  }

  /// Ten rounds on one counter.
  package static func philox(_ counter: SIMD4<UInt32>, _ key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1,
        UInt32(truncatingIfNeeded: first)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// Between 0 and 1, neither included.
  package mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  /// Of mean 0 and variance 1, by the inverse of the distribution.
  package mutating func normal() -> Double { Normal.quantile(uniform()) }

  /// Of rate 1.
  package mutating func exponential() -> Double { -.log(uniform()) }

  /// Of this shape and rate 1.
  ///
  /// Source: Marsaglia & Tsang, *A simple method for generating gamma variables*, ACM TOMS 26(3),
  /// 2000; below shape 1 by the power of a uniform number that they give.
  package mutating func gamma(shape: Double) -> Double { .exp(logGamma(shape: shape)) }

  /// The logarithm of `gamma(shape:)`, which stays finite where a tiny shape gives tiny numbers.
  package mutating func logGamma(shape: Double) -> Double {
    if shape < 1 {
      let lift = Double.log(uniform()) / shape
      return logGamma(shape: shape + 1) + lift
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = normal()
      let v = 1 + c * z
      guard v > 0 else { continue }
      let cube = v * v * v
      if .log(uniform()) < 0.5 * z * z + d - d * cube + d * .log(cube) {
        return .log(d) + .log(cube)
      }
    }
  }

  /// Beta of shapes a and b, from two gammas.
  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    let first = logGamma(shape: a)
    let second = logGamma(shape: b)
    return 1 / (1 + .exp(second - first))
  }
}
