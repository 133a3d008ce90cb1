/// Classes of equal numbers of customers: equal values are told apart by customer id.
///
/// Class = ⌊(rank − 1) · bins / n⌋ with the rank over (value, id) ascending, recency negated, so
/// that of two equal customers the one with the greater id scores higher.
struct RFMEqualCountBins {
  /// - Parameters:
  ///   - values: in the order of the customers' ids.
  static func scores(_ axis: RFMAxis, _ values: [Int64]) -> RFMScores {
    let n = values.count
    let bins = axis.bins
    // On this scale greater is better on every axis.
    let worth = axis.isReversed ? values.map { -$0 } : values
    let order = StableOrder(worth).positions
    var classOf = [UInt8](repeating: 0, count: n)
    for rank in 0..<n { classOf[Int(order[rank])] = UInt8(truncatingIfNeeded: rank * bins / n) }
    /// The position whose rank is the least of a class; nil where no rank reaches it.
    let first: [Int?] = (0..<bins).map { index in
      let rank = (index * n + bins - 1) / bins
      return rank < n ? Int(order[rank]) : nil
    }
    return RFMScores(
      axis, values, cuts: [], classes: bins,
      classOf: { position in
        let rising = Int(classOf[position])
        return axis.isReversed ? bins - 1 - rising : rising
      },
      toNext: { position, _ in
        let next = Int(classOf[position]) + 1
        guard next < bins, let target = first[next] else { return .min }
        // One of the others must be left behind more: the holder of the class's least rank.
        let reached = worth[target] + (target < position ? 0 : 1)
        if axis.isReversed, reached > 0 { return .min }
        return reached - worth[position]
      })
  }
}
