import Values

/// The words of the page of `acquisition`.
enum AcquisitionPhrases {
  static let title = Phrase("Acquisition cost", "获客成本")
  static let question = Phrase(
    "What does a new customer cost, and when is the money back?", "获取一位新客户要花多少钱，多久能收回？")

  // MARK: Headlines

  static let headline = Phrase(
    "A new customer cost {cac} in {period}; one brings {ltv}, {ratio} times the cost.",
    "{period} 单客获取成本为 {cac}；一位新客户带来 {ltv}，为成本的 {ratio} 倍。")
  static let headlineCost = Phrase(
    "{new} new customers for {spend}: {cac} each.", "获客费用 {spend}，新客户 {new} 位，单客获取成本 {cac}。")
  static let headlineNoNew = Phrase(
    "{spend} were spent on acquisition and nobody was new.", "获客费用 {spend}，期内无新客户。")
  static let headlineNoCosts = Phrase(
    "No acquisition costs are stated up to {day}.", "截至 {day} 没有获客费用数据。")

  // MARK: Measures

  static let cac = Phrase("Acquisition cost of a new customer", "单客获取成本")
  static let cacLatest = Phrase("Acquisition cost, latest whole period", "单客获取成本（最近完整期）")
  static let newCustomers = Phrase("New customers", "新客户数")
  static let spend = Phrase("Acquisition spend", "获客费用")
  static let retentionSpend = Phrase("Retention spend", "维系费用")
  static let ltv = Phrase("What a new customer brings", "新客户平均价值")
  static let ltvCac = Phrase("Value for acquisition cost", "价值成本比（LTV:CAC）")
  static let payback = Phrase("Months to pay back", "收回月数")
  static let paybackDiscounted = Phrase("Months to pay back, discounted", "折现收回月数")
  static let paybackSimple = Phrase("Months to pay back, simple", "简易收回月数")
  static let costOfKeeping = Phrase("Retention cost of a kept customer", "单客维系成本")
  static let costRatio = Phrase("Cost of winning against keeping", "获客与维系成本之比")

  // MARK: Reasons

  static let noSpend = Phrase("no acquisition spend stated", "无获客费用数据")
  static let noNew = Phrase("no new customers", "无新客户")
  static let few = Phrase("not enough data: fewer than {min} new customers", "数据不足：新客户少于 {min} 位")
  static let notReached = Phrase("not within {months} months", "{months} 个月内未收回")
  static let noCurve = Phrase("no month with {min} customers is over", "尚无 {min} 位客户满一个月")
  static let noEarnings = Phrase("nothing was earned", "尚无贡献")
  static let noPeriod = Phrase("no whole period with spend and new customers", "无费用与新客户俱全的完整期")
  static let noKept = Phrase("nobody from before bought again", "期内无老客户再次购买")
  static let noRetention = Phrase("no retention spend stated", "无维系费用数据")
  static let noInterval = Phrase("one customer has no interval", "仅一位客户，无法计算区间")
  static let none = Phrase("–", "–")

  // MARK: Charts and tables

