package import Exports
package import Pipeline
import Values

/// What a pipeline may say about a basket step.
package struct BasketSettings: StageSettings {
  package var basket = BasketUnit.order
  package var months: Int?
  package var exclude: [String] = []
  package var zeroAmount = ZeroAmount.ignore
  package var minItems = 1
  package var maxItems = 50
  package var support = 0.001
  package var minBaskets = 10
  package var maxLength = 3
  package var confidence = 0.25
  package var lift = 1.0
  package var falseDiscovery = 0.05
  package var redundant = RedundantRules.drop
  package var suggestions = 3
  package var groupBy = BasketGroup.segment

  package init() {}

  package static var fields: [SettingField<BasketSettings>] {
    [
      SettingField(
        "basket", \.basket,
        Phrase(
          "What counts as bought together: one order, one customer on one day, or all that a customer bought",
          "何为一次购买：一张订单、同一客户同一天，或同一客户的全部购买")),
      SettingField(
        "months", \.months,
        Phrase(
          "Only orders of so many months up to the as-of date; all without it",
          "仅计截至日前若干个月的订单；缺省为全部"),
        check: { (1...1200).contains($0 ?? 1) ? nil : "1 to 1200" }),
      SettingField(
        "exclude", \.exclude,
        Phrase("Products that say nothing, such as shipping", "不参与分析的产品，例如运费")),
      SettingField(
        "zero_amount", \.zeroAmount,
        Phrase("Lines of amount 0 are purchases, or are left out", "金额为零的行计为购买，或不计")),
      SettingField(
        "min_items", \.minItems,
        Phrase("Products that a basket has at least", "每篮最少产品数"),
        check: { $0 >= 1 ? nil : "1 or more" }),
      SettingField(
        "max_items", \.maxItems,
        Phrase(
          "Products that a basket has at most; larger ones, such as stock orders, are left out and counted",
          "每篮最多产品数；更大的（如备货单）不计并列示数量"),
        check: { (1...10_000).contains($0) ? nil : "1 to 10000" }),
      SettingField(
        "support", \.support,
        Phrase("Share of baskets that a set of products is in at least", "项集的最低支持度"),
        check: { $0 > 0 && $0 <= 1 ? nil : "above 0, at most 1" }),
      SettingField(
        "min_baskets", \.minBaskets,
        Phrase("Baskets that it is in at least", "项集最少出现的篮数"),
        check: { $0 >= 1 ? nil : "1 or more" }),
      SettingField(
        "max_length", \.maxLength,
        Phrase("Products of a rule at most, both sides together", "规则两侧合计的最多产品数"),
        check: { (2...6).contains($0) ? nil : "2 to 6" }),
      SettingField(
        "confidence", \.confidence, Phrase("Confidence of a rule at least", "规则的最低置信度"),
        check: { (0...1).contains($0) ? nil : "0 to 1" }),
      SettingField(
        "lift", \.lift, Phrase("Lift that a rule has to exceed", "规则的提升度须高于此值"),
        check: { $0 >= 0 ? nil : "0 or more" }),
      SettingField(
        "false_discovery", \.falseDiscovery,
        Phrase(
          "Share of the rules shown that may be chance (Benjamini and Hochberg)",
          "所列规则中容许的偶然比例（BH 法）"),
        check: { $0 > 0 && $0 <= 1 ? nil : "above 0, at most 1" }),
      SettingField(
        "redundant", \.redundant,
        Phrase(
          "Rules that are no better than one with fewer products are dropped or kept",
          "不优于更短规则的规则：剔除或保留")),
      SettingField(
        "suggestions", \.suggestions,
        Phrase("Products suggested for a customer at most", "每位客户最多推荐的产品数"),
        check: { (1...20).contains($0) ? nil : "1 to 20" }),
      SettingField(
        "group_by", \.groupBy,
        Phrase("Column of the customers' export that groups customers", "对客户分组的客户档案列")),
    ]
  }
}

/// What counts as bought together.
package enum BasketUnit: String, CaseIterable, SettingValue {
  case order
  /// Customer and day.
  case day
  case customer
}

/// What becomes of rules that say no more than a shorter one.
package enum RedundantRules: String, CaseIterable, SettingValue {
  case drop
  case keep
}
