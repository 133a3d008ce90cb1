import Values

/// The words about survival, contracts and recurring revenue.
extension RetentionPhrases {
  static let survivalTitle = Phrase("Time until lost", "客户流失时间")
  static let survivalQuestion = Phrase(
    "How long do customers stay, and who is lost soonest?", "客户能留多久，谁流失得最快？")
  static let survivalHeadline = Phrase(
    "Half of the customers are lost {median} after {origin}; {share} are not lost after {horizon}.",
    "自{origin}起 {median}后，半数客户已流失；{horizon}后仍有 {share} 未流失。")
  static let survivalHeadlineKept = Phrase(
    "More than half of the customers are not lost; after {horizon} it is {share}.",
    "半数以上客户未流失；{horizon}后为 {share}。")
  static let survivalHeadlineShort = Phrase(
    "{lost} of {customers} customers are lost so far; nobody was seen for {horizon} yet.",
    "{customers} 位客户中已流失 {lost} 位；尚无人观察满 {horizon}。")
  static let fromFirstPurchase = Phrase("the first purchase", "首次购买")
  static let fromAcquisition = Phrase("the acquisition", "获客")

  static let horizonSurvival = Phrase("Not lost after {days}", "{days}后未流失")
  static let medianDays = Phrase("Days until half are lost", "半数流失的天数")
  static let restrictedMean = Phrase("Mean days until lost, up to {days}", "{days}内平均留存天数")
  static let churnAfter = Phrase("Lost after a silence of", "视为流失的未购天数")
  static let lostCustomers = Phrase("Lost customers who came back", "流失后回流的客户占比")
  static let logRank = Phrase("Log-rank chi-square by {dimension}", "按{dimension}的对数秩卡方")
  static let logRankP = Phrase("Log-rank p-value by {dimension}", "按{dimension}的对数秩检验概率")
  static let dueCustomers = Phrase(
    "Customers lost within {days} unless they buy", "{days}内若不购买将流失的客户")
  static let dueRevenue = Phrase("Their revenue so far", "其累计收入")
  static let notReached = Phrase("more than half are not lost", "半数以上未流失")
  static let notSeen = Phrase("nobody was seen that long", "尚无人观察到该天数")
  static let noLosses = Phrase("nobody was lost", "无人流失")
  static let nothingToTest = Phrase("no groups with losses to compare", "没有可比较的分组或流失")

  static let survivalChart = Phrase("Share of customers not lost", "未流失客户占比")
  static let survivalWords = Phrase(
    "Share of customers not lost by days since {origin}; all customers after {horizon}: {share}.",
    "自{origin}起各天数的未流失占比；全部客户 {horizon}后为 {share}。")
  static let survivalWordsShort = Phrase(
    "Share of customers not lost by days since {origin}.", "自{origin}起各天数的未流失占比。")
  static let axisDays = Phrase("Days since {origin}", "自{origin}起的天数")
  static let all = Phrase("All", "全部")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let lowCurve = Phrase("95 % low", "95% 下限")
  static let highCurve = Phrase("95 % high", "95% 上限")

  static let groupsTitle = Phrase("Survival by group", "分组生存情况")
  static let dimension = Phrase("By", "维度")
  static let group = Phrase("Group", "分组")
  static let lostCount = Phrase("Lost", "流失")
  static let expectedLost = Phrase("Expected if alike", "预期流失")
  static let median = Phrase("Half lost after", "半数流失")
  static let medianRange = Phrase("95 % interval", "95% 区间")
  static let toHorizon = Phrase("Not lost after {days}", "{days}后未流失")
  static let meanToHorizon = Phrase("Mean up to {days}", "{days}内平均")
  static let pValue = Phrase("p, log-rank", "对数秩检验概率")
  static let openEnd = Phrase("{low} or more", "{low} 及以上")
  static let range = Phrase("{low} to {high}", "{low} 至 {high}")

  static let dueTitle = Phrase("Lost soon unless they buy", "若不购买即将流失的客户")
  static let customer = Phrase("Customer", "客户编号")
  static let lastDay = Phrase("Last purchase", "最近购买日")
  static let daysLeft = Phrase("Days left", "剩余天数")
  static let revenueSoFar = Phrase("Revenue so far", "累计收入")

  // MARK: Contracts

