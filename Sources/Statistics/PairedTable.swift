/// Customers by their class at two dates: a square table, rows before, columns after.
package struct PairedTable: Sendable {
  /// `counts[before][after]`.
  package let counts: [[Int]]

  /// A test of whether the classes have changed.
  package struct Test: Sendable, Equatable {
    package let statistic: Double
    package let degreesOfFreedom: Int
    /// The chance of a statistic at least this large, had nothing changed.
    package let pValue: Double

    init(_ statistic: Double, _ degreesOfFreedom: Int) {
      self.statistic = statistic
      self.degreesOfFreedom = degreesOfFreedom
      pValue = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
    }
  }

  /// - Precondition: as many rows as columns.
  package init(_ counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "a table of pairs is square")
    self.counts = counts
  }

  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
  package var unchanged: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Whether as many moved from i to j as from j to i, for every pair:
  /// `χ² = Σᵢ﹤ⱼ (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ)`, one degree of freedom for each pair with a move.
  ///
  /// nil where nobody moved. Two classes make it McNemar's test.
  /// Source: Bowker, *A test for symmetry in contingency tables*, JASA 43(244), 1948.
  package var symmetry: Test? {
    var statistic = 0.0
    var pairs = 0
    for i in counts.indices {
      for j in counts.indices where j > i {
        let moved = counts[i][j] + counts[j][i]
        guard moved > 0 else { continue }
        let difference = Double(counts[i][j] - counts[j][i])
        statistic += difference * difference / Double(moved)
        pairs += 1
      }
    }
    return pairs > 0 ? Test(statistic, pairs) : nil
  }

  /// Whether the sizes of the classes are the same at both dates, the customers being the same:
  /// `χ² = dᵀ S⁻ d`, d the differences of the margins, S with nᵢ₊ + n₊ᵢ − 2nᵢᵢ on the diagonal and
  /// −(nᵢⱼ + nⱼᵢ) beside it.
  ///
  /// S falls apart where classes exchange nobody, so the degrees of freedom are the classes less
  /// the groups of classes that do; nil where nobody moved.
  /// Source: Stuart, *A test for homogeneity of the marginal distributions in a two-way
  /// classification*, Biometrika 42(3/4), 1955; Maxwell, *Comparing the classification of subjects
  /// by two independent judges*, British Journal of Psychiatry 116(535), 1970.
  package var marginalHomogeneity: Test? {
    var statistic = 0.0
    var freedom = 0
    for group in groups {
      // One class of a group is known from the others.
      let members = Array(group.dropFirst())
      guard !members.isEmpty else { continue }
      freedom += members.count
      let differences = members.map { Double(margin(before: $0) - margin(after: $0)) }
      let matrix = members.map { i in
        members.map { j in
          i == j
            ? Double(margin(before: i) + margin(after: i) - 2 * counts[i][i])
            : -Double(counts[i][j] + counts[j][i])
        }
      }
      statistic += Self.quadraticForm(matrix, differences)
    }
    return freedom > 0 ? Test(statistic, freedom) : nil
  }

  private func margin(before i: Int) -> Int { counts[i].reduce(0, +) }
  private func margin(after i: Int) -> Int { counts.reduce(0) { $0 + $1[i] } }

  /// Classes that exchange customers, directly or through others.
  private var groups: [[Int]] {
    var group = [Int](repeating: -1, count: counts.count)
    var found: [[Int]] = []
    for start in counts.indices where group[start] < 0 {
      var open = [start]
      var members: [Int] = []
      group[start] = found.count
      while let i = open.popLast() {
        members.append(i)
        for j in counts.indices where group[j] < 0 && counts[i][j] + counts[j][i] > 0 {
          group[j] = found.count
          open.append(j)
        }
      }
      found.append(members.sorted())
    }
    return found
  }

  /// dᵀ A⁻¹ d of a positive definite A, by A = L Lᵀ and L y = d.
  private static func quadraticForm(_ matrix: [[Double]], _ d: [Double]) -> Double {
    var lower = matrix
    var y = d
    for i in d.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? sum.squareRoot() : sum / lower[j][j]
      }
      for k in 0..<i { y[i] -= lower[i][k] * y[k] }
      y[i] /= lower[i][i]
    }
    return y.reduce(0) { $0 + $1 * $1 }
  }
}
