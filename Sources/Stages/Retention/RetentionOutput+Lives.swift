import Pipeline
import Statistics
import Values

extension RetentionOutput {
  static let survivalHeads = [
    ColumnHead("dimension", .text, Phrase("Split by; total for all", "拆分维度，全部为合计")),
    ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组，空为未注明")),
    ColumnHead("day", .days, Phrase("Days since the origin", "距起点的天数")),
    ColumnHead("at_risk", .count, Phrase("Customers seen just before the day", "当日之前仍在观察的客户数")),
    ColumnHead("lost", .count, Phrase("Customers lost on the day", "当日流失客户数")),
    ColumnHead("survival", .share, Phrase("Share not lost", "未流失比例")),
    ColumnHead("standard_error", .ratio, Phrase("Its error by Greenwood", "格林伍德标准误")),
    ColumnHead("low", .share, Phrase("Low end of the log-log interval, 95 %", "对数对数区间下限（95%）")),
    ColumnHead("high", .share, Phrase("High end of the log-log interval, 95 %", "对数对数区间上限（95%）")),
    ColumnHead("plain_low", .share, Phrase("Low end of the plain interval, 95 %", "普通区间下限（95%）")),
    ColumnHead("plain_high", .share, Phrase("High end of the plain interval, 95 %", "普通区间上限（95%）")),
  ]

  var survivalTable: DataTable {
    var rows = ResultRows(Self.survivalHeads)
    for curve in curves {
      for step in curve.curve.steps {
        let interval = curve.curve.interval(step)
        let plain = curve.curve.interval(step, .plain)
        rows.add([
          .text(curve.dimension), .text(curve.label), .number(Double(step.time)),
          .count(step.atRisk), .count(step.events), .number(step.survival),
          .number(step.standardError), .number(interval?.low), .number(interval?.high),
          .number(plain?.low), .number(plain?.high),
        ])
      }
    }
    return rows.table("survival")
  }

  /// All customers, then each group.
  private var curves: [(dimension: String, label: String, curve: KaplanMeier)] {
    guard let purchases else { return [] }
    return [("total", "", purchases.overall)]
      + purchases.comparisons.flatMap { comparison in
        comparison.groups.map { (comparison.kind.rawValue, $0.label, $0.curve) }
      }
  }

  static let groupHeads = [
    ColumnHead("dimension", .text, Phrase("Split by; total for all", "拆分维度，全部为合计")),
    ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组，空为未注明")),
    ColumnHead("customers", .count, Phrase("Customers", "客户数")),
    ColumnHead("lost", .count, Phrase("Lost customers", "流失客户数")),
    ColumnHead(
      "expected_lost", .ratio,
      Phrase("Losses if the group were like all", "若与全体一致的预期流失数")),
    ColumnHead("median_days", .days, Phrase("Days after which half are lost", "半数流失的天数")),
    ColumnHead("median_low", .days, Phrase("Low end of its interval", "其区间下限")),
    ColumnHead("median_high", .days, Phrase("High end of its interval", "其区间上限")),
    ColumnHead("horizon_survival", .share, Phrase("Share not lost at the horizon", "截止天数的未流失比例")),
    ColumnHead("low", .share, Phrase("Low end of its log-log interval, 95 %", "对数对数区间下限（95%）")),
    ColumnHead("high", .share, Phrase("High end of its log-log interval, 95 %", "对数对数区间上限（95%）")),
    ColumnHead(
      "restricted_mean_days", .days,
      Phrase("Mean days until lost, counted up to the horizon", "截止天数内的限定平均天数")),
    ColumnHead("restricted_mean_error", .days, Phrase("Its standard error", "其标准误")),
    ColumnHead("log_rank", .ratio, Phrase("Chi-square of the log-rank test", "对数秩检验卡方值")),
    ColumnHead("p_value", .share, Phrase("Chance of such a difference by luck alone", "检验 p 值")),
  ]

