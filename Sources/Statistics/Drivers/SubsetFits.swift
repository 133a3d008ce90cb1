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
    guard count > 0 else { return }
    // One square for each number of items left: what is left of the correlations among them and,
    // last, with the response.
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
    let item = left - 1
    if item == 0 {
      // The last decision, without a square of its own.
      let own = levels[place]
      let last = levels[place + response]
      fits[subset] = 1 - levels[place + response * side + response]
      fits[subset | 1] =
        own > CholeskyFactor.tolerance ? fits[subset] + last * last / own : fits[subset]
      return
    }
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
  /// `LMG_j = Σ_{S ∌ j} |S|! (p − 1 − |S|)! / p! · (R²(S ∪ j) − R²(S))`. Sources: Lindeman,
  /// Merenda & Gold, *Introduction to Bivariate and Multivariate Analysis*, 1980, page 119;
  /// Grömping, *Relative importance for linear regression in R: the package relaimpo*, JSS 17(1),
  /// 2006, section 3; it is the Shapley value of R².
  var averagedGains: [Double] {
    guard count > 0 else { return [] }
    var weights = [1 / Double(count)]
    for size in 1..<max(count, 1) {
      weights.append(weights[size - 1] * Double(size) / Double(count - size))
    }
    // A fit is a gain for the items in its subset and a base for the others, so an item's average
    // is the sum over subsets with it of both, less the bases of all.
    var parts = rSquared
    var bases = 0.0
    for subset in parts.indices {
      let size = subset.nonzeroBitCount
      let base = size < count ? weights[size] * parts[subset] : 0
      let gain = size > 0 ? weights[size - 1] * parts[subset] : 0
      bases += base
      parts[subset] = gain + base
    }
    var gains = [Double](repeating: 0, count: count)
    for item in (0..<count).reversed() {
      let half = 1 << item
      var with = 0.0
      for subset in 0..<half {
        with += parts[half + subset]
        parts[subset] += parts[half + subset]
      }
      gains[item] = with - bases
    }
    return gains
  }
}
