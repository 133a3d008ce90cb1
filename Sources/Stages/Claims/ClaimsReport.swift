import Pipeline
package import Report
import Statistics
import Values

extension ClaimsOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = ClaimsWriter(output: self, wording: wording, step: step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// What `claims` says in one language.
struct ClaimsWriter {
  typealias P = ClaimsPhrases
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  let output: ClaimsOutput
  let wording: Wording
  let step: String

  // MARK: Page

  var page: Page {
    var blocks: [Page.Block] = []
    if let chart { blocks.append(.chart(chart)) }
    blocks += [.table(table), .findings(findings), .notes(notes)]
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var sentences: Int { Claim.allCases.count { !$0.isHint } }

  private var headline: String {
    func count(_ verdict: ClaimVerdict) -> Wording.Argument {
      .count(output.results(verdict).count)
    }
    return wording(
      P.headline,
      [
        "all": .count(sentences), "supported": count(.supported),
        "contradicted": count(.contradicted), "undecided": count(.undecided),
        "open": count(.notTested),
      ])
  }

  /// Own figures as deviations from the texts', so that all stand on one axis.
  private var chart: Chart? {
    let shown = output.results.filter { !$0.claim.isHint }.compactMap { result in
      result.value.flatMap { value in
        result.interval.map { (claim: result.claim, value: value, interval: $0) }
      }
    }
    guard shown.count > 1 else { return nil }
    func deviation(_ value: Double, _ claim: Claim) -> Double { value / claim.reference - 1 }
    return Chart(
      id: "\(step)_deviation", title: wording(P.chartTitle), altText: wording(P.chartWords),
      kind: .intervals(
        categories: shown.map { wording(P.short($0.claim)) },
        low: shown.map { deviation($0.interval.low, $0.claim) },
        middle: shown.map { deviation($0.value, $0.claim) },
        high: shown.map { deviation($0.interval.high, $0.claim) }),
      style: NumberStyle(.share, decimals: 0, showsSign: true), xTitle: wording(P.chartAxis))
  }

  func text(_ value: Double, _ claim: Claim) -> String {
    NumberStyle.prose(claim.unit).text(value, wording.language)
  }

  private func range(_ interval: Interval, _ claim: Claim) -> String {
    wording(
      P.range,
      ["low": .text(text(interval.low, claim)), "high": .text(text(interval.high, claim))])
  }

  /// The texts' figure as they have it.
  private func theirs(_ claim: Claim) -> String {
    let style = NumberStyle(claim.unit, decimals: 0)
    func text(_ value: Double) -> String { style.text(value, wording.language) }
    let interval = claim.text
    guard interval.width > 0 else { return text(interval.low) }
    return wording(
      P.range, ["low": .text(text(interval.low)), "high": .text(text(interval.high))])
  }

  private func reason(_ gap: ClaimGap) -> String {
    guard let unknown = output.unknown, gap == unknown.gap else {
      return wording(P.gap(gap), ["min": .count(output.minCell)])
    }
    let hint =
      unknown.near.map { wording(P.didYouMean, ["near": .text($0)]) } ?? wording(P.checkWords)
    let values = wording.list(unknown.values)
    return wording(P.gap(gap), ["values": .text(values), "hint": .text(hint)])
  }

  /// Words of the settings that no case has: nobody meant a sentence not to be tested for those.
  var warnings: [String] {
    output.results.compactMap { result in
      guard let gap = result.gap, gap == output.unknown?.gap else { return nil }
      return wording(
        P.notLookedAt,
        ["claim": .phrase(P.short(result.claim)), "reason": .text(reason(gap))])
    }
  }

  private var table: ReportTable {
    ReportTable(
      id: "\(step)_claims", title: wording(P.table),
      columns: [
        Column(wording(P.claim), .text), Column(wording(P.figure), .text),
        Column(wording(P.own), .text),
        Column(wording(P.interval), .text), Column(wording(P.customers), .count),
        Column(wording(P.verdict), .text), Column(wording(P.why), .text),
      ],
      rows: output.results.map { result in
        let none = Cell.missing(wording(P.none))
        return [
          .text(wording(P.sentence(result.claim))),
          result.claim.isHint ? none : .text(theirs(result.claim)),
          result.value.map { .text(text($0, result.claim)) } ?? none,
          result.interval.map { .text(range($0, result.claim)) } ?? none,
          result.n.map { .number(Double($0)) } ?? none, .text(wording(result.verdict.name)),
          .text(result.gap.map(reason) ?? ""),
        ]
      })
  }

  // MARK: Measures

  var measures: [Measure] {
    output.results.map { result in
      Measure(
        id: "claim.\(result.claim.rawValue)",
        label: wording(P.measure, ["claim": .phrase(P.short(result.claim))]),
        value: result.value, unit: result.claim.unit, low: result.interval?.low,
        high: result.interval?.high, n: result.n,
        reason: result.value == nil
          ? result.gap.map(reason) ?? wording(P.undefined) : nil)
    } + [
      Measure(
        id: "claims_contradicted", label: wording(P.contradictedCount),
        value: Double(output.results(.contradicted).count), unit: .count)
    ]
  }

  // MARK: Findings

  var findings: [Finding] { [mostFinding, openFinding].compactMap(\.self) }

  private var mostFinding: Finding? {
    guard let most = output.mostContradicted, let value = most.value, let interval = most.interval
    else {
      let tested = output.results(.supported).count + output.results(.undecided).count
      guard tested > 0 else { return nil }
      return Finding(
        id: "\(step).none", severity: .good, sentence: wording(P.findingNone), page: step,
        action: wording(P.actionNone), owner: wording(P.controlling))
    }
    let isBelow = value < most.claim.text.low
    return Finding(
      id: "\(step).most", severity: .note,
      sentence: wording(
        P.findingMost,
        [
          "claim": .phrase(P.sentence(most.claim)), "own": .text(text(value, most.claim)),
          "low": .text(text(interval.low, most.claim)),
          "high": .text(text(interval.high, most.claim)),
        ]), page: step, action: wording(P.action(most.claim, isBelow: isBelow)),
      owner: wording(owner(most.claim)))
  }

  private func owner(_ claim: Claim) -> Phrase {
    switch claim {
    case .paretoRevenue, .paretoMargin, .topTenth: RFMSegmentMap.keyAccounts
    case .sixTimes, .acquisitionCost: RFMSegmentMap.marketing
    case .lackOfCare, .noContact: RFMSegmentMap.service
    }
  }

  private var openFinding: Finding? {
    let open = output.results(.notTested)
    guard !open.isEmpty else { return nil }
    let names = open.map { wording(P.short($0.claim)) }
      .joined(separator: wording.language == .english ? "; " : "；")
    return Finding(
      id: "\(step).open", severity: .note,
      sentence: wording(
        P.findingOpen,
        ["open": .count(open.count), "all": .count(sentences), "claims": .text(names)]),
      page: step, action: wording(P.actionOpen), owner: wording(P.controlling))
  }

  // MARK: Notes

  private var notes: [Note] {
    let settings = output.settings
    let day = Wording.Argument.day(output.asOf)
    return [
      Note(
        .method,
        wording(
          P.noteRule,
          ["confidence": .share(settings.confidence), "wide": .share(settings.wide)])),
      Note(
        .policy,
        settings.months.map { wording(P.noteMonths, ["months": .count($0), "day": day]) }
          ?? wording(P.noteAll, ["day": day])),
      Note(
        .method,
        wording(
          P.noteDraws,
          ["draws": .count(output.draws), "seed": .text(String(settings.seed))])),
      Note(.caution, wording(P.noteSources)),
    ] + Claims.method.sourceNotes
  }
}
