import Values

/// The sentences for managers, and what they must know.
extension RetentionPhrases {
  static let fell = Phrase(
    "Retention fell: of the customers of {before} {share} bought again in {now} ({low} to {high}); in {earlier} it was {then}.",
    "留存率下降：{before} 的客户有 {share} 在 {now} 再次购买（{low} 至 {high}）；{earlier} 时为 {then}。")
  static let rose = Phrase(
    "Retention rose: of the customers of {before} {share} bought again in {now} ({low} to {high}); in {earlier} it was {then}.",
    "留存率上升：{before} 的客户有 {share} 在 {now} 再次购买（{low} 至 {high}）；{earlier} 时为 {then}。")
  static let fellAction = Phrase(
    "Ask the {lost} customers of {before} who did not buy in {now} for the reason; begin with the largest.",
    "回访 {before} 中未在 {now} 购买的 {lost} 位客户，从大客户开始，查明原因。")
  static let roseAction = Phrase(
    "Find out what kept the customers in {now}, and keep doing it.", "总结 {now} 留住客户的做法并坚持下去。")
  static let cohortWorse = Phrase(
    "Customers won in {cohort} come back less: {share} in the first period after ({low} to {high}), customers won before {then}.",
    "{cohort} 新客户回购偏低：首期之后第一期为 {share}（{low} 至 {high}），此前新客户为 {then}。")
  static let cohortBetter = Phrase(
    "Customers won in {cohort} come back more: {share} in the first period after ({low} to {high}), customers won before {then}.",
    "{cohort} 新客户回购较高：首期之后第一期为 {share}（{low} 至 {high}），此前新客户为 {then}。")
  static let cohortWorseAction = Phrase(
    "Set the channels and offers of {cohort} beside those before; call its {lost} customers who did not come back.",
    "对比 {cohort} 与此前的获客渠道和优惠，联系其中未回购的 {lost} 位客户。")
  static let cohortBetterAction = Phrase(
    "Find out which channel or offer of {cohort} brought them, and use it again.",
    "找出 {cohort} 带来这些客户的渠道或优惠，继续采用。")
  static let groupLoses = Phrase(
    "{dimension} {group} loses customers {factor} times as fast as all: {lost} of {customers} lost, {share} not lost after {horizon} (all: {rest}).",
    "{dimension}“{group}”的流失速度为全体的 {factor} 倍：{customers} 位中流失 {lost} 位，{horizon}后未流失 {share}（全体 {rest}）。"
  )
  static let groupAction = Phrase(
    "Have the owner of {group} bring a plan: a call before day {days} of silence, and the reasons of those who left.",
    "请“{group}”的负责人拿出方案：在未购满 {days}前主动联系，并汇总流失原因。")
  static let due = Phrase(
    "{customers} customers who brought {revenue} so far count as lost within {days} unless they buy.",
    "{customers} 位客户（累计收入 {revenue}）若不购买，将在 {days}内视为流失。")
  static let dueAction = Phrase(
    "Call them in the order of the list; the first {shown} bring {share} of that revenue.",
    "按清单顺序联系；前 {shown} 位占该收入的 {share}。")
  static let renewalsSoon = Phrase(
    "{contracts} contracts end or are due for renewal within {days}, worth {revenue} a term.",
    "{contracts} 份合同将在 {days}内到期或待续约，每期金额 {revenue}。")
  static let renewalsSoonPlain = Phrase(
    "{contracts} contracts end or are due for renewal within {days}.",
    "{contracts} 份合同将在 {days}内到期或待续约。")
  static let renewalsAction = Phrase(
    "Begin the talks on renewal now, the largest contracts first.", "立即启动续约洽谈，大合同优先。")
  static let revenueShrank = Phrase(
    "Recurring revenue of the customers of {before} shrank to {net} by {now} ({low} to {high}): {churned} left with customers, {contraction} was cut, {expansion} was added.",
    "{before} 客户的经常性收入到 {now} 缩减为 {net}（{low} 至 {high}）：客户流失 {churned}，减购 {contraction}，增购 {expansion}。"
  )
  static let revenueGrew = Phrase(
    "Recurring revenue of the customers of {before} grew to {net} by {now} ({low} to {high}): {expansion} was added, {churned} left with customers, {contraction} was cut.",
    "{before} 客户的经常性收入到 {now} 增至 {net}（{low} 至 {high}）：增购 {expansion}，客户流失 {churned}，减购 {contraction}。"
  )
  static let revenueShrankAction = Phrase(
    "Review the {lost} contracts that were lost, and offer the customers who cut back a smaller plan before they leave.",
    "复盘流失的 {lost} 份合同，并在减购客户离开之前提供更合适的方案。")
  static let revenueGrewAction = Phrase(
    "Offer what the growing customers added to those of the same kind.", "将增购客户的新增内容推荐给同类客户。")
  static let ownerSales = Phrase("Sales", "销售负责人")
  static let ownerService = Phrase("Customer service", "客户服务负责人")
  static let ownerAccounts = Phrase("Account managers", "客户经理")

  // MARK: Warnings

  static let warnEarly = Phrase(
    "Retention: the exports end on {day}, before the as-of date; nothing after that day is counted as silence.",
    "客户留存：导出数据止于 {day}，早于统计日；其后不计为未购买。")
  static let warnFallback = Phrase(
    "Retention: {gaps} gaps between purchases are too few to tell when a customer is lost; {days} of silence are taken.",
    "客户留存：购买间隔仅 {gaps} 个，不足以判断流失，暂以 {days}未购买为准。")
  static let warnGroups = Phrase(
    "Retention: no export has the columns to compare survival by: {columns}.",
    "客户留存：缺少用于分组比较的列：{columns}。")
  static let warnOrigin = Phrase(
    "Retention: days of acquisition were asked for, and no export has them; time begins at the first purchase.",
    "客户留存：要求以获客日期为起点，但数据中没有；改自首次购买起算。")
  static let warnEndsEarly = Phrase(
    "Retention: with late entry everyone seen so far was lost before others entered; the curve says nothing after that.",
    "客户留存：延迟进入下，早期在观察的客户全部流失后才有他人进入，其后的曲线无意义。")
}
