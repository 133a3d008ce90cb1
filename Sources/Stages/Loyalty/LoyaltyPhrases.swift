import Values

/// All words of stage `loyalty`.
enum LoyaltyPhrases {
  static let title = Phrase("Loyalty", "客户忠诚度")
  static let question = Phrase(
    "Do satisfied customers come back, and which valuable ones are unhappy?",
    "满意的客户是否回购？哪些高价值客户不满？")
  static let listTitle = Phrase("Valuable and unhappy", "高价值而不满的客户")
  static let listQuestion = Phrase(
    "Whom should we call first?", "应当先回访谁？")
  static let listHeadline = Phrase(
    "{customers} valuable customers are unhappy, greatest revenue first.",
    "共 {customers} 位高价值客户不满，按收入从高到低排列。")

  // MARK: Headlines

  static let headline = Phrase(
    "Of the very satisfied {upper} bought again within {days}, of the satisfied {lower}: {ratio} times ({low} to {high}); the texts say 6.",
    "{days}内，非常满意者复购 {upper}，满意者 {lower}，前者为后者的 {ratio} 倍（{low} 至 {high}）；文献所述为 6 倍。")
  static let headlinePlain = Phrase(
    "{rate} of the customers bought again within {days} after their answer.",
    "客户作答后 {days}内的复购率为 {rate}。")
  static let headlineEmpty = Phrase(
    "No answer of a customer has its {days} behind it up to {day}.",
    "截至 {day} 尚无作答满 {days}的客户。")

  // MARK: Levels and groups

  static let five = [
    Phrase("Very dissatisfied", "非常不满意"), Phrase("Dissatisfied", "不满意"),
    Phrase("Neutral", "一般"), Phrase("Satisfied", "满意"), Phrase("Very satisfied", "非常满意"),
  ]
  static let level = Phrase("{answer} {name}", "{answer} {name}")
  static let promoter = Phrase("Promoters (9–10)", "推荐者（9–10）")
  static let passive = Phrase("Passives (7–8)", "被动者（7–8）")
  static let detractor = Phrase("Detractors (0–6)", "贬损者（0–6）")
  static let all = Phrase("All", "合计")

  // MARK: Measures

  static let rateAll = Phrase("Repurchase within {days}", "{days}内复购率")
  static let rateOf = Phrase("Repurchase: {group}", "复购率：{group}")
  static let spendOf = Phrase("Spend in {days}: {group}", "{days}内客均收入：{group}")
  static let ratioOf = Phrase(
    "Repurchase of the very satisfied, times that of the satisfied", "非常满意与满意的复购率之比")
  static let unhappyCount = Phrase("Valuable and unhappy customers", "高价值而不满的客户数")
  static let unhappyShare = Phrase("Unhappy among the valuable", "高价值客户中的不满占比")
  static let unhappyValueShare = Phrase(
    "Revenue share of the valuable and unhappy", "高价值而不满客户的收入占比")

  static let noAnswers = Phrase("no answers", "无作答")
  static let noneBought = Phrase("nobody of the satisfied bought again", "满意者中无人复购")
  static let oneCustomer = Phrase("one customer", "仅一位客户")
  static let few = Phrase("of too few", "人数过少")
  static let undefined = Phrase("not defined", "无法计算")

  // MARK: Tables and charts

  static let ratesTitle = Phrase("Repurchase by {item}", "复购率：按{item}")
  static let ratesWords = Phrase(
    "Share of the customers who bought again within {days} after their answer, by {item}, with intervals.",
    "作答后 {days}内复购的客户占比及区间，按{item}分组。")
  static let rateAxis = Phrase("Bought again", "复购率")
  static let levelsTable = Phrase("Who bought again, by {item}", "复购情况：按{item}")
  static let answer = Phrase("Answer", "答案")
  static let customers = Phrase("Customers", "客户数")
  static let bought = Phrase("Bought again", "复购客户数")
  static let rate = Phrase("Repurchase", "复购率")
  static let interval = Phrase("Interval", "区间")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let spend = Phrase("Spend", "客均收入")
  static let future = Phrase("Value to come", "未来价值")

  static let ratioTable = Phrase("The texts' 6 times", "文献所述的 6 倍")
  static let compared = Phrase("Compared", "比较")
  static let against = Phrase("{upper} : {lower}", "{upper}：{lower}")
  static let ratio = Phrase("Times", "倍数")
  static let most = Phrase("At most", "上限")
  static let texts = Phrase("Texts", "文献")
  static let verdict = Phrase("Our data", "本企业数据")

