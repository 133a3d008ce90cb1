import Values

/// The columns of the tables of `rfm`, with what they mean.
enum RFMColumns {
  static func customers(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead(
        "recency_days", .days,
        Phrase("Days from the last purchase to the as-of date", "末次购买至截止日的天数")),
      ColumnHead("frequency", .count, Phrase("Orders, or purchase days", "订单数或购买天数")),
      ColumnHead(
        "monetary", .money(currency),
        Phrase("Amount in total, or the average of an order", "金额合计或每单平均")),
      ColumnHead("r", .score, Phrase("Score of recency, highest is best", "最近购买分数，最高为佳")),
      ColumnHead("f", .score, Phrase("Score of frequency", "频次分数")),
      ColumnHead("m", .score, Phrase("Score of monetary", "金额分数")),
      ColumnHead("score", .text, Phrase("The three scores side by side", "三项分数并列")),
      ColumnHead("weighted_score", .score, Phrase("Weighted mean of the scores", "加权平均分")),
      ColumnHead("segment", .text, Phrase("Segment", "分层")),
      ColumnHead("rule", .text, Phrase("The rule that gave the segment", "判定分层的规则")),
      ColumnHead(
        "to_next_r", .days,
        Phrase("Days less that reach the next score of recency", "最近购买升至下一分所需减少的天数")),
      ColumnHead(
        "to_next_f", .count,
        Phrase("Orders or days more that reach the next score", "频次升至下一分所需增加的次数")),
      ColumnHead(
        "to_next_m", .money(currency),
        Phrase("Amount more that reaches the next score", "金额升至下一分所需增加的金额")),
    ]
  }

  static func segments(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("segment", .text, Phrase("Segment", "分层")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("customer_share", .share, Phrase("Share of all customers", "客户占比")),
      ColumnHead(
        "revenue", .money(currency),
        Phrase("Amount by the policy for returns", "按退货口径计算的金额")),
      ColumnHead("revenue_share", .share, Phrase("Share of revenue", "金额占比")),
      ColumnHead("orders", .count, Phrase("Orders", "订单数")),
      ColumnHead(
        "average_order_value", .money(currency), Phrase("Revenue an order", "每单平均金额")),
      ColumnHead(
        "mean_recency_days", .days, Phrase("Mean days since the last purchase", "平均未购天数")),
    ]
  }

  static let bins = [
    ColumnHead("axis", .text, Phrase("Axis", "维度")),
    ColumnHead(
      "within_r", .score,
      Phrase("Nested: the recency score inside which it counts", "嵌套：所在的最近购买分数")),
    ColumnHead(
      "within_f", .score,
      Phrase("Nested: the frequency score inside which it counts", "嵌套：所在的频次分数")),
    ColumnHead("score", .score, Phrase("Score", "分数")),
    ColumnHead(
      "cut_below", .ratio,
      Phrase("Cut point below the class, in the unit of the axis", "下切点，单位同维度")),
    ColumnHead(
      "cut_above", .ratio,
      Phrase(
        "Cut point above the class: values reach it at most, or with plus-one stay below it",
        "上切点：数值不超过它；加一口径下小于它")),
    ColumnHead("least", .ratio, Phrase("Least value found", "实际最小值")),
    ColumnHead("greatest", .ratio, Phrase("Greatest value found", "实际最大值")),
    ColumnHead("customers", .count, Phrase("Customers", "客户数")),
    ColumnHead("customer_share", .share, Phrase("Share of all customers", "客户占比")),
  ]

  static func cells(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("r", .score, Phrase("Score of recency", "最近购买分数")),
      ColumnHead("f", .score, Phrase("Score of frequency", "频次分数")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("customer_share", .share, Phrase("Share of all customers", "客户占比")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue", "金额")),
    ]
  }
}
