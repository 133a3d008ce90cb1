/// Places the names of dots so that none covers another, a dot, a line or a title.
///
/// Beside the dot where there is room, else at the nearest free place around it with a line to the
/// dot. What finds no place at all is left out.
struct PlaneLabels {
  struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }

    func contains(_ other: Box) -> Bool {
      other.x >= x && other.x + other.width <= x + width && other.y >= y
        && other.y + other.height <= y + height
    }
  }

  enum Side: CaseIterable {
    case right, left, above, below
  }

  struct Placed: Equatable {
    var box: Box
    /// nil where a line leads to the dot.
    var side: Side?
  }

  let area: Box
  let radius: Double
  private let dots: [Box]
  private let lines: [Box]
  private var taken: [Box]

  /// - Parameters:
  ///   - dots: middles of all dots, named or not.
  ///   - lines: what should not be written over, such as cuts.
  ///   - titles: what must not be written over.
  init(
    area: Box, dots: [(x: Double, y: Double)], radius: Double, lines: [Box], titles: [Box]
  ) {
    self.area = area
    self.radius = radius
    self.dots = dots.map {
      Box(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius)
    }
    self.lines = lines
    taken = titles
  }

  /// The place of a name that is so wide and high beside the dot, and now is taken; nil for none.
  ///
  /// - Parameter withLines: whether a line may lead from the name to the dot.
  mutating func place(
    _ dot: Int, width: Double, height: Double, withLines: Bool = true
  ) -> Placed? {
    let beside = beside(dot, width, height)
    var placed = beside.first { isFree($0.box, but: dot, strictly: true) }
    if placed == nil, withLines {
      placed = around(dot, width, height).first { isFree($0.box, but: dot, strictly: true) }
    }
    placed = placed ?? beside.first { isFree($0.box, but: dot, strictly: false) }
    if let placed { taken.append(placed.box) }
    return placed
  }

  private func beside(_ dot: Int, _ width: Double, _ height: Double) -> [Placed] {
    let x = dots[dot].x + radius
    let y = dots[dot].y + radius
    let gap = radius + 3
    return Side.allCases.map { side in
      let box =
        switch side {
        case .right: Box(x: x + gap, y: y - height / 2, width: width, height: height)
        case .left: Box(x: x - gap - width, y: y - height / 2, width: width, height: height)
        case .above: Box(x: x - width / 2, y: y - gap - height, width: width, height: height)
        case .below: Box(x: x - width / 2, y: y + gap, width: width, height: height)
        }
      return Placed(box: box, side: side)
    }
  }

  /// Places at growing distances, the nearest first.
  private func around(_ dot: Int, _ width: Double, _ height: Double) -> [Placed] {
    let x = dots[dot].x + radius
    let y = dots[dot].y + radius
    // Sixteen directions; exact, so that no library's sine decides where a name stands.
    let directions: [(Double, Double)] = [
      (1, 0), (0.92, -0.38), (0.92, 0.38), (0.71, -0.71), (0.71, 0.71), (-1, 0), (-0.92, -0.38),
      (-0.92, 0.38), (-0.71, -0.71), (-0.71, 0.71), (0.38, -0.92), (-0.38, -0.92), (0.38, 0.92),
      (-0.38, 0.92), (0, -1), (0, 1),
    ]
    return stride(from: 14.0, through: 74, by: 12).flatMap { distance in
      directions.map { direction in
        let middle = (x: x + direction.0 * distance, y: y + direction.1 * distance)
        let left =
          direction.0 > 0.3
          ? middle.x : direction.0 < -0.3 ? middle.x - width : middle.x - width / 2
        let top = middle.y - height / 2 + direction.1 * height / 2
        return Placed(box: Box(x: left, y: top, width: width, height: height), side: nil)
      }
    }
  }

  private func isFree(_ box: Box, but dot: Int, strictly: Bool) -> Bool {
    guard area.contains(box), !taken.contains(where: box.overlaps) else { return false }
    guard strictly else { return true }
    return !lines.contains(where: box.overlaps)
      && !dots.indices.contains { $0 != dot && box.overlaps(dots[$0]) }
  }
}
