import Values

extension Contract {
  /// Purchase histories that are aggregated already, as buy-till-you-die models take them.
  ///
  /// Times are in the unit that the stage is told (`time_unit`), since no file says it.
  package static let summary = Contract(
    "summary",
    Phrase(
      "Aggregated purchase histories, one row a customer, or one with a count of customers",
      "汇总的购买历史，每行一个客户，或一类客户及其人数"),
    key: ["customer_id"],
    fields: [
      Field(
        "customer_id", .key, Phrase("Customer", "客户编号"),
        aliases: ["id", "customer", "account_id", "客户编号", "客戶編號"]),
      Field(
        "x", .integer(0...1_000_000_000), required: true,
        Phrase("Repeat purchases: purchase times after the first", "重复购买次数（不含首次）"),
        aliases: ["frequency", "repeat purchases", "重复购买次数", "重複購買次數"]),
      Field(
        "t_x", .number(0...1e9), required: true,
        Phrase("Time from the first to the last purchase; 0 without a repeat", "首次至末次购买的时长，无重复为 0"),
        aliases: ["t.x", "recency", "首末次间隔", "首末次間隔"]),
      Field(
        "T", .number(0...1e9),
        Phrase("Age: time from the first purchase to the end of observation", "客户年龄：首次购买至观察期末的时长"),
        aliases: ["age", "T.cal", "客户年龄", "客戶年齡"]),
      Field(
        "n", .integer(0...1_000_000),
        Phrase("Occasions on which one could buy, after the first purchase", "首次购买之后的可购买期数"),
        aliases: ["n.cal", "occasions", "期数", "期數"]),
      Field(
        "mean_spend", .number(-1e15...1e15), unit: "base currency",
        Phrase("Mean amount of a repeat purchase", "重复购买的平均金额"),
        aliases: [
          "m", "m.x", "monetary", "monetary_value", "mean_repeat_spend", "平均金额", "平均金額",
        ]),
      Field(
        "customers", .integer(0...1_000_000_000),
        Phrase("Customers with this history; 1 if left out", "具有该历史的客户数，缺省为 1"),
        aliases: ["count", "weight", "custs", "客户数", "客戶數"]),
    ])
}
