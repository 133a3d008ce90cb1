import Statistics
import Values

/// Items between how important they are and how well they do.
///
/// Source: Martilla & James, *Importance-performance analysis*, Journal of Marketing 41(1), 1977;
/// the diagonal: Bacon, *A comparison of approaches to importance-performance analysis*,
/// International Journal of Market Research 45(1), 2003.
struct DriverPlane {
  struct Point {
    /// The place of the item.
    let item: Int
    /// Share of what is explained, or as stated.
    let importance: Double
    /// Mean on the items' scale, or the share of its own scale that it reaches.
    let performance: Double
    let quadrant: ImportancePerformance
    /// How far the item lies above the diagonal of equal priority, `(I − Ī)/s_I − (P − P̄)/s_P`:
    /// above 0 it is more important than it does well, by the standards of the items.
    let distance: Double
  }

  /// In the order of their claim to attention.
  let points: [Point]
  let importanceCut: Double
  let performanceCut: Double
  /// Where all items have one scale; otherwise performance is a share of it.
  let scale: SurveyScale?

  /// nil where fewer than two items have both figures.
  init?(_ output: DriversOutput) {
    let settings = output.settings
    let scales = Set(output.items.map(\.scale))
    scale = scales.count == 1 ? scales.first : nil
    var items: [Int] = []
    var importance: [Double] = []
    var performance: [Double] = []
    for (place, item) in output.items.enumerated() {
      let weight =
        settings.importance == .stated
        ? settings.stated[item.id] : output.fit.varies(place) ? output.fit.share(place) : nil
      guard let mean = item.score.figures?.mean.mean, let weight else { continue }
      items.append(place)
      importance.append(weight)
      performance.append(scale == nil ? item.scale.share(mean) : mean)
    }
    guard items.count > 1 else { return nil }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func standardised(_ values: [Double]) -> [Double] {
      let middle = mean(values)
      let spread = mean(values.map { ($0 - middle) * ($0 - middle) }).squareRoot()
      // Equal figures may differ by rounding.
      return values.map { spread > 1e-12 * abs(middle) ? ($0 - middle) / spread : 0 }
    }
    let quadrants: [ImportancePerformance]
    importanceCut = mean(importance)
    switch settings.crosshair {
    case .mean:
      performanceCut = mean(performance)
      quadrants = ImportancePerformance.quadrants(
        importance: importance, performance: performance)
    case .midpoint:
      performanceCut = scale.map { Double($0.low + $0.high) / 2 } ?? 0.5
      quadrants = ImportancePerformance.quadrants(
        importance: importance, performance: performance,
        crosshair: (importanceCut, performanceCut))
    }
    let heights = standardised(importance)
    let widths = standardised(performance)
    let points = items.indices.map { place in
      Point(
        item: items[place], importance: importance[place], performance: performance[place],
        quadrant: quadrants[place], distance: heights[place] - widths[place])
    }
    func claim(_ point: Point) -> Double { settings.diagonal ? point.distance : point.importance }
    self.points = points.sorted {
      claim($0) == claim($1) ? $0.item < $1.item : claim($0) > claim($1)
    }
    byDiagonal = settings.diagonal
  }

  private let byDiagonal: Bool

  /// The strongest driver that does worse than the crosshair, or, by the diagonal, the item
  /// furthest above it.
  var first: Point? {
    byDiagonal ? points.first { $0.distance > 0 } : points.first { $0.quadrant == .concentrateHere }
  }

  func point(_ item: Int) -> Point? { points.first { $0.item == item } }
}

extension SurveyScale {
  /// The share of the way from the worst to the best level.
  fileprivate func share(_ mean: Double) -> Double { (mean - Double(low)) / Double(high - low) }
}
