import Values

/// All words of stage `ledger`.
enum LedgerPhrases {
  static let title = Phrase("Ledger", "购买台账")
  static let question = Phrase("Who bought, how much, and how often?", "谁买了多少、买了几次？")
  static let headline = Phrase(
    "{customers} customers bought for {revenue}; {share} came back.",
    "{customers} 位客户购买 {revenue}，其中 {share} 再次购买。")
  static let headlineNone = Phrase("Nobody bought up to {day}.", "截至 {day} 无购买记录。")

  static let customers = Phrase("Customers", "客户数")
  static let rows = Phrase("Rows", "行数")
  static let net = Phrase("Net revenue", "净收入")
  static let orders = Phrase("Orders", "订单数")
  static let purchaseDays = Phrase("Purchase days", "购买天数")
  static let repeatRate = Phrase("Came back", "复购率")
  static let medianGap = Phrase("Median gap between purchase days", "购买间隔中位数")
  static let meanRevenue = Phrase("Revenue a customer", "客均收入")
  static let quarterRevenue = Phrase("Revenue of the last full quarter", "最近完整季度收入")
  static let quarterRetention = Phrase("Quarterly retention", "季度留存率")

  static let noCustomers = Phrase("no customers", "无客户")
  static let noGap = Phrase("nobody bought on two days", "无人在两天以上购买")
  static let noQuarter = Phrase("no full quarter to compare with", "没有可对比的完整季度")
  static let noBase = Phrase("nobody bought in the quarter before", "上一季度无人购买")
  static let noValue = Phrase("–", "–")

  static let byMonth = Phrase("Revenue by month", "逐月收入")
  static let byQuarter = Phrase("Revenue by quarter", "逐季收入")
  static let revenueAlt = Phrase(
    "Revenue of each period; highest: {period} with {most}.", "各期收入；最高为 {period}，{most}。")
  static let frequencyTitle = Phrase("Customers by number of orders", "按订单数统计的客户数")
  static let frequencyAlt = Phrase(
    "Customers by number of orders; {share} have one order.", "按订单数统计的客户数；{share} 仅有一单。")
  static let frequencyAxis = Phrase("Orders of a customer", "客户订单数")
  static let quartersTitle = Phrase("Quarter by quarter", "逐季概览")
  static let changeTitle = Phrase("{now} beside {before}", "{now} 与 {before} 对比")
  static let period = Phrase("Period", "期间")
  static let newCustomers = Phrase("New customers", "新客户数")
  static let gross = Phrase("Purchases", "购买额")
  static let returned = Phrase("Returns", "退货额")
  static let share = Phrase("Share", "占比")
  static let partial = Phrase("{period} (not over)", "{period}（未结束）")
  static let dimension = Phrase("By", "维度")
  static let group = Phrase("Group", "分组")
  static let all = Phrase("All", "全部")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let before = Phrase("Revenue before", "对比期收入")
  static let now = Phrase("Revenue", "本期收入")
  static let change = Phrase("Change", "变化")
  static let changeShare = Phrase("Change, relative", "变化率")
  static let buyersBefore = Phrase("Buyers before", "对比期购买客户")
  static let buyers = Phrase("Buyers", "本期购买客户")
  static let retentionBefore = Phrase("Retention before", "对比期留存率")
  static let retention = Phrase("Retention", "本期留存率")
  static let experience = Phrase("Earlier purchases", "此前购买")
  static let experienceNone = Phrase("new customers", "新客户")
  static let experienceOne = Phrase("customers of one earlier purchase", "此前仅购买一次的客户")
  static let experienceSeveral = Phrase("customers of several earlier purchases", "此前多次购买的客户")

