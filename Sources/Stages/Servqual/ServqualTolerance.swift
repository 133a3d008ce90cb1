import Statistics

/// Least acceptable, desired and perceived levels by item and dimension.
struct ServqualTolerance: Sendable {
  struct Zone: Sendable {
    let question: ServqualQuestion
    let n: Int
    let zone: ZoneOfTolerance
    /// Perceived less minimum, and less desired, with the spread of respondents' own differences.
    let adequacy: MeanEstimate
    let superiority: MeanEstimate
  }

  private(set) var zones: [Zone]

  /// - Parameter whole: 0 for the rows that count.
  init(
    _ form: ServqualForm, minimum: [[Int8]], desired: [[Int8]], perceived: [[Int8]],
    _ whole: [Int32]
  ) {
    // An item counts where all three levels were stated, so that the three means are of the same
    // people.
    let complete = perceived.indices.map { item in
      perceived[item].indices.map { row -> Int8 in
        minimum[item][row] >= 0 && desired[item][row] >= 0 ? perceived[item][row] : -1
      }
    }
    func gaps(_ level: [[Int8]]) -> ServqualGaps {
      var sums = ServqualSums(form)
      sums.add(
        expectations: level, perceptions: complete, group: whole, rows: 0..<whole.count)
      return sums.gaps
    }
    let low = gaps(minimum)
    let high = gaps(desired)
    var zones: [Zone] = []
    for dimension in form.sizes.indices {
      guard let least = low.dimensions[dimension], let wished = high.dimensions[dimension],
        let minimum = least.expectation, let desired = wished.expectation,
        let adequacy = least.gap, let superiority = wished.gap
      else { continue }
      zones.append(
        Zone(
          question: .dimension(dimension), n: least.n,
          zone: ZoneOfTolerance(
            minimum: minimum.mean, desired: desired.mean, perceived: least.perception.mean),
          adequacy: adequacy, superiority: superiority))
    }
    for item in perceived.indices {
      guard let adequacy = low.items[item].gap, let superiority = high.items[item].gap,
        let least = low.items[item].expectation, let wished = high.items[item].expectation,
        let seen = low.items[item].perception
      else { continue }
      zones.append(
        Zone(
          question: .item(item), n: low.items[item].n,
          zone: ZoneOfTolerance(
            minimum: least.mean, desired: wished.mean, perceived: seen.mean),
          adequacy: adequacy, superiority: superiority))
    }
    self.zones = zones
  }

  /// Without what only few stated.
  func hiding(below minCell: Int) -> ServqualTolerance {
    var copy = self
    copy.zones = zones.filter { $0.n >= minCell }
    return copy
  }
}
