import Values

/// How the figures came about.
extension RetentionPhrases {
  static let noteCohort = Phrase(
    "A cohort holds the customers whose first purchase in the exports, from {day} on, is in the period; customers of before {day} stand in the first cohorts as if they were new.",
    "同期群由首次购买（数据自 {day} 起）落在该周期的客户组成；{day} 之前的老客户会被当作新客户计入最早的组。")
  static let noteLatest = Phrase(
    "Tables show the latest cohorts, periods and months; the lists of the pack hold all of them.",
    "表中为最近的组、周期与月份；全部见报告包中的清单。")
  static let noteCalendar = Phrase(
    "Periods after the first are calendar periods; the first period itself may be short for customers who came late in it.",
    "首期之后各期为日历周期；首期内较晚到来的客户，其首期较短。")
  static let noteOwn = Phrase(
    "Periods are counted from each customer's own first purchase day.", "各期自每位客户的首购日起算。")
  static let noteComplete = Phrase(
    "A period counts only where it was over for the whole cohort by {day}; others are left empty, never zero.",
    "仅当该期截至 {day} 对全组均已结束时才计入；否则留空，不计为零。")
  static let noteClassic = Phrase(
    "Retained in a period: at least one purchase in it (classic). Rolling: a purchase in it or later, up to {day}, so that young cohorts have had less time. Bracket: at least one purchase in the range of periods.",
    "经典留存：该期至少购买一次。滚动留存：该期及以后（截至 {day}）购买过，较新的组可观察时间较短。区间留存：期数区间内至少购买一次。")
  static let noteMeans = Phrase(
    "Means are over the cohorts that were seen so far: weighted by their customers, with Wilson's interval at 95 %, and the simple mean beside it.",
    "平均值取可观察到该期的各组：按客户数加权（威尔逊区间，95%），并列简单平均。")
  static let notePeriods = Phrase(
    "Retention of a period: customers of the period before who bought again, with Wilson's interval at 95 %; churn is one less that. (E − N) / S also counts customers who came back after a pause, and can exceed 1.",
    "周期留存率：上一周期客户中本周期再次购买的占比，威尔逊区间（95%）；流失率为一减留存率。（期末−新增）/期初含间断后回流的客户，可大于 1。")
  static let noteWeekIso = Phrase(
    "Weeks begin on Monday and are numbered by ISO 8601.", "每周自星期一开始，按国际标准编号。")
  static let noteWeekSunday = Phrase("Weeks begin on Sunday.", "每周自星期日开始。")
  static let noteNet = Phrase("Refunds: revenue is purchases less returns.", "退货规则：收入为购买额减退货额。")
  static let noteGross = Phrase(
    "Refunds: revenue is purchases; returns are not taken off.", "退货规则：收入为购买额，不减退货。")
  static let noteSignificant = Phrase(
    "A change is told where a test of two proportions gives p < 0.05 and it is two points or more; a group where the log-rank test gives p < 0.05 and it is lost 1.2 times as fast as expected or faster.",
    "留存率变化：两比例检验 p < 0.05 且不小于两个百分点时列为发现；分组：对数秩检验 p < 0.05 且流失速度达预期的 1.2 倍时列为发现。")
  static let noteWithout = Phrase(
    "Customers who only gave back, in no count: {n}.", "只有退货、未计入的客户数：{n}。")
  static let noteAfter = Phrase(
    "Rows later than {day}, left out: {n}.", "晚于 {day}、未计入的行数：{n}。")

