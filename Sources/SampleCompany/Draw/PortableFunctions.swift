/// Logarithm and exponential from the four operations alone.
///
/// The C library's versions differ in the last bit between machines, and one bit can turn a cent.
/// IEEE 754 rounds `+ - * /` in one way only, so these give the same bits everywhere. Error: below
/// 2 units in the last place on the arguments that are drawn here.
enum PortableFunctions {
  private static let ln2High = 0.693_147_180_369_123_816_490
  private static let ln2Low = 1.908_214_929_270_587_700_02e-10

  /// Natural logarithm of a positive, normal `x`: `e ln 2 + 2 artanh((m - 1) / (m + 1))`.
  static func log(_ x: Double) -> Double {
    var m = x.significand
    var e = Double(x.exponent)
    if m > 1.414_213_562_373_095_1 {
      m *= 0.5
      e += 1
    }
    let s = (m - 1) / (m + 1)
    let q = s * s
    var sum = 1.0 / 21
    sum = sum * q + 1.0 / 19
    sum = sum * q + 1.0 / 17
    sum = sum * q + 1.0 / 15
    sum = sum * q + 1.0 / 13
    sum = sum * q + 1.0 / 11
    sum = sum * q + 1.0 / 9
    sum = sum * q + 1.0 / 7
    sum = sum * q + 1.0 / 5
    sum = sum * q + 1.0 / 3
    sum = sum * q + 1.0
    return e * ln2High + (e * ln2Low + 2 * s * sum)
  }

  /// `e^x` by Taylor's series on `x - k ln 2`, times `2^k`; 0 below -700.
  static func exp(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let k = (x * 1.442_695_040_888_963_4).rounded()
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0
    var n = 14.0
    while n >= 1 {
      sum = 1 + sum * r / n
      n -= 1
    }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }
}
