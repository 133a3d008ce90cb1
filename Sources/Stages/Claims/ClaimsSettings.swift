package import Exports
package import Pipeline
import Values

/// What stage `claims` can be told.
package struct ClaimsSettings: StageSettings {
  package var months: Int? = 12
  package var refunds = Refunds.net
  package var wide = ClaimVerdict.wide
  package var leavingKinds: [String] = []
  package var careReasons: [String] = []
  package var contactDays = 180
  package var draws = 1000
  package var seed = 1
  package var confidence = 0.95

  package init() {}

  package static var fields: [SettingField<ClaimsSettings>] {
    [
      SettingField(
        "months", \.months,
        Phrase(
          "Revenue of so many months up to the as-of date is shared out; of all time where it is null",
          "按截至日前若干个月的收入计算集中度；为空时取全部"),
        check: { (1...1200).contains($0 ?? 1) ? nil : "1 to 1200" }),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce revenue, stand beside it, or are left out", "退货从收入中扣除、单独列示，或不计")),
      SettingField(
        "wide", \.wide,
        Phrase(
          "An interval that holds the figure of the texts, but is wider than this part of it, decides nothing",
          "区间包含文献数值，但宽度超过其多大比例时视为无法判断"),
        check: { $0 > 0 ? nil : "above 0" }),
      SettingField(
        "leaving_kinds", \.leavingKinds,
        Phrase(
          "Kinds of cases in which customers say that they leave; their category is the reason",
          "哪些类型的工单记录客户离开，其分类即原因")),
      SettingField(
        "care_reasons", \.careReasons,
        Phrase("Categories of those cases that mean want of care", "上述工单中属于关怀不足的分类")),
      SettingField(
        "contact_days", \.contactDays,
        Phrase(
          "Days before falling silent in which a case is a contact", "沉默前多少天内的工单视为有联系"),
        check: { (1...3650).contains($0) ? nil : "1 to 3650" }),
      SettingField(
        "draws", \.draws,
        Phrase(
          "Draws of customers for the intervals of shares; fewer, but at least 200, for very many customers",
          "占比区间的抽样次数；客户极多时减少，但不低于 200"),
        check: { (200...100_000).contains($0) ? nil : "200 to 100000" }),
      SettingField(
        "seed", \.seed, Phrase("Seed of those draws", "抽样所用的随机种子"),
        check: { $0 >= 0 ? nil : "0 or more" }),
      SettingField(
        "confidence", \.confidence, Phrase("Level of the intervals", "区间的置信水平"),
        check: { $0 > 0.5 && $0 < 1 ? nil : "above 0.5 and below 1" }),
    ]
  }
}
