import Values

/// The words of the pages of `retention`: cohorts and periods.
enum RetentionPhrases {
  static let title = Phrase("Retention", "客户留存")
  static let question = Phrase("How many customers stay?", "有多少客户留下？")
  static let headline = Phrase(
    "Of the {customers} customers of {before}, {share} bought again in {now} ({low} to {high}).",
    "{before} 的 {customers} 位客户中，有 {share} 在 {now} 再次购买（{low} 至 {high}）。")
  static let headlineNone = Phrase("Nobody bought up to {day}.", "截至 {day} 无购买记录。")
  static let headlineShort = Phrase(
    "{customers} customers bought; there are no two full periods to compare yet.",
    "共 {customers} 位客户购买；尚无两个完整周期可供比较。")
  static let noValue = Phrase("–", "–")
  static let listComma = Phrase(", ", "、")
  static let notOver = Phrase("not over", "未结束")

  // MARK: Measures

  static let customers = Phrase("Customers who bought", "有购买的客户数")
  static let retention = Phrase("Retention: {now} of {before}", "留存率：{now} 对 {before}")
  static let churn = Phrase("Churn: {now} of {before}", "流失率：{now} 对 {before}")
  static let crr = Phrase("(End − new) / start", "（期末 − 新增）/ 期初")
  static let retentionPlain = Phrase("Retention of the last full period", "最近完整周期留存率")
  static let churnPlain = Phrase("Churn of the last full period", "最近完整周期流失率")
  static let weightedMean = Phrase(
    "Retention after {k} periods, weighted mean", "{k} 期后留存率（加权平均）")
  static let simpleMean = Phrase(
    "Retention after {k} periods, simple mean", "{k} 期后留存率（简单平均）")
  static let noPeriods = Phrase("no two full periods", "不足两个完整周期")
  static let noBase = Phrase("nobody bought in the period before", "上一周期无人购买")
  static let noCohort = Phrase("no cohort was seen that far", "尚无组可观察到该期")
  static let noCustomers = Phrase("no customers", "无客户")

  // MARK: Charts and tables

  static let mapClassic = Phrase(
    "Customers who bought again, by period since the first", "首期之后各期再次购买的客户占比")
  static let mapRolling = Phrase(
    "Customers who bought in the period or later", "该期及以后购买的客户占比")
  static let countClassic = Phrase(
    "Customers of each cohort who bought in the period", "各组在该期购买的客户数")
  static let countRolling = Phrase(
    "Customers of each cohort who bought in the period or later", "各组在该期及以后购买的客户数")
  static let mapWords = Phrase(
    "Share of each cohort retained, {cohorts} cohorts by {periods} periods; in the first period after, {share} over all cohorts.",
    "{cohorts} 组在 {periods} 期内的留存率；首期之后第一期各组合计为 {share}。")
  static let axisPeriods = Phrase(
    "Periods since the first; not over: empty", "距首期的期数；未结束留空")
  static let axisCohorts = Phrase(
    "Cohort (customers)", "首购周期（客户数）")
  static let cohortLabel = Phrase("{cohort} ({size})", "{cohort}（{size} 位）")

  static let triangleTitle = Phrase("Cohorts", "同期群")
  static let cohort = Phrase("Cohort", "首购周期")
  static let size = Phrase("Customers", "客户数")

  static let meansTitle = Phrase("Mean retention over the cohorts", "各组平均留存率")
  static let rule = Phrase("Rule", "口径")
  static let classic = Phrase("in the period", "该期购买")
  static let rolling = Phrase("in it or later", "该期及以后购买")
  static let bracket = Phrase("once in the range", "区间内购买")
  static let periods = Phrase("Periods since the first", "距首期期数")
  static let cohorts = Phrase("Cohorts", "组数")
  static let retained = Phrase("Retained", "留存")
  static let weighted = Phrase("Weighted by size", "加权平均")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let simple = Phrase("Simple mean", "简单平均")

  static let bracketsTitle = Phrase(
    "Bought at least once in a range of periods", "各期数区间内至少购买一次的占比")
  static let periodsTitle = Phrase("From period to period", "逐期留存与流失")
  static let period = Phrase("Period", "周期")
  static let partial = Phrase("{period} (not over)", "{period}（未结束）")
  static let active = Phrase("Bought", "购买客户")
  static let new = Phrase("New", "首次购买")
  static let returned = Phrase("Came back", "回流")
  static let lost = Phrase("Not again", "未再购买")
  static let retentionShare = Phrase("Retention", "留存率")
  static let churnShare = Phrase("Churn", "流失率")
  static let crrShort = Phrase("(E − N) / S", "（期末−新增）/期初")
  static let revenue = Phrase("Revenue", "收入")

  static let flowTitle = Phrase("Retention from period to period", "逐期留存率")
  static let flowWords = Phrase(
    "Share of each period's customers who bought again in the next; last: {share} in {period}.",
    "各周期客户在下一周期再次购买的占比；最近 {period} 为 {share}。")

  static let amountsTitle = Phrase("Cohort revenue", "同期群收入")
  static let amountsQuestion = Phrase(
    "How much do the customers of a period bring later?", "各期客户后续带来多少收入？")
  static let amountsHeadline = Phrase(
    "One period after the first, cohorts bring {share} of their first revenue.",
    "首期之后第一期，各组收入为首期的 {share}。")
  static let amountsHeadlineNone = Phrase(
    "No cohort has been seen for a full period after its first.", "尚无组可观察到首期之后的完整一期。")
  static let amountsMap = Phrase(
    "Revenue by period since the first, over that of the first", "首期之后各期收入与首期收入之比")
  static let amountsWords = Phrase(
    "Revenue of {cohorts} cohorts in {periods} periods after the first, over that of the first.",
    "{cohorts} 组在首期之后 {periods} 期的收入与首期收入之比。")
  static let amountsTable = Phrase("Orders and revenue of the cohorts", "各组订单与收入")
  static let orders = Phrase("Orders", "订单数")
  static let firstRevenue = Phrase("Revenue of the first period", "首期收入")
  static let laterRevenue = Phrase("Revenue after it", "后续收入")
  static let perCustomer = Phrase("Revenue a customer", "客均收入")
}
