import Pipeline
import Statistics

extension CLVOutput {
  /// One parameter as tables and measures have it.
  struct Estimate {
    /// `purchases` or `spend`.
    let part: String
    let name: String
    /// Id of its measure: the symbol of the paper.
    let id: String
    let value: Double
    let error: Double?
    let interval: Interval?
    /// That of the card before.
    let previous: Double?
  }

  /// All parameters in the unit of the settings, those of purchases first.
  var estimates: [Estimate] {
    let purchases = (card?.parameters ?? []).map { parameter -> Estimate in
      let interval = parameter.interval(confidence: settings.confidence).map {
        Interval(low: inUnit($0.low, parameter.name), high: inUnit($0.high, parameter.name))
      }
      return Estimate(
        part: "purchases", name: parameter.name, id: parameter.name,
        value: inUnit(parameter.estimate, parameter.name),
        error: parameter.standardError.map { inUnit($0, parameter.name) }, interval: interval,
        previous: sameModelBefore ? input.previous?.measures[parameter.name] : nil)
    }
    let spends = (spend.card?.parameters ?? []).map { parameter in
      Estimate(
        part: "spend", name: parameter.name, id: "gamma_gamma.\(parameter.name)",
        value: parameter.estimate, error: parameter.standardError,
        interval: parameter.interval(confidence: settings.confidence),
        previous: input.previous?.measures["gamma_gamma.\(parameter.name)"])
    }
    return purchases + spends
  }

  /// Whether the card before was of the same model: symbols of two models mean different things.
  private var sameModelBefore: Bool {
    card.map { input.previous?.measures[KeptCard.id(of: $0.model)] == 1 } ?? false
  }
}
