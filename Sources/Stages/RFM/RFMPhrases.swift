import Values

/// The words of the page of `rfm`.
enum RFMPhrases {
  static let title = Phrase("RFM segments", "RFM 客户分层")
  static let question = Phrase(
    "Who deserves what, and who is about to leave?", "谁值得投入，谁即将离开？")
  static let noCustomers = Phrase(
    "Nobody bought up to {day}, so there are no segments.", "截至 {day} 尚无客户购买，无法分层。")
  static let headlineAtRisk = Phrase(
    "{segments}: {customers} customers worth {revenue}, {share} of all revenue.",
    "{segments}：{customers} 位客户，金额 {revenue}，占全部金额的 {share}。")
  static let headlineAtRiskPlain = Phrase(
    "{segments}: {customers} customers worth {revenue}.",
    "{segments}：{customers} 位客户，金额 {revenue}。")
  static let headlineNoRisk = Phrase(
    "None of the {customers} customers is in a segment at risk.",
    "全部 {customers} 位客户均不属于有流失风险的分层。")
  static let listComma = Phrase(", ", "、")
  static let listLast = Phrase(" and ", "、")
  static let undefinedShare = Phrase("not a share", "不成占比")

  // MARK: Measures

  static let customers = Phrase("Customers with a purchase", "有购买的客户数")
  static let rows = Phrase("Order rows", "订单行数")
  static let net = Phrase("Net revenue of all rows", "全部订单行净额")
  static let atRiskCustomers = Phrase("Customers at risk", "有流失风险的客户数")
  static let atRiskRevenue = Phrase("Revenue at risk", "有流失风险的金额")
  static let atRiskShare = Phrase("Share of revenue at risk", "有流失风险的金额占比")
  static let bestCustomers = Phrase("Best customers", "最佳客户数")
  static let bestRevenue = Phrase("Revenue of the best customers", "最佳客户金额")
  static let bestShare = Phrase("Revenue share of the best customers", "最佳客户金额占比")
  static let segmentCustomers = Phrase("Customers: {segment}", "客户数：{segment}")
  static let segmentShare = Phrase("Revenue share: {segment}", "金额占比：{segment}")
  static let meanR = Phrase("Mean score of recency", "最近购买平均分")
  static let meanF = Phrase("Mean score of frequency", "频次平均分")
  static let meanM = Phrase("Mean score of monetary", "金额平均分")
  static let listTitle = Phrase("Customer scores", "客户得分清单")
  static let listQuestion = Phrase("Which score has each customer?", "每位客户得分如何？")
  static let listHeadline = Phrase(
    "{customers} customers with their scores, greatest revenue first.",
    "共 {customers} 位客户及其得分，按收入从高到低排列。")
  static let meanWeighted = Phrase("Mean weighted score", "加权得分平均值")
  static let meanRecency = Phrase("Mean days since the last purchase", "平均未购天数")
  static let reasonNoCustomers = Phrase("no customer has bought", "尚无客户购买")
  static let reasonNoShare = Phrase(
    "revenue is not above zero in the part and in the whole", "部分或总体金额不为正，占比无意义")

  // MARK: Findings

  static let findingRole = Phrase(
    "{segment}: {customers} customers worth {revenue}, {share} of revenue, have not bought for {days} on average.",
    "{segment}：{customers} 位客户，金额 {revenue}，占 {share}，平均已 {days}未购买。")
  static let findingBest = Phrase(
    "{segment}: {customers} customers, {part} of all, bring {share} of revenue.",
    "{segment}：{customers} 位客户，占客户数的 {part}，贡献金额的 {share}。")

  // MARK: Charts and tables

