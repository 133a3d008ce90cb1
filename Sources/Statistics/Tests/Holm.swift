/// Holm's correction of p-values for how many tests were made.
package enum Holm {
  /// For each p-value the least error rate of the whole family at which its test still rejects.
  ///
  /// Sorted ascending, `p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) p₍ⱼ₎)`; without any assumption on
  /// how the tests depend on each other. Tests that could not be made (nil) are not counted.
  /// Source: Holm, *A simple sequentially rejective multiple test procedure*, Scandinavian Journal
  /// of Statistics 6(2), 1979.
  package static func adjusted(_ pValues: [Double?]) -> [Double?] {
    var tests: [(p: Double, index: Int)] = []
    for (index, p) in pValues.enumerated() {
      if let p, !p.isNaN { tests.append((p, index)) }
    }
    tests.sort { ($0.p, $0.index) < ($1.p, $1.index) }
    var result = [Double?](repeating: nil, count: pValues.count)
    var least = 0.0
    for (rank, test) in tests.enumerated() {
      least = max(least, min(1, Double(tests.count - rank) * test.p))
      result[test.index] = least
    }
    return result
  }

  /// The same where every test was made.
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    adjusted(pValues.map(Optional.some)).map { $0 ?? .nan }
  }
}
