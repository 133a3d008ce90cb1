import RealModule

/// The net promoter score of a group: the share of promoters (9 and 10 of 0 to 10) less that of
/// detractors (0 to 6). All figures on −1…1; points are a hundred times that.
///
/// Source: Reichheld, *The one number you need to grow*, Harvard Business Review 81(12), 2003.
package struct NetPromoter: Sendable, Equatable {
  /// Shares, 0 to 1.
  package let promoters: Double
  package let detractors: Double
  /// Answers; with weights the effective number, which need not be whole.
  package let n: Double

  /// nil without answers.
  package init?(promoters: Double, detractors: Double, n: Double) {
    guard n > 0, promoters >= 0, detractors >= 0, promoters + detractors <= 1 + 1e-12 else {
      return nil
    }
    self.promoters = promoters
    self.detractors = detractors
    self.n = n
  }

  /// nil without answers.
  package init?(promoters: Int, detractors: Int, of n: Int) {
    guard n > 0 else { return nil }
    self.init(
      promoters: Double(promoters) / Double(n), detractors: Double(detractors) / Double(n),
      n: Double(n))
  }

  package var score: Double { promoters - detractors }

  /// √((p + d − (p − d)²) / n).
  package var standardError: Double {
    .sqrt(max(0, promoters + detractors - score * score) / n)
  }

  /// `score ± z · standard error`, cut off at −1 and 1; of no width where all answers are alike.
  ///
  /// Source: Rocks, *Interval estimation for the net promoter score*, The American
  /// Statistician 70(4), 2016 (arXiv 1601.07235), section on Wald intervals.
  package func wald(confidence: Double = 0.95) -> Interval {
    let half = Normal.twoSided(confidence) * standardError
    return Interval(low: score - half, high: score + half).clamped(to: -1...1)
  }

  /// The recommended interval: Wald's after three answers were added, ¾ of them promoters,
  /// ¾ detractors and the rest passives. Its middle is pulled towards 0 by n / (n + 3).
  ///
  /// Source: Rocks, 2016, as for `wald`, adjusted Wald interval (0.75, 1.5, 0.75).
  package func adjustedWald(confidence: Double = 0.95) -> Interval {
    adjusted.wald(confidence: confidence)
  }

  /// The score with the three answers added: the middle of the adjusted interval.
  package var adjustedScore: Double { adjusted.score }

  private var adjusted: NetPromoter {
    NetPromoter(
      unchecked: (promoters * n + 0.75) / (n + 3), (detractors * n + 0.75) / (n + 3), n + 3)
  }

  private init(unchecked promoters: Double, _ detractors: Double, _ n: Double) {
    self.promoters = promoters
    self.detractors = detractors
    self.n = n
  }

  /// This score less an earlier wave's: `z = Δ / √(se₁² + se₂²)`; nil where neither varies.
  package func difference(from earlier: NetPromoter) -> Difference? {
    Difference(score - earlier.score, standardError: .hypot(standardError, earlier.standardError))
  }
}
