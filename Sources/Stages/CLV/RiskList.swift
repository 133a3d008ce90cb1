import Pipeline
import Statistics

/// Customers who may be leaving, by the value that goes with them.
///
/// At stake is what the customer would bring if alive beyond what is expected: CLV (1 − p) / p with
/// the probability p of being alive.
struct RiskList: Sendable {
  struct Entry: Sendable {
    let row: Int
    let alive: Double
    /// The same a silence ago; nil for customers who bought since.
    let aliveBefore: Double?
    let atStake: Double
  }

  /// The greatest value at stake first.
  let entries: [Entry]
  let atStake: Double
  /// Of those the customers who were above the line a silence ago, or bought since.
  let fallen: Int
  let fallenAtStake: Double
  /// Customers below the line where they count as gone.
  let gone: Int

  /// What a customer would bring beyond what is expected, were it sure that he is alive.
  static func atStake(_ clv: Double, alive: Double) -> Double {
    alive > 0 ? clv * (1 - alive) / alive : 0
  }

  init(
    _ columns: PurchaseHistoryColumns, _ forecast: CustomerForecast, _ basis: PurchaseBasis,
    _ settings: CLVSettings
  ) {
    let silence = Double(settings.silence.days) / forecast.schedule.unitDays
    var entries: [Entry] = []
    var gone = 0
    for row in 0..<columns.count {
      let alive = forecast.alive(row)
      guard alive < settings.riskBelow else { continue }
      guard alive >= settings.goneBelow else {
        gone += columns.customers(row)
        continue
      }
      let history = columns.history(row)
      var before: Double?
      if history.age - silence >= history.tx, history.age > silence {
        let process = basis.processes[forecast.histories.pattern(forecast.classOf(row))]
        before = process.probabilityAlive(
          PurchaseHistory(x: history.x, tx: history.tx, age: history.age - silence))
      }
      entries.append(
        Entry(
          row: row, alive: alive, aliveBefore: before,
          atStake: Self.atStake(forecast.clv[row], alive: alive)))
    }
    entries.sort { ($1.atStake, $0.row) < ($0.atStake, $1.row) }
    self.entries = entries
    self.gone = gone
    atStake = entries.reduce(0) { $0 + $1.atStake * Double(columns.customers($1.row)) }
    let fallen = entries.filter { ($0.aliveBefore ?? 1) >= settings.riskBelow }
    self.fallen = fallen.reduce(0) { $0 + columns.customers($1.row) }
    fallenAtStake = fallen.reduce(0) { $0 + $1.atStake * Double(columns.customers($1.row)) }
  }
}
