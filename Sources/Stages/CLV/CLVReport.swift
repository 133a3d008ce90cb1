import Pipeline
package import Report
import Statistics
import Values

extension CLVOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let report = CLVReport(output: self, wording: wording, step: step)
    return StageReport(
      measures: report.measures, findings: report.findings, pages: report.pages,
      warnings: report.warnings)
  }
}

/// What `clv` says in one language.
struct CLVReport {
  typealias P = CLVPhrases

  let output: CLVOutput
  let wording: Wording
  let step: String

  var settings: CLVSettings { output.settings }
  var found: CLVOutput.Found? { output.found }
  var currency: Currency { output.currency }
  var money: Unit { .money(currency) }
  var total: ValueTotals.Tier? { found?.totals.tiers.first }
  var longest: CLVHorizon { settings.horizons[output.longest] }

  /// The anchor of the page with the model card.
  var modelAnchor: String { "\(step)-model" }

  var pages: [Page] {
    guard output.columns.count > 0 else { return [valuePage] }
    return [valuePage, modelPage] + (listPage.map { [$0] } ?? [])
  }

  private var valuePage: Page {
    var blocks: [Page.Block] = []
    if let chart = decileChart { blocks.append(.chart(chart)) }
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    if found?.risk?.entries.isEmpty == false { blocks.append(.table(riskTable)) }
    if found != nil { blocks += [.table(totalsTable), .table(newcomerTable)] }
    blocks.append(.notes(valueNotes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard let total, let interval = total.total?.both else {
      return output.columns.count > 0
        ? wording(P.headlineNoTime)
        : wording(P.headlineNobody, ["day": .day(output.input.asOf)])
    }
    let first = wording(
      P.headline,
      [
        "value": amount(total.clv), "horizon": .phrase(P.horizon(longest)),
        "confidence": .text(percent(settings.confidence)), "low": amount(interval.low),
        "high": amount(interval.high),
      ])
    guard let alive, found?.basis.knowsDropout == true else { return first }
    let second = wording(
      P.headlineAlive,
      ["customers": .count(output.customers), "alive": .count(Int(alive.rounded()))])
    return first + (wording.language == .english ? " " : "") + second
  }

  /// Money in major units, as a sentence has it.
  func amount(_ major: Double) -> Wording.Argument { .value(major, money) }

  /// `95 %` without decimals where there are none.
  func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    let decimals = tenths.truncatingRemainder(dividingBy: 10) == 0 ? 0 : 1
    return NumberStyle(.share, decimals: decimals).text(share, wording.language)
  }

  func days(_ count: Int) -> Wording.Argument { .value(Double(count), .days) }

  /// How many customers are expected to be active; nil where nobody knows.
  var alive: Double? {
    guard let found, found.basis.card != nil else { return nil }
    let histories = found.forecast.histories
    return (0..<histories.classCount).reduce(0.0) {
      $0 + Double(histories.count($1)) * found.forecast.purchases.alive[$1]
    }
  }

  // MARK: Model card

  private var modelPage: Page {
    var blocks: [Page.Block] = []
    if let chart = trackingChart { blocks.append(.chart(chart)) }
    if let chart = calibrationChart { blocks.append(.chart(chart)) }
    if !output.ladder.rungs.isEmpty { blocks.append(.table(modelsTable)) }
    if !output.estimates.isEmpty { blocks.append(.table(parametersTable)) }
    if found?.calibration != nil { blocks.append(.table(calibrationTable)) }
    blocks.append(.notes(modelNotes))
    return Page(
      anchor: modelAnchor, title: wording(P.modelTitle), question: wording(P.modelQuestion),
      headline: modelHeadline, blocks: blocks)
  }

  private var modelHeadline: String {
    guard let rung = output.ladder.rung else { return wording(P.modelMean) }
    guard let test = rung.backTest, let record = output.record.backTest, let bias = test.bias else {
      return wording(
        P.modelUntested,
        [
          "model": .phrase(rung.model.title), "customers": .count(output.customers),
        ])
    }
    return wording(
      P.modelTested,
      [
        "model": .phrase(rung.model.title), "day": .day(record.calibrationEnd),
        "expected": .count(Int(test.expectedTotal.rounded())), "end": .day(output.input.asOf),
        "actual": .count(Int(test.actualTotal)), "bias": .text(signed(bias)),
      ])
  }

  /// A share with its sign: `+3.1 %`.
  func signed(_ share: Double) -> String {
    NumberStyle(.share, decimals: 1, showsSign: true).text(share, wording.language)
  }
}
