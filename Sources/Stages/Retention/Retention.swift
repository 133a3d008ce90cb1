package import Diagnostics
import Exports
import Pipeline
import Statistics
package import Values

/// Who stays: cohorts, retention between periods, time until lost, and contracts.
package struct Retention: Stage {
  package static let name = "retention"
  package static let summary = Phrase(
    "Who stays, for how long, and who is about to leave: cohorts, retention and churn, survival by segment, contract renewals",
    "谁留下、留多久、谁将流失：同期群、留存与流失、分组生存曲线、合同续约")
  package static let example = """
    - stage: retention
      settings:
        period: quarter
        returning: classic
        brackets: [1, 2-4]
        group_by: [segment]
        churn_after: 180
    """

  private let settings: RetentionSettings

  package init(_ settings: RetentionSettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: RetentionInput) throws(Diagnostic) -> RetentionOutput {
    RetentionOutput(
      settings: settings, asOf: input.asOf, currency: input.currency,
      missingGroups: input.missingGroups, lacksOrigin: input.lacksOrigin,
      purchases: purchases(input), contracts: contracts(input),
      revenue: input.contractPeriods.flatMap {
        RecurringRevenue(
          $0, over: settings.revenueOver, term: settings.contractTerm, asOf: input.asOf)
      })
  }

  /// nil where nobody bought up to the as-of date.
  private func purchases(_ input: RetentionInput) -> PurchaseRetention? {
    guard let days = input.purchaseDays, let span = ObservedSpan(days, asOf: input.asOf) else {
      return nil
    }
    let calendar = PeriodCalendar(
      settings.period, weekStart: settings.weekStart, first: span.first, through: span.through)
    var fold = RetentionFold(settings, calendar)
    days.forEach(in: 0..<days.customerCount) { _, rows in fold.add(rows) }
    guard fold.customers > 0 else { return nil }
    let rule = ChurnRule(settings, gaps: fold.gaps)
    let lives = CustomerLives(
      days, through: span.through, rule: rule, refunds: settings.refunds, origin: input.origin)
    return PurchaseRetention(
      span: span, triangle: fold.triangle, flows: fold.flows, rule: rule, ids: days.customers,
      lives: lives, overall: KaplanMeier(lives.tables(nil, groups: 1)[0]),
      comparisons: input.groups.map { kind, groups in
        SurvivalComparison(
          kind, labels: groups.labels, lives.tables(groups.codes, groups: groups.labels.count))
      },
      rowsAfter: fold.rowsAfter, withoutPurchase: fold.withoutPurchase)
  }

  /// nil where no export has contracts.
  private func contracts(_ input: RetentionInput) -> ContractRetention? {
    guard let customers = input.customers,
      let lives = ContractLives(
        customers, term: settings.contractTerm, since: settings.contractsSince, asOf: input.asOf),
      case .text(let ids)? = customers.values("customer_id")
    else { return nil }
    return ContractRetention(
      lives: lives, ids: ids.selected(lives.row), curve: KaplanMeier(lives.table),
      fit: RenewalFit(lives.table))
  }
}
