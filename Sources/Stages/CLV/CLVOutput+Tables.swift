package import Pipeline
import Statistics
package import Values

extension CLVOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers",
        Phrase(
          "One row a customer: activity, expected purchases and value; columns by the horizons set",
          "每位客户一行：活跃概率、预计购买与价值；列随预测期设置而定"),
        CLVColumns.customers(currency, CLVHorizon.presets)),
      ResultTable(
        "totals", Phrase("All customers and tenths by value, with intervals", "全部客户与价值十分位及其区间"),
        CLVColumns.totals(currency)),
      ResultTable(
        "at_risk", Phrase("Customers who may be leaving, by value at stake", "可能流失的客户，按风险价值排列"),
        CLVColumns.atRisk(currency)),
      ResultTable(
        "newcomer", Phrase("What a customer not yet seen is worth", "尚未出现的客户的预期价值"),
        CLVColumns.newcomer(currency)),
      ResultTable("models", Phrase("Models that were tried", "所试模型"), CLVColumns.models),
      ResultTable(
        "parameters", Phrase("Estimates with their errors", "参数估计及其误差"), CLVColumns.parameters),
      ResultTable(
        "tracking", Phrase("Repeat purchases, actual and expected", "重复购买：实际与预计"),
        CLVColumns.tracking),
      ResultTable(
        "calibration", Phrase("The hold-out by tenths of expectation", "留出期按预计十分位的校准"),
        CLVColumns.calibration),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "customers":
      return DataTable(
        name: name, heads: CLVColumns.customers(currency, settings.horizons),
        columns: customerColumns)
    case "totals": return totalsTable
    case "at_risk": return atRiskTable
    case "newcomer": return newcomerTable
    case "models": return modelsTable
    case "parameters": return parametersTable
    case "tracking": return trackingTable
    case "calibration": return calibrationTable
    default: preconditionFailure("clv has no table '\(name)'")
    }
  }

  private var totalsTable: DataTable {
    var rows = ResultRows(CLVColumns.totals(currency))
    let tiers = found?.totals.tiers ?? []
    for (index, tier) in tiers.enumerated() where tier.customers > 0 {
      func money(_ interval: Interval?, _ end: KeyPath<Interval, Double>) -> ResultRows.Cell {
        .money(interval.map { minor($0[keyPath: end]) })
      }
      let total = tier.total
      rows.add([
        .text(index == 0 ? "all" : String(index)), .count(tier.customers),
        .number(tier.purchases), .money(minor(tier.clv)), .number(clvShare(index)),
        money(total?.both, \.low), money(total?.both, \.high), money(total?.predictive, \.low),
        money(total?.predictive, \.high), money(total?.parameter, \.low),
        money(total?.parameter, \.high), .money(record.net == nil ? nil : tier.net),
      ])
    }
    return rows.table("totals")
  }

  /// The share of a tier of all value; nil where nothing is expected.
  func clvShare(_ tier: Int) -> Double? {
    guard let tiers = found?.totals.tiers, tiers[0].clv > 0 else { return nil }
    return min(1, tiers[tier].clv / tiers[0].clv)
  }

  private var atRiskTable: DataTable {
    var rows = ResultRows(CLVColumns.atRisk(currency))
    for entry in found?.risk?.entries ?? [] {
      rows.add([
        .text(record.ids[entry.row]), .text(owner(entry.row)),
        .day(record.lastDay.map { Day(number: $0[entry.row]) }), .number(entry.alive),
        .number(entry.aliveBefore), .money(found.map { minor($0.forecast.clv[entry.row]) }),
        .money(minor(entry.atStake)),
      ])
    }
    return rows.table("at_risk")
  }

  /// Who looks after a customer; empty where nobody is known.
  func owner(_ row: Int) -> String {
    guard let owner = input.owner, owner.codes[row] >= 0 else { return "" }
    return owner.labels[Int(owner.codes[row])]
  }

  private var newcomerTable: DataTable {
    var rows = ResultRows(CLVColumns.newcomer(currency))
    guard let newcomer = found?.newcomer else { return rows.table("newcomer") }
    for (horizon, value) in zip(settings.horizons, newcomer.horizons) {
      rows.add([
        .text(horizon.text), .number(value.purchases), .money(minor(value.value)),
        .money(minor(value.discounted)),
        .money(newcomer.firstPurchase.map { minor($0 + value.discounted) }),
      ])
    }
    return rows.table("newcomer")
  }

  private var modelsTable: DataTable {
    var rows = ResultRows(CLVColumns.models)
    for (index, rung) in ladder.rungs.enumerated() {
      let card = rung.card
      let test = rung.backTest
      let likelihood = card.map { inUnit($0) }
      let shift = card.flatMap { card in likelihood.map { 2 * (card.logLikelihood - $0) } } ?? 0
      rows.add([
        .text(rung.model.rawValue), .text(index == ladder.chosen ? "yes" : "no"),
        .text(rung.stateID), .count(card.map { $0.parameters.count }), .number(likelihood),
        .number(card.map { $0.aic + shift }), .number(card.map { $0.bic + shift }),
        .number(card?.gradientNorm), .count(card?.iterations), .count(card?.starts),
        .count(card?.distinct), .number(test?.expectedTotal), .number(test?.actualTotal),
        .number(test?.rootMeanSquare), .number(test?.meanAbsolute),
      ])
    }
    return rows.table("models")
  }

  /// The log-likelihood of a card in the unit of the settings.
  func inUnit(_ card: FitCard) -> Double {
    unit.inUnit(logLikelihood: card.logLikelihood, repeats: repeats, of: card.model)
  }

  private var parametersTable: DataTable {
    var rows = ResultRows(CLVColumns.parameters)
    for one in estimates {
      rows.add([
        .text(one.part), .text(one.name), .number(one.value), .number(one.error),
        .number(one.interval?.low), .number(one.interval?.high), .number(one.previous),
      ])
    }
    return rows.table("parameters")
  }

  private var trackingTable: DataTable {
    var rows = ResultRows(CLVColumns.tracking)
    for period in found?.tracking?.periods ?? [] {
      rows.add([
        .day(period.end), .count(period.actual), .number(period.expected),
        .count(period.actualSoFar), .number(period.expectedSoFar),
        .text(period.isHeldOut ? "yes" : "no"),
      ])
    }
    return rows.table("tracking")
  }

  private var calibrationTable: DataTable {
    var rows = ResultRows(CLVColumns.calibration)
    for (index, tenth) in (found?.calibration?.tenths ?? []).enumerated() {
      rows.add([
        .number(Double(index + 1)), .count(tenth.customers), .number(tenth.expected),
        .number(tenth.actual), .number(tenth.interval.low), .number(tenth.interval.high),
      ])
    }
    return rows.table("calibration")
  }
}

extension ModelLadder.Rung {
  /// `converged`, `boundary`, `stalled`, or why there is no fit.
  var stateID: String {
    switch (card?.state, failure) {
    case (.converged, _): "converged"
    case (.boundary, _): "boundary"
    case (.stalled, _): "stalled"
    case (nil, .notEnoughData): "not_enough_data"
    case (nil, .noVariation): "no_variation"
    case (nil, .notSupported): "not_supported"
    case (nil, _): "no_maximum"
    }
  }
}
