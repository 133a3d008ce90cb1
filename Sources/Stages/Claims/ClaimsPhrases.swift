import Values

/// All words of stage `claims`.
enum ClaimsPhrases {
  static let title = Phrase("What the texts say", "文献论断检验")
  static let question = Phrase(
    "Which sentences of the textbooks hold for our customers?", "教科书上的论断对本企业客户是否成立？")
  static let headline = Phrase(
    "{all} sentences held against our data: supported {supported}, contradicted {contradicted}, undecided {undecided}, not tested {open}.",
    "{all} 条论断中，本企业数据支持 {supported} 条，不支持 {contradicted} 条，无法判断 {undecided} 条，未检验 {open} 条。")

  static func sentence(_ claim: Claim) -> Phrase {
    switch claim {
    case .paretoRevenue:
      Phrase("20 % of the customers bring 80 % (revenue)", "20% 的客户带来 80% 的收益（按收入）")
    case .paretoMargin:
      Phrase("20 % of the customers bring 80 % (gross margin)", "20% 的客户带来 80% 的收益（按毛利）")
    case .topTenth:
      Phrase("The greatest 10 % of the customers bring 38 % of revenue", "前 10% 的客户贡献收入的 38%")
    case .sixTimes:
      Phrase(
        "The very satisfied are 6 times as likely to buy again as the satisfied",
        "非常满意的客户再次购买的可能性是满意客户的 6 倍")
    case .lackOfCare:
      Phrase("Two thirds of those who leave do so for want of care", "三分之二的流失客户因关怀不足而离开")
    case .noContact:
      Phrase("(Hint) Lost customers without contact before they fell silent", "（线索）沉默前没有联系的流失客户占比")
    case .acquisitionCost:
      Phrase("Winning a customer costs 5 to 15 times keeping one", "获取新客户的成本是维系老客户的 5 至 15 倍")
    }
  }

  /// Short, for the axis of the picture.
  static func short(_ claim: Claim) -> Phrase {
    switch claim {
    case .paretoRevenue: Phrase("80/20, revenue", "二八法则（收入）")
    case .paretoMargin: Phrase("80/20, margin", "二八法则（毛利）")
    case .topTenth: Phrase("10 % bring 38 %", "前 10% 占 38%")
    case .sixTimes: Phrase("6 times", "6 倍复购")
    case .lackOfCare: Phrase("Two thirds", "三分之二")
    case .noContact: Phrase("(Hint) no contact", "（线索）无联系")
    case .acquisitionCost: Phrase("5 to 15 times", "5 至 15 倍成本")
    }
  }

  // MARK: Table and chart

  static let table = Phrase("Sentence by sentence", "逐条对照")
  static let claim = Phrase("The texts say", "文献论断")
  static let figure = Phrase("Theirs", "文献数值")
  static let own = Phrase("Ours", "本企业")
  static let interval = Phrase("Interval", "区间")
  static let customers = Phrase("Customers", "客户数")
  static let verdict = Phrase("Verdict", "结论")
  static let why = Phrase("Why not tested", "未检验的原因")
  static let range = Phrase("{low} to {high}", "{low} 至 {high}")
  static let none = Phrase("–", "–")

  static let chartTitle = Phrase("Our figures against the texts'", "本企业数值与文献数值的偏离")
  static let chartWords = Phrase(
    "How far our figures with their intervals lie from those of the texts; at 0 they are equal.",
    "本企业数值及区间偏离文献数值的幅度；0 表示一致。")
  static let chartAxis = Phrase(
    "Above or below the texts' figure (0 = as they say; of 5 to 15 the middle)",
    "相对文献数值的偏离（0 为一致；5 至 15 取中值）")

  static func gap(_ gap: ClaimGap) -> Phrase {
    switch gap {
    case .noRevenue: Phrase("fewer than three customers with revenue", "有收入的客户不足三位")
    case .noMargin: Phrase("no order has a margin", "订单没有毛利")
    case .noLoyalty: Phrase("add step loyalty before it", "请在此前加入忠诚度步骤")
    case .noLevels:
      Phrase(
        "nobody of one of the two best levels, or none of the satisfied bought again",
        "最高两档之一无人作答，或满意者无人复购")
    case .noReasons:
      Phrase(
        "no export codes why customers leave: record it in cases, then set leaving_kinds and care_reasons",
        "数据中没有流失原因编码：请在工单中登记，并设置离开类型与关怀不足的原因")
    case .noLeaving: Phrase("no case is of the kinds of leaving", "没有属于离开类型的工单")
    case .unknownKinds:
      Phrase(
        "no case is of the kinds of leaving in the settings ({values}); {hint}",
        "没有工单属于设置中的离开类型（{values}）；{hint}")
    case .unknownReasons:
      Phrase(
        "no case of leaving has a reason that the settings call want of care ({values}); {hint}",
        "离开类工单的分类均不是设置中的关怀不足原因（{values}）；{hint}")
    case .noLifecycle: Phrase("add step lifecycle before it", "请在此前加入生命周期步骤")
    case .noCases: Phrase("no export of cases", "没有工单数据")
    case .noLost:
      Phrase("no customer was lost within the days of the cases", "工单所覆盖的期间内没有流失客户")
    case .hint: Phrase("a hint only: no contact is no reason", "仅为线索：没有联系不等于原因")
    case .noAcquisition: Phrase("add step acquisition before it", "请在此前加入获客步骤")
    case .noKeeping:
      Phrase("costs of winning or of keeping are not known", "获客或维系费用不明")
    case .hidden: GroupVisibility.hiddenWords
    }
  }

