package import Diagnostics
import Exports
import Pipeline
import Statistics
package import Values

/// Customers on two measures at once: who is worth what care.
package struct Matrix: Stage {
  package static let name = "matrix"
  package static let summary = Phrase(
    "Customers on two axes of value, each cut into low and high: four fields with counts, revenue and lists",
    "以两个价值维度划分客户：四个象限的客户数、收入与名单")
  package static let example = """
    - stage: matrix
      settings:
        x: frequency
        y: basket
        x_cut: mean
        y_cut: {quantile: 0.8}
    """

  package let settings: MatrixSettings

  /// Fails when both axes measure the same.
  package init(_ settings: MatrixSettings) throws(Diagnostic) {
    guard settings.x != settings.y else {
      throw Diagnostic(
        .configuration, "same-axes", "x and y are both '\(settings.x.rawValue)'",
        help: "choose two of: \(MatrixAxis.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.settings = settings
  }

  package func run(_ input: MatrixInput) throws(Diagnostic) -> MatrixOutput {
    let (x, y) = axes(input)
    let (across, upward) = (values(x, input), values(y, input))
    let placed = across.indices.filter { across[$0].isFinite && upward[$0].isFinite }
    let xCut = Matrix.cut(settings.xCut, placed.map { across[$0] })
    let yCut = Matrix.cut(settings.yCut, placed.map { upward[$0] })
    var field = [Int8](repeating: -1, count: across.count)
    var sums = [MatrixOutput.Sum](repeating: .init(), count: 4)
    for customer in placed {
      let own = MatrixField(
        xIsHigh: across[customer] > xCut ?? .infinity, yIsHigh: upward[customer] > yCut ?? .infinity
      )
      field[customer] = Int8(own.rawValue)
      sums[own.rawValue].add(customer, input)
    }
    return MatrixOutput(
      settings: settings, input: input, x: x, y: y, xValues: across, yValues: upward, xCut: xCut,
      yCut: yCut, field: field, sums: sums)
  }

  /// The axes of the settings; one that nothing is known of gives way to another.
  private func axes(_ input: MatrixInput) -> (MatrixAxis, MatrixAxis) {
    func known(_ axis: MatrixAxis, beside other: MatrixAxis) -> MatrixAxis {
      let isKnown =
        switch axis {
        case .potential: input.potential != nil
        case .margin: input.margin != nil
        case .satisfaction: input.satisfaction != nil
        case .value, .frequency, .basket: true
        }
      guard !isKnown else { return axis }
      return [MatrixAxis.frequency, .value, .basket].first { $0 != other } ?? .frequency
    }
    let x = known(settings.x, beside: settings.y)
    return (x, known(settings.y, beside: x))
  }

  /// One value a customer in the unit of the axis, money in major units; NaN where there is none.
  private func values(_ axis: MatrixAxis, _ input: MatrixInput) -> [Double] {
    let scale = Double(input.currency.minorPerMajor)
    func major(_ amounts: [Int64]) -> [Double] {
      amounts.map { $0 == .min ? .nan : Double($0) / scale }
    }
    switch axis {
    case .value: return major(input.revenue)
    case .margin: return major(input.margin ?? [])
    case .frequency: return input.orders.map(Double.init)
    case .basket:
      return zip(input.revenue, input.orders).map {
        $1 > 0 ? Double($0) / scale / Double($1) : .nan
      }
    case .potential: return major(input.potential ?? [])
    case .satisfaction: return input.satisfaction ?? []
    }
  }

  /// nil without values.
  static func cut(_ rule: MatrixCut, _ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    switch rule {
    case .at(let value): return value
    case .mean:
      // From the least on, so that the order of customers leaves no trace.
      return values.sorted().reduce(0, +) / Double(values.count)
    case .median: return Quantile.median(sorted: values.sorted())
    case .quantile(let share): return Quantile.type7(share, sorted: values.sorted())
    }
  }
}
