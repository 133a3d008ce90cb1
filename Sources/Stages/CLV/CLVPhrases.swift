import Pipeline
import Values

/// The words of the pages of `clv`: titles, measures, tables and charts.
enum CLVPhrases {
  static let title = Phrase("Customer value", "客户价值")
  static let question = Phrase(
    "What are customers worth from now on, and who may be leaving?",
    "客户今后值多少，谁可能离开？")
  static let headline = Phrase(
    "Today's customers are expected to bring {value} in the next {horizon} ({confidence}: {low} to {high}).",
    "现有客户预计在未来 {horizon}带来 {value}（{confidence} 区间：{low} 至 {high}）。")
  static let headlineAlive = Phrase(
    "Of {customers} customers {alive} are still active, as far as their purchases tell.",
    "{customers} 位客户中，按购买记录推断约 {alive} 位仍活跃。")
  static let headlineNobody = Phrase(
    "Nobody bought up to {day}, so nothing is expected.", "截至 {day} 尚无客户购买，无法预测。")
  static let headlineNoTime = Phrase(
    "Not enough data: no time has passed since the first purchases, so there is no rate to go by.",
    "数据不足：首次购买至今没有时间间隔，无法得出购买速率。")
  static let modelTitle = Phrase("Customer value model card", "客户价值模型卡")
  static let modelQuestion = Phrase(
    "Can the forecast be trusted, and what does it rest on?", "预测是否可信，依据是什么？")
  static let modelTested = Phrase(
    "{model}: fitted up to {day} it expected {expected} purchases by {end}; {actual} came ({bias}).",
    "{model}：以截至 {day} 的数据拟合，预计至 {end} 有 {expected} 次购买；实际 {actual} 次（{bias}）。")
  static let modelUntested = Phrase(
    "{model}, fitted on {customers} customers; there was no time to hold out for a test.",
    "{model}，以 {customers} 位客户拟合；观察期不足以留出检验。")
  static let modelMean = Phrase(
    "No model: the mean purchase rate of all customers stands.", "未采用模型：以全体客户的平均购买速率代替。")
  static let listTitle = Phrase("Customer value list", "客户价值清单")
  static let listQuestion = Phrase("What is each customer worth?", "每位客户值多少？")
  static let listHeadline = Phrase(
    "{customers} customers with what is expected of each, greatest value first.",
    "共 {customers} 位客户及其预期，按价值从高到低排列。")

  // MARK: Measures

