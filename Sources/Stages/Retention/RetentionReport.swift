import Pipeline
package import Report
import Statistics
import Values

extension RetentionOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = RetentionWriter(self, wording, step)
    let findings = writer.findings
    return StageReport(
      measures: writer.measures, findings: findings, pages: writer.pages(findings),
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct RetentionWriter {
  typealias P = RetentionPhrases
  typealias Column = ReportTable.Column
  typealias Cell = ReportTable.Cell

  let output: RetentionOutput
  let wording: Wording
  let step: String
  /// Customers who count as lost soon, greatest revenue first.
  let due: [Int]
  let outlooks: [RetentionOutput.Outlook?]
  /// Running contracts whose end or next renewal is near: the largest term revenue first.
  let dueContracts: [RetentionOutput.DueContract]

  init(_ output: RetentionOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    due = output.purchases?.due(within: output.settings.dueWithin) ?? []
    outlooks = output.outlooks
    dueContracts = output.dueContracts(outlooks)
  }

  var settings: RetentionSettings { output.settings }
  var money: Unit { .money(output.currency) }
  var none: Cell { .missing(wording(P.noValue)) }

  func major(_ minor: Int64) -> Double { output.currency.major(minor) }

  func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? none }

  func cell(_ count: Int?) -> Cell { cell(count.map(Double.init)) }

  func days(_ count: Int) -> Wording.Argument { .value(Double(count), .days) }

  func pages(_ findings: [Finding]) -> [Page] {
    let contractsPage = contractsPage(settings.contractsOnly ? findings : [])
    return settings.contractsOnly
      ? [contractsPage]
      : [cohortPage(findings)] + [amountsPage, survivalPage].compactMap(\.self)
        + (output.contracts == nil && output.revenue == nil ? [] : [contractsPage])
  }

  /// Period labels of a calendar: those that are not over are marked.
  func label(_ index: Int, _ calendar: PeriodCalendar) -> String {
    let label = calendar.label(index)
    return calendar.isOver(index) ? label : wording(P.partial, ["period": .text(label)])
  }

  var origin: Phrase {
    let isAcquisition = settings.origin == .acquiredOn && !output.lacksOrigin
    return isAcquisition ? P.fromAcquisition : P.fromFirstPurchase
  }

  /// Exports that end before the as-of date, rules that rest on little, what was asked for and is
  /// not there.
  var warnings: [String] {
    var warnings: [String] = []
    if let purchases = output.purchases {
      if purchases.span.endsEarly {
        warnings.append(wording(P.warnEarly, ["day": .day(purchases.span.through)]))
      }
      if case .fallback(let gaps) = purchases.rule.basis {
        warnings.append(
          wording(
            P.warnFallback, ["gaps": .count(gaps), "days": days(purchases.rule.days)]))
      }
      if purchases.overall.endsEarly { warnings.append(wording(P.warnEndsEarly)) }
      if !output.missingGroups.isEmpty {
        warnings.append(
          wording(
            P.warnGroups,
            [
              "columns": .text(
                output.missingGroups.map { wording($0.title).lowercased() }
                  .joined(separator: wording(P.listComma)))
            ]))
      }
    }
    if output.lacksOrigin, output.purchases != nil { warnings.append(wording(P.warnOrigin)) }
    return warnings
  }
}
