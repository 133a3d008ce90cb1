import Statistics

/// Classes between thresholds that do not move with one customer: fixed ones and natural breaks.
///
/// A value equal to a threshold belongs below it.
struct RFMThresholdBins {
  static func scores(
    _ axis: RFMAxis, thresholds: [Int64], _ values: [Int64]
  ) -> RFMScores {
    RFMScores(
      axis, values, cuts: thresholds.map(Double.init), classes: axis.bins,
      classOf: { position in
        let value = values[position]
        var index = 0
        for threshold in thresholds where value > threshold { index += 1 }
        return index
      },
      toNext: { position, index in
        axis.distance(from: values[position], class: index) { cut in
          cut < thresholds.count ? thresholds[cut] + 1 : nil
        }
      })
  }

  /// The greatest value of each class of the natural breaks but the last; with fewer distinct
  /// values than bins fewer thresholds.
  static func naturalBreaks(
    _ axis: RFMAxis, _ values: [Int64], order: StableOrder
  ) -> [Int64] {
    var distinct: [Int64] = []
    var counts: [Double] = []
    for position in order.positions {
      let value = values[Int(position)]
      if value == distinct.last {
        counts[counts.count - 1] += 1
      } else {
        distinct.append(value)
        counts.append(1)
      }
    }
    let breaks = NaturalBreaks(
      distinct: distinct.map(Double.init), counts: counts, classes: axis.bins)
    return breaks.starts.dropFirst().map { distinct[$0 - 1] }
  }

  /// Thresholds of the settings in the whole units of the axis.
  ///
  /// - Parameter unit: minor units of money in one, 1 for days and counts.
  static func fixed(_ thresholds: [Double], unit: Int64) -> [Int64] {
    thresholds.map { threshold in
      let scaled = threshold * Double(unit)
      // 19.99 × 100 is a speck below 1999; a half-day is none.
      let near = scaled.rounded()
      let whole = abs(scaled - near) <= 1e-6 ? near : scaled.rounded(.down)
      return Int64(max(-9e18, min(9e18, whole)))
    }
  }
}
