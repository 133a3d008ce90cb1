import Pipeline
import Statistics
import Values

/// The model card of an earlier run, read back from the measures of the step.
///
/// Kept are the model, the day of the fit, the estimates in the unit of the settings, and the
/// covariance of their logarithms, which no unit changes.
struct KeptCard {
  let card: FitCard
  let spend: GammaGammaCard?
  let fittedOn: Day

  /// nil where a fit is due: none is kept, it is older than the settings allow, or it is not whole.
  init?(_ input: CLVInput, _ settings: CLVSettings) {
    guard settings.fit == .whenDue, let measures = input.previous?.measures,
      let number = measures[Self.fittedOn].flatMap({ Int32(exactly: $0) }),
      let model = PurchaseModel.allCases.first(where: { measures[Self.id(of: $0)] == 1 }),
      let likelihood = measures["log_likelihood"], let customers = measures["card.customers"],
      let distinct = measures["card.distinct"],
      let estimates = Self.all(model.parameterNames.map { measures[$0] }),
      let covariance = Self.covariance(model.parameterNames, "", measures)
    else { return nil }
    let day = Day(number: number)
    guard day <= input.asOf, input.asOf - day < settings.refitAfter.days else { return nil }
    let unit = PurchaseTimeUnit(days: settings.timeUnit.days)
    let repeats = measures["card.repeats"] ?? 0
    let kept = FitCard(
      model: model,
      estimates: zip(model.parameterNames, estimates).map {
        unit.inDays($1, parameter: $0, of: model)
      }, covariance: covariance,
      logLikelihood: unit.inDays(logLikelihood: likelihood, repeats: repeats, of: model),
      customers: Int(customers), distinct: Int(distinct))
    guard let kept else { return nil }
    card = kept
    fittedOn = day
    if let spends = Self.all(Self.spendNames.map { measures["gamma_gamma.\($0)"] }),
      let covariance = Self.covariance(Self.spendNames, "gamma_gamma.", measures),
      let likelihood = measures["gamma_gamma.log_likelihood"],
      let customers = measures["gamma_gamma.customers"]
    {
      spend = GammaGammaCard(
        estimates: GammaGamma(p: spends[0], q: spends[1], gamma: spends[2]),
        covariance: covariance, logLikelihood: likelihood, customers: Int(customers))
    } else {
      spend = nil
    }
  }

  static let fittedOn = "card.fitted_on"
  static let spendNames = ["p", "q", "gamma"]

  /// `card.model.bg_nbd`.
  static func id(of model: PurchaseModel) -> String {
    "card.model.\(model.rawValue.replacing("-", with: "_"))"
  }

  /// `card.covariance.r.alpha`: the names in their order.
  static func covarianceID(_ prefix: String, _ one: String, _ other: String) -> String {
    "card.covariance.\(prefix)\(one).\(other)"
  }

  private static func all(_ values: [Double?]) -> [Double]? {
    values.contains(nil) ? nil : values.compactMap(\.self)
  }

  private static func covariance(
    _ names: [String], _ prefix: String, _ measures: [String: Double]
  ) -> [[Double]]? {
    var matrix = Array(repeating: [Double](repeating: 0, count: names.count), count: names.count)
    for row in names.indices {
      for column in 0...row {
        guard let value = measures[covarianceID(prefix, names[column], names[row])] else {
          return nil
        }
        matrix[row][column] = value
        matrix[column][row] = value
      }
    }
    return matrix
  }
}
