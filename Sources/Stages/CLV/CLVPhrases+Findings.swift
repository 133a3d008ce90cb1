import Values

extension CLVPhrases {
  // MARK: Findings

  static let totalFinding = Phrase(
    "Today's customers are expected to bring {value} in the next {horizon} ({low} to {high}); they brought {recent} in the {horizon} before.",
    "现有客户预计在未来 {horizon}带来 {value}（{low} 至 {high}）；此前 {horizon}带来 {recent}。")
  static let totalAction = Phrase(
    "Plan revenue from today's customers with the low end; the rest of the target has to come from new ones",
    "按区间下限安排现有客户收入计划，其余目标须由新客户完成")
  static let totalOwner = Phrase("Sales management", "销售管理层")
  static let roseFinding = Phrase(
    "The value of all customers rose by {share} since {day}: {now} against {before}.",
    "自 {day} 以来全部客户价值上升 {share}：{now}，此前 {before}。")
  static let fellFinding = Phrase(
    "The value of all customers fell by {share} since {day}: {now} against {before}.",
    "自 {day} 以来全部客户价值下降 {share}：{now}，此前 {before}。")
  static let fellAction = Phrase(
    "See which customers of the list lost most, and whether new ones make up for it",
    "查看清单中哪些客户价值下降最多，新客户能否弥补")
  static let riskFinding = Phrase(
    "{customers} customers are likely leaving (active {from} to {to}): {value} is at stake; {fallen} of them, with {fallenvalue}, are newly so within {days}.",
    "{customers} 位客户可能正在流失（活跃概率 {from} 至 {to}），风险价值 {value}；其中 {fallen} 位为近 {days}新出现，涉及 {fallenvalue}。"
  )
  static let riskAction = Phrase(
    "Call the first {n} of the list: they hold {share} of what is at stake",
    "优先联系名单前 {n} 位：其占风险价值的 {share}")
  static let riskOwner = Phrase("Account owners", "客户负责人")
  static let topFinding = Phrase(
    "A tenth of the customers ({customers}) holds {share} of the expected value, {value}.",
    "十分之一的客户（{customers} 位）占预期价值的 {share}，即 {value}。")
  static let topAction = Phrase(
    "Give each of them a named contact and a plan for the year", "为其逐一指定专人并制定年度计划")
  static let topOwner = Phrase("Key account management", "大客户管理")
  static let newcomerFinding = Phrase(
    "A new customer is worth {value} in the first {horizon}, of it {rest} after the first purchase.",
    "新客户首 {horizon}价值 {value}，其中首次购买之后 {rest}。")
  static let newcomerAction = Phrase(
    "Winning a customer should cost less than that over the same time", "同期获客成本应低于此值")
  static let newcomerOwner = Phrase("Marketing", "市场部")
  static let testFinding = Phrase(
    "Fitted up to {day}, the model expected {expected} purchases since then; {actual} came: {bias}.",
    "以截至 {day} 的数据拟合，模型预计此后购买 {expected} 次，实际 {actual} 次：{bias}。")
  static let testTooHigh = Phrase("{share} too many were expected", "预计偏高 {share}")
  static let testTooLow = Phrase("{share} too few were expected", "预计偏低 {share}")
  static let testAction = Phrase(
    "Look for what changed since then (prices, stock, campaigns) before relying on totals",
    "在采用合计数之前，先查明此后的变化（价格、库存、活动）")
  static let testOwner = Phrase("Analysis", "数据分析")
  static let driftFinding = Phrase(
    "Customers buy otherwise than in the card of {day}: {names} moved by more than three standard errors.",
    "客户购买方式与 {day} 的模型卡不同：{names} 的变化超过三倍标准误。")
  static let driftAction = Phrase(
    "Compare with the card before; refit more often while it moves", "与上一张模型卡对照，变动期间缩短重新拟合的间隔")

  // MARK: Warnings

