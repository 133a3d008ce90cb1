package import Diagnostics
import Exports
import Pipeline
package import Values

/// Who bought how much and how often: one row a customer, and what changed since a year ago.
package struct LedgerStage: Stage {
  package static let name = "ledger"
  package static let summary = Phrase(
    "One row a customer: first and last purchase, orders, revenue; and revenue month by month",
    "每个客户一行：首末次购买、订单与收入；以及逐月收入")
  package static let example = """
    - stage: ledger
      settings:
        refunds: net
        group_by: [region, segment]
    """

  private let settings: LedgerSettings

  package init(_ settings: LedgerSettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: LedgerInput) throws(Diagnostic) -> LedgerOutput {
    let sums = MonthlySums(input.purchaseDays, asOf: input.asOf)
    return LedgerOutput(
      ledger: Ledger(input.purchaseDays, asOf: input.asOf, refunds: settings.refunds),
      sums: sums, change: QuarterChange(input, sums, refunds: settings.refunds))
  }
}
