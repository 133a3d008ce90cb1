import Values

extension Contract {
  /// Recurring revenue of a customer by period.
  package static let contractPeriods = Contract(
    "contract_periods",
    Phrase("Recurring revenue, one row a customer and period", "合同期收入，每行一个客户的一个期间"),
    key: ["customer_id", "period"],
    fields: [
      Field(
        "customer_id", .key, required: true, Phrase("Customer", "客户编号"),
        aliases: ["customer", "account_id", "客户编号", "客戶編號"]),
      Field(
        "period", .day, required: true, datesRow: true, Phrase("First day of the period", "期间首日"),
        aliases: ["month", "period start", "期间", "月份", "期間"]),
      Field(
        "amount", .money, required: true, Phrase("Revenue of the period", "期间收入"),
        aliases: ["mrr", "revenue", "金额", "收入", "金額"]),
    ])

  /// What was spent to win or to keep customers.
  package static let costs = Contract(
    "costs", Phrase("Spend on winning and keeping customers", "获客与维系费用"),
    key: ["period", "channel", "purpose"],
    fields: [
      Field(
        "period", .day, required: true, datesRow: true, Phrase("First day of the period", "期间首日"),
        aliases: ["month", "date", "期间", "月份", "期間"]),
      Field(
        "channel", .category, required: true, Phrase("Channel", "渠道"), aliases: ["渠道", "通路"]),
      Field(
        "purpose", .level(["acquisition", "retention"]), required: true,
        Phrase("Winning or keeping", "用途（获客或维系）"),
        aliases: ["cost type", "kind", "用途", "费用类型", "費用類型"]),
      Field(
        "amount", .money, required: true, Phrase("Spend", "费用金额"),
        aliases: ["cost", "spend", "金额", "费用", "金額", "費用"]),
    ])

  /// Exchange rates by day.
  package static let rates = Contract(
    "rates", Phrase("Exchange rates, one row a day and currency", "汇率，每行一日一币种"),
    key: ["date", "currency"],
    fields: [
      Field(
        "date", .day, required: true, datesRow: true, Phrase("Day the rate holds", "汇率日期"),
        aliases: ["day", "rate date", "日期", "汇率日期", "匯率日期"]),
      Field(
        "currency", .currency, required: true, Phrase("Currency that is converted", "币种"),
        aliases: ["currency code", "币种", "货币", "幣別"]),
      Field(
        "rate", .number(1e-9...1e9), required: true, Phrase("Base currency for one unit", "折合本位币"),
        aliases: ["exchange rate", "fx rate", "汇率", "匯率"]),
    ])

  /// Who was asked to answer a survey.
  package static let invitations = Contract(
    "invitations", Phrase("Survey invitations, one row each", "调查邀请，每行一次"),
    key: ["invitation_id"],
    fields: [
      Field(
        "invitation_id", .key, required: true, Phrase("Invitation number", "邀请编号"),
        aliases: ["invitation", "invite_id", "邀请编号", "邀請編號"]),
      SurveyFields.customer,
      SurveyFields.wave,
      Field(
        "date", .day, required: true, datesRow: true, Phrase("Day it was sent", "发送日期"),
        aliases: ["sent on", "sent_at", "发送日期", "发送时间", "發送日期"]),
      Field(
        "mode", .category, Phrase("How it was sent", "邀请方式"),
        aliases: ["channel", "方式", "邀请方式", "邀請方式"]),
    ])
}
