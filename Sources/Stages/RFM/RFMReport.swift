import Pipeline
package import Report
import Values

extension RFMOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    RFMReport(output: self, wording: wording, step: step).report
  }
}

/// What `rfm` says in one language.
struct RFMReport {
  let output: RFMOutput
  let wording: Wording
  let step: String

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings, pages: [page] + (listPage.map { [$0] } ?? []),
      warnings: warnings)
  }

  var bins: Int { output.settings.bins }
  var total: RFMOutput.Sum { output.total }

  // MARK: Measures

  private var measures: [Measure] {
    let input = output.input
    let n = output.count
    let atRisk = output.sum(.atRisk)
    let best = output.sum(.best)
    var all = [
      measure("customers", RFMPhrases.customers, Double(n), .count, better: .higher),
      measure("rows", RFMPhrases.rows, Double(input.totalRows), .count),
      measure("net", RFMPhrases.net, major(input.totalNet), money, better: .higher),
      measure(
        "at_risk.customers", RFMPhrases.atRiskCustomers, Double(atRisk.customers), .count,
        better: .lower),
      measure(
        "at_risk.revenue", RFMPhrases.atRiskRevenue, major(atRisk.revenue), money, better: .lower),
      share("at_risk.revenue_share", RFMPhrases.atRiskShare, atRisk, better: .lower, isKey: true),
      measure("best.customers", RFMPhrases.bestCustomers, Double(best.customers), .count),
      measure("best.revenue", RFMPhrases.bestRevenue, major(best.revenue), money, better: .higher),
      share("best.revenue_share", RFMPhrases.bestShare, best, better: .neither, isKey: true),
      mean("mean_r", RFMPhrases.meanR, output.means[0], better: .higher),
      mean("mean_f", RFMPhrases.meanF, output.means[1], better: .higher),
      mean("mean_m", RFMPhrases.meanM, output.means[2], better: .higher),
      mean("mean_weighted_score", RFMPhrases.meanWeighted, meanWeighted, better: .higher),
      defined(
        "mean_recency_days", RFMPhrases.meanRecency,
        n > 0 ? Double(total.recency) / Double(n) : nil, .days, better: .lower),
    ]
    for (segment, sum) in zip(output.segments, output.sums) {
      all.append(
        measure(
          "customers.\(segment.id)", RFMPhrases.segmentCustomers, Double(sum.customers), .count,
          of: segment))
      all.append(
        share("revenue_share.\(segment.id)", RFMPhrases.segmentShare, sum, of: segment))
    }
    return all
  }

  private var money: Unit { .money(output.input.currency) }

  private func major(_ minor: Int64) -> Double { output.input.currency.major(minor) }

  /// The mean of the weighted scores is the weighted mean of the mean scores.
  private var meanWeighted: Double {
    let weights = output.settings.weights
    let means = output.means
    return (weights.r * means[0] + weights.f * means[1] + weights.m * means[2]) / weights.sum
  }

  private func measure(
    _ id: String, _ label: Phrase, _ value: Double, _ unit: Unit,
    better: Measure.Direction = .neither, of segment: RFMSegment? = nil
  ) -> Measure {
    Measure(
      id: id, label: text(label, segment), value: value, unit: unit, n: output.count,
      betterWhen: better)
  }

  private func share(
    _ id: String, _ label: Phrase, _ sum: RFMOutput.Sum, better: Measure.Direction = .neither,
    of segment: RFMSegment? = nil, isKey: Bool = false
  ) -> Measure {
    let value = output.revenueShare(sum)
    let reason = output.count == 0 ? RFMPhrases.reasonNoCustomers : RFMPhrases.reasonNoShare
    return Measure(
      id: id, label: text(label, segment), value: value, unit: .share, n: sum.customers,
      reason: value == nil ? wording(reason) : nil, betterWhen: better, isKey: isKey)
  }

  private func mean(
    _ id: String, _ label: Phrase, _ value: Double, better: Measure.Direction
  ) -> Measure {
    defined(id, label, value.isFinite ? value : nil, .score, better: better)
  }

  private func defined(
    _ id: String, _ label: Phrase, _ value: Double?, _ unit: Unit, better: Measure.Direction
  ) -> Measure {
    Measure(
      id: id, label: wording(label), value: value, unit: unit, n: output.count,
      reason: value == nil ? wording(RFMPhrases.reasonNoCustomers) : nil, betterWhen: better)
  }

  private func text(_ label: Phrase, _ segment: RFMSegment?) -> String {
    guard let segment else { return wording(label) }
    return wording(label, ["segment": .phrase(segment.name)])
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    if let chart = heatMap { blocks.append(.chart(chart)) }
    blocks.append(.table(segmentTable))
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    if !output.largestAtRisk.isEmpty { blocks.append(.table(largestTable)) }
    blocks += binTables.map { .table($0) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(RFMPhrases.title), question: wording(RFMPhrases.question),
      headline: headline, blocks: blocks)
  }

  private var headline: String {
    guard output.count > 0 else {
      return wording(RFMPhrases.noCustomers, ["day": .day(output.input.asOf)])
    }
    let sum = output.sum(.atRisk)
    guard sum.customers > 0 else {
      return wording(RFMPhrases.headlineNoRisk, ["customers": .count(output.count)])
    }
    let names = names(of: .atRisk, withCustomers: true)
    guard let share = output.revenueShare(sum) else {
      return wording(
        RFMPhrases.headlineAtRiskPlain,
        [
          "segments": .text(names), "customers": .count(sum.customers),
          "revenue": .money(sum.revenue),
        ])
    }
    return wording(
      RFMPhrases.headlineAtRisk,
      [
        "segments": .text(names), "customers": .count(sum.customers),
        "revenue": .money(sum.revenue),
        "share": .share(share),
      ])
  }

  /// The segments of a role as a list: "At risk and Can't lose".
  func names(of role: RFMRole, withCustomers: Bool) -> String {
    let names = zip(output.segments, output.sums)
      .filter { $0.0.role == role && (!withCustomers || $0.1.customers > 0) }
      .map { wording($0.0.name) }
    guard let last = names.last, names.count > 1 else {
      return names.last ?? wording(RFMPhrases.none)
    }
    return names.dropLast().joined(separator: wording(RFMPhrases.listComma))
      + wording(RFMPhrases.listLast) + last
  }

  /// Best recency on top; cells that nobody is in stay empty.
  private var heatMap: Chart? {
    let cells = output.cells
    guard let most = cells.indices.max(by: { cells[$0].customers < cells[$1].customers }),
      output.count > 0
    else { return nil }
    let rows = (1...bins).reversed()
    return Chart(
      id: "\(step)_map", title: wording(RFMPhrases.mapTitle),
      altText: wording(
        RFMPhrases.mapWords,
        [
          "customers": .count(output.count), "bins": .count(bins),
          "r": .count(most / bins + 1), "f": .count(most % bins + 1),
          "most": .count(cells[most].customers),
        ]),
      kind: .heatMap(
        rows: rows.map { "R \($0)" }, columns: (1...bins).map { "F \($0)" },
        values: rows.map { r in
          (1...bins).map { f in
            let customers = cells[(r - 1) * bins + f - 1].customers
            return customers > 0 ? Double(customers) : .nan
          }
        }),
      style: .prose(.count), xTitle: wording(RFMPhrases.axisF), yTitle: wording(RFMPhrases.axisR))
  }
}
