/// A stream of random numbers that its seed, its purpose and its owner name.
///
/// SplitMix64 (Steele, Lea & Flood, Fast Splittable Pseudorandom Number Generators, 2014) started
/// from a mix of them: what is drawn for one customer never depends on how much was
/// drawn for another, so an order can be made again from its number when it is exported twice.
struct SampleRandom {
  /// What a stream is for; raw values are part of the format of the samples.
  enum Stream: UInt64 {
    case customer = 1
    case purchases, order, cancelled, returned, corrections, spoiled, rates, invitations, answers
    case kano, servqual, cases, costs, contracts
  }

  private var state: UInt64

  init(_ seed: UInt64, _ stream: Stream, _ owner: Int = 0, _ item: Int = 0, _ part: Int = 0) {
    var mixed = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    mixed = Self.mix(mixed ^ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    mixed = Self.mix(mixed ^ UInt64(truncatingIfNeeded: owner) &* 0x8CB9_2BA7_2F3D_8DD7)
    mixed = Self.mix(mixed ^ UInt64(truncatingIfNeeded: item) &* 0xAEF1_7502_108E_F2D9)
    state = Self.mix(mixed ^ UInt64(truncatingIfNeeded: part) &* 0x9FB2_1C65_1E98_DF25)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// Uniform on (0, 1), neither end included.
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// Uniform on `0 ..< bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `share` of the draws.
  mutating func happens(_ share: Double) -> Bool { uniform() < share }

  /// One of the values, each as likely.
  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// An index by its weight; weights need not add up to 1.
  mutating func index(byWeight weights: [Double]) -> Int {
    var left = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return weights.count - 1
  }

  /// Fisher and Yates: the first `count` of a random order.
  mutating func sample<Value>(_ count: Int, of values: [Value]) -> [Value] {
    var pool = values
    let taken = min(count, pool.count)
    for index in 0..<taken { pool.swapAt(index, index + below(pool.count - index)) }
    return Array(pool.prefix(taken))
  }
}
