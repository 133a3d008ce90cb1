import Values

/// The columns of the tables of `tiers`, with what they mean.
enum TiersColumns {
  static func customers(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("tier", .text, Phrase("Class, or set_aside", "类别，或未归类标记")),
      ColumnHead("star", .count, Phrase("Stars, 0 for none", "星级；无星为 0")),
      ColumnHead("rule", .text, Phrase("The rule that gave the class", "判定类别的规则")),
      ColumnHead(
        "rank", .count, Phrase("Place by amount, 1 for the greatest", "金额名次，最高为 1")),
      ColumnHead("amount", money, Phrase("Amount in the period", "期间金额")),
      ColumnHead("share", .share, Phrase("Share of the amount of all", "占全部金额的比例")),
      ColumnHead(
        "cumulative_share", .share,
        Phrase("Share of the customers with at least this amount", "不低于该金额的客户合计占比")),
      ColumnHead(
        "to_next_tier", money,
        Phrase("Amount more that reaches the next class", "升至上一类所需增加的金额")),
      ColumnHead("star_rule", .text, Phrase("The rule that gave the stars", "判定星级的规则")),
      ColumnHead(
        "months_to_next_star", .count,
        Phrase("Months until the next star, if every month passes", "逐月达标时升星所需月数")),
      ColumnHead("star_before", .count, Phrase("Stars a month ago", "一个月前的星级")),
      ColumnHead(
        "keeps_star_with", money,
        Phrase("What the month after the window must bring to keep the star", "下一月保星所需金额")),
      ColumnHead(
        "month_so_far", money,
        Phrase("What that month has brought up to the as-of date", "该月截至截止日的金额")),
      ColumnHead("last_month", money, Phrase("The last complete month", "最近完整月金额")),
      ColumnHead("star_at_risk", .text, Phrase("About to lose the star", "是否即将失去星级")),
      ColumnHead("clv", money, Phrase("Customer lifetime value", "客户终身价值")),
      ColumnHead(
        "clv_decile", .count, Phrase("Tenth by that value, 1 for the greatest", "终身价值十等分，最高为 1")),
      ColumnHead("key_account", .text, Phrase("Key account", "是否大客户")),
      ColumnHead(
        "key_reason", .text,
        Phrase(
          "Why: class, stars, lifetime value, or segment",
          "认定理由：类别、星级、终身价值或客户细分")),
    ]
  }

  static func classes(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("tier", .text, Phrase("Class, or set_aside", "类别，或未归类标记")),
      ColumnHead("rule", .text, Phrase("Rule", "规则")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("customer_share", .share, Phrase("Share of the customers with a class", "客户占比")),
      ColumnHead("amount", money, Phrase("Amount", "金额")),
      ColumnHead("amount_share", .share, Phrase("Share of the amount", "金额占比")),
      ColumnHead("mean_amount", money, Phrase("Amount a customer", "户均金额")),
      ColumnHead("orders", .count, Phrase("Orders in the period", "期间订单数")),
    ]
  }

  static func stars(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("star", .count, Phrase("Stars, 0 for none", "星级；无星为 0")),
      ColumnHead("rule", .text, Phrase("Rule", "规则")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("customer_share", .share, Phrase("Share of all customers", "客户占比")),
      ColumnHead("amount", .money(currency), Phrase("Amount in the period", "期间金额")),
      ColumnHead("at_risk", .count, Phrase("About to lose the star", "即将失去星级的客户数")),
      ColumnHead("lost", .count, Phrase("Had it a month ago and have it no more", "一个月内失去该星级的客户数")),
    ]
  }

  static func deciles(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("decile", .count, Phrase("Tenth, 1 for the greatest values", "十等分，最高为 1")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("clv", money, Phrase("Customer lifetime value, added up", "客户终身价值合计")),
      ColumnHead("clv_share", .share, Phrase("Share of the whole", "占合计的比例")),
      ColumnHead("mean_clv", money, Phrase("Mean of a customer", "户均值")),
      ColumnHead("least", money, Phrase("Least value", "最小值")),
      ColumnHead("greatest", money, Phrase("Greatest value", "最大值")),
    ]
  }

  static let lorenz = [
    ColumnHead("customer_share", .share, Phrase("Share of customers", "客户累计占比")),
    ColumnHead("customers", .count, Phrase("Customers", "客户数")),
    ColumnHead(
      "least_share", .share, Phrase("What the least customers hold", "由低到高累计的金额占比")),
    ColumnHead(
      "greatest_share", .share, Phrase("What the greatest customers hold", "由高到低累计的金额占比")),
  ]

  static let concentration = [
    ColumnHead("figure", .text, Phrase("Figure", "指标")),
    ColumnHead("value", .ratio, Phrase("Value", "数值")),
    ColumnHead("low", .ratio, Phrase("Low end of the 95 % interval", "95% 区间下限")),
    ColumnHead("high", .ratio, Phrase("High end of the 95 % interval", "95% 区间上限")),
    ColumnHead("texts", .ratio, Phrase("What the source texts say", "文献给出的数值")),
  ]
}