  static let mapTitle = Phrase(
    "Customers by recency and frequency score", "按最近购买与频次分数的客户分布")
  static let mapWords = Phrase(
    "Heat map of {customers} customers: recency scores from {bins} (best) on top, frequency scores rising to the right. The fullest cell is R {r}, F {f} with {most} customers.",
    "{customers} 位客户的热力图：纵轴为最近购买分数，最上为 {bins}（最佳）；横轴为频次分数，向右递增。人数最多的格为 R {r}、F {f}，共 {most} 位。")
  static let axisR = Phrase("Recency score", "最近购买分数")
  static let axisF = Phrase("Frequency score", "频次分数")
  static let segments = Phrase("Segments and what to do", "各分层与建议动作")
  static let segment = Phrase("Segment", "分层")
  static let customerShare = Phrase("Share of customers", "客户占比")
  static let customerCount = Phrase("Customers", "客户数")
  static let revenue = Phrase("Revenue", "金额")
  static let revenueShare = Phrase("Share of revenue", "金额占比")
  static let orders = Phrase("Orders", "订单数")
  static let averageOrder = Phrase("Average order", "每单平均")
  static let recencyMean = Phrase("Mean days since last purchase", "平均未购天数")
  static let action = Phrase("Proposed action", "建议动作")
  static let total = Phrase("All", "合计")
  static let largest = Phrase("The largest customers at risk", "有流失风险的大客户")
  static let customer = Phrase("Customer", "客户编号")
  static let recencyDays = Phrase("Days since last purchase", "未购天数")
  static let scores = Phrase("Scores R F M", "三项分数")
  static let toNextR = Phrase("Days to the next R", "距下一最近购买分")
  static let binsRecency = Phrase("Recency: thresholds and classes", "最近购买：阈值与分档")
  static let binsFrequency = Phrase("Frequency: thresholds and classes", "频次：阈值与分档")
  static let binsMonetary = Phrase("Monetary: thresholds and classes", "金额：阈值与分档")
  static let score = Phrase("Score", "分数")
  static let within = Phrase("Within", "所在组")
  static let cutBelow = Phrase("Above cut", "下切点")
  static let cutAbove = Phrase("Up to cut", "上切点")
  static let least = Phrase("Least", "最小值")
  static let greatest = Phrase("Greatest", "最大值")
  static let open = Phrase("open", "不限")
  static let empty = Phrase("empty", "空")
  static let none = Phrase("none", "无")

  // MARK: Warnings

  static let collapsedRecency = Phrase(
    "Recency has {found} of {bins} scores ({scores}): too many customers share a value.",
    "最近购买仅出现 {bins} 个分数中的 {found} 个（{scores}）：相同数值的客户过多。")
  static let collapsedFrequency = Phrase(
    "Frequency has {found} of {bins} scores ({scores}): too many customers share a value.",
    "频次仅出现 {bins} 个分数中的 {found} 个（{scores}）：相同数值的客户过多。")
  static let collapsedMonetary = Phrase(
    "Monetary has {found} of {bins} scores ({scores}): too many customers share a value.",
    "金额仅出现 {bins} 个分数中的 {found} 个（{scores}）：相同数值的客户过多。")
  static let fewCustomers = Phrase(
    "Customers: {customers}, fewer than the {bins} scores: some scores cannot occur.",
    "{customers} 位客户对应 {bins} 个分数：部分分数不可能出现。")
  static let nobody = Phrase(
    "No customer bought up to {day}; all figures of the segments are undefined.",
    "截至 {day} 尚无客户购买，各分层指标均无意义。")

  // MARK: Notes