  var groupsTable: DataTable {
    var rows = ResultRows(Self.groupHeads)
    guard let purchases else { return rows.table("groups") }
    func add(
      _ dimension: String, _ label: String, _ curve: KaplanMeier, _ expected: Double?,
      _ test: LogRank?
    ) {
      let median = curve.medianInterval()
      let survival = curve.survival(at: settings.horizon)
      let interval = curve.step(at: settings.horizon).flatMap { curve.interval($0) }
      let mean = curve.restrictedMean(to: settings.horizon)
      rows.add([
        .text(dimension), .text(label), .count(curve.table.lives), .count(curve.table.events),
        .number(expected), .number(curve.median.map(Double.init)),
        .number(curve.median == nil ? nil : median.low.map(Double.init)),
        .number(median.high.map(Double.init)), .number(survival),
        .number(survival == nil ? nil : interval?.low),
        .number(survival == nil ? nil : interval?.high), .number(mean?.mean),
        .number(mean?.standardError), .number(test?.chiSquare), .number(test?.pValue),
      ])
    }
    add("total", "", purchases.overall, nil, nil)
    for comparison in purchases.comparisons {
      for group in comparison.groups {
        add(
          comparison.kind.rawValue, group.label, group.curve, group.expected, comparison.test)
      }
    }
    return rows.table("groups")
  }

  static func customerHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("cohort", .text, Phrase("Period of the first purchase", "首次购买所在周期")),
      ColumnHead("first_day", .day, Phrase("First purchase day", "首次购买日")),
      ColumnHead("last_day", .day, Phrase("Last purchase day", "最近购买日")),
      ColumnHead(
        "entry_days", .days, Phrase("Days from the origin to the first purchase", "起点至首次购买的天数")),
      ColumnHead(
        "duration_days", .days,
        Phrase("Days from the origin to the loss, or to the end of observation", "起点至流失或观察结束的天数")),
      ColumnHead("lost", .count, Phrase("1 where the customer was lost by the rule", "按规则流失过为 1")),
      ColumnHead(
        "came_back", .count, Phrase("1 where the customer bought again after that", "流失后再次购买为 1")),
      ColumnHead(
        "days_left", .days,
        Phrase("Days until the customer counts as lost; empty where lost", "距视为流失的天数；已流失为空")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue so far", "累计收入")),
    ]
  }

  var customersTable: DataTable {
    let heads = Self.customerHeads(currency)
    guard let purchases else { return ResultRows(heads).table("customers") }
    let lives = purchases.lives
    let calendar = purchases.triangle.calendar
    let periods = calendar.periodOfDay
    let start = calendar.start.number
    return DataTable(
      name: "customers", heads: heads,
      columns: [
        ColumnValues.text(purchases.ids).selected(lives.customer.map { Int($0) }),
        .category(
          lives.firstDay.map { periods[Int($0 - start)] },
          labels: (0..<calendar.count).map(calendar.label)),
        .day(lives.firstDay), .day(lives.lastDay), .integer(lives.entry.map(Int64.init)),
        .integer(lives.duration.map(Int64.init)), .integer(lives.isLost.map { $0 ? 1 : 0 }),
        .integer(lives.cameBack.map { $0 ? 1 : 0 }),
        .integer((0..<lives.count).map { purchases.daysLeft($0).map(Int64.init) ?? .min }),
        .money(lives.revenue, currency),
      ])
  }

  static func dueHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("last_day", .day, Phrase("Last purchase day", "最近购买日")),
      ColumnHead(
        "days_left", .count, Phrase("Days until the customer counts as lost", "距视为流失的天数")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue so far", "累计收入")),
    ]
  }

  var dueTable: DataTable {
    var rows = ResultRows(Self.dueHeads(currency))
    guard let purchases else { return rows.table("due") }
    for row in purchases.due(within: settings.dueWithin) {
      rows.add([
        .text(purchases.ids[Int(purchases.lives.customer[row])]),
        .day(Day(number: purchases.lives.lastDay[row])), .count(purchases.daysLeft(row)),
        .money(purchases.lives.revenue[row]),
      ])
    }
    return rows.table("due")
  }
}
