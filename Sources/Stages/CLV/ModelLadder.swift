import Pipeline
import Statistics
import Values

/// The models that were tried, what each came to, and which one stands.
struct ModelLadder: Sendable {
  /// One model that was fitted or could not be.
  struct Rung: Sendable {
    let model: PurchaseModel
    var card: FitCard?
    var failure: FitFailure?
    var backTest: BackTest?
  }

  /// Why the model that stands does so.
  enum Reason: Sendable, Equatable {
    /// The settings name it.
    case asked
    /// It predicted the hold-out best.
    case leastError
    /// Others predicted the hold-out as well within the tolerance; of those it has the least BIC.
    case leastBIC
    /// There was no hold-out; it has the least BIC.
    case leastBICWithoutHoldout
    /// The model asked for could not be fitted.
    case instead(of: PurchaseModel)
    /// The card of an earlier run is not due.
    case kept(since: Day)
    /// No model could be fitted.
    case cohortMean
    /// Fewer repeat customers than the settings ask for.
    case tooFew
  }

  var rungs: [Rung] = []
  /// Index of the rung that stands; nil for the cohort mean.
  var chosen: Int?
  var reason = Reason.asked

  var rung: Rung? { chosen.map { rungs[$0] } }

  /// Errors within this share of the least count as equal.
  static let tolerance = 0.01

  /// The order in which models stand in for one that fails.
  static let order: [PurchaseModel] = [.mbgNBD, .bgNBD, .paretoNBD, .nbd]

  /// The rung to take of those that were fitted: least error on the hold-out; within the tolerance
  /// the least BIC; without a hold-out the least BIC. Fits that did not converge come last.
  mutating func choose() {
    let fitted = rungs.indices.filter { rungs[$0].card != nil }
    let sound = fitted.filter { rungs[$0].card?.state == .converged }
    let candidates = sound.isEmpty ? fitted : sound
    guard !candidates.isEmpty else {
      chosen = nil
      reason = .cohortMean
      return
    }
    let tested = candidates.filter { rungs[$0].backTest != nil }
    guard let least = tested.compactMap({ rungs[$0].backTest?.rootMeanSquare }).min() else {
      chosen = leastBIC(candidates)
      reason = .leastBICWithoutHoldout
      return
    }
    let equal = tested.filter {
      (rungs[$0].backTest?.rootMeanSquare ?? .infinity) <= least * (1 + Self.tolerance)
    }
    chosen = leastBIC(equal)
    reason = equal.count == 1 ? .leastError : .leastBIC
  }

  private func leastBIC(_ indices: [Int]) -> Int? {
    indices.min { (rungs[$0].card?.bic ?? .infinity) < (rungs[$1].card?.bic ?? .infinity) }
  }
}

/// What a model fitted on the time before the hold-out said of the hold-out.
struct BackTest: Sendable {
  let card: FitCard
  /// Expected purchases of each customer who was known by then.
  let expected: [Double]
  let expectedTotal: Double
  let actualTotal: Double
  /// Errors of the purchases of one customer.
  let rootMeanSquare: Double
  let meanAbsolute: Double

  /// How far the expected total is off, as a share of the actual one; nil where nothing came.
  var bias: Double? { actualTotal > 0 ? expectedTotal / actualTotal - 1 : nil }

  /// An error that is known.
  init(card: FitCard, error: Double) {
    self.card = card
    expected = []
    expectedTotal = 0
    actualTotal = 0
    rootMeanSquare = error
    meanAbsolute = error
  }

  /// nil where there is nobody to predict or the fit fails.
  init?(
    _ model: PurchaseModel, _ record: BackTestRecord, _ histories: PurchaseHistories,
    _ covariates: CovariateDesign?
  ) {
    guard record.length > 0, histories.customers > 0,
      let card = try? model.fit(histories, covariates: covariates)
    else { return nil }
    self.card = card
    let byClass = histories.forecast(
      card.processes,
      ForecastSchedule(steps: [record.length], factors: [1], horizons: [1])
    ).expected[0]
    var expected = [Double](repeating: 0, count: record.later.count)
    var (total, actual, squares, absolute) = (0.0, 0.0, 0.0, 0.0)
    for row in record.later.indices {
      let value = byClass[Int(histories.classOf[row])]
      let later = Double(record.later[row])
      expected[row] = value
      total += value
      actual += later
      squares += (value - later) * (value - later)
      absolute += (value - later).magnitude
    }
    guard total.isFinite else { return nil }
    let count = Double(record.later.count)
    self.expected = expected
    expectedTotal = total
    actualTotal = actual
    rootMeanSquare = (squares / count).squareRoot()
    meanAbsolute = absolute / count
  }
}
