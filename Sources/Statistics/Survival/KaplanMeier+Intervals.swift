import RealModule

extension KaplanMeier {
  /// How the pointwise interval of S is made from Greenwood's sum G; they differ in small groups
  /// and near 0 and 1.
  package enum IntervalForm: String, CaseIterable, Sendable {
    /// `S^exp(± z √G / |ln S|)`: inside 0…1, and about right from a few events on.
    case logLog
    /// `S ± z S √G`, cut at 0 and 1.
    case plain
    /// `S exp(± z √G)`, cut at 1.
    case log
  }

  /// The interval of S at a step; nil where S is 0, where Greenwood's sum says nothing.
  ///
  /// Source: Kalbfleisch & Prentice, *The statistical analysis of failure time data*, 1980, section
  /// 1.3; Borgan & Liestøl, *A note on confidence intervals and bands for the survival curve*, 1990.
  package func interval(
    _ step: Step, _ form: IntervalForm = .logLog, confidence: Double = 0.95
  ) -> Interval? {
    let s = step.survival
    guard s > 0, s < 1 else { return nil }
    let half = Normal.twoSided(confidence) * .sqrt(step.greenwood)
    switch form {
    case .logLog:
      let power = Double.exp(half / abs(.log(s)))
      return Interval(low: .pow(s, power), high: .pow(s, 1 / power))
    case .plain: return Interval(low: max(0, s - s * half), high: min(1, s + s * half))
    case .log: return Interval(low: s * .exp(-half), high: min(1, s * .exp(half)))
    }
  }

  /// The first time by which half the lives had the event; nil where more than half never had it.
  package var median: Int? { steps.first { $0.survival <= KaplanMeier.half }?.time }

  /// The times at which the interval of S holds one half: the ends at which its low and its high
  /// curve first reach it; an end is nil where its curve never does.
  ///
  /// Source: Brookmeyer & Crowley, *A confidence interval for the median survival time*,
  /// Biometrics 38(1), 1982.
  package func medianInterval(
    _ form: IntervalForm = .logLog, confidence: Double = 0.95
  ) -> (low: Int?, high: Int?) {
    var low: Int?
    for step in steps {
      // Where S is 0 the low curve is 0 too, the high one unknown.
      guard let interval = interval(step, form, confidence: confidence) else {
        return (low ?? step.time, nil)
      }
      if low == nil, interval.low <= KaplanMeier.half { low = step.time }
      if interval.high <= KaplanMeier.half { return (low, step.time) }
    }
    return (low, nil)
  }

  /// One half with a speck more: a product such as 3/4 · 2/3 can miss it by rounding.
  private static let half = 0.5 + 1e-12
}