  static let barsTitle = Phrase("Acquisition cost by channel", "各渠道单客获取成本")
  static let barsWords = Phrase(
    "Acquisition cost of a new customer by channel; dearest {channel} with {cac}.",
    "各渠道单客获取成本；最高为{channel}，{cac}。")
  static let curveTitle = Phrase(
    "What a new customer has earned since the first purchase", "新客户首购以来的累计贡献")
  static let curveWords = Phrase(
    "Earned by a new customer after {months} months: {earned}; the acquisition cost is {cac}.",
    "新客户满 {months} 个月累计贡献 {earned}；单客获取成本为 {cac}。")
  static let curvePlain = Phrase("Earned", "累计贡献")
  static let curveDiscounted = Phrase("Discounted", "折现累计")
  static let curveCost = Phrase("Acquisition cost", "获取成本")
  static let curveAxis = Phrase("Months since the first purchase", "首购后月数")
  static let trendTitle = Phrase("Acquisition cost by period", "各期单客获取成本")
  static let trendWords = Phrase(
    "Acquisition cost of a new customer from {first} to {last}.", "{first} 至 {last} 各期单客获取成本。")
  static let channelsTitle = Phrase("Channels", "渠道")
  static let periodsTitle = Phrase("Periods", "分期")
  static let ratioTitle = Phrase("Winning against keeping", "获客与维系")
  static let channel = Phrase("Channel", "渠道")
  static let noChannel = Phrase("Not stated", "未注明")
  static let total = Phrase("All", "合计")
  static let cacColumn = Phrase("Cost a customer", "单客成本")
  static let ltvColumn = Phrase("Value a customer", "单客价值")
  static let low = Phrase("From", "下限")
  static let high = Phrase("To", "上限")
  static let ratioColumn = Phrase("Value : cost", "价值 : 成本")
  static let paybackColumn = Phrase("Payback", "收回期")
  static let discountedColumn = Phrase("Discounted", "折现收回期")
  static let simpleColumn = Phrase("Simple", "简易收回期")
  static let period = Phrase("Period", "期间")
  static let complete = Phrase("Whole", "是否完整")
  static let yes = Phrase("yes", "是")
  static let no = Phrase("not over, or costs missing", "未结束或费用不全")
  static let change = Phrase("Change", "变化")
  static let kept = Phrase("Kept customers", "老客户再购数")
  static let figure = Phrase("Figure", "项目")
  static let own = Phrase("Own figures", "本公司数据")
  static let winning = Phrase("Winning a customer", "获取一位客户")
  static let keeping = Phrase("Keeping a customer", "维系一位客户")
  static let ratioRow = Phrase("Ratio", "比值")
  static let texts = Phrase("Ratio the texts name", "文献所述比值")
  static let textsValue = Phrase("5 to 15", "5 至 15")
  static let customersColumn = Phrase("Customers", "客户数")
  static let eachColumn = Phrase("For each", "单客")
  static let spendColumn = Phrase("Spend", "费用")

  // MARK: Findings

  static let findingUp = Phrase(
    "A new customer cost {now} in {period}, {change} more than in {before}: spend changed by {spend}, new customers by {new}.",
    "{period} 单客获取成本 {now}，较 {before} 上升 {change}：费用变化 {spend}，新客户数变化 {new}。")
  static let findingDown = Phrase(
    "A new customer cost {now} in {period}, {change} less than in {before}: spend changed by {spend}, new customers by {new}.",
    "{period} 单客获取成本 {now}，较 {before} 下降 {change}：费用变化 {spend}，新客户数变化 {new}。")
  static let findingSame = Phrase(
    "A new customer cost {now} in {period}, as in {before}.", "{period} 单客获取成本 {now}，与 {before} 持平。"
  )
  static let actionUp = Phrase(
    "Look into {channel}, whose cost a customer rose most", "重点检查{channel}：其单客成本升幅最大")
  static let actionUpPlain = Phrase("Look into what brought fewer customers", "查明新客户减少的原因")
  static let findingNever = Phrase(
    "{channel}: a new customer costs {cac} and has earned {earned} after {months} months: the money is not back.",
    "{channel}：单客获取成本 {cac}，{months} 个月累计贡献 {earned}，尚未收回。")
  static let actionNever = Phrase(
    "Cut or renegotiate the spend on this channel, or win larger customers there",
    "压缩或重新洽谈该渠道投入，或争取更大的客户")
  static let findingWaste = Phrase(
    "{channel}: {spend} spent and nobody new.", "{channel}：投入 {spend}，没有带来新客户。")
  static let actionWaste = Phrase(
    "Stop the spend, or find out where its customers are booked", "停止投入，或核查客户来源登记")
  static let findingBest = Phrase(
    "{channel} brings most for its cost: {ratio} for each 1 spent ({low} to {high}), back after {months} months.",
    "{channel}的投入产出最高：每投入 1 带来 {ratio}（{low} 至 {high}），{months} 个月收回。")
  static let findingBestNever = Phrase(
    "{channel} brings most for its cost: {ratio} for each 1 spent ({low} to {high}).",
    "{channel}的投入产出最高：每投入 1 带来 {ratio}（{low} 至 {high}）。")
  static let actionBest = Phrase(
    "Move spend here as long as new customers keep coming at this cost", "在单客成本不升的前提下加大投入")
  static let findingRatio = Phrase(
    "Winning a customer costs {ratio} times keeping one ({cac} against {keep}, {days}); the texts name 5 to 15.",
    "获取一位客户的成本为维系一位的 {ratio} 倍（{days}：{cac} 对 {keep}）；文献所述为 5 至 15 倍。")
  static let owner = Phrase("Marketing", "市场部")
  static let ownerFinance = Phrase("Finance", "财务部")

  // MARK: Notes

