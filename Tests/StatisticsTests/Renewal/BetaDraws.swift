import Foundation
import Statistics

/// Numbers of a beta distribution that are the same in every run: a counter put through SplitMix64
/// (Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, 2014).
struct BetaDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// Above 0 and below 1.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return (Double(z >> 11) + 0.5) / Double(1 << 53)
  }

  /// One gamma variable over the sum of two.
  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(a)
    return x / (x + gamma(b))
  }

  /// Source: Marsaglia & Tsang, *A simple method for generating gamma variables*, ACM TOMS 26(3),
  /// 2000; shapes below 1 by the power of a uniform number.
  private mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape + 1) * pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      let v = root * root * root
      guard v > 0 else { continue }
      // The exact acceptance, without its squeeze.
      if log(uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  private mutating func normal() -> Double { Normal.quantile(uniform()) }
}
