import Exports
import Pipeline
import Report
import Statistics
import Values

extension CLVReport {
  var measures: [Measure] {
    headMeasures + valueMeasures + riskMeasures + spendMeasures + modelMeasures + testMeasures
      + cardMeasures
  }

  /// Why nothing is expected; nil where something is.
  private var reason: String? {
    guard found == nil else { return nil }
    return wording(output.columns.count == 0 ? P.reasonNobody : P.reasonNoTime)
  }

  private func measure(
    _ id: String, _ label: String, _ value: Double?, _ unit: Unit, _ interval: Interval? = nil,
    n: Int? = nil, reason: String? = nil, better: Measure.Direction = .neither, isKey: Bool = false
  ) -> Measure {
    let value = value.flatMap { $0.isFinite ? $0 : nil }
    return Measure(
      id: id, label: label, value: value, unit: unit, low: value == nil ? nil : interval?.low,
      high: value == nil ? nil : interval?.high, n: n,
      reason: value == nil ? reason ?? self.reason ?? wording(P.reasonNothing) : nil,
      betterWhen: better, isKey: isKey)
  }

  private func inHorizon(_ phrase: Phrase, _ horizon: CLVHorizon) -> String {
    wording(phrase, ["horizon": .phrase(P.horizon(horizon))])
  }

  private var headMeasures: [Measure] {
    [
      measure(
        "customers", wording(P.customers), Double(output.customers), .count, better: .higher),
      measure(
        "repeaters", wording(P.repeaters), Double(output.columns.repeaters), .count,
        n: output.customers, better: .higher),
    ]
  }

  private var valueMeasures: [Measure] {
    let n = output.customers
    let interval = total?.total?.both
    let newcomer = found?.newcomer
    let first = newcomer?.firstPurchase
    var all = [
      measure(
        "clv", inHorizon(P.clv, longest), total?.clv, money, interval, n: n, better: .higher,
        isKey: true),
      measure(
        "clv.mean", inHorizon(P.clvMean, longest), total.map { $0.clv / Double(max(1, n)) }, money,
        interval.map {
          Interval(low: $0.low / Double(max(1, n)), high: $0.high / Double(max(1, n)))
        },
        n: n, better: .higher),
    ]
    for (index, horizon) in settings.horizons.enumerated() {
      let sums = sums(index)
      all.append(
        measure(
          "purchases.\(horizon.text)", inHorizon(P.purchasesIn, horizon), sums?.purchases, .ratio,
          n: n, better: .higher))
      all.append(
        measure(
          "value.\(horizon.text)", inHorizon(P.valueIn, horizon), sums?.value, money, n: n,
          better: .higher))
    }
    if let totals = output.record.totals {
      all.append(
        measure(
          "recent.value", inHorizon(P.recentValue, longest),
          currency.major(totals.recentNet) * output.share, money, better: .higher))
    }
    all += [
      measure(
        "p_alive.mean", wording(P.aliveShare), alive.map { min(1, $0 / Double(max(1, n))) }, .share,
        n: n, reason: output.card == nil ? meanReason : nil, better: .higher, isKey: true),
      measure(
        "p_alive.sum", wording(P.alive), alive, .ratio, n: n,
        reason: output.card == nil ? meanReason : nil, better: .higher),
      measure(
        "clv_share.top_tenth", wording(P.topShare), output.clvShare(1), .share,
        n: found?.totals.tiers[1].customers),
      measure(
        "newcomer.clv", inHorizon(P.newcomer, longest),
        newcomer?.horizons.last.map { $0.discounted + (first ?? 0) }, money, better: .higher,
        isKey: true),
      measure(
        "newcomer.purchases", inHorizon(P.newcomerPurchases, longest),
        newcomer?.horizons.last?.purchases, .ratio, better: .higher),
    ]
    return all
  }

  /// Purchases and value of all customers in a horizon.
  private func sums(_ horizon: Int) -> (purchases: Double, value: Double)? {
    guard let forecast = found?.forecast else { return nil }
    var (purchases, value) = (0.0, 0.0)
    for row in 0..<output.columns.count {
      let expected = forecast.expected(horizon, row) * Double(output.columns.customers(row))
      purchases += expected
      value += expected * forecast.spend[row]
    }
    return (purchases, value)
  }

  /// Why the cohort mean stands.
  private var meanReason: String {
    if let reason { return reason }
    return output.ladder.reason == .tooFew
      ? wording(
        P.reasonMean,
        [
          "repeaters": .count(output.columns.repeaters), "needed": .count(settings.minRepeaters),
        ]) : wording(P.reasonNoModel)
  }

