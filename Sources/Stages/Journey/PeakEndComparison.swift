import Statistics

/// Whether what customers say of the whole goes with the peak and the end of their journey, or with
/// the mean of it; and at which touchpoints those lie.
struct PeakEndComparison: Sendable {
  /// Customers with moments enough and an overall score.
  private(set) var n: Int
  /// Of (peak + end) / 2, and of the mean of all moments.
  private(set) var peakEnd: MeanEstimate?
  private(set) var mean: MeanEstimate?
  /// nil where fewer than `leastCompared` customers have all figures, or one does not vary.
  private(set) var correlations: DependentCorrelations?
  /// Customers by touchpoint whose peak lies there; nil where their number must not be told.
  private(set) var places: [Place: [Int?]]

  enum Place: String, CaseIterable, Sendable {
    case met
    case peak
    case trough
    case end
  }

  /// Fewer than ten customers are no base for a regression.
  static let leastCompared = 10

  /// Peak: the score furthest from the middle of the scale, of equally far ones the lower. Trough:
  /// the lowest. Of equal ones the earliest.
  init(
    _ moments: CustomerMoments, _ overall: OverallAnswers, neutral: Double, least: Int
  ) {
    var columns = [[Double]](repeating: [], count: 3)
    let width = moments.touchpoints.labels.count
    var counts = [Place: [Int]](
      uniqueKeysWithValues: Place.allCases.map { ($0, [Int](repeating: 0, count: width)) })
    for customer in 0..<moments.customers.count where overall.row[customer] >= 0 {
      let rows = moments.rows(customer, upTo: overall)
      guard rows.count >= least else { continue }
      let scores = rows.map { moments.score($0) }
      guard let memory = PeakEnd(scores, neutral: neutral), let lowest = scores.min(),
        let trough = scores.firstIndex(of: lowest)
      else { continue }
      columns[0].append(overall.value(customer))
      columns[1].append(memory.score)
      columns[2].append(memory.mean)
      let touchpoints = rows.map { moments.touchpoint($0) }
      counts[.peak]?[touchpoints[memory.peakPlace]] += 1
      counts[.trough]?[touchpoints[trough]] += 1
      counts[.end]?[touchpoints[touchpoints.count - 1]] += 1
      for touchpoint in Set(touchpoints) { counts[.met]?[touchpoint] += 1 }
    }
    n = columns[0].count
    peakEnd = MeanEstimate(columns[1])
    mean = MeanEstimate(columns[2])
    places = counts.mapValues { $0.map(Optional.some) }
    correlations =
      n < Self.leastCompared
      ? nil : DependentCorrelations(overall: columns[0], first: columns[1], second: columns[2])
  }

  func count(_ place: Place, _ touchpoint: Int) -> Int? { places[place]?[touchpoint] }

  mutating func hide(_ place: Place, _ touchpoint: Int) { places[place]?[touchpoint] = nil }
}
