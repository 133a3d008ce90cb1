package import Exports
package import Pipeline
import Values

/// What stage `loyalty` can be told.
package struct LoyaltySettings: StageSettings {
  package var item = "csat"
  package var days = 90
  package var survey = SurveySettings()
  package var months: Int? = 12
  package var refunds = Refunds.net
  package var topShare = 0.2
  package var list = false
  package var wide = ClaimVerdict.wide

  package init() {}

  /// Of the keys that stages on the survey share those that mean something here: every customer
  /// counts once, whatever the wave and the weight of the answer.
  private static let shared: Set<String> = ["scales", "no_answer", "items", "confidence"]

  package static var fields: [SettingField<LoyaltySettings>] {
    own + SurveySettings.fields.filter { shared.contains($0.key) }.map { $0.within(\.survey) }
  }

  private static var own: [SettingField<LoyaltySettings>] {
    [
      SettingField(
        "item", \.item,
        Phrase("The question whose levels repurchase is compared over", "按哪个题项的满意程度比较复购"),
        check: { $0 == "nps" ? "another question than nps, whose groups stand beside it" : nil }),
      SettingField(
        "days", \.days,
        Phrase(
          "Days after the answer in which a purchase counts as repurchase", "作答后多少天内的购买计为复购"),
        check: { (1...3650).contains($0) ? nil : "1 to 3650" }),
      SettingField(
        "months", \.months,
        Phrase(
          "The value of a customer is the revenue of so many months up to the as-of date; of all time "
            + "where it is null", "客户价值取截至日前若干个月的收入；为空时取全部"),
        check: { (1...1200).contains($0 ?? 1) ? nil : "1 to 1200" }),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce revenue, stand beside it, or are left out", "退货从收入中扣除、单独列示，或不计")),
      SettingField(
        "top_share", \.topShare,
        Phrase(
          "Share of the customers with revenue that are called valuable, greatest first",
          "按价值从高到低，前多大比例的客户视为高价值客户"),
        check: { $0 > 0 && $0 < 1 ? nil : "above 0 and below 1" }),
      SettingField(
        "list", \.list,
        Phrase(
          "Whether the valuable and unhappy are listed one by one: each row tells a person's answer, "
            + "so only where respondents know of it", "是否逐一列出高价值而不满的客户：每行都会透露个人作答，须事先告知作答者")),
      SettingField(
        "wide", \.wide,
        Phrase(
          "An interval that holds the figure of the texts, but is wider than this part of it, decides "
            + "nothing", "区间包含文献数值，但宽度超过其多大比例时视为无法判断"),
        check: { $0 > 0 ? nil : "above 0" }),
    ]
  }
}