  static let contractsTitle = Phrase("Contracts", "合同续约")
  static let contractsQuestion = Phrase(
    "How many contracts are renewed, and what are they worth?", "有多少合同续约，价值几何？")
  static let contractsHeadline = Phrase(
    "{running} of {contracts} contracts run; of 100 new ones {five} are expected after five renewals.",
    "{contracts} 份合同中 {running} 份在履行；每 100 份新合同预计五次续约后余 {five} 份。")
  static let contractsHeadlineShort = Phrase(
    "{running} of {contracts} contracts run; no renewal was due yet.",
    "{contracts} 份合同中 {running} 份在履行；尚无到期续约。")
  static let contractsHeadlineNone = Phrase(
    "No export has contracts or recurring revenue.", "没有合同或经常性收入数据。")
  static let revenueHeadline = Phrase(
    "Of the recurring revenue of {before}, {net} is there in {now}, {gross} without expansion.",
    "{before} 的经常性收入在 {now} 留存 {net}，不计增购为 {gross}。")
  static let revenueHeadlineShort = Phrase(
    "There is no month with recurring revenue to compare with yet.", "尚无可对比的经常性收入月份。")

  static let contractsCount = Phrase("Contracts", "合同数")
  static let runningCount = Phrase("Running contracts", "履行中的合同数")
  static let alpha = Phrase("Shifted beta geometric: α", "移位贝塔几何：α")
  static let beta = Phrase("Shifted beta geometric: β", "移位贝塔几何：β")
  static let contractChurn = Phrase("Churn at a renewal, the same for all", "每次续约流失率（各客户相同）")
  static let logLikelihood = Phrase("Log-likelihood", "对数似然值")
  static let contractLifetime = Phrase(
    "Discounted payments of a new contract", "新合同的预期折现付费期数")
  static let contractResidual = Phrase(
    "Discounted payments before renewal {n}", "第 {n} 次续约前的预期折现付费期数")
  static let contractSurvival = Phrase("Contracts left after {n} renewals", "{n} 次续约后余存比例")
  static let renewalsDue = Phrase("Contracts due within {days}", "{days}内到期的合同数")
  static let netRetention = Phrase("Net revenue retention", "净收入留存率")
  static let grossRetention = Phrase("Gross revenue retention", "总收入留存率")
  static let recurring = Phrase("Recurring revenue of the month", "当月经常性收入")
  static let noContracts = Phrase("no export has contracts", "没有合同数据")
  static let noRenewals = Phrase("no renewal was due yet", "尚无到期续约")
  static let otherModel = Phrase("all contracts are given the same chance to end", "各合同终止概率相同")
  static let shiftedModel = Phrase("each contract has a chance of its own to end", "各合同终止概率不同")
  static let noDiscount = Phrase("no end of the sum was found", "求和未收敛")
  static let noRevenue = Phrase("no month of contract periods to compare with", "没有可对比的合同期收入")

  static let contractChart = Phrase("Contracts left after each renewal", "各次续约后余存合同占比")
  static let contractWords = Phrase(
    "Share of contracts left by renewal, seen and projected; projected after {n}: {share}.",
    "各次续约后余存占比，含实际与预测；预测 {n} 次后为 {share}。")
  static let axisRenewals = Phrase("Renewal decisions", "续约决策次数")
  static let seen = Phrase("Seen", "实际")
  static let projected = Phrase("Projected", "预测")
  static let renewalsTitle = Phrase("Renewals, seen and projected", "续约：实际与预测")
  static let decision = Phrase("Renewal", "续约次序")
  static let contractsBefore = Phrase("Contracts", "合同数")
  static let ended = Phrase("Ended", "终止")
  static let left = Phrase("Left", "余存")
  static let projectedLeft = Phrase("Left, projected", "预测余存")
  static let keptAt = Phrase("Kept at it, projected", "预测续约率")
  static let payments = Phrase("Discounted payments before it", "此前预期折现期数")

  static let dueContracts = Phrase("Contracts due soon", "即将到期的合同")
  static let endsOn = Phrase("Ends on", "到期日")
  static let renewals = Phrase("Renewals so far", "已续约次数")
  static let renewalChance = Phrase("Chance of renewal", "续约概率")
  static let termRevenue = Phrase("Revenue of a term", "每期收入")
  static let expectedRevenue = Phrase("Expected from then on", "此后预期收入")
  static let noPeriodsOfCustomer = Phrase("no revenue", "无收入")
  static let openContract = Phrase("open", "未定")

  static let revenueTitle = Phrase("Recurring revenue", "经常性收入")
  static let revenueChart = Phrase("Revenue retention over {months} months", "{months} 个月收入留存率")
  static let revenueWords = Phrase(
    "Net and gross revenue retention by month; last: {net} and {gross}.",
    "逐月净收入与总收入留存率；最近为 {net} 与 {gross}。")
  static let net = Phrase("Net", "净收入留存")
  static let gross = Phrase("Gross", "总收入留存")
  static let month = Phrase("Month", "月份")
  static let start = Phrase("{months} months before", "{months} 个月前")
  static let expansion = Phrase("Expansion", "增购")
  static let contraction = Phrase("Contraction", "减购")
  static let churned = Phrase("Churn", "流失")
  static let newRevenue = Phrase("New", "新增")
  static let now = Phrase("Now", "当月")
}
