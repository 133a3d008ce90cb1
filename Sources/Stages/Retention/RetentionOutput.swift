import Exports
package import Pipeline
import Statistics
package import Values

/// What purchases tell of who stays.
struct PurchaseRetention: Sendable {
  let span: ObservedSpan
  let triangle: CohortTriangle
  /// By period.
  let flows: [PeriodFlow]
  let rule: ChurnRule
  let ids: TextColumn
  let lives: CustomerLives
  let overall: KaplanMeier
  let comparisons: [SurvivalComparison]
  let rowsAfter: Int
  let withoutPurchase: Int

  /// The last two periods that are both over.
  var latestPeriod: Int? {
    let last = triangle.calendar.overCount - 1
    return last >= 1 ? last : nil
  }

  func retention(_ period: Int) -> Proportion? {
    guard period >= 1, triangle.calendar.isOver(period) else { return nil }
    return flows[period].retention(after: flows[period - 1])
  }

  /// Days left until a customer counts as lost; nil where that has happened.
  func daysLeft(_ row: Int) -> Int? {
    let silence = Int(span.through.number - lives.lastDay[row])
    return silence < rule.days ? rule.days - silence : nil
  }

  /// Customers who count as lost within so many days unless they buy, greatest revenue first.
  func due(within days: Int) -> [Int] {
    (0..<lives.count).filter { daysLeft($0).map { $0 <= days } ?? false }
      .sorted { (-lives.revenue[$0], $0) < (-lives.revenue[$1], $1) }
  }
}

/// What contracts tell of who stays.
struct ContractRetention: Sendable {
  let lives: ContractLives
  /// One id a contract.
  let ids: TextColumn
  let curve: KaplanMeier
  /// nil where no renewal was due yet.
  let fit: RenewalFit?
}

/// Retention of purchases and of contracts.
package struct RetentionOutput: StageOutput {
  let settings: RetentionSettings
  let asOf: Day
  let currency: Currency
  let missingGroups: [CustomerDimension]
  let lacksOrigin: Bool
  let purchases: PurchaseRetention?
  let contracts: ContractRetention?
  let revenue: RecurringRevenue?

  /// Of one term of a contract.
  var termDiscount: Double {
    RenewalModel.termDiscount(yearly: settings.discount, months: settings.contractTerm)
  }

  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "cohorts", Phrase("One row a cohort and period since its first", "每个同期群的每一期一行"),
        cohortHeads(currency)),
      ResultTable(
        "brackets", Phrase("One row a cohort and range of periods", "每个同期群的每个期数区间一行"),
        bracketHeads),
      ResultTable(
        "means", Phrase("Means over the cohorts, weighted and simple", "各期留存的加权与简单平均"),
        meanHeads(currency)),
      ResultTable(
        "periods", Phrase("One row a calendar period", "每个日历周期一行"), periodHeads(currency)),
      ResultTable(
        "survival", Phrase("One row a group and day with a loss", "每组每个出现流失的时点一行"),
        survivalHeads),
      ResultTable(
        "groups",
        Phrase("Survival of each group, with the test of their difference", "各组生存情况及差异检验"),
        groupHeads),
      ResultTable(
        "customers", Phrase("One row a customer who bought", "每个有购买记录的客户一行"),
        customerHeads(currency)),
      ResultTable(
        "due",
        Phrase(
          "Customers who count as lost soon unless they buy, greatest revenue first",
          "若不购买即将视为流失的客户，按收入从高到低"), dueHeads(currency)),
      ResultTable(
        "contracts", Phrase("One row a contract", "每份合同一行"), contractHeads(currency)),
      ResultTable(
        "renewals", Phrase("One row a renewal decision, seen and projected", "每次续约决策一行，含实际与预测"),
        renewalHeads),
      ResultTable(
        "revenue", Phrase("Recurring revenue, one row a month", "经常性收入，每月一行"),
        revenueHeads(currency)),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "cohorts": cohortsTable
    case "brackets": bracketsTable
    case "means": meansTable
    case "periods": periodsTable
    case "survival": survivalTable
    case "groups": groupsTable
    case "customers": customersTable
    case "due": dueTable
    case "contracts": contractsTable
    case "renewals": renewalsTable
    case "revenue": revenueTable
    default: preconditionFailure("retention has no table \(name)")
    }
  }
}
