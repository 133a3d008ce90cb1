import Values

/// The words of the pages of `lifecycle`.
enum LifecyclePhrases {
  static let title = Phrase("Customer life cycle", "客户生命周期")
  static let question = Phrase(
    "Where do our customers stand, and who has moved?", "客户处于哪个阶段，谁发生了变化？")
  static let headline = Phrase(
    "{customers} customers: {parts}. Since {day} {worse} are worse off, {better} better.",
    "{customers} 位客户：{parts}。自 {day} 以来 {worse} 位变差，{better} 位好转。")
  static let headlineNow = Phrase("{customers} customers: {parts}.", "{customers} 位客户：{parts}。")
  static let headlineNobody = Phrase(
    "There are no customers up to {day}.", "截至 {day} 尚无客户。")
  static let part = Phrase("{count} {class}", "{class} {count} 位")
  static let partComma = Phrase(", ", "，")

  // MARK: Measures

  static let customers = Phrase("Customers", "客户数")
  static let classCustomers = Phrase("Customers: {class}", "客户数：{class}")
  static let classShare = Phrase("Customer share: {class}", "客户占比：{class}")
  static let silentCustomers = Phrase("Silent by their own rhythm", "按自身节奏沉默的客户数")
  static let silentYear = Phrase("A year's amount of the silent", "沉默客户的年金额")
  static let worseCustomers = Phrase("Worse off since the earlier date", "较前期变差的客户数")
  static let worseYear = Phrase("A year's amount of those worse off", "变差客户的年金额")
  static let betterCustomers = Phrase("Better off since the earlier date", "较前期好转的客户数")
  static let usualGap = Phrase("Usual gap between purchase days", "通常购买间隔")
  static let reasonNobody = Phrase("no customers", "无客户")
  static let reasonEarlier = Phrase("the orders do not reach back to that day", "订单未覆盖该日期")
  static let reasonGap = Phrase("too few repeat purchases", "复购过少")

  // MARK: Findings

  static let findingWorse = Phrase(
    "{customers} customers have become {class} since {day}; in the year up to their last purchase they bought for {amount}.",
    "自 {day} 以来 {customers} 位客户转为{class}，其末次购买前一年的金额为 {amount}。")
  static let findingLargest = Phrase(
    "Begin with {names}: {action}.", "先从 {names} 开始：{action}。")
  static let findingBack = Phrase(
    "{customers} customers have come back since {day}, with {amount} in the last year of purchases.",
    "自 {day} 以来 {customers} 位客户重新购买，近一年购买额 {amount}。")
  static let findingTarget = Phrase(
    "{customers} customers have a clear intent to buy and have not bought yet.",
    "{customers} 位客户意向明确而尚未购买。")

  // MARK: Charts and tables

  static let chartTitle = Phrase("Customers by class", "各阶段客户数")
  static let chartWords = Phrase(
    "Customers by class; most are {class} with {customers}.", "各阶段客户数；最多为{class}，{customers} 位。")
  static let flowTitle = Phrase("From {before} to {now}", "{before} 至 {now} 的流向")
  static let flowWords = Phrase(
    "How customers moved between classes from {before} to {now}: {stayed} stayed where they were, {moved} moved.",
    "客户在 {before} 至 {now} 之间的阶段流向：{stayed} 位未变，{moved} 位变动。")
  static let flowFrom = Phrase("From", "前期")
  static let flowTo = Phrase("To", "现期")
  static let classTable = Phrase("Classes and what to do", "各阶段与建议动作")
  static let classTitle = Phrase("Class", "阶段")
  static let customerCount = Phrase("Customers", "客户数")
  static let share = Phrase("Share", "占比")
  static let before = Phrase("On {day}", "{day}")
  static let change = Phrase("Change", "变化")
  static let year = Phrase("A year's amount", "年金额")
  static let meanWait = Phrase("Mean days since last purchase", "平均未购天数")
  static let action = Phrase("Proposed action", "建议动作")
  static let total = Phrase("All", "合计")
  static let worseTitle = Phrase(
    "Whom to call first: worse off since {day}", "优先回访：自 {day} 以来变差的客户")
  static let customer = Phrase("Customer", "客户编号")
  static let owner = Phrase("Looked after by", "负责人")
  static let was = Phrase("Was", "前期")
  static let isNow = Phrase("Is", "现期")
  static let because = Phrase("Because", "理由")
  static let wait = Phrase("Days since last purchase", "未购天数")
  static let gap = Phrase("Usual gap", "通常间隔")
  static let alive = Phrase("Probability alive", "存活概率")
  static let silentFrom = Phrase("Silent from", "沉默起始日")
  static let none = Phrase("none", "无")
  static let unknown = Phrase("not known", "未知")

