import Values

/// The words of the pages of `tiers`.
enum TiersPhrases {
  static let title = Phrase("Value tiers", "客户价值分级")
  static let question = Phrase(
    "Who carries the company, and how much hangs on few?", "谁支撑着公司，对少数客户依赖多深？")
  static let headline = Phrase(
    "{customers} customers, {share} of all, bring 80 % of {amount}; the largest tenth brings {top}.",
    "{customers} 位客户（占 {share}）贡献 {amount} 的 80%；前 10% 的客户贡献 {top}。")
  static let headlineFew = Phrase(
    "{customers} customers, {share} of all, bring 80 % of {amount}.",
    "{customers} 位客户（占 {share}）贡献 {amount} 的 80%。")
  static let headlineNobody = Phrase(
    "Nobody bought up to {day}, so there are no tiers.", "截至 {day} 尚无客户购买，无法分级。")
  static let headlineNothing = Phrase(
    "The amounts of {customers} customers add up to nothing, so there are no tiers.",
    "{customers} 位客户的金额合计为零，无法分级。")

  // MARK: Figures

  static let customers = Phrase("Customers with a class", "已归类客户数")
  static let amount = Phrase("Amount of the customers with a class", "已归类客户金额")
  static let gini = Phrase("Gini coefficient", "基尼系数")
  static let giniCorrected = Phrase("Gini coefficient, corrected for n", "基尼系数（按人数修正）")
  static let herfindahl = Phrase("Herfindahl index", "赫芬达尔指数")
  static let equivalent = Phrase("Equally large customers that were as concentrated", "等效客户数")
  static let ricciSchutz = Phrase("Share to move until all are alike", "均等所需转移的占比")
  static let theil = Phrase("Theil index", "泰尔指数")
  static let needed = Phrase("Customers needed for 80 %", "贡献八成金额的客户数")
  static let neededShare = Phrase("Share of customers needed for 80 %", "贡献八成金额的客户占比")
  static let asideCustomers = Phrase("Customers set aside: amount below zero", "剔除的净额为负客户数")
  static let asideAmount = Phrase("Amount of the customers set aside", "被剔除客户的金额")
  static let classCustomers = Phrase("Customers: class {tier}", "客户数：{tier} 类")
  static let classShare = Phrase("Amount share: class {tier}", "金额占比：{tier} 类")
  static let starCustomers = Phrase("Customers with {stars} stars", "{stars} 星客户数")
  static let riskCustomers = Phrase("Stars about to be lost", "即将失去星级的客户数")
  static let nearCustomers = Phrase("One month from the next star", "距下一星级一个月的客户数")
  static let fallenCustomers = Phrase("Stars lost in a month", "一个月内星级下降的客户数")
  static let risenCustomers = Phrase("Stars won in a month", "一个月内星级上升的客户数")
  static let keyCustomers = Phrase("Key accounts", "大客户数")
  static let keyShare = Phrase("Amount share of the key accounts", "大客户金额占比")
  static let decileShare = Phrase("Share of lifetime value: best tenth", "终身价值占比：最高一成客户")

  static func topShare(_ percent: Int) -> Phrase {
    Phrase("Share of the largest \(percent) % of customers", "前 \(percent)% 客户的金额占比")
  }

  static let reasonNobody = Phrase("nobody has bought", "尚无客户购买")
  static let reasonNothing = Phrase("the amounts add up to nothing", "金额合计为零")
  static let reasonFew = Phrase("fewer than one customer", "不足一位客户")
  static let reasonOne = Phrase("one customer alone", "仅有一位客户")
  static let reasonShare = Phrase("not a share of the whole", "不成占比")
  static let reasonWindow = Phrase("fewer complete months than the ladder needs", "完整月数不足")
  static let reasonNoCLV = Phrase("no step gives lifetime values", "没有提供终身价值的步骤")

  // MARK: Findings

