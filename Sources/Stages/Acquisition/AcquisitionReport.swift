import Pipeline
package import Report
import Statistics
import Values

private typealias P = AcquisitionPhrases

extension AcquisitionOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    AcquisitionWriter(output: self, wording: wording, step: step).report
  }
}

/// What `acquisition` says in one language.
struct AcquisitionWriter {
  let output: AcquisitionOutput
  let wording: Wording
  let step: String

  var money: Unit { .money(output.currency) }
  var total: AcquisitionFigures { output.total }

  var report: StageReport {
    StageReport(measures: measures, findings: findings, pages: [page], warnings: warnings)
  }

  // MARK: Measures

  private var measures: [Measure] {
    var latest = measure(
      "cac_latest", P.cacLatest, output.latest?.now.cac, money, n: output.latest?.now.new,
      reason: P.noPeriod, better: .lower)
    if output.latest != nil {
      latest.trend = output.periods.filter(\.isComplete).map { $0.cac ?? .nan }
    }
    let interval = total.value?.interval()
    let ratio = total.ratio
    let cac = total.cac ?? .nan
    return [
      measure(
        "cac", P.cac, total.cac, money, n: total.new, reason: noCost, better: .lower, key: true),
      latest,
      measure(
        "new_customers", P.newCustomers, Double(total.new), .count, reason: P.noNew, better: .higher
      ),
      measure("acquisition_spend", P.spend, total.spend, money, reason: P.noSpend),
      measure("retention_spend", P.retentionSpend, total.retentionSpend, money, reason: P.noSpend),
      measure(
        "ltv", P.ltv, total.value?.mean, money, low: interval?.low, high: interval?.high,
        n: total.new, reason: P.noNew, better: .higher),
      measure(
        "ltv_cac", P.ltvCac, ratio, .ratio, low: ratio == nil ? nil : interval.map { $0.low / cac },
        high: ratio == nil ? nil : interval.map { $0.high / cac }, n: total.new,
        reason: noCost ?? P.few, better: .higher, key: true),
      measure(
        "payback_months", P.payback, total.payback(discounted: false), .months, n: total.new,
        reason: noPayback(total), better: .lower, key: true),
      measure(
        "payback_discounted_months", P.paybackDiscounted, total.payback(discounted: true), .months,
        n: total.new, reason: noPayback(total), better: .lower),
      measure(
        "payback_simple_months", P.paybackSimple, total.simplePayback, .months, n: total.new,
        reason: noCost ?? (total.isEnough ? P.noEarnings : P.few), better: .lower),
      measure(
        "cost_of_keeping", P.costOfKeeping, output.retention?.costOfKeeping, money,
        n: output.retention?.kept, reason: noKeeping, better: .lower),
      measure("cost_ratio", P.costRatio, output.retention?.ratio, .ratio, reason: noRatio),
    ]
  }

  private func measure(
    _ id: String, _ label: Phrase, _ value: Double?, _ unit: Unit, low: Double? = nil,
    high: Double? = nil, n: Int? = nil, reason: Phrase?, better: Measure.Direction = .neither,
    key: Bool = false
  ) -> Measure {
    Measure(
      id: id, label: wording(label), value: value, unit: unit, low: low, high: high, n: n,
      reason: value == nil ? why(reason ?? P.noEarnings) : nil, betterWhen: better, isKey: key)
  }

  /// A reason with the numbers that it may name.
  func why(_ reason: Phrase, months: Int? = nil) -> String {
    wording(
      reason,
      [
        "min": .count(output.settings.minCustomers),
        "months": .count(months ?? total.curve.months.count),
      ])
  }

  /// Why there is no cost of a customer; nil where there is one.
  private var noCost: Phrase? { noCost(total) }

  func noCost(_ figures: AcquisitionFigures) -> Phrase? {
    figures.spend == nil || figures.spend == 0 ? P.noSpend : figures.new == 0 ? P.noNew : nil
  }

  func noPayback(_ figures: AcquisitionFigures) -> Phrase {
    if let reason = noCost(figures) { return reason }
    return !figures.isEnough ? P.few : figures.curve.months.isEmpty ? P.noCurve : P.notReached
  }

  private var noKeeping: Phrase {
    output.retention.map { $0.retentionSpend > 0 } ?? false ? P.noKept : P.noRetention
  }

  private var noRatio: Phrase {
    output.retention?.costOfKeeping == nil
      ? noKeeping : output.retention?.new == 0 ? P.noNew : P.noSpend
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    for chart in [costChart, curveChart, trendChart].compactMap({ $0 }) {
      blocks.append(.chart(chart))
    }
    blocks.append(.table(channelTable))
    if !output.periods.isEmpty { blocks.append(.table(periodTable)) }
    if let table = ratioTable { blocks.append(.table(table)) }
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard let window = output.window, let spend = total.spend, spend > 0 else {
      return wording(P.headlineNoCosts, ["day": .day(output.asOf)])
    }
    guard let cac = total.cac else {
      return wording(P.headlineNoNew, ["spend": .value(spend, money)])
    }
    guard let ratio = total.ratio, let value = total.value else {
      return wording(
        P.headlineCost,
        ["new": .count(total.new), "spend": .value(spend, money), "cac": .value(cac, money)])
    }
    return wording(
      P.headline,
      [
        "cac": .value(cac, money), "period": .text(days(window)),
        "ltv": .value(value.mean, money), "ratio": .level(ratio),
      ])
  }

  /// From one day to another, in words.
  func days(_ window: ClosedRange<Day>) -> String {
    ReportPhrases.range[wording.language]
      .replacing("{low}", with: window.lowerBound.iso)
      .replacing("{high}", with: window.upperBound.iso)
  }

  func name(_ figures: AcquisitionFigures) -> String {
    figures.channel ?? wording(P.noChannel)
  }

  var warnings: [String] {
    guard let spend = total.spend, spend > 0 else {
      return [wording(P.warnNoCosts, ["day": .day(output.asOf)])]
    }
    var all: [String] = []
    if output.settings.newBy == .firstPurchase, !output.knowsEarlierCustomers {
      all.append(wording(P.warnFirst))
    }
    if case .revenue = output.basis { all.append(wording(P.warnRevenue)) }
    let unmatched = output.channels.filter { $0.spend != nil && $0.new == 0 }
    if !unmatched.isEmpty, unmatched.count == output.channels.count(where: { $0.spend != nil }) {
      all.append(
        wording(
          P.warnUnmatched,
          ["channels": .text(unmatched.map(name).joined(separator: wording(P.listComma)))]))
    }
    return all
  }
}
