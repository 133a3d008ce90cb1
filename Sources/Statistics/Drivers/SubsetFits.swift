import RealModule

/// R² of the regressions on every subset of the items.
///
/// Each item in turn is swept out of what is left of the others, or not; so a subset costs the
/// products of the items still to come, about three for most. Source: Goodnight, *A tutorial on the
/// SWEEP operator*, The American Statistician 33(3), 1979; Furnival & Wilson, *Regressions by leaps
/// and bounds*, Technometrics 16(4), 1974 (the order of subsets).
struct SubsetFits {
  /// By subset: bit j is item j.
  private(set) var rSquared: [Double]
  private let count: Int

  /// - Precondition: at most 20 items; correlations among them, and of each with the response.
  init(_ r: [[Double]], response: [Double]) {
    precondition(r.count <= 20 && response.count == r.count, "a million subsets at most")
    count = r.count
    rSquared = Array(repeating: 0, count: 1 << count)
    // One square an item depth: correlations among items 0 ..< left and, last, the response.
    let side = count + 1
    var levels = [Double](repeating: 0, count: (count + 1) * side * side)
    let top = count * side * side
    for i in 0..<count {
      for j in 0..<count { levels[top + i * side + j] = r[i][j] }
      levels[top + i * side + count] = response[i]
    }
    levels[top + count * side + count] = 1
    levels.withUnsafeMutableBufferPointer { levels in
      rSquared.withUnsafeMutableBufferPointer { fits in
        Self.descend(levels, side: side, at: top, left: count, subset: 0, into: fits)
      }
    }
  }

  /// Decides on item `left − 1`, the square at `place` being swept by those in the subset already.
  private static func descend(
    _ levels: UnsafeMutableBufferPointer<Double>, side: Int, at place: Int, left: Int, subset: Int,
    into fits: UnsafeMutableBufferPointer<Double>
  ) {
    let response = side - 1
    if left == 0 {
      fits[subset] = 1 - levels[place + response * side + response]
      return
    }
    let item = left - 1
    descend(levels, side: side, at: place, left: item, subset: subset, into: fits)
    let below = item * side * side
    let pivot = levels[place + item * side + item]
    // An item that the subset determines adds nothing.
    let scale = pivot > CholeskyFactor.tolerance ? 1 / pivot : 0
    for i in 0..<item {
      let factor = levels[place + item * side + i] * scale
      for j in 0..<item {
        levels[below + i * side + j] =
          levels[place + i * side + j] - factor * levels[place + item * side + j]
      }
      levels[below + i * side + response] =
        levels[place + i * side + response] - factor * levels[place + item * side + response]
    }
    let last = levels[place + item * side + response]
    levels[below + response * side + response] =
      levels[place + response * side + response] - last * scale * last
    descend(levels, side: side, at: below, left: item, subset: subset | 1 << item, into: fits)
  }

  /// For each item the gain in R² that it brings, averaged over all orders in which items enter.
  ///
  /// `LMG_j = Σ_{S ∌ j} |S|! (p − 1 − |S|)! / p! · (R²(S ∪ j) − R²(S))`. Sources: Lindeman, Merenda &
  /// Gold, *Introduction to Bivariate and Multivariate Analysis*, 1980, page 119; Grömping, *Relative
  /// importance for linear regression in R: the package relaimpo*, JSS 17(1), 2006, equation 8; it
  /// is the Shapley value of R².
  var averagedGains: [Double] {
    guard count > 0 else { return [] }
    var weights = [1 / Double(count)]
    for size in 1..<max(count, 1) {
      weights.append(weights[size - 1] * Double(size) / Double(count - size))
    }
    var gains = [Double](repeating: 0, count: count)
    for subset in rSquared.indices {
      let size = subset.nonzeroBitCount
      if size == count { continue }
      let base = rSquared[subset]
      let weight = weights[size]
      for item in 0..<count where subset & 1 << item == 0 {
        gains[item] += weight * (rSquared[subset | 1 << item] - base)
      }
    }
    return gains
  }
}
