import Pipeline
import Statistics
import Values

extension RetentionOutput {
  static func cohortHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("cohort", .text, Phrase("Period of the first purchase", "首次购买所在周期")),
      ColumnHead("starts_on", .day, Phrase("First day of that period", "该周期首日")),
      ColumnHead("period", .count, Phrase("Periods since the first, 0 for itself", "距首期的期数，0 为首期")),
      ColumnHead(
        "complete", .count,
        Phrase(
          "1 where the period was over for the whole cohort; figures stand only there",
          "该期对全组已结束为 1，仅此时有数值")),
      ColumnHead("size", .count, Phrase("Customers of the cohort", "组内客户数")),
      ColumnHead("active", .count, Phrase("Customers who bought in the period", "该期购买客户数")),
      ColumnHead("retention", .share, Phrase("Classic: bought in the period", "经典留存：该期购买的占比")),
      ColumnHead("low", .share, Phrase("Low end of its Wilson interval, 95 %", "威尔逊区间下限（95%）")),
      ColumnHead("high", .share, Phrase("High end of its Wilson interval, 95 %", "威尔逊区间上限（95%）")),
      ColumnHead(
        "active_or_later", .count,
        Phrase("Customers who bought in the period or later", "该期及以后购买的客户数")),
      ColumnHead(
        "rolling_retention", .share,
        Phrase("Rolling: bought in the period or later", "滚动留存：该期及以后购买的占比")),
      ColumnHead("orders", .count, Phrase("Orders", "订单数")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue", "收入")),
      ColumnHead(
        "revenue_retention", .ratio,
        Phrase("Revenue over that of the first period", "收入与首期收入之比")),
    ]
  }

  var cohortsTable: DataTable {
    var rows = ResultRows(Self.cohortHeads(currency))
    guard let triangle = purchases?.triangle else { return rows.table("cohorts") }
    for cohort in triangle.cohorts {
      let label = triangle.calendar.label(cohort.index)
      for k in cohort.cells.indices {
        let active = triangle.retained(cohort, k, .classic)
        let later = triangle.retained(cohort, k, .rolling)
        let share = active.flatMap { Proportion($0, of: cohort.size) }
        let interval = share?.wilson()
        let cell = active == nil ? nil : cohort.cells[k]
        rows.add([
          .text(label), .day(triangle.calendar.first(cohort.index)), .count(k),
          .count(active == nil ? 0 : 1), .count(cohort.size), .count(active),
          .number(share?.share), .number(interval?.low), .number(interval?.high), .count(later),
          .number(later.map { Double($0) / Double(cohort.size) }), .count(cell?.orders),
          .money(cell?.revenue), .number(triangle.revenueRetention(cohort, k)),
        ])
      }
    }
    return rows.table("cohorts")
  }

  static let bracketHeads = [
    ColumnHead("cohort", .text, Phrase("Period of the first purchase", "首次购买所在周期")),
    ColumnHead("bracket", .text, Phrase("Periods since the first", "距首期的期数区间")),
    ColumnHead("size", .count, Phrase("Customers of the cohort", "组内客户数")),
    ColumnHead(
      "active", .count,
      Phrase("Customers who bought in the range; empty where it was not over", "区间内购买的客户数，未结束为空")),
    ColumnHead("retention", .share, Phrase("Share of the cohort", "占组内客户的比例")),
    ColumnHead("low", .share, Phrase("Low end of its Wilson interval, 95 %", "威尔逊区间下限（95%）")),
    ColumnHead("high", .share, Phrase("High end of its Wilson interval, 95 %", "威尔逊区间上限（95%）")),
  ]

  var bracketsTable: DataTable {
    var rows = ResultRows(Self.bracketHeads)
    guard let triangle = purchases?.triangle else { return rows.table("brackets") }
    for cohort in triangle.cohorts {
      for (bracket, range) in triangle.brackets.enumerated() {
        let active = triangle.retained(cohort, bracket: bracket)
        let share = active.flatMap { Proportion($0, of: cohort.size) }
        let interval = share?.wilson()
        rows.add([
          .text(triangle.calendar.label(cohort.index)), .text(range.text), .count(cohort.size),
          .count(active), .number(share?.share), .number(interval?.low), .number(interval?.high),
        ])
      }
    }
    return rows.table("brackets")
  }

  static func meanHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("rule", .text, Phrase("classic, rolling or bracket", "口径：经典、滚动或区间")),
      ColumnHead("period", .text, Phrase("Periods since the first", "距首期的期数")),
      ColumnHead("cohorts", .count, Phrase("Cohorts that were seen so far", "已可观察到该期的组数")),
      ColumnHead("customers", .count, Phrase("Their customers", "其客户数")),
      ColumnHead("retained", .count, Phrase("Of them retained", "其中留存客户数")),
      ColumnHead(
        "weighted", .share, Phrase("Mean weighted by cohort size", "按组内客户数加权平均")),
      ColumnHead("low", .share, Phrase("Low end of its Wilson interval, 95 %", "威尔逊区间下限（95%）")),
      ColumnHead("high", .share, Phrase("High end of its Wilson interval, 95 %", "威尔逊区间上限（95%）")),
      ColumnHead(
        "simple", .share, Phrase("Simple mean of the cohorts' shares", "各组留存率的简单平均")),
      ColumnHead("orders", .count, Phrase("Their orders in the period", "其在该期的订单数")),
      ColumnHead(
        "revenue", .money(currency), Phrase("Their revenue in the period", "其在该期的收入")),
    ]
  }

  var meansTable: DataTable {
    var rows = ResultRows(Self.meanHeads(currency))
    guard let triangle = purchases?.triangle else { return rows.table("means") }
    func add(_ rule: String, _ period: String, _ mean: CohortTriangle.Mean, sums: Bool) {
      guard mean.cohorts > 0 else { return }
      let interval = Proportion(mean.retained, of: mean.customers)?.wilson()
      rows.add([
        .text(rule), .text(period), .count(mean.cohorts), .count(mean.customers),
        .count(mean.retained), .number(mean.weighted), .number(interval?.low),
        .number(interval?.high), .number(mean.simple), .count(sums ? mean.orders : nil),
        .money(sums ? mean.revenue : nil),
      ])
    }
    for rule in ReturnRule.allCases {
      for k in 0..<triangle.farthest + 1 {
        add(rule.rawValue, String(k), triangle.mean(k, rule), sums: rule == .classic)
      }
    }
    for (bracket, range) in triangle.brackets.enumerated() {
      add("bracket", range.text, triangle.mean(bracket: bracket), sums: false)
    }
    return rows.table("means")
  }

  static func periodHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("period", .text, Phrase("Calendar period", "日历周期")),
      ColumnHead("starts_on", .day, Phrase("First day", "首日")),
      ColumnHead("complete", .count, Phrase("1 where the period was over", "该周期已结束为 1")),
      ColumnHead("active", .count, Phrase("Customers who bought", "购买客户数")),
      ColumnHead("new", .count, Phrase("Of them: never bought before", "其中：首次购买")),
      ColumnHead(
        "retained", .count, Phrase("Of them: bought in the period before too", "其中：上一周期也购买")),
      ColumnHead(
        "returned", .count,
        Phrase("Of them: bought earlier, but not in the period before", "其中：更早购买过、上一周期未购买")),
      ColumnHead(
        "lost", .count,
        Phrase("Customers of the period before who did not buy", "上一周期购买、本周期未购买的客户数")),
      ColumnHead(
        "retention", .share,
        Phrase("Retained over the customers of the period before", "留存率：留存客户占上一周期客户的比例")),
      ColumnHead("low", .share, Phrase("Low end of its Wilson interval, 95 %", "威尔逊区间下限（95%）")),
      ColumnHead("high", .share, Phrase("High end of its Wilson interval, 95 %", "威尔逊区间上限（95%）")),
      ColumnHead("churn", .share, Phrase("One less retention", "流失率：一减留存率")),
      ColumnHead(
        "crr", .ratio,
        Phrase("(end − new) / start, customers who came back included", "（期末 − 新增）/ 期初，含回流客户")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue", "收入")),
    ]
  }

  var periodsTable: DataTable {
    var rows = ResultRows(Self.periodHeads(currency))
    guard let purchases else { return rows.table("periods") }
    let calendar = purchases.triangle.calendar
    for (index, flow) in purchases.flows.enumerated() {
      let before = index > 0 ? purchases.flows[index - 1] : nil
      let share = purchases.retention(index)
      let interval = share?.wilson()
      let isOver = calendar.isOver(index)
      rows.add([
        .text(calendar.label(index)), .day(calendar.first(index)), .count(isOver ? 1 : 0),
        .count(flow.active), .count(flow.new), .count(flow.retained), .count(flow.returned),
        .count(isOver ? before.map { $0.active - flow.retained } : nil), .number(share?.share),
        .number(interval?.low), .number(interval?.high), .number(share.map { 1 - $0.share }),
        .number(isOver ? before.flatMap { flow.customerRetentionRate(after: $0) } : nil),
        .money(flow.revenue),
      ])
    }
    return rows.table("periods")
  }
}

extension CohortTriangle {
  /// Revenue of the k-th period over that of the first; nil where either period was not over, or
  /// the first one earned nothing.
  func revenueRetention(_ cohort: Cohort, _ k: Int) -> Double? {
    guard k < cohort.cells.count, isComplete(cohort, k), cohort.cells[0].revenue > 0 else {
      return nil
    }
    return Double(cohort.cells[k].revenue) / Double(cohort.cells[0].revenue)
  }
}
