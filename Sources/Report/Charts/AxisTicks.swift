import Values

/// Round tick values that cover a range: steps of 1, 2 or 5 times a power of ten.
struct AxisTicks: Equatable {
  let values: [Double]

  var low: Double { values.first ?? 0 }
  var high: Double { values.last ?? 1 }
  var step: Double { values.count > 1 ? values[1] - values[0] : 1 }

  /// Ticks from the round value at or below `low` to the one at or above `high`.
  ///
  /// A range without extent is widened by one step or, at zero, to 0…1.
  init(covering low: Double, _ high: Double, about count: Int = 5) {
    var low = low.isFinite ? low : 0
    var high = high.isFinite ? high : 1
    if low > high { swap(&low, &high) }
    if low == high {
      let margin = low == 0 ? 1 : low.magnitude * 0.1
      if low != 0 { low -= margin }
      high += margin
    }
    let (mantissa, power) = AxisTicks.roundStep((high - low) / Double(max(count, 1)))
    let scale = AxisTicks.powerOfTen(power)
    let step = power >= 0 ? mantissa * scale : mantissa / scale
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    values = stride(from: first, through: max(last, first + 1), by: 1).map {
      power >= 0 ? $0 * mantissa * scale : $0 * mantissa / scale
    }
  }

  /// The least of 1, 2, 5, 10 times a power of ten that is at least `raw`.
  private static func roundStep(_ raw: Double) -> (mantissa: Double, power: Int) {
    guard raw > 0, raw.isFinite else { return (1, 0) }
    var power = 0
    var rest = raw
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    while rest < 1 {
      rest *= 10
      power -= 1
    }
    for mantissa in [1.0, 2, 5] where rest <= mantissa * (1 + 1e-9) { return (mantissa, power) }
    return (1, power + 1)
  }

  /// 10 to the magnitude of `power`.
  private static func powerOfTen(_ power: Int) -> Double {
    var result = 1.0
    for _ in 0..<power.magnitude { result *= 10 }
    return result
  }

  /// Decimals that the tick texts need in a style: as many as tell two ticks apart.
  func style(_ style: NumberStyle) -> NumberStyle {
    var style = style
    style.showsSign = false
    var step = step
    if case .share = style.unit { step *= 100 }
    var decimals = 0
    while decimals < 6, (step - step.rounded()).magnitude > 1e-6 * step {
      step *= 10
      decimals += 1
    }
    if !style.shortens { style.decimals = decimals }
    return style
  }
}
