package import Diagnostics
package import Exports
package import Pipeline
package import Values

/// What stage `retention` can be told.
package struct RetentionSettings: StageSettings {
  package var period: CohortPeriod = .month
  package var weekStart: WeekStart = .monday
  package var windows: CohortWindows = .calendar
  package var returning: ReturnRule = .classic
  package var brackets: [PeriodRange] = [
    PeriodRange(1, 1), PeriodRange(2, 3), PeriodRange(4, 6), PeriodRange(7, 12),
  ].compactMap(\.self)
  package var pagePeriods = 12
  package var pageCohorts = 24
  package var refunds: Refunds = .net
  package var groupBy: [CustomerDimension] = [.segment]
  package var churnAfter: Int?
  package var churnShare = 0.95
  package var origin: LifeOrigin = .firstPurchase
  package var horizon = 365
  package var dueWithin = 30
  package var renewalsWithin = 90
  package var contractsOnly = false
  package var contractTerm = 12
  package var contractsSince: Day?
  package var discount = 0.1
  package var revenueOver = 12

  package init() {}

  package static var fields: [SettingField<RetentionSettings>] { cohortFields + lifeFields }

  private static var cohortFields: [SettingField<RetentionSettings>] {
    [
      SettingField(
        "period", \.period,
        Phrase(
          "Length of a period: customers are grouped by the period of their first purchase",
          "周期长度：客户按首次购买所在周期归组")),
      SettingField(
        "week_start", \.weekStart,
        Phrase(
          "First day of a week; Monday gives the weeks of ISO 8601", "每周首日；星期一即国际标准周")),
      SettingField(
        "windows", \.windows,
        Phrase(
          "Periods after the first are those of the calendar, or counted from each customer's own first day",
          "首期之后的各期按日历划分，或自每位客户的首购日起算")),
      SettingField(
        "returning", \.returning,
        Phrase(
          "What the page shows as retained: a purchase in exactly the period, or in it or later",
          "页面所示留存的口径：恰在该期购买，或该期及以后购买")),
      SettingField(
        "brackets", \.brackets,
        Phrase(
          "Ranges of periods: retained is who bought at least once in the range",
          "期数区间：区间内至少购买一次即为留存")
      ) { ranges in
        zip(ranges, ranges.dropFirst()).allSatisfy { $0.last < $1.first }
          ? nil : "ranges that rise and do not overlap"
      },
      SettingField(
        "page_periods", \.pagePeriods,
        Phrase("Periods after the first that the page shows", "页面显示首期之后的期数")
      ) { (1...60).contains($0) ? nil : "1 to 60" },
      SettingField(
        "page_cohorts", \.pageCohorts,
        Phrase("Cohorts that the page shows, the latest ones", "页面显示最近的组数")
      ) { (1...100).contains($0) ? nil : "1 to 100" },
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Whether returns lower revenue, stand beside it, or are left out",
          "退货的处理：冲减收入、单独列示或不计")),
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns of the customers' export by which survival is compared",
          "按客户档案的哪些列比较生存曲线")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
    ]
  }

  private static var lifeFields: [SettingField<RetentionSettings>] {
    [
      SettingField(
        "churn_after", \.churnAfter,
        Phrase(
          "Days without a purchase after which a customer counts as lost; left out: from the customers' own gaps",
          "连续多少天未购买即视为流失；缺省时由客户自身的购买间隔得出")
      ) { ($0 ?? 1) > 0 && ($0 ?? 1) <= 3650 ? nil : "1 to 3650 days" },
      SettingField(
        "churn_share", \.churnShare,
        Phrase(
          "Share of all gaps between purchase days that are no longer than the days of churn, where those come from the gaps",
          "流失天数由间隔得出时，不超过该天数的间隔占比")
      ) { $0 > 0 && $0 < 1 ? nil : "above 0 and below 1" },
      SettingField(
        "origin", \.origin,
        Phrase(
          "Where a customer's time begins: the first purchase, or the day of acquisition with late entry at the first purchase",
          "客户时间的起点：首次购买，或获客日期（自首次购买起进入观察）")),
      SettingField(
        "horizon", \.horizon,
        Phrase(
          "Day for the share not lost and for the mean time up to it", "未流失比例与限定平均时间的截止天数")
      ) { (1...36_500).contains($0) ? nil : "1 to 36500 days" },
      SettingField(
        "due_within", \.dueWithin,
        Phrase(
          "Customers are listed who will count as lost within so many days unless they buy",
          "列出若不购买将在多少天内视为流失的客户")
      ) { (1...3650).contains($0) ? nil : "1 to 3650 days" },
      SettingField(
        "contracts_only", \.contractsOnly,
        Phrase(
          "Look at contracts and their revenue alone; no orders are needed then",
          "仅分析合同及其收入，此时无需订单")),
      SettingField(
        "contract_term", \.contractTerm,
        Phrase("Months of a contract until it is renewed", "合同每期的月数")
      ) { (1...120).contains($0) ? nil : "1 to 120 months" },
      SettingField(
        "contracts_since", \.contractsSince,
        Phrase(
          "Day from which ended contracts are in the export; older ones enter late",
          "导出文件自哪一天起包含已结束的合同；更早的合同按延迟进入处理")),
      SettingField(
        "renewals_within", \.renewalsWithin,
        Phrase(
          "Contracts are listed that end or are due for renewal within so many days",
          "列出在多少天内到期或待续约的合同")
      ) { (1...3650).contains($0) ? nil : "1 to 3650 days" },
      SettingField(
        "discount", \.discount,
        Phrase("Discount rate a year for expected renewals", "预期续约的年折现率")
      ) { $0 > 0.0001 && $0 <= 10 ? nil : "above 0.0001, up to 10" },
      SettingField(
        "revenue_over", \.revenueOver,
        Phrase(
          "Months between the two revenues that net and gross retention compare",
          "净收入与总收入留存所比较的间隔月数")
      ) { (1...60).contains($0) ? nil : "1 to 60 months" },
    ]
  }
}

package enum CohortPeriod: String, CaseIterable, SettingValue {
  case week
  case month
  case quarter
}

package enum WeekStart: String, CaseIterable, SettingValue {
  case monday
  case sunday
}

/// Which days belong to the k-th period after a customer's first.
package enum CohortWindows: String, CaseIterable, SettingValue {
  /// The k-th calendar period after the cohort's.
  case calendar
  /// The k-th stretch from the customer's own first purchase day.
  case own
}

/// When a customer counts as retained in a period.
package enum ReturnRule: String, CaseIterable, SettingValue {
  /// A purchase in the period.
  case classic
  /// A purchase in the period or later.
  case rolling
}

package enum LifeOrigin: String, CaseIterable, SettingValue {
  case firstPurchase = "first_purchase"
  case acquiredOn = "acquired_on"
}

/// Periods after the first, both ends included: `1`, `2-3`.
package struct PeriodRange: SettingValue, Equatable {
  package let first: Int
  package let last: Int

  package init?(_ first: Int, _ last: Int) {
    guard first >= 1, first <= last, last <= 10_000 else { return nil }
    self.first = first
    self.last = last
  }

  package static var accepted: String { "a period such as 1, or a range such as 2-3" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> PeriodRange? {
    if case .scalar(let text, _) = node.content {
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      if (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil,
        let range = PeriodRange(first, last)
      {
        return range
      }
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text(text) }

  var text: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