  static let findingTop = Phrase(
    "The largest tenth, {customers} customers, brings {share} of the amount ({low} to {high}); in the texts' example it is 38 %.",
    "前 10% 的 {customers} 位客户贡献金额的 {share}（{low} 至 {high}）；文献示例为 38%。")
  static let findingTopAction = Phrase(
    "Give each of the {customers} customers who bring 80 % an owner and a plan of visits.",
    "为贡献八成金额的 {customers} 位客户逐一明确负责人与拜访计划。")
  static let findingOne = Phrase(
    "{customer} alone brings {share} of the amount ({amount}).",
    "仅 {customer} 一位客户就贡献金额的 {share}（{amount}）。")
  static let findingOneAction = Phrase(
    "Secure a contract with this customer, and set a target for the share of the others.",
    "与该客户签订长期合同，并为其余客户的占比设定目标。")
  static let findingRisk = Phrase(
    "{customers} customers are about to lose their stars: another month like the last is hardly enough. They spent {amount} in {months} months.",
    "{customers} 位客户即将失去星级：若保持上月水平将难以保级。其近 {months} 个月消费 {amount}。")
  static let findingRiskAction = Phrase(
    "Call them before {day} and tell them what keeps their benefits.",
    "在 {day} 前联系，提示保级所需金额与会员权益。")
  static let findingFallen = Phrase(
    "{customers} customers have fewer stars than a month ago; {risen} have more.",
    "较一个月前，{customers} 位客户星级下降，{risen} 位上升。")
  static let findingFallenAction = Phrase(
    "Ask the largest of them why they buy less, and offer a way back within a month.",
    "向其中消费最多的客户了解减少购买的原因，一个月内给出恢复方案。")
  static let findingNear = Phrase(
    "{customers} customers reach the next star if one more month passes.",
    "{customers} 位客户再达标一个月即可升星。")
  static let findingNearAction = Phrase(
    "Tell them what the next star brings, with an offer for this month.",
    "告知升星权益，并在本月给出促销方案。")
  static let findingAside = Phrase(
    "{customers} customers brought back more than they bought ({amount}); they stand outside classes and shares.",
    "{customers} 位客户退货多于购买（{amount}），不计入类别与占比。")
  static let findingAsideAction = Phrase(
    "Look through their returns for faults of delivery or of the records.",
    "核查其退货，排除交付或记账问题。")

  // MARK: Charts

  static let curveTitle = Phrase(
    "Lorenz curve, largest customers first", "洛伦兹曲线（客户由大到小）")
  static let curveWords = Phrase(
    "What share of the amount the largest customers hold: the largest tenth {tenth}, the largest fifth {fifth}, the larger half {half}. The straight line is what it were if all were alike.",
    "由大到小的客户所占金额比例：前 10% 占 {tenth}，前 20% 占 {fifth}，前一半占 {half}。直线为人人均等的情形。")
  static let curveX = Phrase("Share of customers, largest first", "客户累计占比（由大到小）")
  static let curveY = Phrase("Share of the amount", "金额累计占比")
  static let ours = Phrase("Our customers", "本公司")
  static let alike = Phrase("All alike", "完全均等")
  static let textsFifth = Phrase("Texts: 20 % bring", "文献：前 20% 占")
  static let textsTenth = Phrase("Texts: 10 % bring", "文献：前 10% 占")
  static let starsChart = Phrase("Customers by stars", "各星级客户数")
  static let starsWords = Phrase(
    "Customers by stars; {none} have none, {top} the most.", "各星级客户数；{none} 位无星，{top} 位为最高星级。")
  static let starsX = Phrase("Stars", "星级")

  // MARK: Tables

