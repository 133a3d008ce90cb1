import Values

/// The columns of the tables of `lifecycle`, with what they mean.
enum LifecycleColumns {
  static func customers(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("class", .text, Phrase("Class", "类别")),
      ColumnHead("reason", .text, Phrase("The conditions of the rule that gave it", "判定类别的规则条件")),
      ColumnHead(
        "class_before", .text,
        Phrase("Class at the earlier date; empty for who was not known", "前期类别；当时尚未建档为空")),
      ColumnHead("first_day", .day, Phrase("First purchase day", "首次购买日")),
      ColumnHead("last_day", .day, Phrase("Last purchase day", "最近购买日")),
      ColumnHead("purchase_days", .count, Phrase("Days with a purchase", "购买天数")),
      ColumnHead("wait_days", .days, Phrase("Days since the last purchase", "未购天数")),
      ColumnHead("gap_days", .days, Phrase("The gap that counts", "计入的购买间隔天数")),
      ColumnHead(
        "gap_of", .text,
        Phrase("Whose gap it is: the customer's own, or that of all", "间隔来源：自身或全体")),
      ColumnHead("waits", .ratio, Phrase("Wait over gap", "未购天数与间隔之比")),
      ColumnHead(
        "silent_from", .day,
        Phrase("Silent from this day on, without a purchase", "若不购买，自该日起沉默")),
      ColumnHead("amount", money, Phrase("Amount up to the as-of date", "截至截止日的金额")),
      ColumnHead(
        "year_amount", money,
        Phrase("Amount in the year up to the last purchase", "末次购买前一年的金额")),
      ColumnHead("p_alive", .share, Phrase("Probability of being alive", "存活概率")),
      ColumnHead("owner", .text, Phrase("Who looks after the customer", "负责人")),
    ]
  }

  static func classes(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("class", .text, Phrase("Class", "类别")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("customer_share", .share, Phrase("Share of all customers", "客户占比")),
      ColumnHead("customers_before", .count, Phrase("Customers at the earlier date", "前期客户数")),
      ColumnHead("amount", money, Phrase("Amount up to the as-of date", "截至截止日的金额")),
      ColumnHead(
        "year_amount", money,
        Phrase("Amount in the year up to the last purchase", "末次购买前一年的金额")),
      ColumnHead("mean_wait_days", .days, Phrase("Mean days since the last purchase", "平均未购天数")),
    ]
  }

  static func flows(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead(
        "from", .text, Phrase("Class at the earlier date, or not yet known", "前期类别或尚未建档")),
      ColumnHead("to", .text, Phrase("Class now", "现类别")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("share_of_from", .share, Phrase("Share of those who were there", "占前期该类的比例")),
      ColumnHead(
        "year_amount", .money(currency),
        Phrase("Amount in the year up to the last purchase", "末次购买前一年的金额")),
    ]
  }
}
