import Statistics

/// At which touchpoints the peak, the trough and the end of customers' journeys lie.
struct MomentPlaces: Sendable {
  enum Place: String, CaseIterable, Sendable {
    /// Customers who met the touchpoint at all.
    case met
    case peak
    case trough
    case end
  }

  /// Customers with moments enough.
  let n: Int
  /// Customers by touchpoint; nil where their number must not be told.
  private var counts: [Place: [Int?]]

  /// Peak: the score furthest from the middle of the scale, of equally far ones the lower. Trough:
  /// the lowest. Of equal ones the earliest.
  init(_ moments: CustomerMoments, least: Int) {
    let width = moments.touchpoints.labels.count
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: width), count: Place.allCases.count)
    var lastMet = [Int](repeating: -1, count: width)
    var n = 0
    for customer in 0..<moments.customers.count {
      let rows = moments.rows(customer)
      guard rows.count >= least, let memory = moments.memory(rows) else { continue }
      n += 1
      for row in rows where lastMet[moments.touchpoint(row)] != customer {
        lastMet[moments.touchpoint(row)] = customer
        counts[0][moments.touchpoint(row)] += 1
      }
      let lowest = rows.min { moments.score($0) < moments.score($1) } ?? rows[rows.startIndex]
      let peak = rows[rows.startIndex + memory.peakPlace]
      let end = rows[rows.endIndex - 1]
      for (place, row) in [peak, lowest, end].enumerated() {
        counts[place + 1][moments.touchpoint(row)] += 1
      }
    }
    self.n = n
    self.counts = Dictionary(
      uniqueKeysWithValues: zip(Place.allCases, counts.map { $0.map(Optional.some) }))
  }

  func count(_ place: Place, _ touchpoint: Int) -> Int? { counts[place]?[touchpoint] }

  mutating func hide(_ place: Place, _ touchpoint: Int) { counts[place]?[touchpoint] = nil }
}