  static let testsTable = Phrase("Does what they say go with what they do?", "所言与所行是否一致？")
  static let test = Phrase("Test", "检验")
  static let statistic = Phrase("Statistic", "统计量")
  static let p = Phrase("p", "p 值")
  static let adjusted = Phrase("p by Holm", "校正后 p 值")
  static let item = Phrase("Question", "题项")
  static let rateTrend = Phrase("Repurchase rises along the answers (z)", "复购率随作答上升（z）")
  static let rateBest = Phrase(
    "Repurchase of the best level against the next (z)", "最高一档与次高一档的复购率（z）")
  static let ratePromoters = Phrase(
    "Repurchase of promoters against detractors (z)", "推荐者与贬损者的复购率（z）")
  static let spendRanks = Phrase("Spend by group, by ranks (H)", "各组收入的秩检验（H）")
  static let spendPromoters = Phrase(
    "Mean spend of promoters against detractors (t)", "推荐者与贬损者的客均收入（t）")
  static let futureRanks = Phrase("Value to come by group, by ranks (H)", "各组未来价值的秩检验（H）")
  static let futurePromoters = Phrase(
    "Mean value to come of promoters against detractors (t)", "推荐者与贬损者的未来价值（t）")

  static let valueTable = Phrase("Valuable customers who are unhappy", "高价值而不满的客户")
  static let side = Phrase("Customers", "客户")
  static let top = Phrase("Valuable: from {cut}", "高价值：不低于 {cut}")
  static let others = Phrase("Others with revenue", "其他有收入的客户")
  static let number = Phrase("Number", "客户数")
  static let respondents = Phrase("With an answer", "有作答")
  static let unhappy = Phrase("Unhappy", "不满")
  static let unhappyPart = Phrase("Share", "占比")
  static let valuePart = Phrase("Of all revenue", "占全部收入")

  static let customer = Phrase("Customer", "客户编号")
  static let owner = Phrase("Owner", "负责人")
  static let revenue = Phrase("Revenue", "收入")
  static let lastPurchase = Phrase("Last purchase", "末次购买")
  static let answered = Phrase("Answered on", "作答日期")

  // MARK: Findings

  static let findingRatio = Phrase(
    "The very satisfied bought again {ratio} times as often as the satisfied ({low} to {high}), not 6 times: {upper} against {lower} within {days}.",
    "{days}内，非常满意者的复购率为满意者的 {ratio} 倍（{low} 至 {high}），并非 6 倍：{upper} 对 {lower}。")
  static let findingRatioHeld = Phrase(
    "The very satisfied bought again {ratio} times as often as the satisfied ({low} to {high}): the texts' 6 times holds here.",
    "非常满意者的复购率为满意者的 {ratio} 倍（{low} 至 {high}）：文献所述的 6 倍在此成立。")
  static let findingRatioOpen = Phrase(
    "The very satisfied bought again {ratio} times as often as the satisfied, but the interval ({low} to {high}) is too wide to judge the texts' 6 times.",
    "非常满意者的复购率为满意者的 {ratio} 倍，但区间（{low} 至 {high}）过宽，无法判断文献所述的 6 倍。")
  static let actionRatio = Phrase(
    "Do not promise six-fold repurchase from satisfaction programmes: plan with the own figure",
    "编制满意度提升计划时采用本企业数值，不承诺 6 倍复购")
  static let actionRatioHeld = Phrase(
    "Lift the satisfied to very satisfied: that is where repurchase is won", "着力把满意提升为非常满意，以带动复购")
  static let actionRatioOpen = Phrase(
    "Ask more customers before planning with it", "扩大调查样本后再据以制定计划")
  static let findingTrend = Phrase(
    "The happier the answer to {item}, the more customers came back: {low} of \"{worst}\", {high} of \"{best}\" (p {p}).",
    "{item}越高，复购越多：“{worst}”为 {low}，“{best}”为 {high}（p {p}）。")
  static let findingFall = Phrase(
    "The happier the answer to {item}, the fewer customers came back: {low} of \"{worst}\", {high} of \"{best}\" (p {p}).",
    "{item}越高，复购反而越少：“{worst}”为 {low}，“{best}”为 {high}（p {p}）。")
  static let findingFlat = Phrase(
    "Answers to {item} do not show who comes back within {days} (p {p}).",
    "{item}的作答未能显示谁会在 {days}内复购（p {p}）。")
  static let actionTrend = Phrase(
    "Call customers at the worst levels within a week of their answer", "对低分客户在作答后一周内回访")
  static let actionFall = Phrase(
    "Look into it: are the unhappy bound by contracts, or are they larger customers?",
    "查明原因：不满者是否受合同约束，或本就是大客户？")
  static let actionFlat = Phrase(
    "Do not forecast sales from satisfaction; use recency and frequency instead",
    "勿以满意度预测销售，改用购买近度与频次")
  static let findingSpend = Phrase(
    "Promoters spent {promoters} each in the {days} after their answer, detractors {detractors} (p {p}).",
    "作答后 {days}内，推荐者客均收入 {promoters}，贬损者 {detractors}（p {p}）。")
  static let actionSpend = Phrase(
    "Ask promoters for recommendations, and find what detractors miss",
    "请推荐者转介绍，并了解贬损者的不满所在")
  static let findingUnhappy = Phrase(
    "{unhappy} of {respondents} valuable customers with an answer are unhappy ({share}); they bring about {part} of all revenue.",
    "有作答的 {respondents} 位高价值客户中，{unhappy} 位不满（{share}）；其收入约占全部收入的 {part}。")
  static let findingUnhappyPlain = Phrase(
    "{unhappy} of {respondents} valuable customers with an answer are unhappy ({share}).",
    "有作答的 {respondents} 位高价值客户中，{unhappy} 位不满（{share}）。")
  static let actionUnhappy = Phrase(
    "Visit each of them before the next order is due, largest first", "在下次采购前逐一拜访，先大后小")

