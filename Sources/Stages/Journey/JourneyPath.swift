import Statistics

/// The touchpoints that may be told, in order, with what is compared between them.
struct JourneyPath {
  enum Basis: Sendable, Equatable {
    case weights
    case correlation
    case variance
  }

  struct Step {
    /// Place among all touchpoints.
    let place: Int
    let name: String
    let figures: GroupScore.Figures
    /// Less the step before: below 0 it is a drop; nil for the first, and after a hidden one.
    let change: Double?
    /// nil where neither step varies.
    let test: TTest?
    var adjusted: Double?
    var importance: Figure?
    var isImportant = false
    var isUneven = false
    /// Against the wave before.
    var sinceBefore: Change?
    /// The same of the whole relation.
    var overallSinceBefore: Change?

    var isMomentOfTruth: Bool { isImportant && isUneven }
  }

  struct Figure {
    let value: Double
    let interval: Interval?
    let n: Int
    let isSure: Bool
  }

  /// A change in the unit of its figures: points for NPS.
  struct Change {
    let value: Double
    let interval: Interval
    let pValue: Double
    var adjusted: Double
    let before: Double
    let now: Double
    let isPoints: Bool
  }

  private(set) var steps: [Step] = []
  private(set) var basis: Basis?
  /// R² or η² of all touchpoints together.
  private(set) var explained: Double?
  /// Of no touchpoint mattering; for the variance.
  private(set) var pValue: Double?
  /// Whether nothing can matter, for all answers shown give the overall score the same level.
  private(set) var isFlat = false
  /// What a moment of truth lies above.
  private(set) var importanceLimit: Double?
  private(set) var spreadLimit: Double?
  private(set) var dropLimit: Double?

  init(_ output: JourneyOutput) {
    var before: GroupScore.Figures?
    for (place, score) in output.scored.touchpoints.enumerated() where !score.group.isEmpty {
      guard let figures = score.figures else {
        // What follows a hidden touchpoint is not held against the one before that.
        if score.visibility == .hidden { before = nil }
        continue
      }
      steps.append(
        Step(
          place: place, name: score.group, figures: figures,
          change: before.map { figures.mean.mean - $0.mean.mean },
          test: before.flatMap { TTest.welch(figures.mean, less: $0.mean) }))
      before = figures
    }
    for (index, p) in Holm.adjusted(steps.map { $0.test?.pValue }).enumerated() {
      steps[index].adjusted = p
    }
    weigh(output)
    findMoments(output.settings)
    compareWaves(output)
  }

  // MARK: Importance

  private mutating func weigh(_ output: JourneyOutput) {
    if let importance = output.importance {
      basis = importance.basis == .weights ? .weights : .correlation
      explained = importance.rSquared
      for index in steps.indices {
        steps[index].importance = importance.figures[steps[index].place].map {
          Figure(value: $0.value, interval: $0.interval, n: $0.n, isSure: $0.isSure)
        }
      }
      return
    }
    isFlat = Self.isFlat(output.overall ?? output.scored)
    guard [.auto, .variance].contains(output.settings.importance) else { return }
    let question = output.overall ?? output.scored
    let groups = steps.compactMap { step in
      question.touchpoints[step.place].figures.map { (place: step.place, figures: $0) }
    }
    guard let variance = OneWayVariance(groups.map(\.figures.mean)) else { return }
    basis = .variance
    explained = variance.etaSquared
    pValue = variance.pValue
    for (group, part) in zip(groups, variance.parts) {
      guard let index = steps.firstIndex(where: { $0.place == group.place }) else { continue }
      steps[index].importance = Figure(
        value: part, interval: nil, n: group.figures.n,
        isSure: variance.pValue < output.settings.level)
    }
  }

  private static func isFlat(_ question: JourneyQuestion) -> Bool {
    let shown = question.touchpoints.compactMap(\.figures)
    let levels = shown.flatMap { figures in
      figures.counts.indices.filter { figures.counts[$0] > 0 }
    }
    return shown.reduce(0) { $0 + $1.n } > 1 && Set(levels).count == 1
  }

