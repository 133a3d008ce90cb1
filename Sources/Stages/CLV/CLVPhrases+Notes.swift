import Values

extension CLVPhrases {
  // MARK: Notes

  static let noteTime = Phrase(
    "Purchase days, one a customer and day; x counts those after the first. Months are calendar months by real dates, money of a month counts at its middle with {rate} a year.",
    "以购买日计，每客户每日一次；x 为首次之后的次数。月份按实际日历，月内金额按月中折现，年折现率 {rate}。")
  static let noteSummary = Phrase(
    "Histories were given in aggregate, in units of a {unit}; counted from {day}.",
    "购买历史为汇总数据，时间单位为{unit}；自 {day} 起算。")
  static let noteAlive = Phrase(
    "The probability of being active follows from how long a customer has been silent for his own rhythm; nobody says goodbye.",
    "活跃概率由客户沉默时长与其自身购买节奏推断；客户流失并无明示。")
  static let noteIntervals = Phrase(
    "Intervals of one customer hold what chance does (number and amount of purchases) with the estimates as they are. Those of totals and tenths hold both: chance, and the error of the estimates from {draws} draws; the table has each part.",
    "单个客户的区间只含随机性（购买次数与金额），参数取估计值。合计与十分位的区间兼含两者：随机性，以及由 {draws} 次抽样得出的估计误差；表中分列。")
  static let noteStake = Phrase(
    "At stake is what a customer would bring if sure to be active, beyond what is expected: value × (1 − p) / p. At risk: p from {from} to {to}; below it a customer counts as gone.",
    "风险价值＝确定仍活跃时的价值减去预期价值，即 价值 ×（1 − p）/ p。活跃概率在 {from} 至 {to} 之间为有风险，更低视为已流失。")
  static let noteRefundsNet = Phrase(
    "Returns are taken off the latest purchases before them; a purchase of which nothing is left is none ({days} were so).",
    "退货从其之前最近的购买中扣除；全额退回的购买不计（共 {days} 次）。")
  static let noteRefundsSeparate = Phrase(
    "Returns stand beside purchases and lower no amount.", "退货单独列示，不冲减金额。")
  static let noteRefundsIgnore = Phrase("Returns are left out.", "退货不计。")
  static let noteFree = Phrase(
    "Free orders count as purchases, or not, as the pipeline says; they lower the mean amount.",
    "免费订单是否计为购买取决于流程设置；计入时会降低平均金额。")
  static let noteOneTimers = Phrase(
    "Customers without a repeat purchase are in the purchase model, not in the spend model; {n} repeat customers without a positive amount are left out of the latter.",
    "无重复购买的客户参与购买模型，但不参与金额模型；另有 {n} 位复购客户无正金额，未参与金额模型。")
  static let noteMargin = Phrase(
    "Values are amounts times the margin rate of {rate}{source}.", "价值为金额乘以毛利率 {rate}{source}。")
  static let marginFromOrders = Phrase(" of the orders", "（来自订单）")
  static let marginFromSettings = Phrase(" of the settings", "（来自设置）")
  static let noteRevenue = Phrase("Values are revenue, not margin.", "价值为收入，而非毛利。")
  static let noteChosenAsked = Phrase("{model} is the model of the settings.", "{model} 由设置指定。")
  static let noteChosenError = Phrase(
    "{model} predicted the hold-out with the least error of all models tried.",
    "在所试模型中，{model} 对留出期的预测误差最小。")
  static let noteChosenBIC = Phrase(
    "Several models predicted the hold-out equally well (within {share}); of those {model} has the least Bayesian criterion.",
    "数个模型对留出期的预测相当（误差相差 {share} 以内）；其中 {model} 的贝叶斯信息量最小。")
  static let noteChosenWithout = Phrase(
    "There was nothing to hold out; {model} has the least Bayesian criterion.",
    "没有可留出的数据；{model} 的贝叶斯信息量最小。")
  static let noteKept = Phrase(
    "The model card of {day} is used: it is not due before {due}. Scores are of today.",
    "沿用 {day} 的模型卡：{due} 之前无需重新拟合；评分为当前数据。")
  static let noteInstead = Phrase(
    "{model} is the first of the others that could be fitted.", "{model} 为其余模型中首个能够拟合者。")
  static let noteHoldout = Phrase(
    "The back-test fits on what was known up to {day} and compares with what came after, for the customers known by then; the models above are fitted on all data.",
    "回测以截至 {day} 的数据拟合，并与此后实际对照，仅含当时已知的客户；上表模型以全部数据拟合。")
  static let noteCovariates = Phrase(
    "Covariates compare with {bases}; levels with fewer than {n} customers are one level.",
    "协变量以 {bases} 为基准；不足 {n} 位客户的类别合并为一类。")
  static let noteUnit = Phrase(
    "Parameters and likelihood are in units of a {unit}.", "参数与似然的时间单位为{unit}。")
  static let noteFit = Phrase(
    "Maximum likelihood on {classes} distinct histories of {customers} customers, {starts} starts, greatest slope left {slope}.",
    "对 {customers} 位客户的 {classes} 种不同历史求最大似然，起始点 {starts} 个，余下最大梯度 {slope}。")

  static func unit(_ unit: CLVTimeUnit) -> Phrase {
    switch unit {
    case .day: Phrase("day", "天")
    case .week: Phrase("week", "周")
    case .month: Phrase("month", "月")
    case .year: Phrase("year", "年")
    }
  }
}
