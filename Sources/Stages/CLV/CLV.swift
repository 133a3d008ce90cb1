package import Diagnostics
import Pipeline
import Statistics
package import Values

/// What every customer is worth: purchases, spend and value to come, with intervals.
///
/// Sources: see `CLV.method`.
package struct CLV: Stage {
  package static let name = "clv"
  package static let summary = Phrase(
    "What customers are worth: who is still active, what each is expected to buy and bring, how sure that is, and who may be leaving",
    "客户值多少：谁仍活跃，各客户预计购买与带来多少价值，把握几何，以及谁可能流失")
  package static let example = """
    - stage: clv
      settings:
        model: auto
        horizons: [3m, 6m, 12m]
        discount: 0.1
    """

  package let settings: CLVSettings

  /// Fails when settings contradict each other.
  package init(_ settings: CLVSettings) throws(Diagnostic) {
    self.settings = settings
    if settings.stepRate != nil, settings.step == nil {
      throw Diagnostic(
        .configuration, "rate-without-step", "step_rate is given without step",
        help: "write step: 30d as well, or leave step_rate out for the annual rate")
    }
    if settings.goneBelow > settings.riskBelow {
      throw Diagnostic(
        .configuration, "risk-order",
        "gone_below is \(settings.goneBelow), above risk_below \(settings.riskBelow)",
        help: "write gone_below not above risk_below")
    }
    try Self.checkModel(settings)
  }

  private static func checkModel(_ settings: CLVSettings) throws(Diagnostic) {
    if !settings.covariates.isEmpty, settings.model == .nbd || settings.model == .bgBB {
      throw Diagnostic(
        .configuration, "covariates-model",
        "model \(settings.model.rawValue) takes no covariates",
        help: "take mbg-nbd, bg-nbd, pareto-nbd or auto, or leave `covariates` out")
    }
    if !settings.covariates.isEmpty, settings.fit == .whenDue {
      throw Diagnostic(
        .configuration, "covariates-kept", "a kept card holds no covariates",
        help: "write fit: always, or leave `covariates` out")
    }
    if settings.basis == .revenue, settings.margin != nil {
      throw Diagnostic(
        .configuration, "unused-margin", "margin is given, and basis is revenue",
        help: "write basis: margin, or leave `margin` out")
    }
  }

  package func run(_ input: CLVInput) throws(Diagnostic) -> CLVOutput {
    let record = input.record
    let share = try valueShare(record)
    let fitting = try ModelFitting(settings: settings, input: input).run()
    let kept = KeptCard(input, settings)
    let spend = SpendFit(
      record.histories, firstMean: record.meanFirstSpend, log: input.log,
      kept: fitting.ladder.isKept ? kept?.spend : nil)
    let schedule = CLVSchedule(settings, asOf: input.asOf)
    var ladder = fitting.ladder
    func score(_ basis: PurchaseBasis) -> CustomerForecast {
      input.log.timed("score", { (_: CustomerForecast) in "expected values" }) {
        CustomerForecast(
          record.histories, fitting.histories, basis, spend, schedule, share: share.share)
      }
    }
    var basis = basis(fitting.histories, ladder, record.histories)
    var scored = basis.map(score)
    if scored?.isFinite == false {
      ladder.chosen = nil
      ladder.reason = .cohortMean
      basis = self.basis(fitting.histories, ladder, record.histories)
      scored = basis.map(score)
    }
    var output = CLVOutput(
      settings: settings, input: input, ladder: ladder, spend: spend,
      histories: fitting.histories, share: share.share, shareSource: share.source)
    guard let basis, var forecast = scored else { return output }
    input.log.timed("intervals", { (_: Void) in "of each customer" }) {
      forecast.addIntervals(basis, settings)
    }
    let patterns = input.covariates?.patterns
    let totals = input.log.timed("totals", { (_: ValueTotals) in "tiers and their intervals" }) {
      ValueTotals(record, forecast, basis, patterns: patterns, settings)
    }
    output.add(
      .init(
        basis: basis, forecast: forecast, totals: totals,
        newcomer: NewcomerValue(
          forecast, basis.processes, weights: weights(fitting.histories),
          firstPurchase: record.meanFirstSpend),
        risk: basis.knowsDropout
          ? RiskList(record.histories, forecast, basis, settings) : nil,
        tracking: tracking(input, basis, ladder, fitting.histories),
        calibration: ladder.rung?.backTest.flatMap { test in
          record.backTest.flatMap {
            DecileCalibration(test, $0, confidence: settings.confidence)
          }
        }))
    return output
  }

  /// The share of an amount that counts as value, and where it comes from.
  private func valueShare(
    _ record: PurchaseRecord
  ) throws(Diagnostic) -> (share: Double, source: CLVOutput.ShareSource) {
    guard settings.basis == .margin else { return (1, .revenue) }
    if let margin = settings.margin { return (margin, .settings) }
    guard let totals = record.totals, totals.marginBase > 0 else {
      throw Diagnostic(
        .data, "no-margin", "basis is margin, and no order has one",
        help: "give the rate as `margin`, or write basis: revenue")
    }
    return (max(0, Double(totals.margin) / Double(totals.marginBase)), .orders)
  }

  /// nil without customers, and where no time has passed since anybody's first purchase.
  private func basis(
    _ histories: PurchaseHistories, _ ladder: ModelLadder, _ columns: PurchaseHistoryColumns
  ) -> PurchaseBasis? {
    guard columns.count > 0 else { return nil }
    let patterns = histories.patternCount
    if let card = ladder.rung?.card { return PurchaseBasis(card, patterns: patterns) }
    return CohortMean(columns).map { PurchaseBasis($0, patterns: patterns) }
  }

  /// The share of customers with each covariate pattern.
  private func weights(_ histories: PurchaseHistories) -> [Double] {
    var counts = [Double](repeating: 0, count: max(1, histories.patternCount))
    for number in 0..<histories.classCount {
      counts[histories.pattern(number)] += Double(histories.count(number))
    }
    let whole = counts.reduce(0, +)
    return counts.map { whole > 0 ? $0 / whole : 0 }
  }

  private func tracking(
    _ input: CLVInput, _ basis: PurchaseBasis, _ ladder: ModelLadder,
    _ histories: PurchaseHistories
  ) -> PurchaseTracking? {
    guard settings.model != .bgBB, let daily = input.record.daily, basis.card != nil else {
      return nil
    }
    let test = ladder.rung?.backTest
    let processes =
      test.map { PurchaseBasis($0.card, patterns: histories.patternCount).processes }
      ?? basis.processes
    return PurchaseTracking(
      daily, asOf: input.asOf, processes: processes, weights: weights(histories),
      heldOutAfter: test == nil ? nil : input.record.backTest?.calibrationEnd)
  }
}
