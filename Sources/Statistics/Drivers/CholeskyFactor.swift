import RealModule

/// R = L Lᵀ of a correlation matrix, leaving out items that earlier ones determine.
///
/// Source: Golub & Van Loan, *Matrix Computations*, 4th edition 2013, section 4.2.5.
struct CholeskyFactor {
  /// Items that are in, ascending.
  private(set) var kept: [Int] = []
  /// Items that are out, with those that determine them.
  private(set) var collinear: [Collinearity] = []
  /// Rows of L for the kept items.
  private var rows: [[Double]] = []

  /// An item is out where all but a ten-thousand-millionth of its variance is that of the others.
  static let tolerance = 1e-10

  init(_ r: [[Double]]) {
    for item in r.indices {
      var row: [Double] = []
      var own = r[item][item]
      for (place, other) in kept.enumerated() {
        var sum = r[item][other]
        for k in 0..<place { sum -= row[k] * rows[place][k] }
        row.append(sum / rows[place][place])
        own -= row[place] * row[place]
      }
      if own > Self.tolerance * r[item][item] {
        row.append(.sqrt(own))
        rows.append(row)
        kept.append(item)
      } else {
        let parts = backward(row)
        collinear.append(
          Collinearity(
            item: item, others: kept.indices.filter { abs(parts[$0]) > 1e-5 }.map { kept[$0] }))
      }
    }
  }

  /// R⁻¹ b among the kept items.
  func solve(_ b: [Double]) -> [Double] { backward(forward(b)) }

  /// L⁻¹ b; the sum of its squares is bᵀ R⁻¹ b.
  func forward(_ b: [Double]) -> [Double] {
    var y = b
    for i in y.indices {
      for k in 0..<i { y[i] -= rows[i][k] * y[k] }
      y[i] /= rows[i][i]
    }
    return y
  }

  private func backward(_ y: [Double]) -> [Double] {
    var x = y
    for i in x.indices.reversed() {
      for k in (i + 1)..<max(x.count, i + 1) { x[i] -= rows[k][i] * x[k] }
      x[i] /= rows[i][i]
    }
    return x
  }

  /// R⁻¹ of the kept items.
  var inverse: [[Double]] {
    kept.indices.map { column in
      var unit = [Double](repeating: 0, count: kept.count)
      unit[column] = 1
      return solve(unit)
    }
  }
}