  static let noteDirection = Phrase(
    "Score {bins} is best on every axis: recency counts whole days from the last purchase day to {day}, and few days score high.",
    "各维度均以 {bins} 分为最佳；最近购买按末次购买日至 {day} 的整天数计，天数越少分数越高。")
  static let noteOrders = Phrase("Frequency is the number of orders.", "频次为订单数。")
  static let noteDays = Phrase(
    "Frequency is the number of days with an order; orders of one day count once.",
    "频次为有订单的天数；同一天的多笔订单计一次。")
  static let noteTotal = Phrase(
    "Monetary is the total amount over the whole history.", "金额为全部历史的合计金额。")
  static let noteAverage = Phrase(
    "Monetary is the amount an order, rounded to the smallest coin.", "金额为每单平均金额，四舍五入至最小货币单位。")
  static let noteSameDay = Phrase(
    "Orders of one day are orders of their own; without order numbers every row with an amount is one.",
    "同一天的订单各计一笔；无订单编号时，每个购买行计为一笔。")
  static let refundsNet = Phrase(
    "Returns are taken off the amounts; they are no purchases and do not renew recency.",
    "退货从金额中扣除；退货不算购买，也不更新最近购买。")
  static let refundsSeparate = Phrase(
    "Returns are not taken off the amounts; they are no purchases and do not renew recency.",
    "退货不从金额中扣除，单独列示；退货不算购买，也不更新最近购买。")
  static let refundsIgnore = Phrase("Returns are left out of all amounts.", "所有金额均不计退货。")
  static let noteZero = Phrase(
    "A free order counts as an order with the amount 0, unless the pipeline leaves such rows out.",
    "免费订单计为金额为 0 的订单，除非流程设定将其剔除。")
  static let noteWithout = Phrase(
    "{customers} customers have returns and no purchase: they get no score, and their rows count in the net of all rows.",
    "{customers} 位客户仅有退货而无购买：不予评分，其订单行仍计入全部净额。")
  static let noteAfter = Phrase(
    "{rows} rows after {day} are left out.", "{day} 之后的 {rows} 行未计入。")
  static let noteQuantiles = Phrase(
    "Scores by quantiles: cut points divide the customers into {bins} equal parts, equal values share a score, a value equal to a cut point belongs below it.",
    "按分位数评分：切点将客户均分为 {bins} 份，相同数值同分，等于切点的数值归入下一档。")
  static let notePlusOne = Phrase(
    "Scores by quantiles as in the R package: the quantiles that divide the customers into {bins} equal parts, raised by one, are the cut points; a value below a cut point belongs below it.",
    "按 R 语言同名软件包的分位数口径评分：以将客户均分为 {bins} 份的分位数加一为切点，小于切点的数值归入下一档。")
  static let noteEqualCount = Phrase(
    "Scores by equal counts: {bins} classes of equal size in the order of the values; equal values are told apart by customer id, so they can get different scores.",
    "按等人数评分：依数值排序均分为 {bins} 档；相同数值按客户编号区分，故可能得到不同分数。")
  static let noteNested = Phrase(
    "Nested scores: frequency is scored inside each recency score, monetary inside each of those; {bins} classes at each step, equal values share a score.",
    "嵌套评分：频次在各最近购买分数内评分，金额再在其内评分；每级 {bins} 档，相同数值同分。")
  static let noteFixed = Phrase(
    "Scores by fixed thresholds of the settings, {bins} classes; a value equal to a threshold belongs below it.",
    "按设定的固定阈值评分，共 {bins} 档；等于阈值的数值归入下一档。")
  static let noteNatural = Phrase(
    "Scores by natural breaks: the {bins} classes with the least variation inside them. The distance to the next score takes the breaks as they are.",
    "按自然断点评分：取内部差异最小的 {bins} 档。距下一分的差距以现有断点计算。")
  static let noteEleven = Phrase(
    "Eleven segments by R and FM = (F + M) / 2, rounded half up, scaled to 1 to 5.",
    "十一类分层依 R 与 FM =（F + M）/ 2（四舍五入，折算为 1 至 5）。")
  static let noteEight = Phrase(
    "Eight segments: each score above, or not above, the mean score (R {r}, F {f}, M {m}).",
    "八类分层：各项分数高于或不高于平均分（R {r}，F {f}，M {m}）。")
  static let noteOwn = Phrase(
    "Segments by the rules of the pipeline; the first rule that fits decides.",
    "分层按流程设定的规则，首条符合者为准。")
  static let noteWeights = Phrase(
    "Weighted score: R {r}, F {f}, M {m} of the whole.", "加权得分权重：R {r}，F {f}，M {m}。")
  static let noteRoles = Phrase(
    "Counted as at risk: {risk}; as the best: {best}.", "计入有流失风险：{risk}；计入最佳客户：{best}。")
  static let noteSeverity = Phrase(
    "A segment at risk is an alarm from {alarm} of revenue, a warning from {warning}.",
    "有风险的分层占金额 {alarm} 起为警报，{warning} 起为警告。")
  static let noteDistance = Phrase(
    "The table of customers gives for each axis the least change that reaches the next score, all other customers as they are.",
    "客户表列出各维度升至下一分所需的最小变化，假定其他客户不变。")
}