  private var riskMeasures: [Measure] {
    guard let risk = found?.risk else { return [] }
    let count = risk.entries.reduce(0) { $0 + output.columns.customers($1.row) }
    return [
      measure(
        "at_risk.customers", wording(P.riskCustomers), Double(count), .count, n: output.customers,
        better: .lower),
      measure(
        "at_risk.value", wording(P.riskValue), risk.atStake, money, better: .lower, isKey: true),
      measure("at_risk.fallen", wording(P.riskFallen), Double(risk.fallen), .count, better: .lower),
      measure("gone.customers", wording(P.goneCustomers), Double(risk.gone), .count),
    ]
  }

  private var spendMeasures: [Measure] {
    let spend = output.spend
    let totals = output.record.totals
    let gross = totals?.gross ?? 0
    var all: [Measure] = []
    if let totals, gross > 0, settings.refunds != .ignore {
      all.append(
        measure(
          "refund_rate", wording(P.refundRate),
          Double(totals.returned) / Double(gross), .ratio, better: .lower))
    }
    if output.shareSource != .revenue {
      all.append(measure("margin_rate", wording(P.marginRate), output.share, .ratio))
    }
    let together = spend.frequencyAndSpend
    let few = wording(spend.pooledMean == nil ? P.reasonNoAmounts : P.reasonFew)
    all += [
      measure(
        "correlation.pearson", wording(P.pearson), together?.pearson, .ratio,
        together?.pearsonInterval(confidence: settings.confidence), n: together?.n, reason: few),
      measure(
        "correlation.spearman", wording(P.spearman), together?.spearman, .ratio,
        together?.spearmanInterval(confidence: settings.confidence), n: together?.n, reason: few),
    ]
    return all
  }

  private var modelMeasures: [Measure] {
    var all = output.estimates.map { one in
      measure(
        one.id,
        wording(
          one.part == "spend" ? P.spendParameter : P.parameter,
          ["name": .text(wording.parameter(one.name))]), one.value, .ratio, one.interval,
        n: one.part == "spend" ? output.spend.card?.customers : output.card?.customers)
    }
    if let card = output.card {
      let likelihood = output.inUnit(card)
      all += [
        measure(
          "log_likelihood", wording(P.logLikelihood), likelihood, .ratio, n: card.customers),
        measure(
          "bic", wording(P.bic), card.bic + 2 * (card.logLikelihood - likelihood), .ratio,
          better: .lower),
        measure("gradient_norm", wording(P.gradient), card.gradientNorm, .ratio, better: .lower),
      ]
    }
    if let card = output.spend.card {
      all += [
        measure(
          "gamma_gamma.log_likelihood", wording(P.spendLikelihood), card.logLikelihood, .ratio,
          n: card.customers),
        measure(
          "gamma_gamma.customers", wording(P.spendCustomers), Double(card.customers), .count),
      ]
    }
    return all
  }

  private var testMeasures: [Measure] {
    guard let test = output.ladder.rung?.backTest else { return [] }
    return [
      measure("backtest.expected", wording(P.testExpected), test.expectedTotal, .ratio),
      measure("backtest.actual", wording(P.testActual), test.actualTotal, .count),
      measure("backtest.bias", wording(P.testBias), test.bias, .ratio),
      measure(
        "backtest.error", wording(P.testError), test.rootMeanSquare, .ratio, better: .lower),
    ]
  }

  /// What a later run goes on from: the model, and where cards are kept all of the card.
  private var cardMeasures: [Measure] {
    guard let card = output.card else { return [] }
    var all = [
      measure(
        KeptCard.id(of: card.model),
        wording(P.cardModel, ["model": .phrase(card.model.title)]), 1, .count),
      measure(
        KeptCard.fittedOn, wording(P.cardFitted), Double(output.fittedOn.number), .day),
    ]
    guard settings.fit == .whenDue else { return all }
    func kept(_ id: String, _ name: String, _ value: Double) -> Measure {
      measure(id, wording(P.cardKept, ["name": .text(name)]), value, .ratio)
    }
    all += [
      kept("card.customers", "n", Double(card.customers)),
      kept("card.distinct", "m", Double(card.distinct)), kept("card.repeats", "Σx", fittedRepeats),
    ]
    all += covariances("", card.model.parameterNames, card.covariance, kept)
    if let spend = output.spend.card {
      all += covariances("gamma_gamma.", KeptCard.spendNames, spend.covariance, kept)
    }
    return all
  }

  /// The sum of x that the likelihood of the card is of.
  private var fittedRepeats: Double {
    output.ladder.isKept
      ? output.input.previous?.measures["card.repeats"] ?? output.repeats : output.repeats
  }

  private func covariances(
    _ prefix: String, _ names: [String], _ covariance: [[Double]],
    _ kept: (String, String, Double) -> Measure
  ) -> [Measure] {
    names.indices.flatMap { row in
      (0...row).map { column in
        kept(
          KeptCard.covarianceID(prefix, names[column], names[row]),
          "cov(ln \(wording.parameter(names[column])), ln \(wording.parameter(names[row])))",
          covariance[row][column])
      }
    }
  }
}