  // MARK: Reasons

  static let reasonBought = Phrase("has bought", "购买过")
  static let reasonNotBought = Phrase("has not bought", "未购买")
  static let reasonLead = Phrase("is a lead", "为线索")
  static let reasonNotLead = Phrase("is no lead", "非线索")
  static let reasonIntent = Phrase("means to buy", "意向明确")
  static let reasonNoIntent = Phrase("no clear intent", "意向不明")
  static let reasonCompetitor = Phrase("went to a competitor", "转向竞争对手")
  static let reasonNoCompetitor = Phrase("with no competitor", "未转向竞争对手")
  static let reasonCameBack = Phrase("came back after a long silence", "长期沉默后回归")
  static let reasonNotBack = Phrase("no return after silence", "无沉默后回归")
  static let reasonWaits = Phrase(
    "no purchase for more than {times} usual gaps", "未购时间超过通常间隔的 {times} 倍")
  static let reasonDays = Phrase("no purchase for more than {days}", "超过 {days}未购买")
  static let reasonAny = Phrase("no other rule fits", "不符合其他规则")

  // MARK: List

  static let listTitle = Phrase("Customers by life cycle", "客户生命周期清单")
  static let listQuestion = Phrase("Where does each customer stand, and why?", "每位客户处于哪个阶段，为什么？")
  static let listHeadline = Phrase(
    "{customers} customers with class and reason, largest yearly amount first.",
    "共 {customers} 位客户及其阶段与理由，按年金额从高到低排列。")

  // MARK: Notes

  static let noteFirst = Phrase(
    "The first rule that fits decides: {rules}.", "按首条符合的规则判定：{rules}。")
  static let noteRule = Phrase("{class}: {reason}", "{class}：{reason}")
  static let noteJoin = Phrase("; ", "；")
  static let noteGap = Phrase(
    "The usual gap is the median of the customer's own gaps between purchase days, from {gaps} gaps on; with fewer it is that of all customers. No gap counts as shorter than {least}.",
    "通常间隔为客户自身购买间隔的中位数（不少于 {gaps} 次间隔）；不足者采用全体客户的中位数。间隔不短于 {least}。")
  static let noteFlags = Phrase(
    "Lead, intent and competitor are as the customers' export has them today: for the earlier date, who bought after it is taken not to have left by then. Who was acquired later was not yet known.",
    "线索、意向与竞争对手以现有客户档案为准：前期之后仍有购买者视为当时未流失；其后获客者当时尚未建档。")
  static let noteNoExport = Phrase(
    "Without an export of customers only buyers have a class: potential and target are empty.",
    "未提供客户档案，仅对有购买者归类；潜在与目标客户为空。")
  static let noteYear = Phrase(
    "A year's amount is what the customer bought in the year up to the last purchase: what would be missing.",
    "年金额为末次购买前一年的金额，即可能失去的金额。")
  static let noteStake = Phrase(
    "Whom to call first: a year's amount times the chance that the customer has left, by step {step}.",
    "回访顺序按年金额乘以已流失概率（取自步骤 {step}）。")
  static let noteNoStake = Phrase(
    "Whom to call first: the largest yearly amount; no step named {step} gives probabilities of being alive.",
    "回访顺序按年金额；没有名为 {step} 的步骤提供存活概率。")
  static let noteWithout = Phrase(
    "{customers} customers have returns and no purchase and are in no export: they are left out.",
    "{customers} 位客户仅有退货而无购买且不在档案中，不予计入。")
  static let noteWonBack = Phrase(
    "Won back holds for {days} after the return.", "赢回状态自回归起保持 {days}。")
  static let warnNoGap = Phrase(
    "Nobody bought often enough for a usual gap: nobody can be told to be silent.",
    "复购不足以形成购买间隔，无法判断沉默客户。")
}