  static let customers = Phrase("Customers", "客户数")
  static let repeaters = Phrase("Customers with a repeat purchase", "有重复购买的客户数")
  static let clv = Phrase(
    "Customer lifetime value of all, next {horizon}", "全部客户价值（未来 {horizon}）")
  static let clvMean = Phrase("Mean customer value, next {horizon}", "客户平均价值（未来 {horizon}）")
  static let valueIn = Phrase("Expected value, next {horizon}", "预计价值（未来 {horizon}）")
  static let purchasesIn = Phrase(
    "Expected purchases, next {horizon}", "预计购买次数（未来 {horizon}）")
  static let recentValue = Phrase("Net amount of the last {horizon}", "过去 {horizon}的净额")
  static let aliveShare = Phrase("Customers still active", "仍活跃客户占比")
  static let alive = Phrase("Expected number of active customers", "预计活跃客户数")
  static let riskCustomers = Phrase("Customers who may be leaving", "可能流失的客户数")
  static let riskFallen = Phrase("Of them newly so", "其中新近出现的客户数")
  static let riskValue = Phrase("Value at stake", "风险价值")
  static let goneCustomers = Phrase("Customers who count as gone", "视为已流失的客户数")
  static let newcomer = Phrase("Worth of a new customer, first {horizon}", "新客户价值（首 {horizon}）")
  static let newcomerPurchases = Phrase(
    "Repeat purchases of a new customer, first {horizon}", "新客户重复购买次数（首 {horizon}）")
  static let topShare = Phrase("Value share of the top tenth", "前十分之一客户的价值占比")
  static let refundRate = Phrase("Returned share of purchases", "退货金额占比")
  static let marginRate = Phrase("Margin rate", "毛利率")
  static let parameter = Phrase("Parameter {name}", "参数 {name}")
  static let spendParameter = Phrase("Spend model, {name}", "金额模型 {name}")
  static let logLikelihood = Phrase("Log-likelihood of the purchase model", "购买模型的对数似然")
  static let bic = Phrase("Bayesian criterion of the purchase model", "购买模型的贝叶斯信息量")
  static let gradient = Phrase("Greatest slope left at the estimates", "估计处余下的最大梯度")
  static let spendLikelihood = Phrase("Log-likelihood of the spend model", "金额模型的对数似然")
  static let spendCustomers = Phrase("Customers in the spend model", "金额模型的客户数")
  static let pearson = Phrase("Correlation of frequency and spend", "频次与金额的相关系数")
  static let spearman = Phrase(
    "Rank correlation of frequency and spend", "频次与金额的秩相关系数")
  static let testExpected = Phrase("Back-test: expected purchases", "回测：预计购买次数")
  static let testActual = Phrase("Back-test: purchases that came", "回测：实际购买次数")
  static let testBias = Phrase("Back-test: expected over actual, less one", "回测：预计与实际之比减一")
  static let testError = Phrase("Back-test: error a customer", "回测：每位客户误差")
  static let cardModel = Phrase("Model card: {model}", "模型卡：{model}")
  static let cardFitted = Phrase("Model card: day of the fit", "模型卡：拟合日期")
  static let cardKept = Phrase("Model card: {name}", "模型卡：{name}")

  static let reasonNobody = Phrase("no customer has bought", "尚无客户购买")
  static let reasonNoTime = Phrase(
    "not enough data: no time has passed since the first purchases", "数据不足：首次购买至今没有时间间隔")
  static let reasonNoAmounts = Phrase("no amounts are given", "未提供金额")
  static let reasonNoHoldout = Phrase("there was nothing to hold out", "没有可留出的数据")
  static let reasonNothing = Phrase("nothing is expected", "预期为零")
  static let reasonFew = Phrase("fewer than four repeat customers", "复购客户不足四位")
  static let reasonMean = Phrase(
    "not enough data for a model: {repeaters} repeat customers, at least {needed} are needed",
    "数据不足以建模：复购客户 {repeaters} 位，至少需 {needed} 位")
  static let reasonNoModel = Phrase("no model could be fitted", "没有模型能够拟合")

  // MARK: Tables and charts

