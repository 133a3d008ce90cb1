import Report
import Values

/// Which customers stand in the picture, and on what axes.
struct MatrixPlane {
  /// Customers with a name, the greatest revenue first.
  let named: [Int]
  /// Every k-th of the others by revenue.
  let crowd: [Int]
  let xIsLogarithmic: Bool
  let yIsLogarithmic: Bool
  /// Customers in a field that cannot stand on the axes.
  let undrawn: Int

  private static let mostNamed = 15
  private static let mostOthers = 300

  init(_ output: MatrixOutput) {
    let placed = output.field.indices.filter { output.field[$0] >= 0 }
    let x = MatrixPlane.isLogarithmic(placed.map { output.xValues[$0] }, cut: output.xCut)
    let y = MatrixPlane.isLogarithmic(placed.map { output.yValues[$0] }, cut: output.yCut)
    xIsLogarithmic = x
    yIsLogarithmic = y
    let drawn = placed.filter {
      (!x || output.xValues[$0] > 0) && (!y || output.yValues[$0] > 0)
    }
    undrawn = placed.count - drawn.count
    let revenue = output.input.revenue
    let order = drawn.sorted { (-revenue[$0], $0) < (-revenue[$1], $1) }
    named = Array(order.prefix(Self.mostNamed))
    let others = Array(order.dropFirst(Self.mostNamed))
    let count = min(others.count, Self.mostOthers)
    crowd = (0..<count).map { others[$0 * others.count / count] }
  }

  /// Whether equal distances should be equal ratios: most values are above zero, and the greatest
  /// is more than thirty times the median.
  private static func isLogarithmic(_ values: [Double], cut: Double?) -> Bool {
    let positive = values.filter { $0 > 0 }.sorted()
    guard let most = positive.last, let cut, cut > 0, positive.count * 10 >= values.count * 9
    else { return false }
    return most > 30 * positive[positive.count / 2]
  }
}

extension MatrixPlane {
  func points(_ output: MatrixOutput, _ wording: Wording) -> [PointPlane.Point] {
    func point(_ customer: Int, _ label: String) -> PointPlane.Point {
      PointPlane.Point(
        output.xValues[customer], output.yValues[customer], label: label,
        group: MatrixField.ordered.firstIndex {
          $0.rawValue == Int(output.field[customer])
        } ?? 0)
    }
    return named.map {
      point($0, wording.person(output.input.customers[$0], .customer))
    } + crowd.map { point($0, "") }
  }
}