  static let noteWindow = Phrase(
    "Figures of channels: costs from {from} to {to}, customers new on these days.",
    "渠道数据：费用期间 {from} 至 {to}，以及同期新客户。")
  static let noteWindowOpen = Phrase(
    "No period of the costs is over: figures rest on the days up to the as-of date, and costs may be whole periods.",
    "尚无已结束的费用期间：数据截至截止日，费用可能含整期金额。")
  static let noteGrain = Phrase(
    "The costs come by {costs}, so the table does too.", "费用按{costs}提供，故表格亦按此分期。")
  static let month = Phrase("month", "月")
  static let quarter = Phrase("quarter", "季")
  static let year = Phrase("year", "年")
  static let noteFirst = Phrase(
    "A customer is new on the day of the first purchase; who was acquired before the orders begin, by the customers' export, is not new.",
    "以首次购买日认定新客户；客户档案显示在订单数据起始之前获客者不计为新客户。")
  static let noteFirstBlind = Phrase(
    "A customer is new on the day of the first purchase. No export says when customers were acquired, so those from before the orders begin count as new in the first periods.",
    "以首次购买日认定新客户。因无获客日期，订单数据起始之前的老客户会在最初几期计为新客户。")
  static let noteAcquired = Phrase(
    "A customer who has bought is new on the day of acquisition by the customers' export, without one on the day of the first purchase.",
    "已购客户以客户档案中的获客日期认定为新客户，缺失时以首次购买日为准。")
  static let noteMargins = Phrase(
    "Earned: the margin of the orders, stated for {covered} of revenue; the rest at its rate of {rate}.",
    "贡献：订单毛利，覆盖收入的 {covered}；其余按毛利率 {rate} 计。")
  static let noteRate = Phrase(
    "Earned: {rate} of revenue, the margin of the settings, since the orders have no margin.",
    "贡献：订单无毛利，按设定毛利率 {rate} 计。")
  static let noteRevenue = Phrase(
    "Earned: revenue itself, since neither orders nor settings have a margin: values and payback are better than they are.",
    "贡献：订单与设定均无毛利，按收入全额计：价值与收回期均偏乐观。")
  static let noteFuture = Phrase(
    "Value of a customer: earned so far and the value still to come of step clv, as that step has it.",
    "客户价值：迄今贡献加上客户终身价值步骤给出的未来价值（口径以该步骤为准）。")
  static let noteHistoric = Phrase(
    "Value of a customer: earned so far alone, since no step clv ran before: young customers have most of theirs to come.",
    "客户价值：仅计迄今贡献（此前未运行客户终身价值步骤），新近客户的价值大多尚未实现。")
  static let noteInterval = Phrase(
    "Intervals of 95 % are those of the mean over customers (Student's t); spend is known, not estimated.",
    "95% 区间为客户均值的区间（t 分布）；费用为已知数，不作估计。")
  static let noteCurve = Phrase(
    "Margin curve: each month over the new customers whose month is over, as long as they are {min} or more; discounted at {rate} a year.",
    "毛利曲线：每月按该月已满的新客户计，至少 {min} 位；年折现率 {rate}。")
  static let noteKept = Phrase(
    "Kept: bought before {from} and again up to {to}. The ratio compares a cost that falls once with one of these months.",
    "再购老客户：{from} 之前购买过且至 {to} 再次购买。该比值以一次性的获客成本对比该期间的维系成本。")
  static let noteThree = Phrase(
    "A value of 3 for each 1 of cost is a rule of thumb without a study behind it, so nothing is judged by it.",
    "价值为成本的 3 倍只是经验说法，缺乏研究依据，故不据此评判。")
  static let noteShares = Phrase(
    "Channels of customers are those of the customers' export; {new} new customers have none.",
    "客户渠道以客户档案为准；{new} 位新客户未注明渠道。")

  // MARK: Warnings

  static let warnNoCosts = Phrase("No acquisition cost is dated up to {day}.", "截至 {day} 没有获客费用。")
  static let warnFirst = Phrase(
    "No export says when customers were acquired: in the first periods of the orders old customers count as new.",
    "没有获客日期：订单数据最初几期会将老客户计为新客户。")
  static let warnRevenue = Phrase(
    "Payback rests on revenue, not on margin: set margin, or give orders a margin.",
    "收回期按收入而非毛利计算：请设定毛利率，或在订单中提供毛利。")
  static let warnUnmatched = Phrase(
    "Channels with costs that no customer names: {channels}.", "以下渠道有费用但没有客户归属：{channels}。")
  static let listComma = Phrase(", ", "、")
}