  static let totalsTitle = Phrase("Value by tenths of customers", "按客户十分位的价值")
  static let tier = Phrase("Tenth", "十分位")
  static let all = Phrase("All", "全部")
  static let clvColumn = Phrase("Value", "价值")
  static let shareColumn = Phrase("Share", "占比")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let predictiveLow = Phrase("Chance alone: low", "仅随机性：下限")
  static let predictiveHigh = Phrase("Chance alone: high", "仅随机性：上限")
  static let parameterLow = Phrase("Estimates alone: low", "仅估计误差：下限")
  static let parameterHigh = Phrase("Estimates alone: high", "仅估计误差：上限")
  static let purchases = Phrase("Purchases", "购买次数")
  static let riskTitle = Phrase("Who may be leaving", "可能流失的客户")
  static let customer = Phrase("Customer", "客户编号")
  static let owner = Phrase("Owner", "负责人")
  static let lastPurchase = Phrase("Last purchase", "末次购买")
  static let aliveColumn = Phrase("Active", "活跃概率")
  static let aliveBefore = Phrase("Active {days} ago", "{days}前活跃概率")
  static let boughtSince = Phrase("bought since", "其间有购买")
  static let stake = Phrase("At stake", "风险价值")
  static let expectedSpend = Phrase("Amount a purchase", "每次金额")
  static let historic = Phrase("So far", "历史价值")
  static let newcomerTitle = Phrase("What a new customer is worth", "新客户的价值")
  static let horizon = Phrase("First", "首期")
  static let repeatPurchases = Phrase("Repeat purchases", "重复购买次数")
  static let repeatValue = Phrase("Their value", "其价值")
  static let discounted = Phrase("Discounted", "折现后")
  static let withFirst = Phrase("With the first purchase", "含首次购买")
  static let modelsTitle = Phrase("Models that were tried", "所试模型")
  static let model = Phrase("Model", "模型")
  static let verdict = Phrase("Verdict", "结论")
  static let chosen = Phrase("stands", "采用")
  static let notChosen = Phrase("tried", "未采用")
  static let state = Phrase("Fit", "拟合")
  static let likelihoodColumn = Phrase("Log-likelihood", "对数似然")
  static let bicColumn = Phrase("Bayesian criterion", "贝叶斯信息量")
  static let expectedColumn = Phrase("Expected", "预计")
  static let actualColumn = Phrase("Actual", "实际")
  static let errorColumn = Phrase("Error a customer", "每位客户误差")
  static let parametersTitle = Phrase("Estimates and their errors", "参数估计及误差")
  static let part = Phrase("Part", "部分")
  static let partPurchases = Phrase("Purchases", "购买")
  static let partSpend = Phrase("Spend", "金额")
  static let parameterColumn = Phrase("Parameter", "参数")
  static let estimate = Phrase("Estimate", "估计值")
  static let error = Phrase("Standard error", "标准误")
  static let previous = Phrase("Card before", "上期")
  static let calibrationTitle = Phrase("Hold-out by tenths of expectation", "留出期按预计十分位")
  static let customersColumn = Phrase("Customers", "客户数")
  static let noError = Phrase("at a bound", "处于边界")
  static let noPrevious = Phrase("none", "无")

  static let decileChart = Phrase("Value of each tenth of customers", "各十分位客户的价值")
  static let decileWords = Phrase(
    "The top tenth of customers holds {share} of all expected value, {value}.",
    "前十分之一客户占全部预期价值的 {share}，即 {value}。")
  static let trackingChart = Phrase("Repeat purchases, actual and expected", "重复购买：实际与预计")
  static let trackingWords = Phrase(
    "Over {periods} periods {actual} repeat purchases came, {expected} were expected.",
    "{periods} 个期间内实际重复购买 {actual} 次，预计 {expected} 次。")
  static let calibrationChart = Phrase(
    "Purchases a customer in the hold-out, by tenths", "留出期每位客户购买次数（十分位）")
  static let calibrationWords = Phrase(
    "The top tenth was expected to buy {expected} times a customer and bought {actual} times.",
    "前十分之一客户预计人均购买 {expected} 次，实际 {actual} 次。")
  static let axisTenth = Phrase("Tenth by expected value, 1 the greatest", "按预期价值的十分位，1 为最高")
  static let axisExpected = Phrase(
    "Tenth by expected purchases, 1 the most", "按预计购买的十分位，1 为最多")
  static let axisWeek = Phrase("Week to", "周末日")
  static let axisMonth = Phrase("Month", "月份")
  static let lineActual = Phrase("Actual", "实际")
  static let lineExpected = Phrase("Expected", "预计")
  static let lineHeldOut = Phrase("Expected, not seen by the fit", "预计（拟合未见）")

  static func horizon(_ horizon: CLVHorizon) -> Phrase {
    let one = horizon.count == 1
    switch horizon.unit {
    case .day: return Phrase("\(horizon.count) day\(one ? "" : "s")", "\(horizon.count) 天")
    case .week: return Phrase("\(horizon.count) week\(one ? "" : "s")", "\(horizon.count) 周")
    case .month: return Phrase("\(horizon.count) month\(one ? "" : "s")", "\(horizon.count) 个月")
    case .year: return Phrase("\(horizon.count) year\(one ? "" : "s")", "\(horizon.count) 年")
    }
  }
}