  static let noteChurnStated = Phrase(
    "A customer is lost once {days} have passed after a purchase without another one; the settings say so.",
    "购买后连续 {days}未再购买即视为流失（由设置给定）。")
  static let noteChurnGaps = Phrase(
    "A customer is lost once {days} have passed after a purchase without another one: {share} of the {gaps} gaps between purchase days are no longer. Gaps that still run are not among them.",
    "购买后连续 {days}未再购买即视为流失：{gaps} 个购买间隔中有 {share} 不超过该天数；尚未结束的间隔不计在内。")
  static let noteChurnFallback = Phrase(
    "A customer is lost once {days} have passed after a purchase without another one; gaps between purchases are too few to tell.",
    "购买后连续 {days}未再购买即视为流失；购买间隔过少，无法由其判断。")
  static let noteChurnDay = Phrase(
    "The loss counts on the day the silence is full, the first time it happens; who has not been lost by {day} is censored there. {back} of {lost} lost customers bought again later.",
    "流失记在未购天数届满之日，且只计首次；截至 {day} 未流失者按删失处理。{lost} 位流失客户中有 {back} 位后来再次购买。")
  static let noteLate = Phrase(
    "Time begins on the day of acquisition; a customer is at risk from the first purchase on (late entry). {n} customers without such a day, or with one after the first purchase, begin at the first purchase.",
    "时间自获客日期起算，自首次购买起进入观察（延迟进入）。无获客日期或其晚于首购的 {n} 位客户自首次购买起算。")
  static let noteIntervals = Phrase(
    "Kaplan–Meier with Greenwood's variance; intervals are log-log at 95 %, the plain ones stand in the list. The median's interval is where that of the curve holds one half.",
    "乘积限估计，格林伍德方差；区间为对数对数形式（95%），普通区间见清单。中位数区间为曲线区间包含一半之处。")
  static let noteLogRank = Phrase(
    "Expected losses are those of a group if all customers were alike; the log-rank test compares them with the losses seen.",
    "预期流失数为各组与全体一致时的流失数；对数秩检验将其与实际流失数比较。")

  static let noteContracts = Phrase(
    "A contract meets a renewal decision every {months} months; one that ended by {day} was lost at the last of them, the others are still there. Contracts without an end run on.",
    "合同每 {months} 个月面临一次续约；截至 {day} 已结束者视为在最后一次终止，其余仍在履行；未注明结束日者视为持续。")
  static let noteModel = Phrase(
    "Shifted beta geometric model by maximum likelihood: every contract has a chance of its own to end, so that those who stay are ever more likely to stay. Intervals by the delta method.",
    "移位贝塔几何模型，极大似然估计：各合同终止概率不同，故留存者的续约率逐次上升。区间用德尔塔法。")
  static let noteOneDecision = Phrase(
    "Only first renewals were seen, which cannot tell contracts apart: all are given the same chance to end.",
    "目前仅有首次续约，无法区分各合同：按终止概率相同处理。")
  static let noteNoDifference = Phrase(
    "No contract, or every contract, ended at its renewals: all are given the same chance to end.",
    "续约时无合同终止或全部终止：按终止概率相同处理。")
  static let noteNoDecline = Phrase(
    "The share that ends does not fall from renewal to renewal: all contracts are given the same chance to end.",
    "终止比例未随续约次数下降：按终止概率相同处理。")
  static let noteDiscount = Phrase(
    "Expected payments are discounted at {rate} a year; those before a renewal include the payment of that renewal if it comes.",
    "预期付费按年折现率 {rate} 计算；续约前的数值含该次续约的付费。")
  static let noteSince = Phrase(
    "Ended contracts are known from {day} on; older contracts enter late, with the renewals they had by then.",
    "已结束的合同自 {day} 起有记录；更早的合同按当时已续约次数延迟进入。")
  static let noteReversed = Phrase(
    "Contracts that end before they start, left out: {n}.", "结束早于开始、未计入的合同数：{n}。")
  static let noteFuture = Phrase(
    "Contracts that start after {day}, left out: {n}.", "{day} 之后开始、未计入的合同数：{n}。")
  static let noteRevenue = Phrase(
    "Net revenue retention: revenue now of the customers of {months} months before, over their revenue then; gross counts no customer for more than then. Intervals are those of a ratio over customers.",
    "净收入留存率：{months} 个月前的客户当月收入与其当时收入之比；总收入留存率中每位客户不超过当时。区间按客户间的比率估计。")
  static let noteNegative = Phrase(
    "Months of a customer with revenue below zero, counted as nothing: {n}.",
    "收入为负、按零计的客户月数：{n}。")
}