  static let revenueRose = Phrase(
    "Revenue of {now} was {revenue}, up {share} on {before}.",
    "{now} 收入 {revenue}，较 {before} 增长 {share}。")
  static let revenueFell = Phrase(
    "Revenue of {now} was {revenue}, down {share} on {before}.",
    "{now} 收入 {revenue}，较 {before} 下降 {share}。")
  static let revenueFellAction = Phrase(
    "Set the loss beside last year's calendar and call the largest accounts that bought less.",
    "对照去年同期活动查找原因，并联系购买减少最多的大客户。")
  static let revenueRoseAction = Phrase(
    "Find out which customers carry the growth and whether they stay.", "找出带来增长的客户，并确认其能否持续。")
  static let loss = Phrase(
    "The loss is in {dimension} {group}: {loss} less than in {before} ({share}), while the rest "
      + "changed by {rest}; most of it among {experience}.",
    "流失集中在{dimension}“{group}”：较 {before} 减少 {loss}（{share}），其余变化 {rest}；以{experience}为主。")
  static let lossAction = Phrase(
    "Have the owner of {group} call the customers who stopped and report the reasons.",
    "请“{group}”的负责人回访停购客户并汇报原因。")
  static let retentionLow = Phrase(
    "In {dimension} {group} {share} of the last quarter's buyers bought again ({low} to {high}), "
      + "elsewhere {rest}.",
    "{dimension}“{group}”上一季度的购买客户中有 {share} 再次购买（{low} 至 {high}），其他为 {rest}。")
  static let retentionLowBefore = Phrase(
    "In {dimension} {group} {share} of the last quarter's buyers bought again ({low} to {high}), "
      + "elsewhere {rest}; in {before} it was {earlier}.",
    "{dimension}“{group}”上一季度的购买客户中有 {share} 再次购买（{low} 至 {high}），其他为 {rest}；{before} 时为 {earlier}。"
  )
  static let retentionAction = Phrase(
    "Ask the buyers of {group} who did not come back why, and mend the first cause.",
    "回访“{group}”未再购买的客户，查明并解决首要原因。")

  static let noteDays = Phrase(
    "A purchase day is a day with at least one order; orders of one day count as one purchase day.",
    "购买日为至少有一笔订单的日期；同日多单计为一个购买日。")
  static let noteRepeat = Phrase(
    "Came back: customers with two or more purchase days among all customers, Wilson interval at "
      + "95 %.",
    "复购率：购买日不少于两天的客户占比，威尔逊区间（95%）。")
  static let noteGap = Phrase(
    "Gap: days between consecutive purchase days of one customer, all gaps together.",
    "购买间隔：同一客户相邻购买日之间的天数，汇总全部间隔。")
  static let noteNet = Phrase(
    "Refunds: revenue is purchases less returns.", "退货规则：收入为购买额减退货额。")
  static let noteSeparate = Phrase(
    "Refunds: revenue is purchases; returns stand beside it.", "退货规则：收入为购买额，退货单独列示。")
  static let noteIgnore = Phrase(
    "Refunds: returns are left out of revenue.", "退货规则：退货不计入收入。")
  static let noteWithout = Phrase(
    "Customers who only gave back: {n}. Their returns are in the net revenue, they are in no count.",
    "只有退货记录的客户：{n} 位。其退货计入净收入，但不计入客户数。")
  static let noteAfter = Phrase(
    "Rows later than the as-of date, left out: {n}.", "晚于统计日、未计入的行数：{n}。")
  static let noteQuarter = Phrase(
    "A quarter counts as full where orders reach from its first week to its last. It is compared "
      + "with the same quarter of the year before, or else with the quarter before.",
    "订单覆盖首周至末周的季度视为完整季度；优先与去年同季对比，否则与上一季度对比。")
  static let noteRetention = Phrase(
    "Quarterly retention: buyers of the quarter before who bought again in the quarter. A group is "
      + "named where a test against the rest gives p < 0.01.",
    "季度留存率：上一季度的购买客户中本季度再次购买的比例。与其他客户的差异检验 p < 0.01 时列出。")
}