  static let didYouMean = Phrase("did you mean '{near}'?", "是否指“{near}”？")
  static let checkWords = Phrase(
    "write the settings as the export of cases has them", "请按工单数据中的写法填写设置")

  // MARK: Warnings

  static let notLookedAt = Phrase(
    "\"{claim}\" was not tested: {reason}", "未检验“{claim}”：{reason}")

  // MARK: Measures

  static let measure = Phrase("Our figure: {claim}", "本企业数值：{claim}")
  static let contradictedCount = Phrase("Sentences that our data contradict", "本企业数据不支持的论断数")
  static let undefined = Phrase("no interval", "没有区间")

  // MARK: Findings

  static let findingMost = Phrase(
    "Our data contradict most: \"{claim}\". Here it is {own} ({low} to {high}).",
    "与本企业数据相差最大的论断：“{claim}”。本企业为 {own}（{low} 至 {high}）。")
  static let findingNone = Phrase(
    "Our data contradict none of the sentences that could be tested.", "可检验的论断均未被本企业数据否定。")
  static let findingOpen = Phrase(
    "{open} of {all} sentences could not be tested: {claims}.",
    "{all} 条论断中有 {open} 条未能检验：{claims}。")
  static let actionNone = Phrase("Plan with our own figures all the same", "制定计划时仍以本企业数值为准")
  static let actionOpen = Phrase(
    "Record what is missing: each row of the table says what", "按表中所列原因补齐数据")

  /// What follows where a sentence does not hold, by whether our figure is below the texts'.
  static func action(_ claim: Claim, isBelow: Bool) -> Phrase {
    switch claim {
    case .paretoRevenue, .paretoMargin, .topTenth:
      isBelow
        ? Phrase(
          "Do not leave the many small customers aside: they bring more than the rule says",
          "不可忽视众多中小客户：其贡献高于法则所述")
        : Phrase(
          "Protect the few largest customers: more hangs on them than the rule says",
          "重点保护少数大客户：对其依赖高于法则所述")
    case .sixTimes:
      isBelow
        ? Phrase(
          "Do not plan sales from satisfaction by this rule: use the own ratio",
          "勿按此论断以满意度预测销售，改用本企业比值")
        : Phrase(
          "Lift the satisfied to very satisfied: it pays more than the rule says",
          "着力把满意提升为非常满意：回报高于论断所述")
    case .lackOfCare, .noContact:
      isBelow
        ? Phrase(
          "Look at the other reasons first: price, product, delivery", "先处理价格、产品、交付等其他原因")
        : Phrase("Call customers before they fall silent", "在客户沉默之前主动联系")
    case .acquisitionCost:
      isBelow
        ? Phrase(
          "Winning customers is cheaper here than the rule says: weigh it against keeping by value, not by rule",
          "获客成本低于论断所述：按价值而非经验权衡获客与维系")
        : Phrase(
          "Move money from winning to keeping: winning costs more than the rule says",
          "将部分获客预算转向维系：获客成本高于论断所述")
    }
  }

  static let controlling = Phrase("Controlling", "财务管控")

  // MARK: Notes

  static let noteRule = Phrase(
    "Verdict: contradicted where our interval of {confidence} does not reach the texts' figure; supported where it lies within their range, or holds their figure and is no wider than {wide} of it; else undecided.",
    "结论规则：{confidence} 区间不含文献数值为不支持；落在文献范围内，或含文献数值且宽度不超过其 {wide} 为支持；其余为无法判断。")
  static let noteMonths = Phrase(
    "Revenue and margin of the last {months} months up to {day}; customers of 0 or less are not counted.",
    "收入与毛利取截至 {day} 最近 {months} 个月；为零或负的客户不计。")
  static let noteAll = Phrase(
    "Revenue and margin of all months up to {day}; customers of 0 or less are not counted.",
    "收入与毛利取截至 {day} 的全部期间；为零或负的客户不计。")
  static let noteDraws = Phrase(
    "Intervals of shares from {draws} draws of customers, seed {seed}. Money is heavy-tailed: where a few giants decide, they are too narrow.",
    "占比区间来自 {draws} 次客户抽样，随机种子 {seed}。金额分布厚尾：由少数巨头决定时，区间偏窄。")
  static let noteSources = Phrase(
    "All sentences stand in the key-account control procedure, part 2, which names no study: lines to compare with, not targets.",
    "各论断均出自大客户管控制度第二部分，未注明研究依据：仅供对照，并非目标。")
}
