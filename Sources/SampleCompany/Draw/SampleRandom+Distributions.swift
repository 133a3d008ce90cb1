extension SampleRandom {
  /// Exponential with mean 1.
  mutating func exponential() -> Double { -PortableFunctions.log(uniform()) }

  /// Standard normal by the polar method (Marsaglia & Bray, A Convenient Method for Generating
  /// Normal Variables, 1964); the second value of the pair is not used.
  mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let s = x * x + y * y
      guard s < 1, s > 0 else { continue }
      return x * (-2 * PortableFunctions.log(s) / s).squareRoot()
    }
  }

  /// Gamma with rate 1 (Marsaglia & Tsang, A Simple Method for Generating Gamma Variables, 2000);
  /// below shape 1 by `Gamma(shape + 1) U^(1 / shape)`, as in section 6 there.
  mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else {
      let larger = gamma(shape + 1)
      return larger * PortableFunctions.exp(PortableFunctions.log(uniform()) / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let accepts = PortableFunctions.log(uniform())
      if accepts < 0.5 * x * x + d - d * v + d * PortableFunctions.log(v) { return d * v }
    }
  }

  /// Beta as a share of two gammas.
  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(a)
    let y = gamma(b)
    return x / (x + y)
  }

  /// A normal answer on a scale, rounded and held inside it.
  mutating func answer(around mean: Double, spread: Double, on scale: ClosedRange<Int>) -> Int {
    let value = Int((mean + spread * normal()).rounded())
    return min(max(value, scale.lowerBound), scale.upperBound)
  }
}
