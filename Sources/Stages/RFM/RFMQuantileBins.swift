import Statistics

/// Classes between quantiles: equal values share a score.
///
/// The cut points are the type 7 quantiles k / bins of the values, k from 1 to bins − 1. A value
/// belongs to class i if it lies above i of them: `value > cut` with right-closed classes,
/// `value ≥ cut + 1` with plus-one. All in whole numbers, so no value falls on the wrong side by
/// rounding. Where many values are equal, cut points coincide and the classes between them stay
/// empty.
struct RFMQuantileBins {
  private let axis: RFMAxis
  private let isPlusOne: Bool
  private let sorted: [Int64]
  /// Where each cut point lies: `sorted[below] + remainder / bins · (sorted[below + 1] − …)`.
  private let places: [(below: Int, remainder: Int)]

  /// - Parameter order: the order of the values.
  static func scores(
    _ axis: RFMAxis, _ cuts: RFMCuts, _ values: [Int64], order: StableOrder
  ) -> RFMScores {
    let bins = RFMQuantileBins(axis, cuts, order.positions.map { values[Int($0)] })
    let limits = bins.greatestBelow
    return RFMScores(
      axis, values, cuts: bins.cutPoints, classes: axis.bins,
      classOf: { position in
        let value = values[position]
        var index = 0
        for limit in limits where value > limit { index += 1 }
        return index
      },
      toNext: { position, index in
        let value = values[position]
        return axis.distance(from: value, class: index) { bins.leastAbove($0, from: value) }
      })
  }

  private init(_ axis: RFMAxis, _ cuts: RFMCuts, _ sorted: [Int64]) {
    self.axis = axis
    isPlusOne = cuts == .plusOne
    self.sorted = sorted
    places =
      sorted.isEmpty
      ? []
      : (1..<axis.bins).map { Quantile.position($0, of: axis.bins, n: sorted.count) }
  }

  /// As they are printed: raised by one with plus-one, which is how the package prints them.
  private var cutPoints: [Double] {
    places.map { below, remainder in
      let base = Double(sorted[below]) + (isPlusOne ? Double(axis.one) : 0)
      guard remainder > 0 else { return base }
      let step = Double(sorted[below + 1] - sorted[below])
      return base + step * Double(remainder) / Double(axis.bins)
    }
  }

  /// For each cut point the greatest whole number that lies below or on it in the sense of `cuts`.
  private var greatestBelow: [Int64] {
    places.map { below, remainder in
      let step = remainder > 0 ? sorted[below + 1] - sorted[below] : 0
      if isPlusOne {
        return sorted[below] + share(of: step, remainder, roundedUp: true) + axis.one - 1
      }
      return sorted[below] + share(of: step, remainder, roundedUp: false)
    }
  }

  /// `step · remainder / bins`, rounded to a whole number without leaving whole numbers.
  private func share(of step: Int64, _ remainder: Int, roundedUp: Bool) -> Int64 {
    let parts = Int64(axis.bins)
    let (whole, rest) = step.quotientAndRemainder(dividingBy: parts)
    let (up, left) = (rest * Int64(remainder)).quotientAndRemainder(dividingBy: parts)
    return whole * Int64(remainder) + up + (roundedUp && left > 0 ? 1 : 0)
  }

  /// The least value above a cut point for a customer whose own value moves the cut points too.
  ///
  /// With the others' sorted values y, the cut point is a mean of the order statistics around
  /// position `below` of y and the customer's value v, so that v > cut ⟺ v > y[below], and
  /// v ≥ cut + 1 is reached where v − cut, which never falls with v, has grown to 1.
  /// nil for a single customer, whose value is its own quantile.
  private func leastAbove(_ cut: Int, from value: Int64) -> Int64? {
    guard sorted.count > 1 else { return nil }
    let (below, remainder) = places[cut]
    // Without the customer's own value, what lay at or above it moves down by one position.
    let y = value <= sorted[below] ? sorted[below + 1] : sorted[below]
    guard isPlusOne else { return y + 1 }
    let parts = Int64(axis.bins)
    let rest = parts - Int64(remainder)
    let beside = y + (axis.one * parts + rest - 1) / rest
    let next = below + 1
    let following = value <= sorted[next] ? next + 1 : next
    guard following < sorted.count, beside > sorted[following] else { return beside }
    return y + share(of: sorted[following] - y, remainder, roundedUp: true) + axis.one
  }
}
