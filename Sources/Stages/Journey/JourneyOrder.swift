import Values

/// The order in which customers meet the touchpoints, and where it comes from.
struct JourneyOrder: Sendable {
  enum Rule: Sendable, Equatable {
    /// From the settings; touchpoints that they leave out follow by the days, or by name.
    case given
    /// By the median place among the touchpoints of customers who met several.
    case days
    /// By name: no customer met several, or days are not known.
    case names
  }

  let rule: Rule
  /// Places of the labels in their order; answers without a touchpoint last.
  let permutation: [Int]
  /// Customers who met several touchpoints.
  let several: Int
  /// Names of the settings that no answer has.
  let unknown: [String]

  /// By the settings; else each touchpoint by the median over customers of
  /// `(rank − 1) / (touchpoints met − 1)`, ranks by the mean day there with equal days sharing
  /// theirs; equal medians by the mean, then by name.
  init(_ touchpoints: GroupColumn, _ customers: CustomerAnswers?, given: [String]) {
    let labels = touchpoints.labels
    let named = labels.indices.filter { !labels[$0].isEmpty }
    unknown = given.filter { !labels.contains($0) }
    let places = customers.map { Self.places(touchpoints, $0) }
    several = places?.customers ?? 0
    func figures(_ label: Int) -> (median: Double, mean: Double) {
      guard let own = places?.byLabel[label], !own.isEmpty else { return (.infinity, .infinity) }
      let sorted = own.sorted()
      let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      return (middle, sorted.reduce(0, +) / Double(sorted.count))
    }
    let ordered = named.map { (label: $0, figures: figures($0)) }.sorted { one, other in
      if one.figures.median != other.figures.median {
        return one.figures.median < other.figures.median
      }
      if one.figures.mean != other.figures.mean { return one.figures.mean < other.figures.mean }
      return one.label < other.label
    }.map(\.label)
    let first = given.compactMap { labels.firstIndex(of: $0) }
    let rest = labels.indices.filter { labels[$0].isEmpty }
    permutation = first + ordered.filter { !first.contains($0) } + rest
    rule = !first.isEmpty ? .given : several > 0 ? .days : .names
  }

  /// Where in each customer's own sequence each touchpoint stands, 0…1, by label.
  private static func places(
    _ touchpoints: GroupColumn, _ customers: CustomerAnswers
  ) -> (byLabel: [[Double]], customers: Int) {
    let labels = touchpoints.labels
    var byLabel = [[Double]](repeating: [], count: labels.count)
    let sequence = CustomerSequence(customers) { row in
      let code = Int(touchpoints.codes[row])
      return code >= 0 && !labels[code].isEmpty
    }
    var several = 0
    var sums = [Int](repeating: 0, count: labels.count)
    var counts = sums
    for customer in 0..<customers.count {
      let rows = sequence.rows(customer)
      guard rows.count > 1 else { continue }
      var met: [Int] = []
      for row in rows {
        let code = Int(touchpoints.codes[Int(row)])
        if counts[code] == 0 { met.append(code) }
        counts[code] += 1
        sums[code] += Int(customers.days[Int(row)])
      }
      if met.count > 1 {
        several += 1
        let days = met.map { Double(sums[$0]) / Double(counts[$0]) }
        for (index, code) in met.enumerated() {
          let before = days.count { $0 < days[index] }
          let beside = days.count { $0 == days[index] } - 1
          byLabel[code].append((Double(before) + Double(beside) / 2) / Double(met.count - 1))
        }
      }
      for code in met {
        counts[code] = 0
        sums[code] = 0
      }
    }
    return (byLabel, several)
  }
}
