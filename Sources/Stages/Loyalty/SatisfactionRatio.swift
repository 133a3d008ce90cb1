import Statistics

/// How many times as often the very satisfied buy again as the satisfied, beside the texts' figure.
struct SatisfactionRatio: Sendable {
  /// What the texts say: six times.
  static let texts = Interval(low: 6, high: 6)

  let upper: Proportion
  let lower: Proportion
  /// Upper over lower; nil where nobody of the lower level bought again.
  let ratio: RiskRatio?
  let interval: Interval?
  let verdict: ClaimVerdict

  init(_ upper: Proportion, _ lower: Proportion, confidence: Double, wide: Double) {
    self.upper = upper
    self.lower = lower
    ratio = RiskRatio(upper, to: lower)
    interval = ratio?.interval(confidence: confidence)
    verdict = ClaimVerdict(interval, text: Self.texts, wide: wide)
  }

  /// `1 / p` of the lower level: were all of the upper level to buy again, it would be so many times.
  var most: Double? { lower.share > 0 ? 1 / lower.share : nil }
}