  /// Important: surely above 0, and more than so many times the mean. Uneven: its spread is more
  /// than so many times the mean spread, or it falls from the step before, beyond chance, by more
  /// than so many times the mean fall, a rise counting as none.
  private mutating func findMoments(_ settings: JourneySettings) {
    let values = steps.compactMap { $0.importance?.value }
    if values.count > 1 {
      importanceLimit =
        settings.importantAbove * values.reduce(0) { $0 + max(0, $1) } / Double(values.count)
    }
    let spreads = steps.map(\.figures.mean.standardDeviation).filter(\.isFinite)
    if spreads.count > 1 {
      spreadLimit = settings.unevenAbove * spreads.reduce(0, +) / Double(spreads.count)
    }
    let falls = steps.compactMap { $0.change.map { max(0, -$0) } }
    if !falls.isEmpty {
      dropLimit = settings.unevenAbove * falls.reduce(0, +) / Double(falls.count)
    }
    for index in steps.indices {
      let step = steps[index]
      if let limit = importanceLimit, let importance = step.importance {
        steps[index].isImportant = importance.isSure && importance.value > limit
      }
      let spread = step.figures.mean.standardDeviation
      let isSpread = spreadLimit.map { spread > $0 } ?? false
      let isFall = (step.adjusted ?? 1) < settings.level
      let isDrop = dropLimit.map { isFall && -(step.change ?? 0) > $0 } ?? false
      steps[index].isUneven = isSpread || isDrop
    }
  }

  /// The step with the largest fall from the one before that is beyond chance.
  func worstDrop(_ level: Double) -> Step? {
    steps.filter { ($0.change ?? 0) < 0 && ($0.adjusted ?? 1) < level }
      .min { ($0.change ?? 0) < ($1.change ?? 0) }
  }

  /// The lowest step; the earliest of equal ones.
  var trough: Step? { steps.min { $0.figures.mean.mean < $1.figures.mean.mean } }

  // MARK: Waves

  private mutating func compareWaves(_ output: JourneyOutput) {
    let confidence = output.settings.survey.confidence
    let own = changes(output.scored, confidence)
    let overall = output.overall.map { changes($0, confidence) } ?? []
    for index in steps.indices {
      steps[index].sinceBefore = own[index]
      if !overall.isEmpty { steps[index].overallSinceBefore = overall[index] }
    }
  }

  private func changes(_ question: JourneyQuestion, _ confidence: Double) -> [Change?] {
    var changes = steps.map { step -> Change? in
      guard !question.before.isEmpty, let now = question.touchpoints[step.place].figures,
        let before = question.before[step.place].figures
      else { return nil }
      return Change(from: before, to: now, confidence)
    }
    for (index, p) in Holm.adjusted(changes.map { $0?.pValue }).enumerated() {
      if let p { changes[index]?.adjusted = p }
    }
    return changes
  }
}

extension JourneyPath.Change {
  /// nil where it cannot be tested.
  init?(from before: GroupScore.Figures, to now: GroupScore.Figures, _ confidence: Double) {
    if let nps = now.nps, let earlier = before.nps {
      guard let change = nps.difference(from: earlier) else { return nil }
      let interval = change.interval(confidence: confidence)
      self.init(
        value: change.value * 100,
        interval: Interval(low: interval.low * 100, high: interval.high * 100),
        pValue: change.pValue, adjusted: change.pValue, before: earlier.score * 100,
        now: nps.score * 100, isPoints: true)
    } else {
      guard let test = TTest.welch(now.mean, less: before.mean) else { return nil }
      self.init(
        value: test.value, interval: test.interval(confidence: confidence), pValue: test.pValue,
        adjusted: test.pValue, before: before.mean.mean, now: now.mean.mean, isPoints: false)
    }
  }
}