  // MARK: Warnings and notes

  static let warnUnobserved = Phrase(
    "{unobserved} of {answers} answers to {item} do not have their {days} behind them and are not counted.",
    "{item}的 {answers} 份作答中，{unobserved} 份未满 {days}，未计入。")
  static let warnMissing = Phrase("The survey has no question {item}.", "调查中没有题项 {item}。")
  static let noteCounted = Phrase(
    "{item}: of {answers} answers {used} count. Left out: {unobserved} whose {days} are not over, {superseded} that a later answer of the same customer replaces, {without} of customers without a purchase before, {nameless} without customer, {undated} without day.",
    "{item}：{answers} 份作答中计入 {used} 份。未计入：{unobserved} 份未满 {days}，{superseded} 份被同一客户较晚的作答取代，{without} 份此前无购买，{nameless} 份无客户编号，{undated} 份无日期。"
  )
  static let noteWeights = Phrase(
    "Every customer counts once: weights of the survey set right who answered, not what one does after it.",
    "每位客户计一次：调查权重用于校正作答者构成，与作答后的行为无关。")
  static let noteCause = Phrase(
    "Going together is no proof of cause: larger customers may answer and buy differently.",
    "相关并非因果：大客户的作答与购买习惯可能不同。")
  static let noteValue = Phrase(
    "Valuable: the greatest {share} of the customers with revenue in {window}. Unhappy: one of the two worst levels, or 0 to 6 for recommendation, in the latest answer.",
    "高价值：{window}有收入的客户中价值最高的 {share}。不满：最近一次作答选最低两档，或推荐意愿为 0–6 分。")
  static let windowMonths = Phrase("the last {months} months", "最近 {months} 个月")
  static let windowAll = Phrase("all months", "全部期间")
  static let noteList = Phrase(
    "No customer is listed: it would tell a person's answer. Where respondents were told that answers are followed up, set list: true.",
    "不列出客户：否则会透露个人作答。若已告知作答者将作回访，可在设置中允许列出名单。")
  static let noteListed = Phrase(
    "Each row of the list tells a customer's own answer: for those who follow it up.",
    "名单每行均为客户本人的作答：仅供负责回访者使用。")
  static let noteCell = Phrase(
    "Groups of fewer than {min} customers are hidden, and others where theirs could be worked out.",
    "少于 {min} 位客户的分组隐藏；可据以推算的其他分组一并隐藏。")
  static let noteFuture = Phrase(
    "Without step clv the value to come is not compared.", "未运行客户终身价值步骤，故不比较未来价值。")
  static let noteIntervals = Phrase(
    "Intervals of {confidence}; p by Holm over all tests of this page.",
    "区间为 {confidence} 置信区间；p 值按本页全部检验校正。")
}
