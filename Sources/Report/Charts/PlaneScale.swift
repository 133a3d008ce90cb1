/// Where the values of one axis of a plane stand, and its ticks.
struct PlaneScale {
  let axis: PointPlane.Axis
  /// Round values within the ends.
  let ticks: [Double]
  let low: Double
  let high: Double
  /// Of the ticks' texts.
  let style: NumberStyle

  /// nil where no value can stand on the axis.
  init?(_ axis: PointPlane.Axis, _ values: [Double]) {
    self.axis = axis
    var all = values.filter { PlaneScale.isPlaced($0, axis) }
    guard !all.isEmpty else { return nil }
    if let cut = axis.cut, PlaneScale.isPlaced(cut, axis) { all.append(cut) }
    if let covers = axis.covers { all += [covers.lowerBound, covers.upperBound] }
    guard let range = all.filter({ PlaneScale.isPlaced($0, axis) }).finiteRange else { return nil }
    if axis.isLogarithmic {
      let decades = PlaneScale.decades(covering: range.low, range.high)
      ticks = decades.ticks
      low = ticks.first ?? 1
      high = ticks.last ?? 10
      var style = axis.style
      style.showsSign = false
      if !style.shortens { style.decimals = decades.decimals }
      self.style = style
    } else {
      let ticks = AxisTicks(covering: range.low, range.high)
      self.ticks = ticks.values
      low = ticks.low
      high = ticks.high
      style = ticks.style(axis.style)
    }
  }

  /// Whether a value can stand on the axis at all.
  static func isPlaced(_ value: Double, _ axis: PointPlane.Axis) -> Bool {
    value.isFinite && (!axis.isLogarithmic || value > 0)
  }

  /// From 0 at the low end to 1 at the high end.
  func part(_ value: Double) -> Double {
    axis.isLogarithmic
      ? (PlaneScale.logarithm(value) - PlaneScale.logarithm(low))
        / (PlaneScale.logarithm(high) - PlaneScale.logarithm(low))
      : (value - low) / (high - low)
  }

  /// The value at a part of the way from the low end to the high one.
  func value(_ part: Double) -> Double {
    guard axis.isLogarithmic else { return low + part * (high - low) }
    // By bisection: what `part` says is where it will stand.
    var (below, above) = (low, high)
    for _ in 0..<50 {
      let middle = (below * above).squareRoot()
      if self.part(middle) < part { below = middle } else { above = middle }
    }
    return below
  }

  /// Ticks at 1, 2 and 5 times powers of ten, at the powers alone from four decades on.
  private static func decades(
    covering low: Double, _ high: Double
  ) -> (ticks: [Double], decimals: Int) {
    var power = 0
    while tens(power) > low { power -= 1 }
    while tens(power + 1) <= low { power += 1 }
    let first = power
    var all: [Double] = []
    while all.last.map({ $0 < high }) ?? true {
      for mantissa in [1.0, 2, 5] where all.last.map({ $0 < high }) ?? true {
        all.append(power < 0 ? mantissa / tens(-power) : mantissa * tens(power))
      }
      power += 1
    }
    // The last of those at or below the low end begins the axis.
    let start = all.lastIndex { $0 <= low } ?? 0
    var ticks = Array(all[start...])
    if ticks.count == 1 { ticks.append(ticks[0] * 10) }
    if ticks.count > 9 {
      let powers = stride(from: first, through: power, by: 1).map {
        $0 < 0 ? 1 / tens(-$0) : tens($0)
      }
      let last = powers.firstIndex { $0 >= high } ?? powers.count - 1
      ticks = Array(powers[...last])
    }
    return (ticks, max(0, -first))
  }

  private static func tens(_ power: Int) -> Double {
    var result = 1.0
    for _ in 0..<power.magnitude { result *= 10 }
    return power < 0 ? 1 / result : result
  }

  /// The binary logarithm, by halving and squaring: the same bits on every machine, which a
  /// library's is not.
  private static func logarithm(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var rest = value.significand
    var bit = 0.5
    for _ in 0..<40 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        exponent += bit
      }
      bit /= 2
    }
    return exponent
  }
}