  static let classes = Phrase("Classes", "各类客户")
  static let tier = Phrase("Class", "类别")
  static let rule = Phrase("Rule", "规则")
  static let customerCount = Phrase("Customers", "客户数")
  static let customerShare = Phrase("Share of customers", "客户占比")
  static let money = Phrase("Amount", "金额")
  static let moneyShare = Phrase("Share of the amount", "金额占比")
  static let meanMoney = Phrase("Amount a customer", "户均金额")
  static let orders = Phrase("Orders", "订单数")
  static let total = Phrase("All", "合计")
  static let asideNegative = Phrase("Below zero", "净额为负")
  static let asideNoPurchase = Phrase("Not in the period", "期间未购买")
  static let asideNoTotal = Phrase("No amount", "无金额")
  static let beside = Phrase("The texts beside our customers", "文献数值与本公司对照")
  static let largestPart = Phrase("Largest customers", "最大客户")
  static let topPart = Phrase("Largest {share}", "前 {share}")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let texts = Phrase("Texts", "文献")
  static let neededLine = Phrase(
    "80 % of the amount comes from {customers} customers, {share} of all; the rule of thumb of the texts says 20 %.",
    "八成金额来自 {customers} 位客户，占 {share}；文献的经验法则为 20%。")
  static let indices = Phrase("Concentration in one figure", "集中度指标")
  static let figure = Phrase("Figure", "指标")
  static let value = Phrase("Value", "数值")
  static let keyTitle = Phrase("The largest key accounts", "最大的大客户")
  static let customer = Phrase("Customer", "客户编号")
  static let stars = Phrase("Stars", "星级")
  static let decile = Phrase("Tenth by lifetime value", "终身价值十等分")
  static let because = Phrase("Because", "认定理由")
  static let reasonTier = Phrase("class {tier}", "{tier} 类")
  static let reasonStars = Phrase("{stars} stars", "{stars} 星")
  static let reasonCLV = Phrase("lifetime value", "终身价值")
  static let reasonSegment = Phrase("segment", "客户细分")
  static let comma = Phrase(", ", "、")
  static let decilesTitle = Phrase("Tenths by customer lifetime value", "客户终身价值十等分")
  static let clv = Phrase("Lifetime value", "终身价值")
  static let clvShare = Phrase("Share", "占比")
  static let meanCLV = Phrase("Mean", "户均")
  static let least = Phrase("Least", "最小")
  static let greatest = Phrase("Greatest", "最大")
  static let none = Phrase("none", "无")
  static let empty = Phrase("empty", "空")
  static let unknown = Phrase("not known", "未知")

  // MARK: Stars

  static let starsTitle = Phrase("Star grades", "客户星级")
  static let starsQuestion = Phrase(
    "Who has earned which stars, and who is about to lose them?", "谁达到了何种星级，谁即将失去？")
  static let starsHeadline = Phrase(
    "{holders} customers hold stars; {risk} of them are about to lose them, {near} are one month from the next.",
    "{holders} 位客户拥有星级，其中 {risk} 位即将失去；{near} 位距下一星级仅一个月。")
  static let starsNone = Phrase(
    "None of the {customers} customers holds a star; {near} are one month from one.",
    "{customers} 位客户均无星级；{near} 位距星级仅一个月。")
  static let starsFew = Phrase(
    "The orders do not cover the {months} complete months before {day}: no stars yet.",
    "订单未覆盖 {day} 之前的 {months} 个完整月，暂无星级。")
  static let starTable = Phrase("Customers by stars", "各星级概览")
  static let noStars = Phrase("none", "无星")
  static let atRisk = Phrase("About to lose it", "即将失去")
  static let lostStar = Phrase("Lost it in a month", "一个月内失去")
  static let riskTitle = Phrase("Stars about to be lost", "即将失去星级的客户")
  static let nearTitle = Phrase("One month from the next star", "距下一星级一个月的客户")
  static let fallenTitle = Phrase("Stars lost in a month", "一个月内星级下降的客户")
  static let starsBefore = Phrase("Stars a month ago", "一个月前")
  static let windowAmount = Phrase("{months} months", "近 {months} 个月")
  static let lastMonth = Phrase("Last month", "最近一月")
  static let keepsWith = Phrase("Keeps it with", "保级所需")
  static let soFar = Phrase("So far", "本月已有")
  static let nextNeeds = Phrase("Next star: a month of", "下一星级月额")

  // MARK: List

  static let listTitle = Phrase("Customer tiers", "客户分级清单")
  static let listQuestion = Phrase("Which class and stars has each customer?", "每位客户的类别与星级如何？")
  static let listHeadline = Phrase(
    "{customers} customers with class and stars, largest amount first.",
    "共 {customers} 位客户及其类别与星级，按金额从高到低排列。")
  static let toNext = Phrase("To the next class", "距上一类")
  static let toStar = Phrase("Months to the next star", "升星所需月数")
  static let keyAccount = Phrase("Key account", "大客户")

  static let unknownKeys = Phrase(
    "No customer who bought is of these segments of the key accounts: {segments}.",
    "购买客户中没有以下大客户细分：{segments}。")
}
