import RealModule

/// How many respondents place one feature in each category.
package struct KanoCounts: Sendable, Equatable {
  /// Σ w by category, in the order of `KanoCategory`; without weights their number.
  package let counts: [Double]
  /// Σ w of all of them.
  package let total: Double
  /// Respondents the intervals rest on; with weights (Σ w)² / Σ w².
  package let n: Double

  /// Features whose two strongest categories are nearer than this share are mixed.
  package static let mixedBelow = 0.06

  /// nil where nobody answered.
  ///
  /// - Precondition: six counts, none below 0.
  ///
  /// - Parameter effectiveN: nil without weights.
  package init?(counts: [Double], effectiveN: Double? = nil) {
    precondition(counts.count == KanoCategory.allCases.count, "a count for each category")
    precondition(counts.allSatisfy { $0 >= 0 }, "counts are not below 0")
    total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    self.counts = counts
    n = effectiveN ?? total
  }

  package subscript(_ category: KanoCategory) -> Double { counts[category.rawValue] }

  package func share(_ category: KanoCategory) -> Double { self[category] / total }

  /// The most frequent category; of equal ones the first of M, O, A, I, R, Q.
  package var category: KanoCategory { strongest(KanoCategory.allCases).0 }

  /// The most frequent of O, A and M where they are more than I, R and Q together, otherwise the
  /// most frequent of those; ties as in `category`.
  ///
  /// Source: Berger et al., CQM Journal 2(4), 1993 (Blauth's formula); that equal sums belong to
  /// "otherwise" is our reading.
  package var groupedCategory: KanoCategory {
    let wanted: [KanoCategory] = [.mustBe, .oneDimensional, .attractive]
    let others: [KanoCategory] = [.indifferent, .reverse, .questionable]
    func sum(_ group: [KanoCategory]) -> Double { group.reduce(0) { $0 + self[$1] } }
    return strongest(sum(wanted) > sum(others) ? wanted : others).0
  }

  /// (largest − second largest) / all.
  ///
  /// Source: Lee & Newcomb, *Applying the Kano methodology to meet customer requirements*, Quality
  /// Management Journal 4(3), 1997.
  package var categoryStrength: Double {
    let sorted = counts.sorted(by: >)
    return (sorted[0] - sorted[1]) / total
  }

  /// Whether no category stands out: category strength below 6 %.
  package var isMixed: Bool { categoryStrength < Self.mixedBelow - 1e-12 }

  /// (A + M + O) / all, the share that the feature matters to. Source: as for `categoryStrength`.
  package var totalStrength: Double {
    min(1, (self[.attractive] + self[.mustBe] + self[.oneDimensional]) / total)
  }

  /// (A + O) / (A + O + M + I), 0…1: how far having the feature adds to satisfaction, as a share of
  /// those who answered neither R nor Q; nil where nobody did.
  ///
  /// Its interval is Wilson's for that share. Source: Berger et al., CQM Journal 2(4), 1993.
  package var better: Proportion? { proportion([.attractive, .oneDimensional]) }

  /// (O + M) / (A + O + M + I), 0…1: how far its absence takes from satisfaction. The texts print
  /// it with a minus; so turned, the interval's ends change places.
  package var worse: Proportion? { proportion([.oneDimensional, .mustBe]) }

  /// Better and −Worse with their intervals, as they are printed and drawn.
  package func betterWorse(confidence: Double = 0.95) -> BetterWorse? {
    guard let better, let worse else { return nil }
    let taken = worse.wilson(confidence: confidence)
    return BetterWorse(
      better: better.share, betterInterval: better.wilson(confidence: confidence),
      worse: -worse.share, worseInterval: Interval(low: -taken.high, high: -taken.low))
  }

  package struct BetterWorse: Sendable, Equatable {
    package let better: Double
    package let betterInterval: Interval
    /// −1…0.
    package let worse: Double
    package let worseInterval: Interval
  }

  /// Whether the two most frequent categories differ by more than chance:
  /// `a − b ≥ 1.65 √((a + b)(2n − a − b) / 2n)`.
  ///
  /// The factor is the normal quantile for 90 % both ways; counts are scaled to the effective
  /// number with weights. Source: Fong, *Using the self-stated importance questionnaire to
  /// interpret Kano questionnaire results*, CQM Journal 5(3), 1996.
  package var fong: Fong {
    let sorted = counts.sorted(by: >).map { $0 * n / total }
    let both = sorted[0] + sorted[1]
    return Fong(
      difference: sorted[0] - sorted[1],
      critical: 1.65 * .sqrt(max(0, both * (2 * n - both)) / (2 * n)))
  }

  package struct Fong: Sendable, Equatable {
    package let difference: Double
    package let critical: Double
    package var isSignificant: Bool { difference >= critical }
  }

  /// The most frequent of some categories with its count.
  private func strongest(_ group: [KanoCategory]) -> (KanoCategory, Double) {
    var best = group[0]
    for category in group where self[category] > self[best] { best = category }
    return (best, self[best])
  }

  private func proportion(_ some: [KanoCategory]) -> Proportion? {
    let base = total - self[.reverse] - self[.questionable]
    guard base > 0 else { return nil }
    let share = min(1, some.reduce(0) { $0 + self[$1] } / base)
    return Proportion(share: share, n: n * base / total)
  }
}