  static let warnFew = Phrase(
    "Not enough data for a purchase model: {repeaters} customers with a repeat purchase, {needed} are needed (min_repeaters). The mean rate of all customers stands in its place.",
    "数据不足以建立购买模型：有重复购买的客户 {repeaters} 位，至少需 {needed} 位。以全体客户的平均购买速率代替。")
  static let warnNoModel = Phrase(
    "No purchase model could be fitted ({why}); the mean rate of all customers stands in its place.",
    "没有购买模型能够拟合（{why}）；以全体客户的平均购买速率代替。")
  static let warnInstead = Phrase(
    "{asked} could not be fitted ({why}); {model} stands in its place.",
    "{asked} 未能拟合（{why}）；以 {model} 代替。")
  static let warnBoundary = Phrase(
    "The data do not bound {names} of {model}: the forecast stands, those parameters have no error.",
    "数据不足以限定 {model} 的 {names}：预测有效，但这些参数没有误差。")
  static let warnStalled = Phrase(
    "The fit of {model} ended before it converged (slope {slope}): take its figures with care.",
    "{model} 的拟合未达收敛即结束（梯度 {slope}）：请谨慎使用。")
  static let warnErrors = Phrase(
    "Standard errors of {model} are a stand-in (the likelihood is flat): intervals of parameters are not reliable.",
    "{model} 的标准误为替代值（似然平坦）：参数区间不可靠。")
  static let warnCorrelation = Phrase(
    "Frequency and spend go together (correlation {pearson}, {low} to {high}; by ranks {spearman}); the spend model takes them as independent: values of frequent buyers are off. Fit segments apart.",
    "频次与金额相关（相关系数 {pearson}，区间 {low} 至 {high}；秩相关 {spearman}），而金额模型假定两者独立：高频客户的价值会有偏差。建议按细分分别拟合。")
  static let warnSpendMean = Phrase(
    "The spend model could not be fitted ({why}); every purchase counts with the mean amount of all.",
    "金额模型未能拟合（{why}）；每次购买均按总体平均金额计。")
  static let warnNoAmounts = Phrase(
    "No repeat purchase has an amount: purchases count with the mean amount of the first ones, {amount}.",
    "重复购买均无金额：每次购买按首次购买的平均金额 {amount} 计。")
  static let warnConstrained = Phrase(
    "The spend model has no finite mean by itself (q {q}, not above 1): q is held above 1, and customers without a repeat purchase count with the mean amount of all.",
    "金额模型自身没有有限均值（q 为 {q}，未大于 1）：已将 q 限定在 1 以上，无重复购买的客户按总体平均金额计。")
  static let warnCompare = Phrase(
    "Counted in steps of {days}, as other programs do: not calendar months. For comparison only.",
    "按每期 {days}计（与其他软件一致），并非日历月，仅供对照。")
  static let warnCompareRate = Phrase(
    "Counted in steps of {days} and discounted by {rate} at the end of each, as other programs do: not calendar months, not an annual rate. For comparison only.",
    "按每期 {days}计，每期末以 {rate} 折现（与其他软件一致），并非日历月与年折现率，仅供对照。")
  static let warnRounded = Phrase(
    "Horizons are rounded to whole periods of {unit}: the model counts periods.",
    "预测期已按整期（{unit}）取整：该模型以期计数。")
  static let warnFar = Phrase(
    "The horizon of {horizon} is longer than the {days} that were observed: it is an extrapolation.",
    "预测期 {horizon}长于观察期 {days}，属于外推。")
  static let warnUncertainSpend = Phrase(
    "The spend model leaves the variance of amounts open (q {q}, not above 2): the predictive part of totals holds counts alone.",
    "金额模型的方差不存在（q 为 {q}，未大于 2）：合计的预测部分仅含购买次数。")
  static let warnAliveOne = Phrase(
    "BG/NBD takes everybody without a repeat purchase as active: their probability is 1 by construction. MBG/NBD does not.",
    "BG/NBD 将没有重复购买者一律视为活跃，其概率恒为 1；MBG/NBD 则不然。")
  static let warnNoEnd = Phrase(
    "NBD knows no end of a customer: nobody can be at risk by it.", "NBD 不含流失：按此模型没有客户处于流失风险。")

  static let whyFew = Phrase(
    "{repeaters} repeat customers, {needed} parameters", "复购客户 {repeaters} 位，参数 {needed} 个")
  static let whyNoVariation = Phrase("the data do not vary", "数据没有差异")
  static let whyNotSupported = Phrase(
    "times are no whole periods, or its covariates are not supported", "时间不是整期，或不支持其协变量")
  static let whyNoMaximum = Phrase("no start led to a likelihood", "所有起始点均未得到似然")
}
