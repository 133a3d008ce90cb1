import Exports
import Pipeline
import Statistics
import Values

/// The values of all customers, the model behind them, and how it did.
package struct CLVOutput: StageOutput {
  let settings: CLVSettings
  let input: CLVInput
  let ladder: ModelLadder
  let spend: SpendFit
  let histories: PurchaseHistories
  /// Share of an amount that counts as value.
  let share: Double
  let shareSource: ShareSource
  /// nil where nothing can be expected: nobody bought, or no time has passed.
  private(set) var found: Found?

  /// Where the share of amounts that counts as value is from.
  enum ShareSource: Sendable, Equatable {
    case revenue
    case settings
    case orders
  }

  /// What was computed of customers.
  struct Found: Sendable {
    let basis: PurchaseBasis
    let forecast: CustomerForecast
    let totals: ValueTotals
    let newcomer: NewcomerValue
    /// nil where the model knows no end.
    let risk: RiskList?
    let tracking: PurchaseTracking?
    let calibration: DecileCalibration?
  }

  init(
    settings: CLVSettings, input: CLVInput, ladder: ModelLadder, spend: SpendFit,
    histories: PurchaseHistories, share: Double, shareSource: ShareSource
  ) {
    self.settings = settings
    self.input = input
    self.ladder = ladder
    self.spend = spend
    self.histories = histories
    self.share = share
    self.shareSource = shareSource
  }

  mutating func add(_ found: Found) { self.found = found }

  var record: PurchaseRecord { input.record }
  var columns: PurchaseHistoryColumns { input.record.histories }
  var currency: Currency { input.currency }
  var card: FitCard? { found?.basis.card }
  var customers: Int { columns.customers }

  /// The sum of x over all customers.
  var repeats: Double {
    columns.x.indices.reduce(0.0) { $0 + Double(columns.x[$1]) * Double(columns.customers($1)) }
  }

  /// Index of the longest horizon.
  var longest: Int { settings.horizons.count - 1 }

  /// The day of the fit: this run's, or that of the card that was kept.
  var fittedOn: Day {
    if case .kept(let day) = ladder.reason { day } else { input.asOf }
  }

  /// A parameter in the unit of the settings.
  func inUnit(_ value: Double, _ name: String) -> Double {
    guard let model = card?.model else { return value }
    return unit.inUnit(value, parameter: name, of: model)
  }

  var unit: PurchaseTimeUnit { PurchaseTimeUnit(days: settings.timeUnit.days) }

  /// Major units to minor ones; nil where they do not fit.
  func minor(_ major: Double) -> Int64 {
    Int64(exactly: (major * Double(currency.minorPerMajor)).rounded()) ?? .min
  }
}

extension ModelLadder {
  var isKept: Bool {
    if case .kept = reason { true } else { false }
  }
}
